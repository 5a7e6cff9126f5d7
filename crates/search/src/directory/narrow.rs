//! Which of the documents fit what else was chosen, how many there are of each kind, and in which order.
use super::facts::{Hours, Label, Point, When};
use super::{Found as Everything, Hit};
use std::collections::HashMap;
use tantivy::{Result, Searcher, SegmentReader};

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Wish<'a> {
    /// What was typed; nothing finds everything.
    pub typed: &'a str,
    /// One of the labels of each kind that is chosen.
    pub labels: Vec<Label>,
    pub when: Option<When>,
    pub near: Option<Near>,
    /// Days since 1970.
    pub today: u32,
}

/// How far somebody wants to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub point: Point,
    /// Farther ones are left out, in metres.
    pub within: Option<f64>,
}

/// What was last confirmed too long ago is worth so much of what it would be.
const DUE: f32 = 0.95;
const STALE: f32 = 0.8;
/// At this distance, in metres, a place is worth the middle between nearest and farthest.
const HALF_WAY: f64 = 5_000.0;
/// What the farthest is worth beside the nearest.
const FAR: f64 = 0.8;
/// What is worth less than this share of the best is not shown.
const WORTH_SHOWING: f32 = 0.2;

#[derive(Clone, Copy)]
struct Candidate {
    id: u128,
    score: f32,
    /// Not to be trusted.
    stale: bool,
    place: u32,
    /// The only kind it fails at, 255 for time or distance; none when it fits.
    fails: Option<u8>,
}

#[derive(Default)]
pub(super) struct Found {
    candidates: Vec<Candidate>,
    labels: Vec<Vec<Label>>,
    by_words: bool,
}

const TIME: u8 = 255;
const DISTANCE: u8 = 254;

impl Found {
    pub fn add(
        &mut self,
        segment: &SegmentReader,
        places: &[u32],
        scores: Option<&[f32]>,
        wish: &Wish<'_>,
    ) -> Result<()> {
        self.by_words |= scores.is_some();
        let columns = segment.fast_fields();
        let (high, low) = (columns.u64("id_high")?, columns.u64("id_low")?);
        let (labels, hours) = (columns.u64("labels")?, columns.u64("hours")?);
        let (latitude, longitude) = (columns.f64("latitude")?, columns.f64("longitude")?);
        let (fresh, trusted) = (columns.u64("fresh_until")?, columns.u64("trusted_until")?);
        let mut kinds: Vec<u8> = wish.labels.iter().map(|label| label.kind()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for doc in segment.doc_ids_alive() {
            let score = scores.map_or(1.0, |s| s.get(doc as usize).copied().unwrap_or(0.0));
            if score <= 0.0 {
                continue;
            }
            let own: Vec<Label> = labels.values_for_doc(doc).map(Label).collect();
            let mut failed = kinds.iter().copied().filter(|kind| {
                let mut chosen = wish.labels.iter().filter(|label| label.kind() == *kind);
                !chosen.any(|label| own.contains(label))
            });
            let mut fails: Vec<u8> = failed.by_ref().take(2).collect();
            let open = |when: When| {
                hours
                    .values_for_doc(doc)
                    .any(|h| when.fits(Hours::unpack(h)))
            };
            if wish.when.is_some_and(|when| !open(when)) {
                fails.push(TIME);
            }
            let point = latitude.first(doc).zip(longitude.first(doc));
            let point = point.map(|(latitude, longitude)| Point {
                latitude,
                longitude,
            });
            let metres = wish
                .near
                .zip(point)
                .map(|(near, point)| near.point.metres_to(point));
            let within = wish.near.and_then(|near| near.within);
            if within.is_some_and(|most| metres.is_none_or(|metres| metres > most)) {
                fails.push(DISTANCE);
            }
            if fails.len() > 1 {
                continue;
            }
            let today = u64::from(wish.today);
            let stale = trusted.first(doc).unwrap_or(0) < today;
            let due = fresh.first(doc).unwrap_or(0) < today;
            let id = [&high, &low].map(|half| u128::from(half.first(doc).unwrap_or(0)));
            self.labels.push(own);
            self.candidates.push(Candidate {
                id: id[0] << 64 | id[1],
                score: score * confirmed(due, stale) * nearness(metres),
                stale,
                place: places.get(doc as usize).copied().unwrap_or(u32::MAX),
                fails: fails.first().copied(),
            });
        }
        Ok(())
    }

    pub fn done(self) -> Everything {
        let best = self.candidates.iter().map(|c| c.score).fold(0.0, f32::max);
        let least = if self.by_words {
            best * WORTH_SHOWING
        } else {
            0.0
        };
        let mut counts: HashMap<Label, u32> = HashMap::new();
        let mut fitting = Vec::new();
        for (candidate, labels) in self.candidates.iter().zip(&self.labels) {
            if candidate.score < least {
                continue;
            }
            if candidate.fails.is_none() {
                fitting.push(*candidate);
            }
            let counted = |label: &&Label| candidate.fails.is_none_or(|kind| kind == label.kind());
            for label in labels.iter().filter(counted) {
                *counts.entry(*label).or_default() += 1;
            }
        }
        if self.by_words {
            fitting.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
        } else {
            fitting.sort_unstable_by_key(|c| (c.stale, c.place, c.id));
        }
        let hits = fitting.into_iter().map(|c| Hit {
            id: c.id,
            score: c.score,
        });
        Everything {
            hits: hits.collect(),
            counts,
        }
    }
}

fn confirmed(due: bool, stale: bool) -> f32 {
    match (due, stale) {
        (_, true) => STALE,
        (true, false) => DUE,
        (false, false) => 1.0,
    }
}

fn nearness(metres: Option<f64>) -> f32 {
    metres.map_or(1.0, |metres| {
        (FAR + (1.0 - FAR) * HALF_WAY / (HALF_WAY + metres)) as f32
    })
}

/// Each segment's documents as places in the alphabet of the whole index.
pub(super) fn places(searcher: &Searcher) -> Result<Vec<Vec<u32>>> {
    let mut keys: Vec<(Vec<u8>, usize, u32)> = Vec::new();
    let mut places = Vec::new();
    for (number, segment) in searcher.segment_readers().iter().enumerate() {
        places.push(vec![u32::MAX; segment.max_doc() as usize]);
        let Some(column) = segment.fast_fields().bytes("sort_key")? else {
            continue;
        };
        for doc in segment.doc_ids_alive() {
            let mut key = Vec::new();
            if let Some(ordinal) = column.ords().first(doc) {
                column.ord_to_bytes(ordinal, &mut key)?;
            }
            keys.push((key, number, doc));
        }
    }
    keys.sort_unstable();
    for (place, (_, number, doc)) in (0..).zip(keys) {
        let segment = places.get_mut(number);
        if let Some(at) = segment.and_then(|segment| segment.get_mut(doc as usize)) {
            *at = place;
        }
    }
    Ok(places)
}
