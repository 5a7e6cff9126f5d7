-- Whose responsibility it is, as the asked organisation sees it: never asked of those who told.
alter table answer add column responsibility text;
-- Who else has it, or a part in it.
alter table answer add column responsible text;
-- Where it stands: a paragraph, and the municipalities' own number for the task (KLE).
alter table answer add column paragraph text;
alter table answer add column kle text;
alter table answer_version add column responsibility text;
alter table answer_version add column responsible text;
alter table answer_version add column paragraph text;
alter table answer_version add column kle text;

-- How much of it there is, as far as anyone knows, in words.
alter table need add column extent text;

-- The day those it is for were heard; of other notes it is empty.
alter table need_note add column heard_day text;

-- What was said to be done is not: what was felt of it no longer counts, and is asked anew after the next time.
alter table felt add column passed_at {moment};
drop index felt_once;
create unique index felt_once on felt (municipality_id, answer_id, membership_id, after)
    where voice = 'observer' and passed_at is null;
drop index felt_once_citizen;
create unique index felt_once_citizen on felt (municipality_id, answer_id, observation_id, after)
    where observation_id is not null and passed_at is null;
