-- The month a story was told in, in Danish time, counted from the year 0: in how many months a need was seen is
-- asked of all its stories at once, and the engines tell months of a moment in different words.
alter table observation add column month {int} not null default 0;
