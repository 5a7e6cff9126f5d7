//! The whole story of an initiative, as far as a reader may see: from what was seen and answered
//! before it, by what was tried, to what changed and who uses it (F4, F9, F10).
//!
//! Everything in it is a row somebody made on purpose. It is a step of the trail where the trail has
//! it, and tells whose doing it was: a role of an organisation, never a name.
mod around;
mod doings;

use super::read::{Reading, read};
use super::table::Initiative;
use super::understanding::Version;
use crate::desk::{Desk, Outcome};
use crate::frame::FrameItem;
use crate::meeting::Meeting;
use crate::practice_change::Change;
use crate::trail::{self, Link, Step};
use doings::{Doings, doings};
use samskab_domain::access::{Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::frame::handover;
use samskab_domain::initiative::ending::{Condition, EndedAs};
use samskab_domain::initiative::{NoteKind, State};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::meeting::{Purpose, State as MeetingState};
use samskab_domain::offer::Effect;
use samskab_domain::practice_change::Outcome as CameOfIt;
use samskab_domain::task::Step as TaskStep;
use std::collections::HashSet;

/// An initiative and all that belongs to its story.
#[derive(Clone, Debug)]
pub struct Story {
    pub initiative: Initiative,
    /// The sides that are in it now.
    pub parties: Vec<String>,
    /// Oldest first, what is to come last.
    pub steps: Vec<At>,
}

/// A step, when it was or will be, and whose doing it was.
#[derive(Clone, Debug)]
pub struct At {
    pub at: Moment,
    pub to_come: bool,
    pub whose: Option<Whose>,
    pub event: Event,
}

/// A role of an organisation; the organisation alone where no more is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    pub role: Option<Role>,
    pub organisation: String,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// Somebody saw it in practice; only for the circle of the story.
    Seen {
        observation: Id,
    },
    /// It was written as a need in general words.
    Written {
        need: Link,
    },
    /// What the trail of the need tells.
    Before(Step),
    /// It began, small or large.
    Began {
        lane: bool,
        problem: String,
        until: Option<Day>,
    },
    Joined {
        organisation: String,
        aim: Option<String>,
    },
    LeftIt {
        organisation: String,
    },
    /// A limit or a room nobody knew of when it began (F12).
    FoundLate {
        item: Link,
        why: Option<String>,
    },
    /// Handed over to elected politicians.
    HandedOver {
        handover: Id,
        recipient: String,
    },
    HandoverAnswered {
        handover: Id,
        recipient: String,
        outcome: handover::Outcome,
        text: Option<String>,
    },
    Task {
        what: String,
        step: TaskStep,
    },
    Met {
        meeting: Link,
        purpose: Purpose,
        state: MeetingState,
        changes: i64,
    },
    Noted {
        kind: NoteKind,
        body: String,
    },
    Agreed {
        change: Link,
        who: String,
        organisation: String,
        from: Option<Day>,
        notice: String,
    },
    CameOf {
        change: Link,
        outcome: CameOfIt,
        note: Option<String>,
    },
    Offered {
        offer: Link,
        effect: Effect,
    },
    /// A shared understanding was written, or written anew.
    Understood {
        body: String,
    },
    /// It rests for a while; the reason is kept while it does.
    Paused {
        why: Option<String>,
    },
    Resumed,
    Ended {
        learnt: String,
        ended_as: Option<EndedAs>,
        /// What of its area it hung on.
        conditions: Vec<Condition>,
    },
    /// It was said to last until then.
    Until {
        day: Day,
    },
}

/// # Errors
/// As [`read`].
pub async fn story(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Story> {
    let reading = read(desk, actor, id).await?;
    let doings = doings(desk, actor.municipality, &reading).await?;
    let mut steps = before(desk, actor, &reading, &doings).await?;
    steps.extend(around::parties(desk, actor.municipality, id).await?);
    steps.extend(around::tasks(desk, actor.municipality, id).await?);
    steps.extend(around::handovers(desk, actor.municipality, &reading).await?);
    steps.extend(course(&reading, &doings, desk.now()));
    // Those who were in it from the first moment come after that it began.
    steps.sort_by_key(|step| {
        (
            step.to_come,
            step.at,
            matches!(step.event, Event::Joined { .. }),
        )
    });
    Ok(Story {
        parties: sides(&reading),
        initiative: reading.initiative,
        steps,
    })
}

/// Each side once, in the order they came; of some, several are in it.
fn sides(reading: &Reading) -> Vec<String> {
    let mut known = HashSet::new();
    let first = reading
        .parties
        .iter()
        .filter(|p| known.insert(p.organisation_id));
    first.map(|p| p.organisation.clone()).collect()
}

fn happened(at: Moment, whose: Option<Whose>, event: Event) -> At {
    At {
        at,
        to_come: false,
        whose,
        event,
    }
}

/// The way to it: what was seen, the need, what was answered.
async fn before(
    desk: &Desk,
    actor: &Actor,
    reading: &Reading,
    doings: &Doings,
) -> Outcome<Vec<At>> {
    let mut steps = Vec::new();
    if let Some(observation) = reading.origin.observation {
        let seen = doings.of(observation, &["recorded", "held"]);
        steps.extend(seen.map(|done| happened(done.at, done.whose(), Event::Seen { observation })));
    }
    let Some(need) = &reading.origin.need else {
        return Ok(steps);
    };
    if let Some(done) = doings.of(need.id, &["drafted"]) {
        let need = Link {
            id: need.id,
            title: need.title.clone(),
        };
        steps.push(happened(done.at, done.whose(), Event::Written { need }));
    }
    let told = trail::of_need(desk, actor, need.id).await?;
    steps.extend(told.into_iter().map(|step| At {
        at: step.at,
        to_come: step.to_come,
        whose: step.by.map(|by| Whose {
            role: Some(by.role),
            organisation: by.organisation,
        }),
        event: Event::Before(step.step),
    }));
    Ok(steps)
}

/// What happened in it.
fn course(reading: &Reading, doings: &Doings, now: Moment) -> Vec<At> {
    let i = &reading.initiative;
    let mut steps = vec![began(i, doings)];
    let late = reading.frames.iter().filter(|item| item.found_late);
    steps.extend(late.map(found_late));
    steps.extend(reading.notes.iter().map(|note| {
        let event = Event::Noted {
            kind: note.kind(),
            body: note.body.clone(),
        };
        let whose = doings.at(i.id, "noted", note.created_at());
        let organisation = note.organisation.clone();
        let alone = Whose {
            role: None,
            organisation,
        };
        happened(note.created_at(), Some(whose.unwrap_or(alone)), event)
    }));
    let met = reading.meetings.iter();
    let met = met.filter(|m| m.state() != MeetingState::Cancelled);
    steps.extend(met.map(|meeting| met_at(meeting, doings, now)));
    for change in &reading.changes {
        steps.extend(of_change(change, doings, now));
    }
    steps.extend(reading.offers.iter().filter_map(|offer| {
        let effect = offer.effect()?;
        let whose = doings.at(offer.id, "linked_to_change", offer.linked_at());
        let offered = Link {
            id: offer.id,
            title: offer.name.clone(),
        };
        let event = Event::Offered {
            offer: offered,
            effect,
        };
        Some(happened(offer.linked_at(), whose, event))
    }));
    steps.extend(reading.understanding.versions.iter().map(understood));
    steps.extend(rests(i, doings));
    steps.extend(end(i, doings, now));
    steps
}

fn began(i: &Initiative, doings: &Doings) -> At {
    let began = doings.of(i.id, &["trial_started", "opened"]);
    let event = Event::Began {
        lane: i.lane,
        problem: i.problem.clone(),
        until: i.until(),
    };
    happened(i.created_at(), began.and_then(|done| done.whose()), event)
}

fn found_late(item: &FrameItem) -> At {
    let whose = Whose {
        role: None,
        organisation: item.organisation.clone(),
    };
    let event = Event::FoundLate {
        item: Link {
            id: item.id,
            title: item.body.clone(),
        },
        why: item.late_why.clone(),
    };
    happened(item.declared_at(), Some(whose), event)
}

/// Of a meeting to build relations nobody is told who called it.
fn met_at(meeting: &Meeting, doings: &Doings, now: Moment) -> At {
    let called = doings.of(meeting.id, &["called"]);
    let told = meeting.purpose().keeps_minutes();
    At {
        at: meeting.starts_at(),
        to_come: meeting.starts_at() > now,
        whose: called.and_then(|done| done.whose()).filter(|_| told),
        event: Event::Met {
            meeting: Link {
                id: meeting.id,
                title: meeting.title.clone(),
            },
            purpose: meeting.purpose(),
            state: meeting.state(),
            changes: meeting.changes,
        },
    }
}

/// That it was agreed, and what came of it.
fn of_change(change: &Change, doings: &Doings, now: Moment) -> Vec<At> {
    let link = Link {
        id: change.id,
        title: change.what.clone(),
    };
    let agreed = doings.of(change.id, &["agreed"]);
    let event = Event::Agreed {
        change: link.clone(),
        who: change.who.clone(),
        organisation: change.organisation.clone(),
        from: change.from(),
        notice: change.notice.clone(),
    };
    let mut steps = vec![happened(
        change.created_at(),
        agreed.and_then(|done| done.whose()),
        event,
    )];
    if let (Some(outcome), Some(at)) = (change.outcome(), change.outcome_at()) {
        let event = Event::CameOf {
            change: link,
            outcome,
            note: change.outcome_note.clone(),
        };
        let whose = doings.at(change.id, "followed_up", at);
        steps.push(At {
            to_come: at > now,
            ..happened(at, whose, event)
        });
    }
    steps
}

fn understood(version: &Version) -> At {
    let whose = Whose {
        role: None,
        organisation: version.organisation.clone(),
    };
    let body = version.body.clone();
    happened(
        version.written_at(),
        Some(whose),
        Event::Understood { body },
    )
}

/// When it rested, and when it went on.
fn rests<'a>(i: &'a Initiative, doings: &'a Doings) -> impl Iterator<Item = At> + 'a {
    let paused = doings.all(i.id, "paused").map(|done| {
        let why = i
            .paused_why
            .clone()
            .filter(|_| i.paused_at() == Some(done.at));
        happened(done.at, done.whose(), Event::Paused { why })
    });
    let resumed = doings.all(i.id, "resumed");
    paused.chain(resumed.map(|done| happened(done.at, done.whose(), Event::Resumed)))
}

/// What was learnt; while it goes on, when it is to be over.
fn end(i: &Initiative, doings: &Doings, now: Moment) -> Option<At> {
    if let (Some(at), Some(learnt)) = (i.ended_at(), &i.learnt) {
        let learnt = learnt.clone();
        let whose = doings.of(i.id, &["ended"]);
        let whose = whose.and_then(|done| done.whose());
        let event = Event::Ended {
            learnt,
            ended_as: i.ended_as(),
            conditions: i.conditions(),
        };
        return Some(happened(at, whose, event));
    }
    let day = i.until().filter(|_| i.state() != State::Ended)?;
    Some(At {
        at: day.start(),
        to_come: day.start() > now,
        whose: None,
        event: Event::Until { day },
    })
}
