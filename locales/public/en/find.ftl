offer-find-when = When?
offer-find-now = Open now
offer-find-today = Today
offer-find-week = The next seven days
offer-find-evening = In the evening
offer-find-spoken = Which language?
offer-find-topic = Topic
offer-find-topics = Topics in this group
offer-find-within = How far away?
offer-find-within-none = Only in that postcode
# $km (Number) - kilometres
offer-find-within-km = Up to { $km } km
offer-find-meant = Did you mean
