-- What a long list asks of all offers or places at once is answered from an index alone.
create index offer_shown on offer (municipality_id, state, cadence, checked_day, known_day);
create index location_district on location (municipality_id, postcode, city);
drop index location_by_postcode;
