-- What an answer cited before the step that corrected it, in the words it then had.
create table answer_version_frame_item (
    municipality_id {id} not null,
    step_id       {id} not null,
    frame_item_id {id} not null,
    version       {int},
    primary key (municipality_id, step_id, frame_item_id),
    foreign key (municipality_id, step_id) references answer_version (municipality_id, step_id),
    foreign key (municipality_id, frame_item_id) references frame_item (municipality_id, id)
) {strict};
create index answer_version_frame_item_back on answer_version_frame_item (municipality_id, frame_item_id);
