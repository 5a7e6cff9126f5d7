-- Whose question it is, so that those who asked find what they wait for.
alter table answer add column asking_organisation_id {id};
update answer set asking_organisation_id = (select membership.organisation_id from membership
    where membership.municipality_id = answer.municipality_id and membership.id = answer.asked_by);
create index answer_by_asking on answer (municipality_id, asking_organisation_id,
    (case when kind is null and withdrawn_at is null then 0 else 1 end), due_day, id);
