-- Frames in full: short form, where it is written, why it came late, and what it said before.

-- The same in a few words, so that a whole area fits a phone's screen.
alter table frame_item add column short text;
alter table frame_item add column source_kind text
    check (source_kind in ('paragraph', 'document', 'budget', 'agreement', 'own'));
-- How it was found on the way, and what that means for those who had begun.
alter table frame_item add column late_why text;
-- Said not to hold any more, and why.
alter table frame_item add column lifted_at {moment};
alter table frame_item add column lifted_why text;
create index frame_item_by_organisation on frame_item (municipality_id, organisation_id, until_day);
create index frame_item_by_initiative on frame_item (municipality_id, initiative_id, id);

-- The version an answer was given under.
alter table answer_frame_item add column version {int};
create index answer_frame_item_back on answer_frame_item (municipality_id, frame_item_id);

-- What an item said before it was changed.
create table frame_item_version (
    municipality_id {id} not null,
    frame_item_id   {id} not null,
    number          {int} not null,
    body            text not null,
    language        text not null,
    kind            text not null,
    source          text,
    firmness        text not null,
    changed_by      text not null,
    from_day        text not null,
    until_day       text,
    replaced_by     {id} not null,
    replaced_at     {moment} not null,
    primary key (municipality_id, frame_item_id, number),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id),
    foreign key (municipality_id, replaced_by) references membership (municipality_id, id)
) {strict};

-- What an initiative keeps to.
create table initiative_frame_item (
    municipality_id {id} not null,
    initiative_id   {id} not null,
    frame_item_id   {id} not null,
    version         {int} not null,
    cited_by        {id} not null,
    cited_at        {moment} not null,
    primary key (municipality_id, initiative_id, frame_item_id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id),
    foreign key (municipality_id, cited_by) references membership (municipality_id, id)
) {strict};
create index initiative_frame_item_back on initiative_frame_item (municipality_id, frame_item_id);

-- *Does it still hold?*, and what its owner answered.
create table frame_challenge (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    frame_item_id   {id} not null,
    -- The version that was asked about.
    version         {int} not null,
    organisation_id {id} not null,
    question        text not null,
    language        text not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    says            text check (says in ('holds', 'changed', 'gone')),
    reason          text,
    answered_by     {id},
    answered_at     {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id),
    foreign key (municipality_id, answered_by) references membership (municipality_id, id)
) {strict};
create index frame_challenge_by_item on frame_challenge (municipality_id, frame_item_id, id);
create index frame_challenge_by_asker on frame_challenge (municipality_id, created_by, answered_at);

-- Who is told of a limit found on the way.
create table frame_notice (
    municipality_id {id} not null,
    frame_item_id   {id} not null,
    membership_id   {id} not null,
    told_at         {moment} not null,
    seen_at         {moment},
    primary key (municipality_id, frame_item_id, membership_id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index frame_notice_unseen on frame_notice (municipality_id, membership_id) where seen_at is null;

-- A question handed over to elected politicians, and what came of it.
create table political_handover (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    -- Who handed it over.
    organisation_id {id} not null,
    frame_item_id   {id},
    need_id         {id},
    recipient       text not null,
    body            text not null,
    language        text not null,
    sent_day        text not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    outcome         text check (outcome in ('taken_up', 'changed', 'unchanged', 'unanswered')),
    outcome_text    text,
    outcome_day     text,
    outcome_by      {id},
    outcome_at      {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id),
    foreign key (municipality_id, outcome_by) references membership (municipality_id, id)
) {strict};
create index political_handover_by_area on political_handover (municipality_id, area_id, id);
create index political_handover_by_item on political_handover (municipality_id, frame_item_id);
create index political_handover_by_need on political_handover (municipality_id, need_id);
