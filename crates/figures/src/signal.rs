//! Signals: what is told together in a place more often than the rest would lead one to expect (F18, F19).
//!
//! As agencies for drug safety read spontaneous reports (Norén and others, 2013), with what a small town needs: one
//! teller counts once in a quarter, a campaign once, and no organisation more than three times in a cell.
use crate::information_component::InformationComponent;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// One story, as it is counted. Numbers stand for whatever the caller keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub observer: usize,
    /// None for a citizen, who speaks for herself.
    pub organisation: Option<usize>,
    /// What it is about: a need, a topic, a topic group.
    pub subject: usize,
    pub place: usize,
    pub quarter: i32,
    /// Near copies of one text have the same number.
    pub echo: Option<usize>,
}

/// One subject in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub subject: usize,
    pub place: usize,
    /// Reports that count.
    pub observed: f64,
    /// How many the subject and the place by themselves would give.
    pub expected: f64,
    pub component: InformationComponent,
    /// How many organisations speak.
    pub organisations: usize,
    /// It stands out. Where it does not, it is too early to say, never refused.
    pub stands_out: bool,
}

/// How widely a subject is told: what is everywhere is no signal, and may weigh most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    pub places: usize,
    pub organisations: usize,
    pub reports: usize,
}

/// An organisation counts so often in a cell.
pub const CAP: usize = 3;
/// So many organisations must speak.
pub const VOICES: usize = 3;

/// Every cell that anybody tells of, by subject and place.
#[must_use]
pub fn cells(reports: &[Report]) -> Vec<Cell> {
    let counted = counted(reports);
    let mut cells: BTreeMap<(usize, usize), (f64, BTreeSet<usize>)> = BTreeMap::new();
    let (mut subjects, mut places) = (HashMap::<usize, f64>::new(), HashMap::<usize, f64>::new());
    for report in &counted {
        let cell = cells.entry((report.subject, report.place)).or_default();
        cell.0 += 1.0;
        cell.1.extend(report.organisation);
        *subjects.entry(report.subject).or_default() += 1.0;
        *places.entry(report.place).or_default() += 1.0;
    }
    let all = counted.len() as f64;
    let total = |of: &HashMap<usize, f64>, key: usize| of.get(&key).copied().unwrap_or(0.0);
    cells
        .into_iter()
        .filter_map(|((subject, place), (observed, voices))| {
            let expected = total(&subjects, subject) * total(&places, place) / all;
            let component = InformationComponent::of(observed, expected)?;
            let organisations = voices.len();
            let stands_out = component.lower > 0.0 && organisations >= VOICES;
            Some(Cell {
                subject,
                place,
                observed,
                expected,
                component,
                organisations,
                stands_out,
            })
        })
        .collect()
}

/// How widely each subject is told.
#[must_use]
pub fn spread(reports: &[Report]) -> BTreeMap<usize, Spread> {
    let mut found: BTreeMap<usize, (HashSet<usize>, HashSet<usize>, usize)> = BTreeMap::new();
    for report in counted(reports) {
        let of = found.entry(report.subject).or_default();
        of.0.insert(report.place);
        of.1.extend(report.organisation);
        of.2 += 1;
    }
    let count = |(subject, (places, organisations, reports)): (
        usize,
        (HashSet<usize>, HashSet<usize>, usize),
    )| {
        (
            subject,
            Spread {
                places: places.len(),
                organisations: organisations.len(),
                reports,
            },
        )
    };
    found.into_iter().map(count).collect()
}

/// The reports that count: of each teller the first in a cell and quarter, of near copies the first in a
/// cell, of each organisation the first three in a cell.
#[must_use]
pub fn counted(reports: &[Report]) -> Vec<Report> {
    let (mut tellers, mut echoes) = (HashSet::new(), HashSet::new());
    let mut organisations: HashMap<(usize, usize, usize), usize> = HashMap::new();
    let mut kept = Vec::new();
    for report in reports {
        let cell = (report.subject, report.place);
        let told = tellers.contains(&(report.observer, cell, report.quarter));
        let echoed = report
            .echo
            .is_some_and(|echo| echoes.contains(&(echo, cell)));
        if told || echoed {
            continue;
        }
        if let Some(organisation) = report.organisation {
            let count = organisations
                .entry((organisation, cell.0, cell.1))
                .or_default();
            if *count == CAP {
                continue;
            }
            *count += 1;
        }
        tellers.insert((report.observer, cell, report.quarter));
        echoes.extend(report.echo.map(|echo| (echo, cell)));
        kept.push(*report);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn report(observer: usize, organisation: usize, subject: usize, place: usize) -> Report {
        Report {
            observer,
            organisation: Some(organisation),
            subject,
            place,
            quarter: 1,
            echo: None,
        }
    }

    /// A town where everything is told evenly.
    fn town() -> Vec<Report> {
        (0..240)
            .map(|i| report(i, i % 6, i % 8, (i / 8) % 6))
            .collect()
    }

    #[test]
    fn what_three_organisations_tell_of_one_place_stands_out() {
        let mut reports = town();
        reports.extend((0..24).map(|i| report(1_000 + i, 6 + i % 8, 2, 3)));
        let out: Vec<_> = cells(&reports)
            .into_iter()
            .filter(|c| c.stands_out)
            .map(|c| (c.subject, c.place))
            .collect();
        assert_eq!(out, [(2, 3)]);
    }

    #[test]
    fn one_organisation_alone_never_does_however_often_it_tells() {
        let mut reports = town();
        reports.extend((0..200).map(|i| report(1_000 + i, 5, 2, 3)));
        assert!(cells(&reports).iter().all(|c| !c.stands_out));
    }

    #[test]
    fn a_campaign_counts_as_one_and_a_teller_once_a_quarter() {
        let echo = |i| Report {
            echo: Some(7),
            ..report(i, i, 0, 0)
        };
        assert_eq!(counted(&(0..20).map(echo).collect::<Vec<_>>()).len(), 1);
        let again = |quarter| Report {
            quarter,
            ..report(1, 1, 0, 0)
        };
        assert_eq!(counted(&[again(1), again(1), again(2)]).len(), 2);
    }

    #[test]
    fn what_is_everywhere_is_no_signal_and_its_spread_is_said() {
        let reports: Vec<_> = (0..60).map(|i| report(i, i % 6, 0, i % 10)).collect();
        assert!(cells(&reports).iter().all(|c| !c.stands_out));
        assert_eq!(
            spread(&reports)[&0],
            Spread {
                places: 10,
                organisations: 6,
                reports: 60
            }
        );
    }

    proptest! {
        #[test]
        fn counting_what_counts_changes_nothing(raw in prop::collection::vec((0usize..9, 0usize..4, 0usize..3, 0usize..3), 0..80)) {
            let reports: Vec<_> = raw.into_iter().map(|(a, b, c, d)| report(a, b, c, d)).collect();
            let once = counted(&reports);
            prop_assert_eq!(counted(&once), once.clone());
            prop_assert!(cells(&reports).iter().all(|c| c.expected > 0.0 && c.observed >= 1.0));
        }
    }
}
