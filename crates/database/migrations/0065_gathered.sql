-- What is counted of a story stands beside its link, so that a need with thousands of them is counted from one
-- index: none of it changes while the story is kept, and the link goes with the story.
alter table need_observation add column observer_id {id};
alter table need_observation add column organisation_id {id};
alter table need_observation add column place text;
alter table need_observation add column source text not null default '';
alter table need_observation add column month {int} not null default 0;
update need_observation set
    observer_id = (select membership.person_id from observation join membership
        on membership.municipality_id = observation.municipality_id and membership.id = observation.teller_id
        where observation.municipality_id = need_observation.municipality_id
        and observation.id = need_observation.observation_id),
    organisation_id = (select observation.organisation_id from observation
        where observation.municipality_id = need_observation.municipality_id
        and observation.id = need_observation.observation_id),
    place = (select observation.place from observation
        where observation.municipality_id = need_observation.municipality_id
        and observation.id = need_observation.observation_id),
    source = (select observation.source from observation
        where observation.municipality_id = need_observation.municipality_id
        and observation.id = need_observation.observation_id);
create index need_observation_counted on need_observation
    (municipality_id, need_id, observer_id, organisation_id, place, source, month, counter, echo_of);
