-- The month of what was told before months were kept.
update observation set month = {danish_month} where month = 0;
update need_observation set month = (select observation.month from observation
    where observation.municipality_id = need_observation.municipality_id
    and observation.id = need_observation.observation_id)
    where month = 0;
