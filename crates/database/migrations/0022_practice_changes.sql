-- When somebody asks how a change went; older ones are asked about from the day they begin.
alter table practice_change add column follow_up_day text;

-- *Did you want it yourselves?*, asked of those whose practice changes.
create table change_wish (
    municipality_id {id} not null,
    change_id       {id} not null,
    membership_id   {id} not null,
    wanted          text not null check (wanted in ('yes', 'partly', 'no')),
    said_at         {moment} not null,
    primary key (municipality_id, change_id, membership_id),
    foreign key (municipality_id, change_id) references practice_change (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
