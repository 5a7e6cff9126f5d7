//! What every document is besides its words, in memory, ready to be looked through at each search.
use super::facts::{Hours, Label, Point, When};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::columnar::Column;
use tantivy::{DocId, Result, Searcher, SegmentReader};

/// The documents of each segment, in the order tantivy has them.
#[derive(Default)]
pub(super) struct Columns {
    pub segments: Vec<Vec<Entry>>,
    /// The labels there are; entries name them by their place here.
    known: Vec<Label>,
    places: HashMap<Label, u32>,
    labels: Vec<u32>,
    hours: Vec<Hours>,
    /// The times last asked for, and which of them fit each document.
    fitting: Mutex<Option<Arc<Fitting>>>,
}

/// One document.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry {
    pub id: u128,
    /// Where it stands in the alphabet.
    pub place: u32,
    pub fresh_until: u32,
    pub trusted_until: u32,
    pub point: Option<Point>,
    /// Not taken out.
    pub alive: bool,
    labels: (u32, u32),
    hours: (u32, u32),
}

/// Which of some times fit each document, one bit for each.
pub(super) struct Fitting {
    times: Vec<When>,
    segments: Vec<Vec<u32>>,
}

impl Fitting {
    pub fn of(&self, segment: usize, doc: DocId) -> u32 {
        let bits = self.segments.get(segment);
        bits.and_then(|s| s.get(doc as usize)).copied().unwrap_or(0)
    }
}

impl Columns {
    pub fn read(searcher: &Searcher) -> Result<Self> {
        let mut columns = Self::default();
        let mut keys: Vec<(Vec<u8>, usize, DocId)> = Vec::new();
        for (number, segment) in searcher.segment_readers().iter().enumerate() {
            columns.add(segment)?;
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
        for (place, (_, segment, doc)) in (0..).zip(keys) {
            let segment = columns.segments.get_mut(segment);
            if let Some(entry) = segment.and_then(|segment| segment.get_mut(doc as usize)) {
                entry.place = place;
            }
        }
        Ok(columns)
    }

    fn add(&mut self, segment: &SegmentReader) -> Result<()> {
        let columns = segment.fast_fields();
        let (high, low) = (columns.u64("id_high")?, columns.u64("id_low")?);
        let (labels, hours) = (columns.u64("labels")?, columns.u64("hours")?);
        let (latitude, longitude) = (columns.f64("latitude")?, columns.f64("longitude")?);
        let (fresh, trusted) = (columns.u64("fresh_until")?, columns.u64("trusted_until")?);
        let mut entries = vec![Entry::default(); segment.max_doc() as usize];
        for doc in segment.doc_ids_alive() {
            let Some(entry) = entries.get_mut(doc as usize) else {
                continue;
            };
            let id = [&high, &low].map(|half| u128::from(half.first(doc).unwrap_or(0)));
            let day = |column: &Column<u64>| {
                u32::try_from(column.first(doc).unwrap_or(0)).unwrap_or(u32::MAX)
            };
            let point = latitude.first(doc).zip(longitude.first(doc));
            let (labels_begin, hours_begin) = (self.labels.len(), self.hours.len());
            for label in labels.values_for_doc(doc).map(Label) {
                let known = &mut self.known;
                let place = self.places.entry(label).or_insert_with(|| {
                    known.push(label);
                    number(known.len() - 1)
                });
                self.labels.push(*place);
            }
            self.hours
                .extend(hours.values_for_doc(doc).map(Hours::unpack));
            *entry = Entry {
                id: id[0] << 64 | id[1],
                place: u32::MAX,
                fresh_until: day(&fresh),
                trusted_until: day(&trusted),
                point: point.map(|(latitude, longitude)| Point {
                    latitude,
                    longitude,
                }),
                alive: true,
                labels: (number(labels_begin), number(self.labels.len())),
                hours: (number(hours_begin), number(self.hours.len())),
            };
        }
        self.segments.push(entries);
        Ok(())
    }

    pub fn labels(&self, entry: &Entry) -> &[u32] {
        between(&self.labels, entry.labels)
    }

    /// The place of a label, where any document has it.
    pub fn place(&self, label: Label) -> Option<u32> {
        self.places.get(&label).copied()
    }

    pub fn known(&self) -> &[Label] {
        &self.known
    }

    /// Which of the times fit each document. It takes longest at a listing of all, and the same is asked
    /// for again within the minute, so the last answer is kept.
    pub fn fitting(&self, times: &[When]) -> Arc<Fitting> {
        let mut kept = self.fitting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.times == times) {
            return kept.clone();
        }
        let bits = |entry: &Entry| {
            let hours = between(&self.hours, entry.hours);
            let fits = |when: &When| hours.iter().any(|hours| when.fits(*hours));
            let fitting = times.iter().enumerate().filter(|(_, when)| fits(when));
            fitting.fold(0, |bits, (place, _)| bits | bit(place))
        };
        let segments = self.segments.iter();
        let fitting = Arc::new(Fitting {
            times: times.to_vec(),
            segments: segments.map(|s| s.iter().map(bits).collect()).collect(),
        });
        *kept = Some(fitting.clone());
        fitting
    }
}

/// The bit of the time at this place; there is room for 32.
pub(super) fn bit(place: usize) -> u32 {
    u32::try_from(place)
        .ok()
        .and_then(|place| 1u32.checked_shl(place))
        .unwrap_or(0)
}

fn between<T>(all: &[T], (begin, end): (u32, u32)) -> &[T] {
    all.get(begin as usize..end as usize).unwrap_or_default()
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
