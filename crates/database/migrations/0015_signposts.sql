-- Where people are sent with what does not belong here: danger, concern for someone, a complaint.
create table signpost (
    municipality_id {id} not null references municipality (id),
    matter text not null check (matter in ('danger', 'concern', 'complaint')),
    phone  text,
    url    text,
    primary key (municipality_id, matter)
) {strict};
