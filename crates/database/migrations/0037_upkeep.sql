-- Keeping the directory right: what changed in an offer, and which offers may be the same (F15, F16).

-- What a change did to an offer, field by field, in the words people read.
create table offer_history (
    municipality_id {id} not null references municipality (id),
    id            {id} not null,
    offer_id      {id} not null,
    at            {moment} not null,
    -- Empty for what the program did by itself.
    membership_id {id},
    way           text not null,
    changes       {json} not null,
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index offer_history_by_offer on offer_history (municipality_id, offer_id, id);

-- Two offers that may be the same; `first_id` is the less of the two ids.
create table offer_pair (
    municipality_id {id} not null,
    first_id   {id} not null,
    second_id  {id} not null,
    -- What they share: codes with commas between.
    shared     text not null,
    -- Between 0 and 1,000; the likest first.
    likeness   {int} not null,
    -- Somebody looked and said that they are two.
    apart_by   {id},
    primary key (municipality_id, first_id, second_id),
    foreign key (municipality_id, first_id) references offer (municipality_id, id),
    foreign key (municipality_id, second_id) references offer (municipality_id, id),
    foreign key (municipality_id, apart_by) references membership (municipality_id, id)
) {strict};
create index offer_pair_back on offer_pair (municipality_id, second_id);
create index offer_pair_open on offer_pair (municipality_id, likeness, first_id, second_id) where apart_by is null;
