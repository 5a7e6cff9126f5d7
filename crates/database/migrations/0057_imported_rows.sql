-- What a row of a spreadsheet said when it came in last, so that only what its source has changed since is
-- changed here; and which run brought it in, so that the run can be taken back.

alter table imported add column language text;
-- Column by column; of offers only, never of what people tell.
alter table imported add column body {json};
alter table imported add column run_id {id};
create index imported_by_subject on imported (municipality_id, subject_id);
create index imported_by_run on imported (municipality_id, run_id);
