-- Who said that it is over, and who tied an offer to what made it: their roles stand on the trail. Empty for what
-- was ended or tied before.
alter table initiative add column ended_by {id};
alter table offer_change add column linked_by {id};
