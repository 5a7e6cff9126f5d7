-- What a story said before it was corrected, so that those who linked it can see that it was.
create table observation_version (
    municipality_id {id} not null,
    observation_id  {id} not null,
    number          {int} not null,
    story           text not null,
    would_help      text,
    language        text not null,
    corrected_by    {id} not null,
    corrected_at    {moment} not null,
    primary key (municipality_id, observation_id, number),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, corrected_by) references membership (municipality_id, id)
) {strict};
