//! What becomes of rows that tell of offers.
//!
//! A row with an id of its source's own is known by it. Only what the source itself says otherwise than
//! last time is changed here: what people mended in the other columns stays. The same row in another
//! language gives the offer its words in that one. A row whose offer has been merged into another goes
//! on to that one, unless the source has a row of its own for it: then two rows would say one thing.
use super::columns::OFFER;
use super::fault::Reason;
use super::hsds::{Around, Told};
use super::kept::{self, Contents, Mark};
use super::offer_row::consider;
use super::offer_told::{Ready, names_one_of};
use super::row::Row;
use super::run::{Here, Sorted, Standing, here, standings};
use crate::desk::{Desk, Outcome};
use samskab_domain::kernel::{Coded, Id, LINE_MAX};
use std::collections::{HashMap, HashSet};

/// A row with a hash of its content, and which copy of it in its file it is.
pub(super) type Counted = (Row, Vec<u8>, i64);

/// The source's own id of a row.
pub(super) fn external_id(row: &Row) -> Option<String> {
    let id: String = row.text("external_id").chars().take(LINE_MAX).collect();
    (!id.is_empty()).then_some(id)
}

/// What is known of a part's rows before it is sorted.
struct Before {
    contents: Contents,
    named: HashMap<String, Vec<Mark>>,
    /// Those rows came in as, by their ids.
    subjects: HashMap<Id, Standing>,
    /// Those rows would change.
    here: HashMap<Id, Here>,
    /// Of those others were merged into, the ones this source tells of itself.
    told_by: HashSet<Id>,
}

/// New, changed, the same as before, or not to be taken.
pub(super) async fn sort(
    desk: &Desk,
    m: Id,
    around: &Around,
    (source, run): (&str, Id),
    part: &[Counted],
) -> Outcome<Sorted> {
    let before = before(desk, m, around, source, part).await?;
    let mut sorting = Sorting {
        desk,
        around,
        run,
        before,
        sorted: Sorted::default(),
        at: HashMap::new(),
        seen: HashSet::new(),
    };
    for counted in part {
        sorting.place(counted);
    }
    Ok(sorting.sorted)
}

async fn before(
    desk: &Desk,
    m: Id,
    around: &Around,
    source: &str,
    part: &[Counted],
) -> Outcome<Before> {
    let hashes = part.iter().map(|(_, hash, _)| hash.clone());
    let contents = kept::known(desk, m, source, hashes).await?;
    let ids = part.iter().filter_map(|(row, _, _)| external_id(row));
    let named = kept::named(desk, m, source, ids).await?;
    let subjects: Vec<Id> = named.values().flatten().map(|mark| mark.subject).collect();
    let subjects = standings(desk, m, &subjects).await?;
    let targets: HashSet<Id> = subjects
        .values()
        .map(|s| s.merged_into.unwrap_or(s.id))
        .collect();
    let targets: Vec<Id> = targets.into_iter().collect();
    let merged = subjects.values().filter_map(|s| s.merged_into);
    Ok(Before {
        told_by: kept::told_by(desk, m, source, merged).await?,
        here: here(desk, m, &around.vocabulary, &targets).await?,
        contents,
        named,
        subjects,
    })
}

struct Sorting<'a> {
    desk: &'a Desk,
    around: &'a Around,
    run: Id,
    before: Before,
    sorted: Sorted,
    /// Where an offer that changes stands among those sorted: two rows may tell of one.
    at: HashMap<Id, usize>,
    /// Ids of the source's own in this part.
    seen: HashSet<String>,
}

impl Sorting<'_> {
    fn place(&mut self, (row, hash, occurrence): &Counted) {
        let id = external_id(row);
        let copy = id.as_ref().is_some_and(|id| !self.seen.insert(id.clone()));
        let known = self.before.contents.contains(&(hash.clone(), *occurrence));
        if copy || known {
            self.sorted.same += 1;
            return;
        }
        let (offer, spot) = match consider(row, self.around) {
            Ok(ready) => ready,
            Err(refused) => {
                for (column, reason) in &refused.reasons {
                    self.sorted.refuse(row.line, column, reason);
                }
                return;
            }
        };
        let mark = Mark {
            hash: hash.clone(),
            occurrence: *occurrence,
            language: Some(self.around.language.code().to_owned()),
            // What has no id is never known again in other words.
            body: id.is_some().then(|| row.cells()),
            external_id: id,
            subject: Id::nil(),
            run: Some(self.run),
        };
        self.ready(&Ready { row, offer, spot }, mark);
    }

    fn ready(&mut self, ready: &Ready<'_>, mut mark: Mark) {
        let marks = mark
            .external_id
            .as_ref()
            .and_then(|id| self.before.named.get(id));
        let marks = marks.map_or(&[][..], Vec::as_slice);
        let standing = marks
            .iter()
            .find_map(|m| self.before.subjects.get(&m.subject));
        let Some(standing) = standing else {
            let told = ready.told(self.desk, self.around.language);
            mark.subject = told.id();
            self.sorted.marks.push(mark);
            return self.sorted.add(told);
        };
        mark.subject = standing.id;
        let last = last(marks, &mark, standing).cloned();
        let target = standing.merged_into.unwrap_or(standing.id);
        let told_twice = standing
            .merged_into
            .is_some_and(|into| self.before.told_by.contains(&into));
        match self.before.here.get(&target).cloned() {
            Some(_) if told_twice => {
                self.sorted
                    .refuse(ready.row.line, "external_id", &Reason::Merged);
            }
            Some(here) if self.around.areas.covers(here.standing.area_id) => {
                self.change(ready, &here, last, mark);
            }
            _ => self
                .sorted
                .refuse(ready.row.line, "area", &Reason::NoSuchArea),
        }
    }

    fn change(&mut self, ready: &Ready<'_>, here: &Here, last: Option<Mark>, mut mark: Mark) {
        let index = self.at.get(&here.standing.id).copied();
        let told = index.and_then(|i| self.sorted.told.get(i).cloned());
        let mut told = match told.map_or_else(|| here.told(self.around), Ok) {
            Ok(told) => told,
            Err(reasons) => {
                for (column, reason) in &reasons {
                    self.sorted.refuse(ready.row.line, column, reason);
                }
                return;
            }
        };
        let properties = self.put(ready, &mut told, here, last.as_ref());
        if let Some(last) = &last {
            mark.run = last.run;
            self.sorted.gone.push(last.hash.clone());
        }
        if properties.is_empty() {
            self.sorted.same += 1;
        } else {
            let index = self.sorted.alter(index, told, here, properties);
            self.at.insert(here.standing.id, index);
            self.sorted.took_place(index, last.as_ref(), &mark);
        }
        self.sorted.marks.push(mark);
    }

    /// Puts what the source says otherwise than last time into an offer; what of it became otherwise.
    fn put(
        &self,
        ready: &Ready<'_>,
        told: &mut Told,
        here: &Here,
        last: Option<&Mark>,
    ) -> Vec<String> {
        let said = last.and_then(|mark| mark.body.as_ref());
        let said = said.map(|cells| Row::of_cells(OFFER, cells));
        let language = self.around.language;
        if language == told.language {
            let ours = names_one_of(&self.around.by_name, ready.row);
            let columns = ready.put(told, &said.unwrap_or_default(), self.desk, ours);
            return columns.into_iter().map(str::to_owned).collect();
        }
        let words = ready.words(said.as_ref(), language);
        let words: Vec<_> = words.into_iter().filter(|word| !here.says(word)).collect();
        let names = words
            .iter()
            .map(|(field, _, _)| format!("{}@{}", field.code(), language.code()));
        let names = names.collect();
        told.translations.extend(words);
        names
    }
}

/// The row as it came in last in this language.
fn last<'a>(marks: &'a [Mark], mark: &Mark, standing: &Standing) -> Option<&'a Mark> {
    let of = |m: &Mark| {
        m.language
            .clone()
            .unwrap_or_else(|| standing.language.clone())
    };
    marks.iter().rev().find(|m| Some(of(m)) == mark.language)
}
