-- What the Human Services Data Specification (HSDS 3) knows of an offer beyond its first words.
--
-- `more` holds, for each row, what its source says and nothing here uses: HSDS properties as
-- they came, so that they go out again without loss.

alter table offer add column minimum_age {int};
alter table offer add column maximum_age {int};
-- 'free' or 'paid', where it is said.
alter table offer add column cost text;
-- On public holidays: 'closed' or 'open'.
alter table offer add column holidays text not null default 'closed';
-- The offer that took its place. Ids are never used again; the old address leads there.
alter table offer add column merged_into {id};
alter table offer add column more {json};
create index offer_by_id on offer (municipality_id, state, id);
create index offer_by_change on offer (municipality_id, changed_at, id);

alter table organisation add column more {json};

-- One offer at one place (HSDS `service_at_location`). Without an id of its own, it is named
-- after both.
alter table offer_location add column id {id};
alter table offer_location add column more {json};
create index offer_location_back on offer_location (municipality_id, location_id);

-- 'physical', 'postal' or 'virtual'.
alter table location add column kind text not null default 'physical';
-- How one gets there.
alter table location add column transport text;
alter table location add column more {json};
create index location_by_postcode on location (municipality_id, postcode);

-- By rule (RFC 5545): FREQ 'weekly' or 'monthly', INTERVAL, BYDAY in `weekdays` ('TH', '1MO,-1FR'),
-- BYMONTHDAY and COUNT. `from_day` is DTSTART, `until_day` UNTIL.
alter table schedule add column freq text;
alter table schedule add column every {int};
alter table schedule add column month_days text;
alter table schedule add column occurrences {int};
-- Where it holds for one place only.
alter table schedule add column location_id {id};
alter table schedule add column more {json};

-- One day that is otherwise: closed, or at other times.
create table schedule_exception (
    municipality_id {id} not null references municipality (id),
    offer_id  {id} not null,
    day       text not null,
    starts_at text,
    ends_at   text,
    primary key (municipality_id, offer_id, day),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};

-- Closed for a while; without `until_day` until further notice.
create table closure (
    municipality_id {id} not null references municipality (id),
    id        {id} not null,
    offer_id  {id} not null,
    from_day  text not null,
    until_day text,
    note      text,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index closure_by_offer on closure (municipality_id, offer_id, from_day);

-- 'voice', 'text', 'fax', ...
alter table phone add column kind text;
alter table phone add column extension text;
alter table phone add column more {json};

-- The name of a person who is not a member here, as a source gave it: for keepers only, since
-- nobody here can say when she leaves.
alter table contact add column name text;
alter table contact add column email text;
alter table contact add column more {json};

-- How somebody came to know that it holds: 'site', 'link', 'phone' or 'visit'.
alter table verification add column method text not null default 'site';

create table cost_option (
    municipality_id {id} not null references municipality (id),
    id       {id} not null,
    offer_id {id} not null,
    option   text,
    amount   {real},
    currency text,
    more     {json},
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index cost_option_by_offer on cost_option (municipality_id, offer_id, id);

create table offer_accessibility (
    municipality_id {id} not null,
    offer_id {id} not null,
    feature  text not null,
    primary key (municipality_id, offer_id, feature),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};

-- How many there is room for, and when someone last said so.
create table capacity (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    offer_id   {id} not null,
    available  {int} not null,
    maximum    {int},
    updated_at {moment} not null,
    more       {json},
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index capacity_by_offer on capacity (municipality_id, offer_id, id);

-- Whom it is for by where they live; none: the whole municipality.
create table service_area (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    offer_id    {id} not null,
    name        text,
    description text,
    more        {json},
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index service_area_by_offer on service_area (municipality_id, offer_id, id);
