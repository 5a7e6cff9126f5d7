-- The version of an offer at its last change that matters to those who read it in another
-- language. A translation made from an older one is outdated; whoever corrects a comma says so.
alter table offer add column major_version {int} not null default 1;
