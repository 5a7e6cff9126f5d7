-- How many times it was said what came of a change, so that nobody's word goes unseen.
alter table practice_change add column outcome_version {int} not null default 0;
