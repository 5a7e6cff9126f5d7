-- What people make of what is suggested to them, and what the tool learns from it.

-- The story this one nearly repeats, of those the need has gathered: a campaign counts once.
alter table need_observation add column echo_of {id};
-- Where the need stood among the suggestions for the story when it was linked, 1 for the first; 0 where
-- nothing could be suggested; empty until it has been looked at.
alter table need_observation add column suggested {int};
create index need_observation_suggested on need_observation (municipality_id, linked_at) where suggested > 0;

-- A person has said that a story does not belong under a need.
create table need_refusal (
    municipality_id {id} not null,
    need_id         {id} not null,
    observation_id  {id} not null,
    refused_by      {id} not null,
    refused_at      {moment} not null,
    primary key (municipality_id, need_id, observation_id),
    foreign key (municipality_id, need_id) references need (municipality_id, id),
    foreign key (municipality_id, observation_id) references observation (municipality_id, id),
    foreign key (municipality_id, refused_by) references membership (municipality_id, id)
) {strict};
create index need_refusal_back on need_refusal (municipality_id, observation_id);

-- Words that stories of at least three organisations use about a need, made anew whenever what it has
-- gathered changes.
create table need_word (
    municipality_id {id} not null,
    need_id         {id} not null,
    stem            text not null,
    word            text not null,
    weight          {real} not null,
    organisations   {int} not null,
    primary key (municipality_id, need_id, stem),
    foreign key (municipality_id, need_id) references need (municipality_id, id)
) {strict};
-- How often its words have been learnt anew.
alter table need add column learnt {int};
