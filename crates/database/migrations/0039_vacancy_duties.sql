-- What hung on a person beside offers and initiatives: tasks, answers, meetings, drafts. What was
-- given on with a vacancy, so that whoever got it can see it.
create table vacancy_duty (
    municipality_id {id} not null references municipality (id),
    vacancy_id {id} not null,
    kind       text not null check (kind in ('task', 'answer', 'meeting', 'need')),
    subject_id {id} not null,
    primary key (municipality_id, vacancy_id, kind, subject_id)
) {strict};

create index meeting_by_caller on meeting (municipality_id, called_by, starts_at);
create index answer_draft_by_writer on answer_draft (municipality_id, saved_by);
create index need_draft_by_writer on need (municipality_id, created_by) where state = 'draft';
