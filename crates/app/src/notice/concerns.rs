//! Whom an entry of the journal concerns.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Act, Role};
use samskab_domain::kernel::{Coded, Id};
use std::collections::BTreeSet;

/// What people have to do with something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Told this observation.
    Told,
    /// Told what this need rests on.
    ToldForNeed,
    /// Told what this initiative came from.
    ToldForInitiative,
    /// The same of the initiative that this practice change belongs to.
    ToldForChange,
    /// May answer for the organisation this answer is asked of.
    Answers,
    /// Asked for this answer, or coordinates where its need was written.
    Asks,
    /// Is neutral in the area of this answer's need.
    Neutral,
    /// Holds this membership.
    Holds,
}

/// An entry of the journal, as far as it decides whom it concerns.
#[derive(FromRow)]
pub(super) struct Entry {
    pub(super) sequence: i64,
    pub(super) membership_id: Option<Id>,
    subject_kind: String,
    verb: String,
    subject_id: Id,
    related: serde_json::Value,
}

impl Entry {
    /// Whom it concerns: the tie, and to what; nobody, where it is no news to anyone.
    pub(super) fn concerns(&self) -> Vec<(Tie, Id)> {
        let subject = self.subject_id;
        let related = self.related.as_array().into_iter().flatten();
        let related: Vec<Id> = related.filter_map(|id| id.as_str()?.parse().ok()).collect();
        let nth = |tie: Tie, n: usize| related.get(n).map(|id| (tie, *id));
        let all = |tie: Tie| related.iter().map(move |id| (tie, *id));
        match (self.subject_kind.as_str(), self.verb.as_str()) {
            ("need", "drafted" | "observation_linked") => all(Tie::Told).collect(),
            ("need", "raised") => [(Tie::ToldForNeed, subject)]
                .into_iter()
                .chain(all(Tie::Answers))
                .collect(),
            ("answer", "given" | "done" | "done_taken_back" | "corrected") => [
                Some((Tie::Asks, subject)),
                nth(Tie::ToldForNeed, 0),
                nth(Tie::Answers, 1),
            ]
            .into_iter()
            .flatten()
            .collect(),
            ("answer", "extended") => vec![(Tie::Asks, subject)],
            ("answer", "withdrawn" | "reminded" | "looked_at") => vec![(Tie::Answers, subject)],
            ("answer", "overdue") => vec![(Tie::Answers, subject), (Tie::Neutral, subject)],
            ("answer", "replied") => nth(Tie::Answers, 1).into_iter().collect(),
            ("answer", "look_asked") => nth(Tie::Holds, 1).into_iter().collect(),
            // A yes and a no look alike in the mailbox.
            ("felt", "said") => [nth(Tie::Asks, 0), nth(Tie::Answers, 0)]
                .into_iter()
                .flatten()
                .collect(),
            ("initiative", "trial_started" | "opened" | "tied" | "ended") => {
                vec![(Tie::ToldForInitiative, subject)]
            }
            ("practice_change", "agreed" | "followed_up") => vec![(Tie::ToldForChange, subject)],
            ("offer", "linked_to_change") => nth(Tie::ToldForChange, 0).into_iter().collect(),
            _ => vec![],
        }
    }
}

const TIES: [Tie; 8] = [
    Tie::Told,
    Tie::ToldForNeed,
    Tie::ToldForInitiative,
    Tie::ToldForChange,
    Tie::Answers,
    Tie::Asks,
    Tie::Neutral,
    Tie::Holds,
];

/// Someone who is tied to something.
#[derive(Debug, FromRow)]
pub(super) struct Tied {
    pub(super) about: Id,
    pub(super) person_id: Id,
}

/// Everyone who is tied: one query for each kind of tie that there is.
///
/// # Errors
/// What the database answers.
pub(super) async fn people(
    desk: &Desk,
    municipality: Id,
    concerned: &BTreeSet<(Tie, Id)>,
) -> Outcome<Vec<(Tie, Tied)>> {
    let mut found = Vec::new();
    for tie in TIES {
        let ids: Vec<Id> = concerned
            .iter()
            .filter(|(t, _)| *t == tie)
            .map(|(_, id)| *id)
            .collect();
        if ids.is_empty() {
            continue;
        }
        let rows: Vec<Tied> = desk.db.all(select(municipality, tie).list(ids)).await?;
        found.extend(rows.into_iter().map(|row| (tie, row)));
    }
    Ok(found)
}

/// Up to the list of what it is about.
fn select(m: Id, tie: Tie) -> Sql {
    match tie {
        Tie::Told => sql!(
            "select observation.id as about, membership.person_id from observation \
             join membership on membership.municipality_id = observation.municipality_id \
             and membership.id = observation.teller_id \
             where observation.municipality_id = ? and observation.state = 'kept' and observation.id in ",
            m
        ),
        Tie::ToldForNeed => sql!(
            "select link.need_id as about, membership.person_id from need_observation link \
             join observation on observation.municipality_id = link.municipality_id \
             and observation.id = link.observation_id and observation.state = 'kept' \
             join membership on membership.municipality_id = observation.municipality_id \
             and membership.id = observation.teller_id where link.municipality_id = ? and link.need_id in ",
            m
        ),
        Tie::ToldForInitiative => for_initiative(
            m,
            "select initiative.id as about, membership.person_id from initiative ",
            " and initiative.id in ",
        ),
        Tie::ToldForChange => for_initiative(
            m,
            "select practice_change.id as about, membership.person_id from practice_change \
             join initiative on initiative.municipality_id = practice_change.municipality_id \
             and initiative.id = practice_change.initiative_id ",
            " and practice_change.id in ",
        ),
        Tie::Answers => sql!(
            "select answer.id as about, membership.person_id from answer \
             join membership on membership.municipality_id = answer.municipality_id \
             and membership.organisation_id = answer.organisation_id and membership.until_day is null \
             where answer.municipality_id = ? and membership.role in ",
            m
        )
        .list(Act::Answer.roles().iter().map(|role| role.code()))
        .text(" and answer.id in "),
        Tie::Asks => sql!(
            "select answer.id as about, membership.person_id from answer \
             join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
             join membership on membership.municipality_id = answer.municipality_id \
             and membership.until_day is null and (membership.id = answer.asked_by \
             or (membership.organisation_id = need.organisation_id and membership.role = ?)) \
             where answer.municipality_id = ? and answer.id in ",
            Role::Coordinator.code(),
            m
        ),
        Tie::Neutral => sql!(
            "select answer.id as about, membership.person_id from answer \
             join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
             join membership on membership.municipality_id = answer.municipality_id \
             and membership.until_day is null and membership.role = ? \
             where answer.municipality_id = ? and (not exists (select 1 from membership_area area \
             where area.municipality_id = membership.municipality_id and area.membership_id = membership.id) \
             or exists (select 1 from membership_area area where area.municipality_id = membership.municipality_id \
             and area.membership_id = membership.id and area.area_id = need.area_id)) and answer.id in ",
            Role::Facilitator.code(),
            m
        ),
        Tie::Holds => sql!(
            "select id as about, person_id from membership where municipality_id = ? and id in ",
            m
        ),
    }
}

/// Whoever told the story an initiative came from, or one its need rests on.
fn for_initiative(m: Id, from: &'static str, about: &'static str) -> Sql {
    sql!(from)
        .and(
            "join observation on observation.municipality_id = initiative.municipality_id \
             and observation.state = 'kept' and (observation.id = initiative.observation_id \
             or observation.id in (select link.observation_id from need_observation link \
             where link.municipality_id = initiative.municipality_id and link.need_id = initiative.need_id)) \
             join membership on membership.municipality_id = observation.municipality_id \
             and membership.id = observation.teller_id where initiative.municipality_id = ?",
            [m.into()],
        )
        .text(about)
}
