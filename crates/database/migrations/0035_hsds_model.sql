-- What the Human Services Data Specification (HSDS 3) knows of an offer beyond its first words.

alter table offer add column minimum_age {int};
alter table offer add column maximum_age {int};
-- 'free' or 'paid', where it is said.
alter table offer add column cost text;
-- On public holidays: 'closed' or 'open'.
alter table offer add column holidays text not null default 'closed';
-- The offer that took its place. Ids are never used again; the old address leads there.
alter table offer add column merged_into {id};
-- What a source said of it, as it came (HSDS): what nothing here uses goes out again without loss.
alter table offer add column source {json};
create index offer_by_id on offer (municipality_id, state, id);
create index offer_by_change on offer (municipality_id, changed_at, id);

alter table organisation add column source {json};

-- One offer at one place (HSDS `service_at_location`); none: the place's own id.
alter table offer_location add column id {id};
create index offer_location_back on offer_location (municipality_id, location_id);

-- How one gets there.
alter table location add column transport text;
create index location_by_postcode on location (municipality_id, postcode);

-- By rule (RFC 5545): FREQ 'weekly' or 'monthly', INTERVAL, BYDAY in `weekdays` ('TH', '1MO,-1FR'),
-- BYMONTHDAY and COUNT. `from_day` is DTSTART, `until_day` UNTIL.
alter table schedule add column freq text;
alter table schedule add column every {int};
alter table schedule add column month_days text;
alter table schedule add column occurrences {int};

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

-- What it costs, in the currency's whole units (ISO 4217).
create table cost_option (
    municipality_id {id} not null references municipality (id),
    id       {id} not null,
    offer_id {id} not null,
    amount   {real} not null,
    currency text not null,
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
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index capacity_by_offer on capacity (municipality_id, offer_id, id);
