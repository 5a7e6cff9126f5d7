-- Initiatives in full: where they are placed, why each side is in it, how they rest and end.
alter table initiative add column relation text not null default 'co_creation'
    check (relation in ('co_creation', 'grant', 'contract', 'supplier'));
-- Codes with commas between.
alter table initiative add column with_whom text;
alter table initiative add column of_what text;
alter table initiative add column begun_by text check (begun_by in ('practice', 'management'));
alter table initiative add column begun_side text check (begun_side in ('public', 'voluntary'));
alter table initiative add column paused_at {moment};
alter table initiative add column paused_why text;
alter table initiative add column ended_as text check (ended_as in ('in_use', 'otherwise', 'nothing'));
alter table initiative add column ending_conditions text;
-- Title, problem and what was learnt with letters folded, for the search over endings.
alter table initiative add column ending_search text;
create index initiative_ended on initiative (municipality_id, id) where ended_at is not null;

-- Why a side is in it: codes with commas between.
alter table initiative_party add column reasons text;

-- An organisation is invited, or asks to be in it.
create table initiative_invitation (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    initiative_id   {id} not null,
    organisation_id {id} not null,
    -- The organisation itself asks.
    asking          {flag} not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    accepted        {flag},
    answered_by     {id},
    answered_at     {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id),
    foreign key (municipality_id, answered_by) references membership (municipality_id, id)
) {strict};
create unique index initiative_invitation_open on initiative_invitation (municipality_id, initiative_id, organisation_id)
    where answered_at is null;
create index initiative_invitation_by_organisation on initiative_invitation (municipality_id, organisation_id)
    where answered_at is null;

-- A shared understanding, in versions; what each party says to one of them.
create table understanding (
    municipality_id {id} not null,
    initiative_id   {id} not null,
    number          {int} not null,
    body            text not null,
    language        text not null,
    organisation_id {id} not null,
    written_by      {id} not null,
    written_at      {moment} not null,
    primary key (municipality_id, initiative_id, number),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, written_by) references membership (municipality_id, id)
) {strict};

create table understanding_voice (
    municipality_id {id} not null,
    initiative_id   {id} not null,
    number          {int} not null,
    organisation_id {id} not null,
    says            text not null check (says in ('yes', 'differently')),
    note            text,
    said_by         {id} not null,
    said_at         {moment} not null,
    primary key (municipality_id, initiative_id, number, organisation_id),
    foreign key (municipality_id, initiative_id, number) references understanding (municipality_id, initiative_id, number),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, said_by) references membership (municipality_id, id)
) {strict};
