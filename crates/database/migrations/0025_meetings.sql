-- Meetings: what they are for, who is invited, what was said, and what came of them.

-- Meetings that come again; each of them is a row of `meeting`.
create table meeting_series (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    repeats    text not null check (repeats in ('weekly', 'fortnightly', 'monthly')),
    first_day  text not null,
    times      {int} not null,
    from_time  text,
    until_time text,
    title      text not null,
    place      text not null,
    created_at {moment} not null,
    primary key (municipality_id, id)
) {strict};

create table meeting (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    -- None is a meeting of the area.
    initiative_id   {id},
    series_id       {id},
    -- The day the series has it on, wherever it was moved (RFC 5545, RECURRENCE-ID).
    series_day      text,
    purpose         text not null check (purpose in ('practice', 'knowledge', 'decide', 'relations')),
    seminar         {flag} not null,
    title           text not null,
    place           text not null,
    about           text,
    language        text not null,
    on_day          text not null,
    -- Both, or neither: then it is all day.
    from_time       text,
    until_time      text,
    starts_at       {moment} not null,
    ends_at         {moment} not null,
    -- Counts the times it was moved or cancelled (RFC 5545, SEQUENCE).
    sequence        {int} not null,
    state           text not null check (state in ('planned', 'closed', 'cancelled')),
    -- How many were there; never where it was to build relations.
    public_practice    {int},
    public_other       {int},
    voluntary_practice {int},
    voluntary_other    {int},
    closed_by       {id},
    closed_at       {moment},
    called_by       {id} not null,
    created_at      {moment} not null,
    changed_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, series_id) references meeting_series (municipality_id, id),
    foreign key (municipality_id, called_by) references membership (municipality_id, id),
    foreign key (municipality_id, closed_by) references membership (municipality_id, id)
) {strict};
create index meeting_by_time on meeting (municipality_id, starts_at, id);
create index meeting_by_initiative on meeting (municipality_id, initiative_id, starts_at);
create index meeting_by_area on meeting (municipality_id, area_id, starts_at);
create index meeting_by_series on meeting (municipality_id, series_id, starts_at);

create table meeting_invitation (
    municipality_id {id} not null,
    id            {id} not null,
    meeting_id    {id} not null,
    membership_id {id} not null,
    coming        text check (coming in ('yes', 'maybe', 'no')),
    invited_at    {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create unique index meeting_invitation_once on meeting_invitation (municipality_id, meeting_id, membership_id);
create index meeting_invitation_by_member on meeting_invitation (municipality_id, membership_id, meeting_id);

create table agenda_item (
    municipality_id {id} not null,
    id         {id} not null,
    meeting_id {id} not null,
    kind       text not null check (kind in ('need', 'answer', 'change', 'task', 'own')),
    -- The need, answer, change or task it comes from.
    subject_id {id},
    body       text not null,
    language   text not null,
    created_by {id} not null,
    created_at {moment} not null,
    -- Dealt with, or brought along to the next meeting, when this one closed.
    cleared_at {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index agenda_item_by_meeting on agenda_item (municipality_id, meeting_id, id);

-- Lines of minutes, only ever added: what is corrected stays behind what takes its place.
create table minute_line (
    municipality_id {id} not null,
    id          {id} not null,
    meeting_id  {id} not null,
    -- The line it is a version of: the id of its first.
    line_id     {id} not null,
    -- The version its writer saw.
    replaces_id {id},
    -- Empty where it was taken back.
    body        text not null,
    language    text not null,
    created_by  {id} not null,
    created_at  {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index minute_line_by_meeting on minute_line (municipality_id, meeting_id, id);

-- What was tapped after a meeting: a sector, and a keyed hash of meeting and person that lets her
-- change her mind and leads back to nobody.
create table meeting_voice (
    municipality_id {id} not null,
    meeting_id {id} not null,
    key        {bytes} not null,
    sector     text not null check (sector in ('public', 'voluntary')),
    says       text not null check (says in ('yes', 'partly', 'no')),
    primary key (municipality_id, meeting_id, key),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id)
) {strict};

-- The meeting a practice change was agreed at.
alter table practice_change add column meeting_id {id};
create index practice_change_by_meeting on practice_change (municipality_id, meeting_id);
