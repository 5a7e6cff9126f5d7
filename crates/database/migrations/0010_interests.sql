-- What an organisation itself stands to gain, as it says itself. Nothing is overwritten: what
-- no longer holds has an end, and stays to be read.
create table interest (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    organisation_id {id} not null,
    topic_group     text not null,
    -- One topic of the group; empty where it is about all of it.
    topic_id        {id},
    gain            text not null check (gain in ('money', 'budget', 'time', 'people', 'premises', 'influence', 'other', 'nothing')),
    body            text,
    amount          text,
    language        text not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    ended_by        {id},
    ended_at        {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, topic_id) references topic (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id),
    foreign key (municipality_id, ended_by) references membership (municipality_id, id)
) {strict};
create index interest_by_topic on interest (municipality_id, topic_group, id);
create index interest_by_organisation on interest (municipality_id, organisation_id, id);
