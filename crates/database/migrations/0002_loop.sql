-- The loop: observation, need, answer, frame, initiative, practice change, offer.

create table observation (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    -- Whose story it is, and who wrote it down. All three are empty where a citizen told without
    -- an account.
    organisation_id {id},
    teller_id       {id},
    writer_id       {id},
    story           text not null,
    language        text not null,
    source          text not null check (source in ('lived', 'told', 'saw', 'impression')),
    topic_group     text not null,
    topic_id        {id},
    place           text,
    concerns        text,
    frequency       text,
    severity        text,
    would_help      text,
    circle          text not null check (circle in ('close', 'wide')),
    state           text not null check (state in ('kept', 'held', 'withdrawn')),
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, teller_id) references membership (municipality_id, id),
    foreign key (municipality_id, writer_id) references membership (municipality_id, id),
    foreign key (municipality_id, topic_id) references topic (municipality_id, id)
) {strict};
-- Lists run newest first; ids follow time.
create index observation_by_teller on observation (municipality_id, teller_id, id);
create index observation_by_organisation on observation (municipality_id, organisation_id, id);
create index observation_by_area on observation (municipality_id, area_id, id);
-- What citizens told and nobody has looked at yet.
create index observation_held on observation (municipality_id, id) where state = 'held';
create index observation_wide on observation (municipality_id, id) where circle = 'wide';

-- A sentence of a story that the teller lets out of the circle.
create table quote (
    municipality_id {id} not null references municipality (id),
    id             {id} not null,
    observation_id {id} not null,
    body           text not null,
    language       text not null,
    state          text not null check (state in ('released', 'checked', 'withdrawn')),
    created_by     {id} not null,
    created_at     {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index quote_by_observation on quote (municipality_id, observation_id);
-- What waits for a look by someone in the circle.
create index quote_waiting on quote (municipality_id, observation_id) where state = 'released';

create table need (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    -- Where it was written: the circle it stays in until it is raised.
    organisation_id {id} not null,
    title           text not null,
    statement       text not null,
    language        text not null,
    concerns        text,
    topic_group     text not null,
    state           text not null check (state in ('draft', 'raised', 'planned', 'done', 'differs')),
    version         {int} not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    raised_at       {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index need_by_area on need (municipality_id, area_id, id);
create index need_by_state on need (municipality_id, state, id);

create table need_topic (
    municipality_id {id} not null,
    need_id  {id} not null,
    topic_id {id} not null,
    primary key (municipality_id, need_id, topic_id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, topic_id) references topic (municipality_id, id)
) {strict};

create table need_observation (
    municipality_id {id} not null,
    need_id         {id} not null,
    observation_id  {id} not null,
    -- A counter-case: someone for whom it is otherwise.
    counter         {flag} not null,
    linked_by       {id} not null,
    linked_at       {moment} not null,
    primary key (municipality_id, need_id, observation_id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, linked_by) references membership (municipality_id, id)
) {strict};
create index need_observation_back on need_observation (municipality_id, observation_id);

-- Interpretations, ideas and what users said, each signed; never mixed with observations.
create table need_note (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    need_id         {id} not null,
    kind            text not null check (kind in ('interpretation', 'idea', 'taken_back')),
    organisation_id {id} not null,
    body            text not null,
    language        text not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index need_note_by_need on need_note (municipality_id, need_id, id);

-- An asked organisation's reply; `kind` is empty until it answers.
create table answer (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    need_id         {id} not null,
    organisation_id {id} not null,
    asked_by        {id} not null,
    asked_at        {moment} not null,
    due_day         text not null,
    -- Passed on from this answer, whose history comes with it.
    passed_from_id  {id},
    kind            text check (kind in ('act', 'together', 'cannot', 'know_more', 'passed_on')),
    reason          text,
    meaning         text,
    mandate         text,
    what            text,
    by_day          text,
    missing         text,
    missing_from    text,
    passed_to_id    {id},
    passed_to_text  text,
    language        text not null,
    answered_by     {id},
    answered_at     {moment},
    done_by         {id},
    done_at         {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, passed_to_id) references organisation (municipality_id, id),
    foreign key (municipality_id, passed_from_id) references answer (municipality_id, id),
    foreign key (municipality_id, asked_by) references membership (municipality_id, id),
    foreign key (municipality_id, answered_by) references membership (municipality_id, id),
    foreign key (municipality_id, done_by) references membership (municipality_id, id)
) {strict};
create index answer_by_need on answer (municipality_id, need_id, id);
-- Nobody is asked the same twice before she has answered.
create unique index answer_open on answer (municipality_id, need_id, organisation_id) where kind is null;
-- Lists run as people read them: what waits first, the soonest due before the rest.
create index answer_by_organisation on answer
    (municipality_id, organisation_id, (case when kind is null then 0 else 1 end), due_day, id);
create index answer_by_due on answer
    (municipality_id, (case when kind is null then 0 else 1 end), due_day, id);
create index answer_waiting on answer (municipality_id, organisation_id, due_day, id) where kind is null;

create table initiative (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    title           text not null,
    problem         text not null,
    language        text not null,
    state           text not null check (state in ('problem', 'trial', 'practice', 'ended')),
    -- The practice lane: started at once by two practitioners, told of afterwards.
    lane            {flag} not null,
    -- Where it came from; each may be empty.
    observation_id  {id},
    need_id         {id},
    answer_id       {id},
    until_day       text,
    notice          text,
    learnt          text,
    ended_at        {moment},
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index initiative_by_area on initiative (municipality_id, area_id, id);
create index initiative_by_need on initiative (municipality_id, need_id);
create index initiative_by_answer on initiative (municipality_id, answer_id);
create index initiative_by_observation on initiative (municipality_id, observation_id);

create table initiative_party (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    initiative_id   {id} not null,
    organisation_id {id} not null,
    membership_id   {id},
    -- Does the work, as against leading it (F8).
    practitioner    {flag} not null,
    aim             text,
    language        text not null,
    joined_at       {moment} not null,
    left_at         {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index initiative_party_by_initiative on initiative_party (municipality_id, initiative_id, id);
create index initiative_party_by_organisation on initiative_party (municipality_id, organisation_id, initiative_id);

-- What happened along the way, as people tell it.
create table initiative_note (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    initiative_id   {id} not null,
    kind            text not null check (kind in ('meeting', 'note')),
    body            text not null,
    language        text not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index initiative_note_by_initiative on initiative_note (municipality_id, initiative_id, id);

-- One limit or one room for manoeuvre.
create table frame_item (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    initiative_id   {id},
    -- Who declared it; both sectors do.
    organisation_id {id} not null,
    body            text not null,
    language        text not null,
    kind            text not null check (kind in ('law', 'policy', 'resource', 'standard', 'value')),
    source          text,
    firmness        text not null check (firmness in ('open', 'negotiable', 'fixed')),
    changed_by      text not null,
    from_day        text not null,
    until_day       text,
    found_late      {flag} not null,
    version         {int} not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index frame_item_by_area on frame_item (municipality_id, area_id, firmness, id);

create table answer_frame_item (
    municipality_id {id} not null,
    answer_id     {id} not null,
    frame_item_id {id} not null,
    primary key (municipality_id, answer_id, frame_item_id),
    foreign key (municipality_id, answer_id) references answer (municipality_id, id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id)
) {strict};

-- What was agreed to do differently, by whom, from when.
create table practice_change (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    initiative_id   {id} not null,
    -- Whose practice changes (F23).
    organisation_id {id} not null,
    who             text not null,
    what            text not null,
    notice          text not null,
    language        text not null,
    from_day        text not null,
    outcome         text check (outcome in ('done', 'differently', 'not_done')),
    outcome_note    text,
    outcome_by      {id},
    outcome_at      {moment},
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, initiative_id) references initiative (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
    foreign key (municipality_id, outcome_by) references membership (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index practice_change_by_initiative on practice_change (municipality_id, initiative_id, id);
create index practice_change_by_organisation on practice_change (municipality_id, organisation_id, from_day);

create table offer (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    area_id         {id} not null,
    topic_group     text not null,
    name            text not null,
    summary         text not null,
    description     text,
    for_whom        text,
    language        text not null,
    price           text,
    access          text,
    email           text,
    url             text,
    state           text not null check (state in ('draft', 'published', 'withdrawn')),
    -- Months between checks.
    cadence         {int} not null,
    checked_day     text,
    sort_key        {bytes} not null,
    -- Name, summary and place with letters folded, for the plain search.
    search_text     text not null,
    version         {int} not null,
    created_by      {id} not null,
    created_at      {moment} not null,
    changed_at      {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, area_id) references area (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index offer_by_name on offer (municipality_id, state, sort_key, id);
create index offer_by_check on offer (municipality_id, state, checked_day, id);

create table offer_bearer (
    municipality_id {id} not null,
    offer_id        {id} not null,
    organisation_id {id} not null,
    primary key (municipality_id, offer_id, organisation_id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
) {strict};
create index offer_bearer_back on offer_bearer (municipality_id, organisation_id, offer_id);

create table offer_topic (
    municipality_id {id} not null,
    offer_id {id} not null,
    topic_id {id} not null,
    primary key (municipality_id, offer_id, topic_id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, topic_id) references topic (municipality_id, id)
) {strict};

create table offer_language (
    municipality_id {id} not null,
    offer_id {id} not null,
    language text not null,
    primary key (municipality_id, offer_id, language),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};

create table location (
    municipality_id {id} not null references municipality (id),
    id        {id} not null,
    name      text,
    address   text,
    postcode  text,
    city      text,
    country   text not null,
    latitude  {real},
    longitude {real},
    primary key (municipality_id, id)
) {strict};

create table offer_location (
    municipality_id {id} not null,
    offer_id    {id} not null,
    location_id {id} not null,
    primary key (municipality_id, offer_id, location_id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, location_id) references location (municipality_id, id)
) {strict};

-- When: always in words; by rule too (RFC 5545) where it is known.
create table schedule (
    municipality_id {id} not null references municipality (id),
    id        {id} not null,
    offer_id  {id} not null,
    body      text not null,
    weekdays  text,
    starts_at text,
    ends_at   text,
    from_day  text,
    until_day text,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index schedule_by_offer on schedule (municipality_id, offer_id);

create table phone (
    municipality_id {id} not null references municipality (id),
    id       {id} not null,
    offer_id {id} not null,
    number   text not null,
    about    text,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index phone_by_offer on phone (municipality_id, offer_id);

-- Whom to call: the role first, and the person who holds it for now.
create table contact (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    offer_id      {id} not null,
    title         text not null,
    membership_id {id},
    from_day      text not null,
    until_day     text,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index contact_by_offer on contact (municipality_id, offer_id);
create index contact_by_membership on contact (municipality_id, membership_id);

-- Someone said that it still holds. Editing and importing never count as that.
create table verification (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    offer_id   {id} not null,
    created_by {id} not null,
    created_at {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index verification_by_offer on verification (municipality_id, offer_id, id);

-- Which change an offer came from, and what it did to it.
create table offer_change (
    municipality_id {id} not null,
    offer_id  {id} not null,
    change_id {id} not null,
    effect    text not null check (effect in ('new', 'better', 'more', 'different')),
    linked_at {moment} not null,
    primary key (municipality_id, offer_id, change_id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, change_id) references practice_change (municipality_id, id)
) {strict};
create index offer_change_back on offer_change (municipality_id, change_id);
