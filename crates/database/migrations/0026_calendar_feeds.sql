-- Private addresses of calendars, kept as hashes only. A new one takes the place of the old.
create table calendar_feed (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    membership_id {id} not null,
    scope         text not null check (scope in ('mine', 'initiative', 'area')),
    -- The initiative or the area; the membership itself where it is her own.
    subject_id    {id} not null,
    hash          {bytes} not null,
    created_at    {moment} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create unique index calendar_feed_once on calendar_feed (municipality_id, membership_id, scope, subject_id);
create unique index calendar_feed_by_hash on calendar_feed (municipality_id, hash);
