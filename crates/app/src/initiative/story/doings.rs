//! Whose doing each step was, by the journal.
use super::Whose;
use crate::desk::{Desk, Outcome};
use crate::initiative::Reading;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id, Moment};

/// The verbs a story asks for.
const VERBS: [&str; 13] = [
    "recorded",
    "held",
    "drafted",
    "trial_started",
    "opened",
    "noted",
    "called",
    "agreed",
    "followed_up",
    "linked_to_change",
    "ended",
    "paused",
    "resumed",
];

#[derive(FromRow)]
struct Entry {
    at: KeptMoment,
    verb: String,
    subject_id: Id,
    role: Option<String>,
    organisation: Option<String>,
}

/// One thing that was done.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub at: Moment,
    whose: Option<Whose>,
}

impl Done {
    /// None where it was the program's, or whoever did it is forgotten.
    pub(super) fn whose(&self) -> Option<Whose> {
        self.whose.clone()
    }
}

/// What the journal tells of a story's subjects, oldest first.
pub(super) struct Doings(Vec<Entry>);

impl Doings {
    /// The first time one of these was done to `subject`.
    pub(super) fn of(&self, subject: Id, verbs: &[&str]) -> Option<Done> {
        let mut all = self.0.iter();
        let found = all.find(|e| e.subject_id == subject && verbs.contains(&e.verb.as_str()));
        found.map(done)
    }

    /// Each time this was done to `subject`.
    pub(super) fn all(&self, subject: Id, verb: &'static str) -> impl Iterator<Item = Done> {
        let all = self.0.iter();
        all.filter(move |e| e.subject_id == subject && e.verb == verb)
            .map(done)
    }

    /// Whose doing it was that this was done at that moment.
    pub(super) fn at(&self, subject: Id, verb: &str, at: Moment) -> Option<Whose> {
        let mut all = self.0.iter();
        let found = all.find(|e| e.subject_id == subject && e.verb == verb && *e.at == at);
        found.and_then(whose)
    }
}

fn done(entry: &Entry) -> Done {
    Done {
        at: *entry.at,
        whose: whose(entry),
    }
}

fn whose(entry: &Entry) -> Option<Whose> {
    Some(Whose {
        role: Role::from_code(entry.role.as_deref()?),
        organisation: entry.organisation.clone()?,
    })
}

/// One query for all that a story shows.
pub(super) async fn doings(desk: &Desk, municipality: Id, reading: &Reading) -> Outcome<Doings> {
    let origin = &reading.origin;
    let before = origin.observation.into_iter();
    let before = before.chain(origin.need.as_ref().map(|need| need.id));
    let subjects = before
        .chain([reading.initiative.id])
        .chain(reading.meetings.iter().map(|m| m.id))
        .chain(reading.changes.iter().map(|c| c.id))
        .chain(reading.offers.iter().map(|o| o.id));
    let sql = sql!(
        "select journal.at, journal.verb, journal.subject_id, membership.role, organisation.name as organisation \
         from journal \
         left join membership on membership.municipality_id = journal.municipality_id \
         and membership.id = journal.membership_id \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where journal.municipality_id = ? and journal.subject_id in ",
        municipality
    )
    .list(subjects)
    .text(" and journal.verb in ")
    .list(VERBS)
    .text(" order by journal.sequence");
    Ok(Doings(desk.db.all(sql).await?))
}
