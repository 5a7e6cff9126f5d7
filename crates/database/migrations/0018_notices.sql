-- How a person wishes to hear that there is news for her. No row: by mail, once a week.
create table notice_wish (
    municipality_id {id} not null references municipality (id),
    person_id {id} not null,
    pace      text not null check (pace in ('at_once', 'weekly', 'never')),
    channel   text not null check (channel in ('mail', 'sms')),
    primary key (municipality_id, person_id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
) {strict};

-- That there is news for someone who has not been told; not what it is.
create table notice (
    municipality_id {id} not null references municipality (id),
    person_id {id} not null,
    since     {moment} not null,
    primary key (municipality_id, person_id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
) {strict};

-- How far the journal has been read for news.
create table notice_cursor (
    municipality_id {id} primary key references municipality (id),
    sequence {int} not null
) {strict};
