-- Anyone says that something about an offer is wrong.
create table offer_fault (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    offer_id   {id} not null,
    kind       text not null check (kind in ('closed', 'moved', 'wrong_time', 'wrong_number', 'other')),
    note       text,
    language   text not null,
    -- Where to say what came of it: only until that is said.
    reply_to   text,
    created_at {moment} not null,
    outcome    text check (outcome in ('mended', 'as_it_stands', 'taken_down')),
    closed_by  {id},
    closed_at  {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, closed_by) references membership (municipality_id, id)
) {strict};
create index offer_fault_open on offer_fault (municipality_id, offer_id, id) where closed_at is null;
create index offer_fault_by_age on offer_fault (municipality_id, created_at);
