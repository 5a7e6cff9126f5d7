-- Whether an offer still holds: until when somebody knew it to, how often it is asked, and of whom.

-- The last day it was known to hold before anyone here checked it: when it was written, or what
-- the file it came from says of it.
alter table offer add column known_day text;
-- How often it is asked was set for this offer; else its topic group says.
alter table offer add column own_cadence {flag};
-- By which way it was said: on the site, or by the link in a mail.
alter table verification add column how text;

-- Months between checks for a group of topics, where the municipality has set them.
create table topic_cadence (
    municipality_id {id} not null references municipality (id),
    topic_group text not null,
    months      {int} not null,
    primary key (municipality_id, topic_group)
) {strict};

-- Who is asked when the contact does not answer.
create table offer_backup (
    municipality_id {id} not null,
    offer_id      {id} not null,
    membership_id {id} not null,
    primary key (municipality_id, offer_id),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index offer_backup_by_membership on offer_backup (municipality_id, membership_id);

-- Somebody was asked whether an offer still holds. One mail may ask about many: its batch.
create table reminder (
    municipality_id {id} not null,
    offer_id      {id} not null,
    membership_id {id} not null,
    day           text not null,
    rung          text not null check (rung in ('contact', 'backup', 'coordinator', 'facilitator')),
    batch_id      {id} not null,
    -- Two nodes at once: the second is refused.
    primary key (municipality_id, offer_id, membership_id, day),
    foreign key (municipality_id, offer_id) references offer (municipality_id, id),
    foreign key (municipality_id, membership_id) references membership (municipality_id, id)
) {strict};
create index reminder_by_batch on reminder (municipality_id, batch_id, offer_id);
create index reminder_by_day on reminder (municipality_id, day);
