-- The municipality, who is who in it, and what every stage leans on.
--
-- Every table but `municipality` has `municipality_id` first in its primary, unique and
-- foreign keys: rows of two municipalities can never meet, and PostgreSQL can be spread
-- over machines by it. {words} in braces are spelt by each engine in its own way.

create table municipality (
    id          {id} primary key,
    slug        text not null unique,
    name        text not null,
    language    text not null,
    -- The colour pages are set in, #rrggbb, checked for contrast before it is kept.
    primary_colour text not null,
    -- Working days an asked organisation has, unless the area says otherwise.
    answer_days {int} not null,
    -- Fictive: every page says so.
    fictive     {flag} not null,
    created_at  {moment} not null
) {strict};

create table area (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    name        text not null,
    language    text not null,
    sort_key    {bytes} not null,
    answer_days {int},
    closed_at   {moment},
    primary key (municipality_id, id)
) {strict};
create unique index area_by_name on area (municipality_id, name);

-- A text in another language than its own. `source_version` is the version of the source it
-- was made from; when the source has moved on, the translation is outdated.
create table translation (
    municipality_id {id} not null references municipality (id),
    subject_kind text not null,
    subject_id   {id} not null,
    field        text not null,
    language     text not null,
    body         text not null,
    source_version {int} not null,
    state        text not null check (state in ('machine', 'written', 'reviewed')),
    created_at   {moment} not null,
    primary key (municipality_id, subject_id, field, language)
) {strict};

create table organisation (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    name        text not null,
    sort_key    {bytes} not null,
    sector      text not null check (sector in ('public', 'voluntary')),
    form        text not null,
    cvr         text,
    email       text,
    phone       text,
    about       text,
    language    text not null,
    closed_at   {moment},
    created_at  {moment} not null,
    primary key (municipality_id, id)
) {strict};
create index organisation_by_name on organisation (municipality_id, sort_key, id);
-- Not unique: all departments of a municipality share its number.
create index organisation_by_cvr on organisation (municipality_id, cvr);

create table organisation_area (
    municipality_id {id} not null,
    organisation_id {id} not null,
    area_id         {id} not null,
    primary key (municipality_id, organisation_id, area_id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id)
) {strict};

create table person (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    name        text not null,
    sort_key    {bytes} not null,
    email       text not null,
    -- Small letters: how a person is found when signing in.
    email_key   text not null,
    phone       text,
    language    text not null,
    left_at     {moment},
    created_at  {moment} not null,
    primary key (municipality_id, id)
) {strict};
create unique index person_by_email on person (municipality_id, email_key);
create index person_by_name on person (municipality_id, sort_key, id);

-- Duties sit on the role, so they outlive the person.
create table membership (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    person_id       {id} not null,
    organisation_id {id} not null,
    role            text not null,
    title           text,
    from_day        text not null,
    until_day       text,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
) {strict};
create index membership_by_person on membership (municipality_id, person_id);
create index membership_by_organisation on membership (municipality_id, organisation_id);

-- No rows: every area.
create table membership_area (
    municipality_id {id} not null,
    membership_id   {id} not null,
    area_id         {id} not null,
    primary key (municipality_id, membership_id, area_id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id)
) {strict};

-- One-time secrets, kept as hashes only. What `subject_id` is, the purpose says.
create table token (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    purpose     text not null,
    hash        {bytes} not null,
    subject_id  {id} not null,
    expires_at  {moment} not null,
    used_at     {moment},
    created_at  {moment} not null,
    primary key (municipality_id, id)
) {strict};
create unique index token_by_hash on token (municipality_id, hash);
create index token_by_expiry on token (municipality_id, expires_at);

-- Acts under one membership at a time.
create table session (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    hash          {bytes} not null,
    person_id     {id} not null,
    membership_id {id} not null,
    created_at    {moment} not null,
    expires_at    {moment} not null,
    ended_at      {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create unique index session_by_hash on session (municipality_id, hash);
create index session_by_person on session (municipality_id, person_id);

-- Outgoing mail. The text is made when it is sent, so that no secret waits here.
create table mail (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    message_id  text,
    kind        text not null,
    person_id   {id} not null,
    subject_id  {id},
    state       text not null check (state in ('waiting', 'sent', 'failed', 'bounced')),
    created_at  {moment} not null,
    sent_at     {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, person_id) references person (municipality_id, id)
) {strict};
create unique index mail_by_message on mail (municipality_id, message_id);
create index mail_by_age on mail (municipality_id, created_at);

-- Work to do later, asked for in the transaction that gives the reason. Ids only in `payload`.
create table job (
    municipality_id {id} not null references municipality (id),
    id           {id} not null,
    kind         text not null,
    payload      {json} not null,
    run_at       {moment} not null,
    locked_until {moment},
    attempts     {int} not null,
    failed_at    {moment},
    primary key (municipality_id, id)
) {strict};
create index job_by_time on job (run_at) where failed_at is null;

-- Who did what to what, when: ids only, never words. Chained by hash over a salted digest of
-- the membership, so that a person can be erased and the chain still holds.
create table journal (
    municipality_id {id} not null references municipality (id),
    sequence      {int} not null,
    at            {moment} not null,
    membership_id {id},
    salt          {bytes},
    actor_digest  {bytes} not null,
    verb          text not null,
    subject_kind  text not null,
    subject_id    {id} not null,
    related       {json} not null,
    hash          {bytes} not null,
    primary key (municipality_id, sequence)
) {strict};
create index journal_by_subject on journal (municipality_id, subject_id, sequence);

-- The end of the chain; its row lock orders the writers of one municipality.
create table journal_head (
    municipality_id {id} primary key references municipality (id),
    sequence {int} not null,
    hash     {bytes} not null
) {strict};

-- Who read whose personal data, and when.
create table reading (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    at            {moment} not null,
    membership_id {id} not null,
    subject_kind  text not null,
    subject_id    {id} not null,
    primary key (municipality_id, id)
) {strict};

-- A form sent twice is taken once: the key travels with the form.
create table submission (
    municipality_id {id} not null references municipality (id),
    key           {id} not null,
    membership_id {id} not null,
    subject_id    {id} not null,
    created_at    {moment} not null,
    primary key (municipality_id, key)
) {strict};
create index submission_by_age on submission (municipality_id, created_at);

create table topic (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    -- Stable name of the default vocabulary's topics; none for the municipality's own.
    code        text,
    topic_group text not null,
    name        text not null,
    language    text not null,
    sort_key    {bytes} not null,
    kle         text,
    retired_at  {moment},
    primary key (municipality_id, id)
) {strict};
create unique index topic_by_name on topic (municipality_id, name);

-- A row brought in from a file: the same row of the same source is taken once.
create table imported (
    municipality_id {id} not null references municipality (id),
    source       text not null,
    content_hash {bytes} not null,
    -- 1 for the first row with this content in its file, 2 for an exact copy of it, ...
    occurrence   {int} not null,
    external_id  text,
    subject_kind text not null,
    subject_id   {id} not null,
    created_at   {moment} not null,
    primary key (municipality_id, source, content_hash, occurrence)
) {strict};
create index imported_by_external_id on imported (municipality_id, source, external_id);
