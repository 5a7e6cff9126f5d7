-- What a citizen told without an account, found again by the code she was given. Only a keyed
-- hash of the code is kept, so that a copy of the database opens nothing.
create table citizen_code (
    municipality_id {id} not null references municipality (id),
    hash           {bytes} not null,
    observation_id {id} not null,
    -- A facilitator could not use it as it was written.
    set_aside_at   {moment},
    created_at     {moment} not null,
    primary key (municipality_id, hash),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id)
) {strict};
create unique index citizen_code_by_observation on citizen_code (municipality_id, observation_id);
