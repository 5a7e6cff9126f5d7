-- The same of what was handed over to politicians.
alter table political_handover add column outcome_version {int} not null default 0;
