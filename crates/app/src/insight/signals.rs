//! What is told in one place more often than the rest would lead one to expect, and what is told everywhere.
//!
//! Only quarters that are over count, so that nobody can see from one day to the next what came in.
use super::closer::{Closer, closer};
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
use std::collections::{BTreeSet, HashMap};
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
    /// The same at the upper end.
    pub at_most: f64,
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
    /// The same of single topics and needs.
    pub closer: Vec<Closer>,
    /// In the topics' own order.
    pub spread: Vec<Spread>,
}

/// So many of the newest stories are counted.
const MOST: i64 = 50_000;
/// So many stories of one place and topic are compared with each other.
const COMPARED: usize = 400;
/// So many are looked up together.
const TOGETHER: usize = 8_000;
/// A count is told as the largest of these it reaches.
const BANDS: [i64; 5] = [50, 20, 10, 5, 3];

#[derive(FromRow)]
pub(super) struct Row {
    pub(super) id: Id,
    topic_group: String,
    pub(super) topic_id: Option<Id>,
    place: String,
    organisation_id: Id,
    person_id: Id,
    created_at: KeptMoment,
}

impl Row {
    pub(super) fn group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }
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
    let by_group: Vec<About> = rows.iter().map(|row| (row.group() as usize, row)).collect();
    let (cells, reports) = count(desk, actor, &by_group, &mut numbered).await?;
    let signal = |cell: &Cell| numbered.signal(cell, *TopicGroup::ALL.get(cell.subject)?);
    let signals = cells.iter().filter_map(signal).collect();
    Ok(Picture {
        until,
        signals,
        closer: closer(desk, actor, &rows, &mut numbered).await?,
        spread: spread(&reports),
    })
}

/// The number of what a story is about, and the story.
pub(super) type About<'a> = (usize, &'a Row);

/// The cells that stand out, near copies of one text counted as one where it would matter; and what was counted.
pub(super) async fn count(
    desk: &Desk,
    actor: &Actor,
    told: &[About<'_>],
    numbered: &mut Numbered,
) -> Outcome<(Vec<Cell>, Vec<Report>)> {
    let mut reports: Vec<Report> = told
        .iter()
        .map(|(subject, row)| numbered.report(*subject, row))
        .collect();
    let mut cells = standing_out(&reports);
    if !cells.is_empty() {
        mark_echoes(desk, actor, told, &mut reports, &cells).await?;
        cells = standing_out(&reports);
    }
    Ok((cells, reports))
}

fn standing_out(reports: &[Report]) -> Vec<Cell> {
    let mut cells = signal::cells(reports);
    cells.retain(|cell| cell.stands_out);
    cells
}

/// What citizens told without an account counts as from one organisation together: whatever is
/// written into an open form can never be three.
async fn told(desk: &Desk, actor: &Actor, from: Day, until: Day) -> Outcome<Vec<Row>> {
    let sql = sql!(
        "select observation.id, observation.topic_group, observation.topic_id, observation.place, \
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

/// Counts near copies of one text as one in these cells.
async fn mark_echoes(
    desk: &Desk,
    actor: &Actor,
    told: &[About<'_>],
    reports: &mut [Report],
    cells: &[Cell],
) -> Outcome<()> {
    let of_cell =
        |cell: &Cell, report: &Report| report.subject == cell.subject && report.place == cell.place;
    let in_cell = |cell: &Cell| -> Vec<(usize, Id)> {
        let told = told.iter().zip(reports.iter()).enumerate();
        let here = told.filter(|(_, (_, report))| of_cell(cell, report));
        here.map(|(i, ((_, row), _))| (i, row.id))
            .take(COMPARED)
            .collect()
    };
    let here: Vec<Vec<(usize, Id)>> = cells.iter().map(in_cell).collect();
    let ids: BTreeSet<Id> = here.iter().flatten().map(|(_, id)| *id).collect();
    let sql = sql!(
        "select id, story from observation where municipality_id = ? and id in ",
        actor.municipality
    );
    let sql = sql.list(ids.into_iter().take(TOGETHER));
    let stories: Vec<Story> = desk.db.all(sql).await?;
    let texts: HashMap<Id, Shingles> = stories
        .into_iter()
        .map(|s| (s.id, Shingles::of(&s.story)))
        .collect();
    for cell in &here {
        let of = |(_, id): &(usize, Id)| texts.get(id).cloned().unwrap_or_default();
        let shingles: Vec<Shingles> = cell.iter().map(of).collect();
        for ((i, _), first) in cell.iter().zip(groups(&shingles)) {
            if let Some(report) = reports.get_mut(*i) {
                report.echo = Some(first);
            }
        }
    }
    Ok(())
}

/// Numbers in place of ids.
#[derive(Default)]
pub(super) struct Numbered {
    observers: Numbers<Id>,
    organisations: Numbers<Id>,
    places: Numbers<String>,
}

impl Numbered {
    fn report(&mut self, subject: usize, row: &Row) -> Report {
        Report {
            observer: self.observers.of(&row.person_id),
            organisation: Some(self.organisations.of(&row.organisation_id)),
            subject,
            place: self.places.of(&row.place),
            quarter: quarter(Day::of(Moment::from(row.created_at))),
            echo: None,
        }
    }

    /// A cell as it may be told; `topic_group` is what it is about.
    pub(super) fn signal(&self, cell: &Cell, topic_group: TopicGroup) -> Option<Signal> {
        let observed = cell.observed as i64;
        Some(Signal {
            topic_group,
            place: self.places.name(cell.place)?.clone(),
            at_least: BANDS.into_iter().find(|band| observed >= *band)?,
            expected: cell.expected,
            times: cell.component.lower.exp2(),
            at_most: cell.component.upper.exp2(),
        })
    }
}

pub(super) struct Numbers<K>(HashMap<K, usize>);

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Clone + Eq + Hash> Numbers<K> {
    pub(super) fn of(&mut self, key: &K) -> usize {
        let next = self.0.len();
        *self.0.entry(key.clone()).or_insert(next)
    }

    pub(super) fn name(&self, number: usize) -> Option<&K> {
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
