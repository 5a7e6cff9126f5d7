-- Whether web addresses, mailboxes and numbers of offers lead anywhere.
create table offer_reach (
    municipality_id {id} not null references municipality (id),
    offer_id   {id} not null,
    kind       text not null check (kind in ('url', 'email', 'phone')),
    -- What was looked at: it says nothing of what stands there later.
    value      text not null,
    state      text not null check (state in ('fine', 'doubtful', 'broken')),
    trouble    text check (trouble in ('gone', 'unwell', 'unreachable', 'refused', 'form', 'bounced')),
    -- Looks in a row that found trouble.
    failures   {int} not null,
    checked_at {moment} not null,
    primary key (municipality_id, offer_id, kind, value),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id)
) {strict};
create index offer_reach_by_state on offer_reach (municipality_id, state, offer_id);
