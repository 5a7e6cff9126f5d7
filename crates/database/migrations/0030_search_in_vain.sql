-- Words that citizens and colleagues searched for and that stand in no offer. Words alone: nobody who
-- searched, no whole search, no hour.
create table search_in_vain (
    municipality_id {id} not null references municipality (id),
    word      text not null,
    times     {int} not null check (times > 0),
    first_day text not null,
    last_day  text not null,
    primary key (municipality_id, word)
) {strict};
create index search_in_vain_by_times on search_in_vain (municipality_id, times, word);
