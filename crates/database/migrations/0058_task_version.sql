-- How many times what is said of a task was changed, so that nobody's form writes over what another wrote meanwhile.
alter table task add column version {int} not null default 1;
