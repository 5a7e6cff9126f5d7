//! What is told in one place more often than the rest would lead one to expect, and what is told everywhere.
//!
//! Only quarters that are over count, so that nobody can see from one day to the next what came in.
use super::{quarter, window};
use crate::desk::{Desk, Outcome, least_id};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::need::shown;
use samskab_domain::topic::TopicGroup;
use samskab_figures::signal::{self, Cell, Report};
use samskab_words::echo::{Shingles, groups};
use std::collections::HashMap;
use std::hash::Hash;

/// A topic that stands out in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub topic_group: TopicGroup,
    /// A postcode.
    pub place: String,
    /// How many tell, rounded down to 3, 5, 10, 20 or 50.
    pub at_least: i64,
    /// How many the topic and the place by themselves would give.
    pub expected: f64,
    /// How many times as often as expected, at the lower end of what the numbers allow.
    pub times: f64,
}

/// How widely a topic is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub topic_group: TopicGroup,
    /// None where fewer than three.
    pub places: Option<i64>,
    pub organisations: Option<i64>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The first day that no longer counts.
    pub until: Day,
    pub signals: Vec<Signal>,
    /// In the topics' own order.
    pub spread: Vec<Spread>,
}

/// So many of the newest stories are counted.
const MOST: i64 = 50_000;
/// So many stories of one place and topic are compared with each other.
const COMPARED: i64 = 400;
/// A count is told as the largest of these it reaches.
const BANDS: [i64; 5] = [50, 20, 10, 5, 3];

#[derive(FromRow)]
struct Row {
    id: Id,
    topic_group: String,
    place: String,
    organisation_id: Id,
    person_id: Id,
    created_at: KeptMoment,
}

/// What the quarters that are over tell.
///
/// # Errors
/// Denied to those who see no figures.
pub async fn signals(desk: &Desk, actor: &Actor) -> Outcome<Picture> {
    actor.may(Act::SeeInsight)?;
    let (from, until) = window(desk.today());
    let rows = told(desk, actor, from, until).await?;
    let mut numbered = Numbered::default();
    let mut reports: Vec<Report> = rows.iter().map(|row| numbered.report(row)).collect();
    for cell in signal::cells(&reports).iter().filter(|c| c.stands_out) {
        mark_echoes(desk, actor, &rows, &mut reports, cell).await?;
    }
    let cells = signal::cells(&reports);
    let signals = cells
        .iter()
        .filter(|c| c.stands_out)
        .filter_map(|c| numbered.signal(c));
    Ok(Picture {
        until,
        signals: signals.collect(),
        spread: spread(&reports),
    })
}

/// What citizens told without an account counts as from one organisation together: whatever is
/// written into an open form can never be three.
async fn told(desk: &Desk, actor: &Actor, from: Day, until: Day) -> Outcome<Vec<Row>> {
    let sql = sql!(
        "select observation.id, observation.topic_group, observation.place, \
         coalesce(observation.organisation_id, observation.municipality_id) as organisation_id, \
         coalesce(membership.person_id, observation.id) as person_id, observation.created_at from observation \
         left join membership on membership.municipality_id = observation.municipality_id \
         and membership.id = observation.teller_id \
         where observation.municipality_id = ? and observation.state = 'kept' and observation.place is not null \
         and observation.id >= ? and observation.id < ? order by observation.id desc limit ?",
        actor.municipality,
        // Ids follow time, and stories are kept in their order.
        least_id(from.start()),
        least_id(until.start()),
        MOST
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Story {
    id: Id,
    story: String,
}

/// Counts near copies of one text as one, where it would matter.
async fn mark_echoes(
    desk: &Desk,
    actor: &Actor,
    rows: &[Row],
    reports: &mut [Report],
    cell: &Cell,
) -> Outcome<()> {
    let of_cell = |r: &Report| r.subject == cell.subject && r.place == cell.place;
    let here = rows.iter().zip(reports.iter()).filter(|(_, r)| of_cell(r));
    let ids: Vec<Id> = here
        .map(|(row, _)| row.id)
        .take(usize::try_from(COMPARED).unwrap_or(usize::MAX))
        .collect();
    let sql = sql!(
        "select id, story from observation where municipality_id = ? and id in ",
        actor.municipality
    )
    .list(ids);
    let stories: Vec<Story> = desk.db.all(sql).await?;
    let texts: Vec<Shingles> = stories.iter().map(|s| Shingles::of(&s.story)).collect();
    let echoes: HashMap<Id, usize> = stories.iter().map(|s| s.id).zip(groups(&texts)).collect();
    for (row, report) in rows.iter().zip(reports.iter_mut()) {
        if of_cell(report) {
            report.echo = echoes.get(&row.id).copied();
        }
    }
    Ok(())
}

/// Numbers in place of ids.
#[derive(Default)]
struct Numbered {
    observers: Numbers<Id>,
    organisations: Numbers<Id>,
    places: Numbers<String>,
}

impl Numbered {
    fn report(&mut self, row: &Row) -> Report {
        let group = TopicGroup::from_code(&row.topic_group).unwrap_or(TopicGroup::Other);
        Report {
            observer: self.observers.of(&row.person_id),
            organisation: Some(self.organisations.of(&row.organisation_id)),
            subject: group as usize,
            place: self.places.of(&row.place),
            quarter: quarter(Day::of(Moment::from(row.created_at))),
            echo: None,
        }
    }

    fn signal(&self, cell: &Cell) -> Option<Signal> {
        let observed = cell.observed as i64;
        Some(Signal {
            topic_group: *TopicGroup::ALL.get(cell.subject)?,
            place: self.places.name(cell.place)?.clone(),
            at_least: BANDS.into_iter().find(|band| observed >= *band)?,
            expected: cell.expected,
            times: cell.component.lower.exp2(),
        })
    }
}

struct Numbers<K>(HashMap<K, usize>);

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Clone + Eq + Hash> Numbers<K> {
    fn of(&mut self, key: &K) -> usize {
        let next = self.0.len();
        *self.0.entry(key.clone()).or_insert(next)
    }

    fn name(&self, number: usize) -> Option<&K> {
        self.0.iter().find(|(_, n)| **n == number).map(|(k, _)| k)
    }
}

fn spread(reports: &[Report]) -> Vec<Spread> {
    let all = signal::spread(reports);
    let of = |(i, &topic_group): (usize, &TopicGroup)| {
        let found = all.get(&i)?;
        let told = |n: usize| shown(i64::try_from(n).unwrap_or(i64::MAX), false);
        Some(Spread {
            topic_group,
            places: told(found.places),
            organisations: told(found.organisations),
        })
    };
    TopicGroup::ALL.iter().enumerate().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quarter_begins;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quarter_begins_on_its_first_day(days in 0i64..60_000) {
            let day = Day::parse("1950-01-01").map(|d| d.plus(days)).unwrap();
            let first = quarter_begins(quarter(day));
            prop_assert!(first <= day && quarter(first) == quarter(day));
            prop_assert_eq!(quarter(first.plus(-1)), quarter(day) - 1);
        }
    }
}
