-- A change to an offer that waits until someone lets it through.

-- Whose changes wait: 'nobody', 'shared' (those to an offer of two), 'everybody' (but facilitators).
alter table municipality add column changes_wait text not null default 'nobody';

create table offer_proposal (
    municipality_id {id} not null references municipality (id),
    id         {id} not null,
    offer_id   {id} not null,
    -- The fields of the form that are otherwise, by their names.
    typed      {json} not null,
    created_by {id} not null,
    created_at {moment} not null,
    outcome    text check (outcome in ('let_through', 'turned_down', 'taken_back')),
    note       text,
    language   text not null,
    decided_by {id},
    decided_at {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id),
    foreign key (municipality_id, decided_by) references membership (municipality_id, id)
) {strict};
-- One at a time for each offer: whoever goes on changing changes that one.
create unique index offer_proposal_open on offer_proposal (municipality_id, offer_id) where outcome is null;
