//! Who came and went, who took what on, and what was handed over.
use super::{At, Event, Whose, happened};
use crate::desk::{Desk, Outcome};
use crate::initiative::Reading;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::calendar::Day;
use samskab_domain::frame::handover;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::task::Step;

#[derive(FromRow)]
struct Party {
    organisation_id: Id,
    organisation: String,
    aim: Option<String>,
    joined_at: KeptMoment,
    left_at: Option<KeptMoment>,
}

/// Each organisation once, when the first of it came; and when one left.
pub(super) async fn parties(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Vec<At>> {
    let sql = sql!(
        "select party.organisation_id, organisation.name as organisation, party.aim, party.joined_at, party.left_at from initiative_party party \
         join organisation on organisation.municipality_id = party.municipality_id \
         and organisation.id = party.organisation_id \
         where party.municipality_id = ? and party.initiative_id = ? order by party.id",
        municipality,
        initiative
    );
    let rows: Vec<Party> = desk.db.all(sql).await?;
    let mut sides: Vec<Vec<Party>> = Vec::new();
    for row in rows {
        let same = |p: &Party| p.organisation_id == row.organisation_id;
        match sides.iter_mut().find(|side| side.iter().any(same)) {
            Some(side) => side.push(row),
            None => sides.push(vec![row]),
        }
    }
    Ok(sides.iter().flat_map(|side| came_and_went(side)).collect())
}

/// Once for all the places of a side: when the first was taken, and when none is left.
fn came_and_went(places: &[Party]) -> Vec<At> {
    let Some(first) = places.first() else {
        return vec![];
    };
    let joined = Event::Joined {
        organisation: first.organisation.clone(),
        aim: places.iter().find_map(|p| p.aim.clone()),
    };
    let mut steps = vec![happened(*first.joined_at, None, joined)];
    let left: Option<Vec<KeptMoment>> = places.iter().map(|p| p.left_at).collect();
    if let Some(at) = left.and_then(|all| all.into_iter().max()) {
        let organisation = first.organisation.clone();
        steps.push(happened(*at, None, Event::LeftIt { organisation }));
    }
    steps
}

#[derive(FromRow)]
struct TaskRow {
    what: String,
    step: String,
    organisation: Option<String>,
    created_at: KeptMoment,
}

/// So many steps of tasks at the most: the latest.
const TASK_STEPS: i64 = 100;

/// Tasks taken on, given back and done. Who said *no thanks* is no part of any story.
pub(super) async fn tasks(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Vec<At>> {
    let sql = sql!(
        "select task.what, step.step, organisation.name as organisation, step.created_at from task_step step \
         join task on task.municipality_id = step.municipality_id and task.id = step.task_id \
         left join organisation on organisation.municipality_id = step.municipality_id \
         and organisation.id = step.organisation_id \
         where step.municipality_id = ? and task.initiative_id = ? and step.step in ('accepted', 'given_back', 'done') \
         order by step.id desc limit ?",
        municipality,
        initiative,
        TASK_STEPS
    );
    let rows: Vec<TaskRow> = desk.db.all(sql).await?;
    let step = |row: TaskRow| {
        let whose = row.organisation.map(|organisation| Whose {
            role: None,
            organisation,
        });
        let event = Event::Task {
            what: row.what,
            step: Step::from_code(&row.step)?,
        };
        Some(happened(*row.created_at, whose, event))
    };
    Ok(rows.into_iter().filter_map(step).collect())
}

#[derive(FromRow)]
struct Handover {
    id: Id,
    recipient: String,
    sent_day: String,
    organisation: String,
    outcome: Option<String>,
    outcome_text: Option<String>,
    outcome_day: Option<String>,
}

/// Questions to elected politicians about its need or about what it keeps to, and what they said.
pub(super) async fn handovers(
    desk: &Desk,
    municipality: Id,
    reading: &Reading,
) -> Outcome<Vec<At>> {
    let sql = sql!(
        "select handover.id, handover.recipient, handover.sent_day, organisation.name as organisation, \
         handover.outcome, handover.outcome_text, handover.outcome_day from political_handover handover \
         join organisation on organisation.municipality_id = handover.municipality_id \
         and organisation.id = handover.organisation_id \
         where handover.municipality_id = ? and (handover.need_id in ",
        municipality
    )
    .list(reading.origin.need.iter().map(|need| need.id))
    .text(" or handover.frame_item_id in ")
    .list(reading.frames.iter().map(|item| item.id))
    .text(") order by handover.id");
    let rows: Vec<Handover> = desk.db.all(sql).await?;
    Ok(rows.into_iter().flat_map(steps_of).collect())
}

fn steps_of(row: Handover) -> Vec<At> {
    let whose = Whose {
        role: None,
        organisation: row.organisation,
    };
    let sent = Day::parse(&row.sent_day).map(|day| {
        let event = Event::HandedOver {
            handover: row.id,
            recipient: row.recipient.clone(),
        };
        happened(day.start(), Some(whose), event)
    });
    let outcome = row.outcome.as_deref();
    let outcome = outcome.and_then(handover::Outcome::from_code);
    let on = row.outcome_day.as_deref().and_then(Day::parse);
    let answered = outcome.zip(on).map(|(outcome, day)| {
        let event = Event::HandoverAnswered {
            handover: row.id,
            recipient: row.recipient,
            outcome,
            text: row.outcome_text,
        };
        happened(day.start(), None, event)
    });
    sent.into_iter().chain(answered).collect()
}
