-- Whether what was answered can be felt: the second key of a need.
create table felt (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    answer_id     {id} not null,
    need_id       {id} not null,
    voice         text not null check (voice in ('observer', 'user')),
    -- Who is asked; of users, who wrote down what they said.
    membership_id {id},
    -- Of a citizen who told without an account: what she told.
    observation_id {id},
    after         text not null check (after in ('answer', 'promised', 'done')),
    asked_at      {moment} not null,
    -- Empty until she says something, which she need not.
    says          text check (says in ('yes', 'partly', 'for_some', 'no', 'no_longer')),
    note          text,
    language      text,
    said_at       {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
-- Nobody is asked twice about the same.
create unique index felt_once on felt (municipality_id, answer_id, membership_id, after) where voice = 'observer';
create unique index felt_once_citizen on felt (municipality_id, answer_id, observation_id, after)
    where observation_id is not null;
create index felt_by_observation on felt (municipality_id, observation_id, asked_at) where observation_id is not null;
create index felt_by_need on felt (municipality_id, need_id, id);
create index felt_by_membership on felt (municipality_id, membership_id, asked_at);
create index felt_objection on felt (municipality_id, answer_id) where says = 'no';
