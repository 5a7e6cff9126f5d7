//! Which of the documents fit what else was chosen, how many there are of each kind, and in which order.
use super::columns::{Columns, Entry, Fitting, Segment, bit};
use super::facts::{Label, Point, When};
use super::{Found as Everything, Hit};
use std::cmp::Ordering;
use std::sync::Arc;
use tantivy::DocId;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Wish<'a> {
    /// What was typed; nothing finds everything.
    pub typed: &'a str,
    /// One of the labels of each kind that is chosen.
    pub labels: Vec<Label>,
    /// Those without it are not there at all.
    pub only: Option<Label>,
    /// The times that can be chosen, at most 32, to be counted.
    pub times: Vec<When>,
    /// Which of them is chosen.
    pub when: Option<usize>,
    pub near: Option<Near>,
    /// Days since 1970.
    pub today: u32,
    /// Those after this one alone; where it is not found, from the beginning.
    pub after: Option<u128>,
    /// So many at the most.
    pub most: Option<usize>,
}

/// How far somebody wants to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub point: Point,
    /// Farther ones are left out, in metres.
    pub within: Option<f64>,
    /// Those with this label are near, wherever they are.
    pub or: Option<Label>,
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

/// A document that fails at one thing at the most. There may be one for each there is, so it is small.
#[derive(Clone, Copy)]
struct Candidate {
    /// Its segment and its number there.
    segment: u32,
    doc: DocId,
    score: f32,
    /// How far away, in metres; nought where nobody asks.
    metres: u32,
    /// The beginning of its place in the alphabet.
    begins: u64,
    /// Not to be trusted.
    stale: bool,
    /// The only kind it fails at; none when it fits.
    fails: Option<u8>,
}

impl Candidate {
    fn at(&self) -> (usize, DocId) {
        (self.segment as usize, self.doc)
    }
}

/// What a document fails at that is no label.
const TIME: u8 = 255;
const DISTANCE: u8 = 254;

/// Looks through documents for those that fit.
pub(super) struct Narrowing<'a> {
    wish: &'a Wish<'a>,
    columns: &'a Columns,
    /// By segment.
    fitting: Vec<Arc<Fitting>>,
    /// The chosen labels by kind; one that no document has is none.
    chosen: Vec<(u8, Option<u32>)>,
    /// What those without are not there; none when no document has it.
    only: Option<Option<u32>>,
    or: Option<u32>,
    candidates: Vec<Candidate>,
}

impl<'a> Narrowing<'a> {
    pub fn new(wish: &'a Wish<'a>, columns: &'a Columns) -> Self {
        let chosen = wish.labels.iter();
        let mut chosen: Vec<(u8, Option<u32>)> = chosen
            .map(|label| (label.kind(), columns.place(*label)))
            .collect();
        chosen.sort_unstable();
        Self {
            wish,
            columns,
            fitting: columns
                .segments
                .iter()
                .map(|segment| segment.fitting(&wish.times))
                .collect(),
            chosen,
            only: wish.only.map(|label| columns.place(label)),
            or: wish
                .near
                .and_then(|near| near.or)
                .and_then(|label| columns.place(label)),
            candidates: Vec::new(),
        }
    }

    /// Everything there is.
    pub fn add_all(&mut self) {
        let columns = self.columns;
        let all = columns.segments.iter().map(|all| all.size() as usize);
        self.candidates.reserve_exact(all.sum());
        for (segment, all) in columns.segments.iter().enumerate() {
            (0..all.size()).for_each(|doc| self.add((segment, doc), 1.0));
        }
    }

    pub fn add(&mut self, at: (usize, DocId), score: f32) {
        let columns = self.columns;
        let Some(segment) = columns.segments.get(at.0) else {
            return;
        };
        if let Some(entry) = segment.entry(at.1).filter(|_| score > 0.0) {
            self.consider(at, (segment, entry), score);
        }
    }

    fn consider(&mut self, at: (usize, DocId), (segment, entry): (&Segment, &Entry), score: f32) {
        let own = segment.labels(entry);
        let has = |label: Option<u32>| label.is_some_and(|label| own.contains(&label));
        if self.only.is_some_and(|only| !has(only)) {
            return;
        }
        let (metres, far) = self.distance(entry, has(self.or));
        let mut fails = far.then_some(DISTANCE);
        let mut failed = u8::from(far);
        let mut fail = |kind| {
            failed += 1;
            fails = Some(kind);
        };
        if self
            .wish
            .when
            .is_some_and(|when| self.times(at) & bit(when) == 0)
        {
            fail(TIME);
        }
        for chosen in self.chosen.chunk_by(|a, b| a.0 == b.0) {
            let any = chosen.iter().any(|(_, label)| has(*label));
            if let Some((kind, _)) = chosen.first().filter(|_| !any) {
                fail(*kind);
            }
        }
        if failed > 1 {
            return;
        }
        let stale = entry.trusted_until < self.wish.today;
        let due = entry.fresh_until < self.wish.today;
        let near = self
            .wish
            .near
            .map(|_| metres.map_or(u32::MAX, |metres| metres as u32));
        self.candidates.push(Candidate {
            segment: u32::try_from(at.0).unwrap_or(u32::MAX),
            doc: at.1,
            score: score * confirmed(due, stale) * nearness(metres),
            metres: near.unwrap_or(0),
            begins: entry.begins,
            stale,
            fails,
        });
    }

    /// Which of the times fit it.
    fn times(&self, (segment, doc): (usize, DocId)) -> u32 {
        let fitting = self.fitting.get(segment);
        fitting.map_or(0, |fitting| fitting.of(doc))
    }

    /// How far it is, and whether that is too far; one that `counts_as_near` never is.
    fn distance(&self, entry: &Entry, counts_as_near: bool) -> (Option<f64>, bool) {
        let Some(near) = self.wish.near else {
            return (None, false);
        };
        let metres = entry.point.map(|point| near.point.metres_to(point));
        if counts_as_near {
            return (Some(metres.unwrap_or(0.0)), false);
        }
        let too_far = |most: f64| metres.is_none_or(|metres| metres > most);
        (metres, near.within.is_some_and(too_far))
    }

    pub fn done(mut self, by_words: bool) -> Everything {
        let best = self.candidates.iter().map(|c| c.score).fold(0.0, f32::max);
        let least = if by_words { best * WORTH_SHOWING } else { 0.0 };
        let known = self.columns.known();
        let mut counts = vec![0u32; known.len()];
        let mut times = vec![0u32; self.wish.times.len()];
        let mut total = 0;
        for candidate in self.candidates.iter().filter(|c| c.score >= least) {
            total += usize::from(candidate.fails.is_none());
            self.count(candidate, &mut counts);
            if candidate.fails.is_none_or(|kind| kind == TIME) {
                let bits = self.times(candidate.at());
                let fit = times.iter_mut().enumerate();
                fit.filter(|(place, _)| bits & bit(*place) != 0)
                    .for_each(|(_, count)| *count += 1);
            }
        }
        let counts = known.iter().copied().zip(counts);
        let counts = counts.filter(|(_, count)| *count > 0).collect();
        let candidates = std::mem::take(&mut self.candidates);
        Everything {
            hits: self.page(candidates, least, by_words),
            total,
            counts,
            times,
            ..Everything::default()
        }
    }

    fn count(&self, candidate: &Candidate, counts: &mut [u32]) {
        let segment = self.columns.segments.get(candidate.segment as usize);
        let own = segment.and_then(|s| Some(s.labels(s.entry(candidate.doc)?)));
        let known = self.columns.known();
        for &label in own.unwrap_or_default() {
            let kind = known.get(label as usize).map(|label| label.kind());
            let counted = candidate.fails.is_none() || candidate.fails == kind;
            if let Some(count) = counts.get_mut(label as usize).filter(|_| counted) {
                *count += 1;
            }
        }
    }

    /// The best of them in order, from where the page begins.
    fn page(&self, mut fitting: Vec<Candidate>, least: f32, by_words: bool) -> Vec<Hit> {
        let id = |c: &Candidate| self.columns.id(c.at());
        let order = |a: &Candidate, b: &Candidate| match by_words {
            true => b.score.total_cmp(&a.score).then_with(|| id(a).cmp(&id(b))),
            false => (a.stale, a.metres, a.begins)
                .cmp(&(b.stale, b.metres, b.begins))
                .then_with(|| self.columns.key(a.at()).cmp(self.columns.key(b.at())))
                .then_with(|| id(a).cmp(&id(b))),
        };
        let mut all = fitting.iter().copied();
        let last = self.wish.after.and_then(|last| all.find(|c| id(c) == last));
        let comes_after =
            |c: &Candidate| last.is_none_or(|last| order(c, &last) == Ordering::Greater);
        fitting.retain(|c| c.fails.is_none() && c.score >= least && comes_after(c));
        if let Some(most) = self
            .wish
            .most
            .filter(|most| (1..fitting.len()).contains(most))
        {
            fitting.select_nth_unstable_by(most - 1, order);
            fitting.truncate(most);
        }
        fitting.sort_unstable_by(order);
        let hit = |c: Candidate| Hit {
            id: id(&c),
            score: c.score,
        };
        fitting.into_iter().map(hit).collect()
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
