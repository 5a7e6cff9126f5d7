//! Searches in vain: which words people look for that stand in no offer, for whoever keeps the directory whole.
//! Words alone are kept, each by itself, and none that may be personal data.
use super::index::Shelf;
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor, Denied, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_search::directory::Found;
use samskab_words::tongue::words;
use samskab_words::{other_names, personal_data};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// A word that stands in no offer, and how often it was searched for.
#[derive(Clone, Debug, FromRow)]
pub struct InVain {
    pub word: String,
    pub times: i64,
    last_day: String,
}

impl InVain {
    /// When it was last searched for.
    pub fn last_day(&self) -> Option<Day> {
        Day::parse(&self.last_day)
    }
}

/// A word searched for more seldom is shown to nobody: it may be whatever one person had in mind.
pub const VAIN_FROM: i64 = 3;
/// Words heard and not yet written down.
const HEARD: usize = 200;
/// Words kept; beyond them, the seldom and old ones go.
const KEPT: i64 = 1_000;
/// Words not searched for in so many days are forgotten.
const DAYS: i64 = 365;
/// Words that say something, in letters.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=30;

/// Remembers the words of a search that stand nowhere, until they are written down.
pub(super) fn hear(shelf: &Shelf, typed: &str, found: &Found) {
    if found.unknown.is_empty() || may_be_of_someone(typed) {
        return;
    }
    let telling = found.unknown.iter().filter(|word| may_be_kept(word));
    let mut heard = shelf.vain.lock().unwrap_or_else(PoisonError::into_inner);
    for word in telling {
        if heard.len() >= HEARD && !heard.contains_key(word) {
            heard.retain(|word, times| is_ready(word, *times));
        }
        if heard.len() < HEARD || heard.contains_key(word) {
            *heard.entry(word.clone()).or_default() += 1;
        }
    }
}

/// A search that holds something that looks like personal data: what stands beside a name may be one too.
fn may_be_of_someone(typed: &str) -> bool {
    !personal_data::find(typed).is_empty() || words(typed).any(|word| other_names::is_name(&word))
}

/// Not a number, not a name. Danish names are known well; any other capital in other letters would be taken for
/// one, and what people look for in their own letters is the most worth knowing.
fn may_be_kept(word: &str) -> bool {
    let letters = word.chars().count();
    let mut rest = word.chars();
    let begins_great = rest.next().into_iter().flat_map(char::to_uppercase);
    let as_a_name: String = begins_great.chain(rest).collect();
    LETTERS.contains(&letters)
        && word.chars().all(char::is_alphabetic)
        && (!is_latin(word) || personal_data::find(&as_a_name).is_empty())
}

/// Fewer names are known in other letters than the Latin ones, so what one person alone may have had in mind is
/// not written down there at all.
fn is_ready(word: &str, times: i64) -> bool {
    is_latin(word) || times >= VAIN_FROM
}

fn is_latin(word: &str) -> bool {
    word.chars().all(|c| c < '\u{250}')
}

/// Writes down what was heard on this node, and forgets what is old.
pub(super) async fn write_down(desk: &Desk, municipality: Id) -> Outcome<()> {
    let shelf = desk.shelves.of(municipality)?;
    let heard = ready(&mut shelf.vain.lock().unwrap_or_else(PoisonError::into_inner));
    if heard.is_empty() {
        return Ok(());
    }
    let today = desk.today();
    let row = |(word, times): (String, i64)| -> [Value; 5] {
        let day = || Value::from(today.to_string());
        [municipality.into(), word.into(), times.into(), day(), day()]
    };
    let insert = sql!(
        "insert into search_in_vain (municipality_id, word, times, first_day, last_day) values "
    )
    .rows(heard.into_iter().map(row))
    .text(
        " on conflict (municipality_id, word) do update \
             set times = search_in_vain.times + excluded.times, last_day = excluded.last_day",
    );
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from search_in_vain where municipality_id = ? and last_day < ?",
        municipality,
        today.plus(-DAYS).to_string()
    ))
    .await?;
    tx.run(insert).await?;
    tx.run(sql!(
        "delete from search_in_vain where municipality_id = ? and word in (select word from search_in_vain \
         where municipality_id = ? order by times desc, last_day desc, word limit ? offset ?)",
        municipality,
        municipality,
        KEPT,
        KEPT
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Takes out what can be written down; the rest waits to be heard again.
fn ready(heard: &mut BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    let all = std::mem::take(heard).into_iter();
    let (ready, rest) = all.partition(|(word, times)| is_ready(word, *times));
    *heard = rest;
    ready
}

/// The words searched for in vain, those most often first; for facilitators.
///
/// # Errors
/// Denied to all others; what the database answers.
pub async fn search_in_vain(
    desk: &Desk,
    actor: &Actor,
    after: Option<&str>,
) -> Outcome<Page<InVain>> {
    actor.may(Act::KeepOffers)?;
    if actor.role != Role::Facilitator {
        return Err(Denied.into());
    }
    write_down(desk, actor.municipality).await?;
    let sql = sql!(
        "select word, times, last_day from search_in_vain where municipality_id = ? and times >= ? and last_day >= ?",
        actor.municipality,
        VAIN_FROM,
        desk.today().plus(-DAYS).to_string()
    );
    let sql = match after.and_then(place) {
        Some((times, word)) => sql.and(
            " and (times < ? or (times = ? and word > ?))",
            [times.into(), times.into(), word.into()],
        ),
        None => sql,
    };
    let limit = Page::<InVain>::LIMIT;
    let rows = desk
        .db
        .all(sql.and(" order by times desc, word limit ?", [limit.into()]))
        .await?;
    Ok(Page::of(rows, |row: &InVain| {
        format!("{}.{}", row.times, row.word)
    }))
}

fn place(key: &str) -> Option<(i64, &str)> {
    let (times, word) = key.split_once('.')?;
    Some((times.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_kept(word: &str, typed: &str) -> bool {
        !may_be_of_someone(typed) && may_be_kept(word)
    }

    #[test]
    fn what_may_be_a_person_is_not_kept() {
        for (word, typed) in [
            ("guitar", "guitar"),
            ("babysvømning", "Babysvømning for de mindste"),
            ("гітара", "гітара"),
            ("سباحة", "سباحة"),
        ] {
            assert!(is_kept(word, typed), "{word}");
        }
        for (word, typed) in [
            ("mette", "mette"),
            ("22334455", "22334455"),
            ("guitar", "guitar hos Hans Jensen"),
            ("hans", "hans@example.org"),
            ("0101701234", "010170-1234"),
            ("ab", "ab"),
            ("محمد", "محمد"),
            ("القادري", "فاطمة القادري"),
            ("олена", "Олена"),
            ("тимошенко", "Тимошенко"),
            ("ኣብርሃም", "ኣብርሃም"),
        ] {
            assert!(!is_kept(word, typed), "{word}");
        }
    }

    #[test]
    fn in_other_letters_one_person_s_word_is_not_written_down() {
        let mut heard = BTreeMap::from([
            ("guitar".to_owned(), 1),
            ("гітара".to_owned(), VAIN_FROM),
            ("сідоркін".to_owned(), VAIN_FROM - 1),
        ]);
        let ready: Vec<_> = ready(&mut heard).into_keys().collect();
        assert_eq!(ready, ["guitar", "гітара"]);
        assert_eq!(heard.len(), 1);
    }
}
