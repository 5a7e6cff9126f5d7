//! How many true patterns the rule finds and how many campaigns it wrongly flags, in made-up towns:
//! `cargo bench -p samskab-figures`. Twelve organisations of uneven size, 25 needs, 8 places, 600 stories; four places
//! where eight more tell of one need, four where one organisation alone does.
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use samskab_figures::information_component::InformationComponent;
use samskab_figures::signal::{Report, cells};
use std::collections::{HashMap, HashSet};

const RUNS: u64 = 60;
const NEEDS: usize = 25;
const PLACES: usize = 8;
const PLANTED: usize = 4;
const MORE: usize = 8;

type Flagged = HashSet<(usize, usize)>;
type Rule = fn(&[Report]) -> Flagged;

fn main() {
    let rules: [(&str, Rule); 3] = [
        ("ours", ours),
        ("five or more", five),
        ("interval alone", alone),
    ];
    for (name, rule) in rules {
        let (mut found, mut campaigns, mut others) = (0, 0, 0);
        for seed in 0..RUNS {
            let town = Town::new(seed);
            let flagged = rule(&town.reports);
            found += flagged.intersection(&town.patterns).count();
            campaigns += flagged.intersection(&town.campaigns).count();
            others += flagged
                .iter()
                .filter(|c| !town.patterns.contains(c) && !town.campaigns.contains(c))
                .count();
        }
        let planted = RUNS as f64 * PLANTED as f64;
        println!(
            "{name}: {:.2} of the patterns found, {:.2} of the campaigns flagged, {:.1} other cells a town",
            found as f64 / planted,
            campaigns as f64 / planted,
            others as f64 / RUNS as f64
        );
    }
}

struct Town {
    reports: Vec<Report>,
    patterns: Flagged,
    campaigns: Flagged,
}

impl Town {
    fn new(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let mut reports: Vec<Report> = (0..600)
            .map(|observer| {
                let (subject, place) = (uneven(&mut random, NEEDS), uneven(&mut random, PLACES));
                report(observer, uneven(&mut random, 12), subject, place)
            })
            .collect();
        let mut taken = HashSet::new();
        let mut free = |random: &mut StdRng| loop {
            let cell = (
                random.random_range(0..NEEDS),
                random.random_range(0..PLACES),
            );
            if taken.insert(cell) {
                return cell;
            }
        };
        let patterns: Vec<_> = (0..PLANTED).map(|_| free(&mut random)).collect();
        let campaigns: Vec<_> = (0..PLANTED).map(|_| free(&mut random)).collect();
        for (i, &(subject, place)) in patterns.iter().chain(&campaigns).enumerate() {
            let one = uneven(&mut random, 12);
            for teller in 0..MORE {
                let organisation = if i < PLANTED {
                    uneven(&mut random, 12)
                } else {
                    one
                };
                reports.push(report(
                    1_000 + i * MORE + teller,
                    organisation,
                    subject,
                    place,
                ));
            }
        }
        Self {
            reports,
            patterns: patterns.into_iter().collect(),
            campaigns: campaigns.into_iter().collect(),
        }
    }
}

fn report(observer: usize, organisation: usize, subject: usize, place: usize) -> Report {
    Report {
        observer,
        organisation: Some(organisation),
        subject,
        place,
        quarter: 0,
        echo: None,
    }
}

/// One of `of`, the first ones more often than the last.
fn uneven(random: &mut StdRng, of: usize) -> usize {
    let place = random.random::<f64>().powf(1.6) * of as f64;
    (place as usize).min(of - 1)
}

fn ours(reports: &[Report]) -> Flagged {
    cells(reports)
        .into_iter()
        .filter(|c| c.stands_out)
        .map(|c| (c.subject, c.place))
        .collect()
}

fn counts(reports: &[Report]) -> HashMap<(usize, usize), f64> {
    reports.iter().fold(HashMap::new(), |mut counts, r| {
        *counts.entry((r.subject, r.place)).or_default() += 1.0;
        counts
    })
}

fn five(reports: &[Report]) -> Flagged {
    counts(reports)
        .into_iter()
        .filter(|(_, n)| *n >= 5.0)
        .map(|(cell, _)| cell)
        .collect()
}

fn alone(reports: &[Report]) -> Flagged {
    let counts = counts(reports);
    let sum = |hit: &dyn Fn(&(usize, usize)) -> bool| {
        counts
            .iter()
            .filter(|(c, _)| hit(c))
            .map(|(_, n)| n)
            .sum::<f64>()
    };
    let stands_out = |&(&(s, p), &observed): &(&(usize, usize), &f64)| {
        let expected = sum(&|c| c.0 == s) * sum(&|c| c.1 == p) / reports.len() as f64;
        InformationComponent::of(observed, expected)
            .is_some_and(|ic| ic.lower > 0.0 && observed >= 3.0)
    };
    counts
        .iter()
        .filter(stands_out)
        .map(|(cell, _)| *cell)
        .collect()
}
