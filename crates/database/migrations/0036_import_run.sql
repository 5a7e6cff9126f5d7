-- What was brought in at once, so that it can be looked at before, followed, and taken back.

create table import_run (
    municipality_id {id} not null references municipality (id),
    id          {id} not null,
    -- The name it is known by: a file, a feed.
    source      text not null,
    language    text not null,
    -- What is still to be brought in, and on what terms; gone when it is.
    content     {json},
    options     {json} not null,
    state       text not null check (state in ('waiting', 'running', 'done', 'undone')),
    total       {int} not null,
    done        {int} not null,
    added       {int} not null,
    changed     {int} not null,
    same        {int} not null,
    -- Which could not be taken, and why: numbers and codes, no words.
    refused     {json} not null,
    created_by  {id} not null,
    created_at  {moment} not null,
    finished_at {moment},
    primary key (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};

-- What a run did to an offer: made it, changed it (then how it was), or gave it words in a language.
create table import_change (
    municipality_id {id} not null,
    run_id   {id} not null,
    offer_id {id} not null,
    what     text not null check (what in ('new', 'changed', 'words')),
    before   {json},
    primary key (municipality_id, run_id, offer_id),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id)
) {strict};

-- Rows of a package that hang on nothing kept here; they go out again as they came.
create table import_rest (
    municipality_id {id} not null,
    run_id  {id} not null,
    number  {int} not null,
    name    text not null,
    body    {json} not null,
    primary key (municipality_id, run_id, number),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id)
) {strict};
