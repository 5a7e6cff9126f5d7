-- What hangs on an offer, in the order it was written: without the id in the index, SQLite would rather go
-- through all there is in that order than sort the few of one offer.
drop index schedule_by_offer;
drop index phone_by_offer;
drop index contact_by_offer;
create index schedule_by_offer on schedule (municipality_id, offer_id, id);
create index phone_by_offer on phone (municipality_id, offer_id, id);
create index contact_by_offer on contact (municipality_id, offer_id, id);
-- Offers whose times are known by rule, for the calendar of what is coming.
create index schedule_by_rule on schedule (municipality_id, offer_id) where freq is not null;
