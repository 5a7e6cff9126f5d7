-- A large file is taken back part by part too: who asked for it, while it lasts.

alter table import_run add column undone_by {id};
