-- Figures over a stretch of time.
create index need_by_raising on need (municipality_id, raised_at);
create index answer_by_answering on answer (municipality_id, answered_at);
