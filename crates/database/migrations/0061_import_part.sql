-- A file waits in parts: each is read by itself, so that a large one is never held whole. What of a file is no
-- service and no row stays in `import_run.content`.

create table import_part (
    municipality_id {id} not null,
    run_id   {id} not null,
    -- How many of the file come before it.
    begins   {int} not null,
    content  {json} not null,
    primary key (municipality_id, run_id, begins),
    foreign key (municipality_id, run_id) references import_run (municipality_id, id) on delete cascade
) {strict};
