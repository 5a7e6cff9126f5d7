-- What can happen to an answer between the asking and now.
alter table answer add column reminded_at {moment};
alter table answer add column overdue_at {moment};
alter table answer add column withdrawn_at {moment};

-- Withdrawn, it is neither waited for nor in the way of asking anew.
drop index answer_open;
create unique index answer_open on answer (municipality_id, need_id, organisation_id)
    where kind is null and withdrawn_at is null;
drop index answer_by_organisation;
create index answer_by_organisation on answer (municipality_id, organisation_id,
    (case when kind is null and withdrawn_at is null then 0 else 1 end), due_day, id);
drop index answer_by_due;
create index answer_by_due on answer (municipality_id,
    (case when kind is null and withdrawn_at is null then 0 else 1 end), due_day, id);
drop index answer_waiting;
create index answer_waiting on answer (municipality_id, organisation_id, due_day, id)
    where kind is null and withdrawn_at is null;
create index answer_overdue on answer (municipality_id, due_day, id)
    where overdue_at is not null and kind is null and withdrawn_at is null;
create index answer_wanting on answer (municipality_id, id) where kind = 'know_more';

-- Each step of the way, with its words, for all who see the need.
create table answer_step (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    answer_id  {id} not null,
    kind       text not null
        check (kind in ('extended', 'reminded', 'overdue', 'withdrawn', 'replied', 'corrected')),
    reason     text,
    language   text,
    -- The date before and after.
    from_day   text,
    until_day  text,
    -- Empty for what the program did by itself.
    created_by {id},
    created_at {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index answer_step_by_answer on answer_step (municipality_id, answer_id, id);

-- What an answer said before the step that corrected it.
create table answer_version (
    municipality_id {id} not null,
    step_id      {id} not null,
    kind         text not null,
    reason       text not null,
    meaning      text not null,
    mandate      text not null,
    what         text,
    by_day       text,
    missing      text,
    missing_from text,
    language     text not null,
    primary key (municipality_id, step_id),
    foreign key (municipality_id, step_id) references answer_step (municipality_id, id)
) {strict};

-- An answer that is being written: for those who may answer for the organisation, until it is sent.
create table answer_draft (
    municipality_id {id} not null,
    answer_id {id} not null,
    -- What stands in the fields of the form, by their names.
    typed     {json} not null,
    version   {int} not null,
    saved_by  {id} not null,
    saved_at  {moment} not null,
    primary key (municipality_id, answer_id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, saved_by) references membership (municipality_id, id)
) {strict};

-- A colleague's look at it, before it is sent.
create table answer_look (
    municipality_id {id} not null references municipality (id),
    id        {id} not null,
    answer_id {id} not null,
    -- The version of the draft she was asked about.
    version   {int} not null,
    asked_by  {id} not null,
    asked_of  {id} not null,
    asked_at  {moment} not null,
    look      text check (look in ('fine', 'remark')),
    remark    text,
    language  text,
    looked_at {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, asked_by) references membership (municipality_id, id),
    foreign key (municipality_id, asked_of) references membership (municipality_id, id)
) {strict};
create index answer_look_by_answer on answer_look (municipality_id, answer_id, id);
create unique index answer_look_open on answer_look (municipality_id, answer_id, asked_of) where look is null;
create index answer_look_waiting on answer_look (municipality_id, asked_of, id) where look is null;
