signpost-title = Це стосується іншого місця?
signpost-danger = Комусь загрожує небезпека?
signpost-concern = Ви хвилюєтеся за дитину або дорослого?
signpost-complaint = Бажаєте подати скаргу?
signpost-call = Телефонуйте
signpost-read = Прочитайте, що ви можете зробити
