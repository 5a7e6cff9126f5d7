-- Who does what in an initiative.
create table task (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    initiative_id   {id} not null,
    what            text not null,
    language        text not null,
    kind            text not null check (kind in ('core', 'supplement', 'disputed')),
    state           text not null check (state in ('open', 'invited', 'taken', 'done')),
    -- Who is asked, or has it.
    membership_id   {id},
    taken_at        {moment},
    until_day       text,
    -- Nobody else could take over.
    must            {flag} not null,
    -- To accompany someone; which of its preconditions are in place, codes with commas between.
    bridge          {flag} not null,
    in_place        text not null,
    duty            text check (duty in ('yes', 'no')),
    duty_at         {moment},
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index task_by_initiative on task (municipality_id, initiative_id, id);
create index task_by_membership on task (municipality_id, membership_id, state);

-- What was done about it, so that a task handed on keeps its story. Who said *no thanks* is not kept.
create table task_step (
    municipality_id {id} not null,
    id              {id} not null,
    task_id         {id} not null,
    step            text not null check (step in ('offered', 'invited', 'accepted', 'declined', 'given_back', 'done')),
    organisation_id {id},
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, task_id) references task (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
) {strict};
create index task_step_by_task on task_step (municipality_id, task_id, id);
