signpost-title = Does it belong elsewhere?
signpost-danger = Is someone in danger?
signpost-concern = Are you worried about a child or an adult?
signpost-complaint = Do you want to complain?
signpost-call = Ring
signpost-read = Read what you can do
