-- What a need has become: part of another, parted, or put anew.
create table need_succession (
    municipality_id {id} not null,
    from_id         {id} not null,
    to_id           {id} not null,
    kind            text not null check (kind in ('merged', 'split', 'superseded')),
    created_by      {id} not null,
    created_at      {moment} not null,
    primary key (municipality_id, from_id, to_id),
    foreign key (municipality_id, from_id) references need (municipality_id, id),
    foreign key (municipality_id, to_id) references need (municipality_id, id),
    foreign key (municipality_id, created_by) references membership (municipality_id, id)
) {strict};
create index need_succession_back on need_succession (municipality_id, to_id);
-- Since when another need stands in its place; empty for most.
alter table need add column succeeded_at {moment};
