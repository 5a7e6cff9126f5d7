-- People leave: what hung on a membership, until it is given on (F15).

-- Mail to her address comes back.
alter table person add column bounced_at {moment};

create table vacancy (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    membership_id {id} not null,
    reason        text not null check (reason in ('left', 'bounced', 'reported')),
    -- Who said so; empty where the program noticed it.
    opened_by     {id},
    opened_at     {moment} not null,
    -- Empty when it turned out that she is still here.
    given_to      {id},
    note          text,
    language      text not null,
    closed_by     {id},
    closed_at     {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id),
    foreign key (municipality_id, opened_by) references membership (municipality_id, id),
    foreign key (municipality_id, given_to) references membership (municipality_id, id),
    foreign key (municipality_id, closed_by) references membership (municipality_id, id)
) {strict};
create unique index vacancy_open on vacancy (municipality_id, membership_id) where closed_at is null;
create index vacancy_by_receiver on vacancy (municipality_id, given_to, closed_at);

-- What was given on, so that whoever got it can see it.
create table vacancy_item (
    municipality_id {id} not null,
    vacancy_id {id} not null,
    kind        text not null check (kind in ('contact', 'backup', 'initiative')),
    subject_id  {id} not null,
    primary key (municipality_id, vacancy_id, kind, subject_id),
    foreign key (municipality_id, vacancy_id) references vacancy (municipality_id, id)
) {strict};
create index initiative_party_by_membership on initiative_party (municipality_id, membership_id);
