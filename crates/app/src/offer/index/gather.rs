//! What the index holds of an offer: its words in every language there is, and what lists are narrowed by.
use super::number;
use crate::desk::{Desk, Outcome};
use crate::offer::calendars;
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::{Freshness, checked_since, hidden};
use samskab_domain::schedule::{Calendar, Occurrence, Time};
use samskab_domain::topic::TopicGroup;
use samskab_locale::{Named, texts as texts_of};
use samskab_search::directory::{DAY, Document, Facts, Hours, Label, Point, Text};
use samskab_words::tongue::Tongue;
use std::collections::HashMap;

/// The kinds of labels; each is a filter of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Area = 1,
    Group = 2,
    Spoken = 3,
    Cost = 4,
    Accessibility = 5,
    Postcode = 6,
    /// Whether citizens still meet it.
    Shown = 7,
    Topic = 8,
}

impl Kind {
    pub fn label(self, value: &str) -> Label {
        Label::new(self as u8, value)
    }
}

/// What citizens still meet, as a label's value.
pub const SHOWN: &str = "shown";

/// Times are told for so many days ahead; the index is made anew each day.
const DAYS_AHEAD: i64 = 14;

#[derive(FromRow)]
struct Row {
    id: Id,
    name: String,
    summary: String,
    description: Option<String>,
    for_whom: Option<String>,
    language: String,
    area_id: Id,
    topic_group: String,
    cost: Option<String>,
    checked_day: Option<String>,
    known_day: Option<String>,
    cadence: i64,
    sort_key: Vec<u8>,
}

/// A word or a text that belongs to an offer.
#[derive(FromRow)]
struct Piece {
    offer_id: Id,
    language: String,
    field: String,
    body: String,
}

#[derive(FromRow)]
struct About {
    offer_id: Id,
    topic_id: Id,
}

#[derive(FromRow)]
struct Place {
    offer_id: Id,
    name: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// The published ones among these offers.
///
/// # Errors
/// What the database answers.
pub(super) async fn gather(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<Vec<Document>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(super::follow::BATCH) {
        let rows = desk.db.all(rows(m, ids)).await?;
        let pieces: HashMap<Id, Vec<Piece>> =
            by_offer(desk.db.all(pieces(m, ids)).await?, |p: &Piece| p.offer_id);
        let places: HashMap<Id, Vec<Place>> =
            by_offer(desk.db.all(places(m, ids)).await?, |p: &Place| p.offer_id);
        let about =
            "select offer_id, topic_id from offer_topic where municipality_id = ? and offer_id in ";
        let about = desk
            .db
            .all(sql!(about, m).list(ids.iter().copied()))
            .await?;
        let about: HashMap<Id, Vec<About>> = by_offer(about, |a: &About| a.offer_id);
        let calendars = calendars(desk, m, ids).await?;
        let nothing = Calendar::default();
        found.extend(rows.iter().map(|row: &Row| {
            let pieces = pieces.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let places = places.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let calendar = calendars.get(&row.id).unwrap_or(&nothing);
            let mut document = document(row, pieces, places, calendar, desk.today());
            let about = about.get(&row.id).into_iter().flatten();
            let topics = about.map(|about| Kind::Topic.label(&about.topic_id.to_string()));
            document.facts.labels.extend(topics);
            document
        }));
    }
    Ok(found)
}

fn by_offer<T>(rows: Vec<T>, of: impl Fn(&T) -> Id) -> HashMap<Id, Vec<T>> {
    let mut found: HashMap<Id, Vec<T>> = HashMap::new();
    for row in rows {
        found.entry(of(&row)).or_default().push(row);
    }
    found
}

fn rows(m: Id, ids: &[Id]) -> Sql {
    sql!(
        "select id, name, summary, description, for_whom, language, area_id, topic_group, cost, checked_day, known_day, \
         cadence, sort_key from offer where municipality_id = ? and state = 'published' and id in ",
        m
    )
    .list(ids.iter().copied())
}

/// Translations, who bears it, its area and topics in every language, the languages spoken, what helps one in.
fn pieces(m: Id, ids: &[Id]) -> Sql {
    let list = |sql: Sql| sql.list(ids.iter().copied());
    let own = "select subject_id as offer_id, language, field, body from translation \
               where municipality_id = ? and subject_kind = 'offer' and subject_id in ";
    let sql = list(sql!(own, m)).and(
        " union all select b.offer_id, 'other', 'bearer', o.name from offer_bearer b join organisation o \
         on o.municipality_id = b.municipality_id and o.id = b.organisation_id \
         where b.municipality_id = ? and b.offer_id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select t.offer_id, topic.language, 'topic', topic.name from offer_topic t join topic \
         on topic.municipality_id = t.municipality_id and topic.id = t.topic_id \
         where t.municipality_id = ? and t.offer_id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select t.offer_id, w.language, 'topic', w.body from offer_topic t join translation w \
         on w.municipality_id = t.municipality_id and w.subject_id = t.topic_id and w.field = 'name' \
         where t.municipality_id = ? and t.offer_id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select offer.id, area.language, 'topic', area.name from offer join area \
         on area.municipality_id = offer.municipality_id and area.id = offer.area_id \
         where offer.municipality_id = ? and offer.id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select offer.id, w.language, 'topic', w.body from offer join translation w \
         on w.municipality_id = offer.municipality_id and w.subject_id = offer.area_id and w.field = 'name' \
         where offer.municipality_id = ? and offer.id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select offer_id, 'other', 'spoken', language from offer_language \
         where municipality_id = ? and offer_id in ",
        [m.into()],
    );
    let sql = list(sql).and(
        " union all select offer_id, 'other', 'accessibility', feature from offer_accessibility \
         where municipality_id = ? and offer_id in ",
        [m.into()],
    );
    list(sql)
}

fn places(m: Id, ids: &[Id]) -> Sql {
    sql!(
        "select link.offer_id, location.name, location.address, location.postcode, location.city, location.latitude, \
         location.longitude from offer_location link join location on location.municipality_id = link.municipality_id \
         and location.id = link.location_id where link.municipality_id = ? and link.offer_id in ",
        m
    )
    .list(ids.iter().copied())
    .text(" order by link.offer_id, location.id")
}

fn document(
    row: &Row,
    pieces: &[Piece],
    places: &[Place],
    calendar: &Calendar,
    today: Day,
) -> Document {
    let facts = facts(row, pieces, places, calendar, today);
    Document {
        id: row.id.as_u128(),
        texts: texts(row, pieces, places),
        quiet: !facts.labels.contains(&Kind::Shown.label(SHOWN)),
        facts,
    }
}

/// One text for each language, and one for the names of places and organisations.
fn texts(row: &Row, pieces: &[Piece], places: &[Place]) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |tongue: Tongue, in_title: bool, words: &str| {
        let at = texts.iter().position(|text| text.tongue == tongue);
        let at = at.unwrap_or_else(|| {
            texts.push(Text {
                tongue,
                title: String::new(),
                body: String::new(),
            });
            texts.len() - 1
        });
        if let Some(text) = texts.get_mut(at) {
            let part = if in_title {
                &mut text.title
            } else {
                &mut text.body
            };
            part.push_str(words);
            part.push('\n');
        }
    };
    let own = Tongue::of(&row.language);
    add(own, true, &row.name);
    let more = [
        Some(&row.summary),
        row.description.as_ref(),
        row.for_whom.as_ref(),
    ];
    for words in more.into_iter().flatten() {
        add(own, false, words);
    }
    for piece in pieces {
        match piece.field.as_str() {
            "spoken" | "accessibility" => {}
            field => add(Tongue::of(&piece.language), field == "name", &piece.body),
        }
    }
    // So that whoever asks in another language finds at least what it is about.
    if let Some(group) = TopicGroup::from_code(&row.topic_group) {
        for &language in Language::ALL {
            add(
                Tongue::of(language.code()),
                false,
                &group.name(texts_of(language)),
            );
        }
    }
    for place in places {
        let words = [&place.name, &place.address, &place.postcode, &place.city];
        for words in words.into_iter().flatten() {
            add(Tongue::Other, false, words);
        }
    }
    texts
}

fn facts(row: &Row, pieces: &[Piece], places: &[Place], calendar: &Calendar, today: Day) -> Facts {
    let mut labels = vec![
        Kind::Area.label(&row.area_id.to_string()),
        Kind::Group.label(&row.topic_group),
    ];
    labels.extend(row.cost.as_deref().map(|cost| Kind::Cost.label(cost)));
    labels.extend(
        places
            .iter()
            .filter_map(|p| p.postcode.as_deref())
            .map(|p| Kind::Postcode.label(p)),
    );
    for piece in pieces {
        match piece.field.as_str() {
            "spoken" => labels.push(Kind::Spoken.label(&piece.body)),
            "accessibility" => labels.push(Kind::Accessibility.label(&piece.body)),
            _ => {}
        }
    }
    let day = |day: &Option<String>| day.as_deref().and_then(Day::parse);
    let checked = day(&row.checked_day);
    if !hidden(today, checked.or(day(&row.known_day)), row.cadence) {
        labels.push(Kind::Shown.label(SHOWN));
    }
    labels.sort_unstable();
    labels.dedup();
    // How long a check holds: as long as it takes until the first day that counts is after it.
    let until = |freshness| {
        checked.map_or(0, |checked| {
            let days = checked_since(today, row.cadence, freshness).days_until(today);
            number(checked.plus(days))
        })
    };
    let point = places.iter().find_map(|place| {
        Some(Point {
            latitude: place.latitude?,
            longitude: place.longitude?,
        })
    });
    Facts {
        labels,
        hours: weekly(
            calendar
                .between(today.plus(-1), today.plus(DAYS_AHEAD))
                .into_iter()
                .map(hours),
        ),
        place: point,
        fresh_until: until(Freshness::Checked),
        trusted_until: until(Freshness::Due),
        sort_key: row.sort_key.clone(),
    }
}

/// One time; the whole day where no time is known.
fn hours(occurrence: Occurrence) -> Hours {
    let minutes = |time: Time| {
        60 * u32::from(time.hour().unsigned_abs()) + u32::from(time.minute().unsigned_abs())
    };
    let day = number(occurrence.day);
    let from = occurrence.starts.map_or(0, minutes);
    let length = match occurrence.ends.map(minutes) {
        Some(ends) if ends <= from => DAY - from + ends,
        Some(ends) => ends - from,
        None => DAY - from,
    };
    Hours {
        from: u32::from(occurrence.day.weekday().unsigned_abs() - 1) * DAY + from,
        length,
        first_day: day,
        // Over midnight it is still on the next day.
        last_day: if from + length > DAY { day + 1 } else { day },
    }
}

/// What comes again a week later is one with what was before: most do, and there are many.
fn weekly(times: impl Iterator<Item = Hours>) -> Vec<Hours> {
    let mut weekly: Vec<Hours> = Vec::new();
    for time in times {
        let before = weekly.iter_mut().find(|before| {
            let alike = (before.from, before.length) == (time.from, time.length);
            alike && before.last_day + 7 == time.last_day
        });
        match before {
            Some(before) => before.last_day = time.last_day,
            None => weekly.push(time),
        }
    }
    weekly
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_each_week_is_kept_once_and_what_has_a_gap_twice() {
        const MONDAY: u32 = 20_780;
        let at = |day: u32, hour: u32, length: u32| Hours {
            from: day % 7 * DAY + hour * 60,
            length,
            first_day: MONDAY + day,
            last_day: MONDAY + day + u32::from(hour * 60 + length > DAY),
        };
        let times = [
            at(0, 10, 60),
            at(3, 22, 180),
            at(7, 10, 60),
            at(8, 10, 60),
            at(10, 22, 180),
            at(21, 10, 60),
        ];
        let weekly = weekly(times.into_iter());
        let days = weekly
            .iter()
            .map(|time| (time.from, time.first_day - MONDAY, time.last_day - MONDAY));
        let expected = [
            (10 * 60, 0, 7),
            (3 * DAY + 22 * 60, 3, 11),
            (DAY + 10 * 60, 8, 8),
            (10 * 60, 21, 21),
        ];
        assert_eq!(days.collect::<Vec<_>>(), expected);
    }
}
