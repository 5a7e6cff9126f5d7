-- A file that waits is looked through by the worker, part by part, and whoever sent it follows how far it has come.

create table import_look (
    municipality_id {id} not null,
    run_id   {id} not null,
    -- How many of the file are looked at; -1 before it is read.
    looked   {int} not null,
    -- What would become of those: sums, and the first of each.
    found    {json} not null,
    -- Why nothing of the file can be taken, in the words of whoever sent it.
    broken   text,
    primary key (municipality_id, run_id),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id) on delete cascade
) {strict};
