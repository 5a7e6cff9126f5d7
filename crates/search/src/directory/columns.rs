//! What every document is besides its words, in memory, ready to be looked through at each search.
//!
//! A segment never changes but for the documents taken out of it, so what is known of one is read once.
use super::facts::{Hours, Label, Point, When};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::columnar::Column;
use tantivy::fastfield::AliveBitSet;
use tantivy::index::SegmentId;
use tantivy::{DocId, Result, Searcher, SegmentReader};

/// The documents of each segment, in the order tantivy has them.
#[derive(Default)]
pub(super) struct Columns {
    pub segments: Vec<Segment>,
    labels: Labels,
}

/// The labels there are; entries name them by their place here.
#[derive(Clone, Default)]
struct Labels {
    known: Vec<Label>,
    places: HashMap<Label, u32>,
}

/// One segment, and which of its documents have not been taken out.
pub(super) struct Segment {
    id: SegmentId,
    alive: Option<AliveBitSet>,
    entries: Arc<Entries>,
}

/// The documents of one segment, those taken out among them.
#[derive(Default)]
struct Entries {
    entries: Vec<Entry>,
    labels: Vec<u32>,
    /// As they are packed: there are many.
    hours: Vec<u64>,
    keys: Vec<u8>,
    /// The times last asked for, and which of them fit each document.
    fitting: Mutex<Option<Arc<Fitting>>>,
}

/// One document.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry {
    pub id: u128,
    /// The beginning of what it is sorted by: few are alike so far.
    pub begins: u64,
    pub fresh_until: u32,
    pub trusted_until: u32,
    pub point: Option<Point>,
    labels: (u32, u32),
    hours: (u32, u32),
    key: (u32, u32),
}

/// Which of some times fit each document of a segment, one bit for each.
pub(super) struct Fitting {
    times: Vec<When>,
    bits: Vec<u32>,
}

impl Fitting {
    pub fn of(&self, doc: DocId) -> u32 {
        self.bits.get(doc as usize).copied().unwrap_or(0)
    }
}

impl Columns {
    /// Reads what is new; what `before` knows already is taken from there.
    pub fn read(searcher: &Searcher, before: Option<&Self>) -> Result<Self> {
        let mut labels = before.map(|b| b.labels.clone()).unwrap_or_default();
        let mut segments = Vec::new();
        for reader in searcher.segment_readers() {
            let id = reader.segment_id();
            let mut known = before.into_iter().flat_map(|b| &b.segments);
            let entries = match known.find(|segment| segment.id == id) {
                Some(known) => known.entries.clone(),
                None => Arc::new(Entries::read(reader, &mut labels)?),
            };
            segments.push(Segment {
                id,
                alive: reader.alive_bitset().cloned(),
                entries,
            });
        }
        Ok(Self { segments, labels })
    }

    /// The place of a label, where any document has it.
    pub fn place(&self, label: Label) -> Option<u32> {
        self.labels.places.get(&label).copied()
    }

    pub fn known(&self) -> &[Label] {
        &self.labels.known
    }

    /// What a document is sorted by.
    pub fn key(&self, (segment, doc): (usize, DocId)) -> &[u8] {
        let entries = self.segments.get(segment).map(|segment| &segment.entries);
        let found = entries.and_then(|e| Some(between(&e.keys, e.entries.get(doc as usize)?.key)));
        found.unwrap_or_default()
    }

    /// Whose entry it is.
    pub fn id(&self, (segment, doc): (usize, DocId)) -> u128 {
        let entries = self.segments.get(segment).map(|segment| &segment.entries);
        let entry = entries.and_then(|entries| entries.entries.get(doc as usize));
        entry.map_or(0, |entry| entry.id)
    }
}

impl Labels {
    fn place(&mut self, label: Label) -> u32 {
        let known = &mut self.known;
        *self.places.entry(label).or_insert_with(|| {
            known.push(label);
            number(known.len() - 1)
        })
    }
}

impl Segment {
    /// A document that has not been taken out.
    pub fn entry(&self, doc: DocId) -> Option<&Entry> {
        let alive = self.alive.as_ref().is_none_or(|alive| alive.is_alive(doc));
        self.entries.entries.get(doc as usize).filter(|_| alive)
    }

    pub fn size(&self) -> DocId {
        number(self.entries.entries.len())
    }

    pub fn labels(&self, entry: &Entry) -> &[u32] {
        between(&self.entries.labels, entry.labels)
    }

    /// Which of the times fit each document. It takes longest at a listing of all, and the same is asked
    /// for again within the minute, so the last answer is kept.
    pub fn fitting(&self, times: &[When]) -> Arc<Fitting> {
        let all = &self.entries;
        let mut kept = all.fitting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.times == times) {
            return kept.clone();
        }
        let bits = |entry: &Entry| {
            let hours = between(&all.hours, entry.hours);
            let fits = |when: &When| hours.iter().any(|hours| when.fits(Hours::unpack(*hours)));
            let fitting = times.iter().enumerate().filter(|(_, when)| fits(when));
            fitting.fold(0, |bits, (place, _)| bits | bit(place))
        };
        let fitting = Arc::new(Fitting {
            times: times.to_vec(),
            bits: all.entries.iter().map(bits).collect(),
        });
        *kept = Some(fitting.clone());
        fitting
    }
}

impl Entries {
    fn read(segment: &SegmentReader, known: &mut Labels) -> Result<Self> {
        let columns = segment.fast_fields();
        let (high, low) = (columns.u64("id_high")?, columns.u64("id_low")?);
        let (labels, hours) = (columns.u64("labels")?, columns.u64("hours")?);
        let (latitude, longitude) = (columns.f64("latitude")?, columns.f64("longitude")?);
        let (fresh, trusted) = (columns.u64("fresh_until")?, columns.u64("trusted_until")?);
        let keys = columns.bytes("sort_key")?;
        let mut all = Self {
            entries: Vec::with_capacity(segment.max_doc() as usize),
            ..Self::default()
        };
        for doc in 0..segment.max_doc() {
            let id = [&high, &low].map(|half| u128::from(half.first(doc).unwrap_or(0)));
            let day = |column: &Column<u64>| {
                u32::try_from(column.first(doc).unwrap_or(0)).unwrap_or(u32::MAX)
            };
            let point = latitude.first(doc).zip(longitude.first(doc));
            let mut key = Vec::new();
            if let Some(keys) = &keys
                && let Some(ordinal) = keys.ords().first(doc)
            {
                keys.ord_to_bytes(ordinal, &mut key)?;
            }
            let places = labels.values_for_doc(doc).map(Label);
            let hours = hours.values_for_doc(doc);
            let entry = Entry {
                id: id[0] << 64 | id[1],
                begins: beginning(&key),
                fresh_until: day(&fresh),
                trusted_until: day(&trusted),
                point: point.map(|(latitude, longitude)| Point {
                    latitude,
                    longitude,
                }),
                labels: put(&mut all.labels, places.map(|label| known.place(label))),
                hours: put(&mut all.hours, hours),
                key: put(&mut all.keys, key),
            };
            all.entries.push(entry);
        }
        all.labels.shrink_to_fit();
        all.hours.shrink_to_fit();
        all.keys.shrink_to_fit();
        Ok(all)
    }
}

/// The first eight bytes; they sort as the whole does.
fn beginning(key: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
}

/// Appends, and says where.
fn put<T>(all: &mut Vec<T>, more: impl IntoIterator<Item = T>) -> (u32, u32) {
    let begin = number(all.len());
    all.extend(more);
    (begin, number(all.len()))
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
