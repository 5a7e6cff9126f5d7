-- How many times a meeting was moved or named anew, so that nobody's form writes over what another wrote meanwhile.
alter table meeting add column version {int} not null default 1;
