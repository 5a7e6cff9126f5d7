-- What a seminar is written back as: notes beside needs. Changes know their meeting already.
alter table need_note add column meeting_id {id};
create index need_note_by_meeting on need_note (municipality_id, meeting_id, id) where meeting_id is not null;

-- A seminar's pack as PDF, for the membership that asked for it. Gone a day later.
create table seminar_paper (
    municipality_id {id} not null references municipality (id),
    id              {id} not null,
    meeting_id      {id} not null,
    asked_by        {id} not null,
    language        text not null,
    state           text not null check (state in ('waiting', 'gathering', 'setting', 'made', 'failed')),
    asked_at        {moment} not null,
    made_at         {moment},
    pages           {int},
    -- SHA-256 of the document it was made of: where another would be made today, it is not handed out.
    digest          {bytes},
    pdf             {bytes},
    primary key (municipality_id, id),
    foreign key (municipality_id, meeting_id) references meeting (municipality_id, id),
    foreign key (municipality_id, asked_by) references membership (municipality_id, id)
) {strict};
create index seminar_paper_by_asker on seminar_paper (municipality_id, asked_by, meeting_id, id);
