//! GeoJSON as directories of services export it (RFC 7946): a collection of features, or
//! nothing but a list of them.
//!
//! Properties named like our columns are taken as they are. Those of the UNHCR *Services
//! Advisor* are known too: its numbered questions keep their numbers in every language, so the
//! number says what an answer is about.
use super::columns::{Names, OFFER};
use super::fault::Fault;
use super::row::{Row, Sheet};
use super::{CELL_MAX, ROWS_MAX, text};
use serde_json::{Map, Value};

/// Largest file, in bytes: read, it takes many times as much memory.
const GEOJSON_MAX: usize = 32 * 1024 * 1024;

/// # Errors
/// When nothing of it can be taken.
pub fn read(bytes: &[u8]) -> Result<Sheet, Fault> {
    let text = text::decode(bytes, GEOJSON_MAX)?;
    let whole: Value = serde_json::from_str(text).map_err(|_| Fault::NotGeoJson)?;
    let features = match &whole {
        Value::Array(features) => features,
        Value::Object(object) => object
            .get("features")
            .and_then(Value::as_array)
            .ok_or(Fault::NotGeoJson)?,
        _ => return Err(Fault::NotGeoJson),
    };
    if features.is_empty() {
        return Err(Fault::Empty);
    }
    if features.len() > ROWS_MAX {
        return Err(Fault::TooManyRows { max: ROWS_MAX });
    }
    let names = Names::of(OFFER);
    let rows: Result<Vec<Row>, Fault> = features
        .iter()
        .enumerate()
        .map(|(i, feature)| {
            let row = row(i + 1, feature, &names).ok_or(Fault::NotGeoJson)?;
            if row.longest() > CELL_MAX {
                return Err(Fault::HugeCell { line: row.line });
            }
            Ok(row)
        })
        .collect();
    Ok(Sheet {
        rows: rows?,
        ..Sheet::default()
    })
}

/// Whether a JSON file is GeoJSON rather than something else.
pub(super) fn looks_like(bytes: &[u8]) -> bool {
    let typed = |value: &Value, word: &str| value.get("type").and_then(Value::as_str) == Some(word);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(Value::Array(list)) => list.first().is_some_and(|first| typed(first, "Feature")),
        Ok(object) => typed(&object, "FeatureCollection") || object.get("features").is_some(),
        Err(_) => false,
    }
}

/// None when it is no feature.
fn row(number: usize, feature: &Value, names: &Names) -> Option<Row> {
    let feature = feature.as_object()?;
    if feature.get("type").and_then(Value::as_str) != Some("Feature") {
        return None;
    }
    let none = Map::new();
    let properties = feature.get("properties").and_then(Value::as_object);
    let properties = properties.unwrap_or(&none);
    let mut row = Row::new(number);
    for (name, value) in properties {
        if let (Some(column), Some(text)) = (names.find(name), simple(value)) {
            row.put(column, &text);
        }
    }
    advisor(&mut row, properties);
    if let Some(id) = feature.get("id").and_then(simple) {
        row.put("external_id", &with_activity(id, properties));
    }
    place(&mut row, feature.get("geometry"));
    Some(row)
}

/// One site may have several activities, which the advisor gives the same id.
fn with_activity(id: String, properties: &Map<String, Value>) -> String {
    match properties.get("activity").and_then(Value::as_i64) {
        Some(activity) => format!("{id}/{activity}"),
        None => id,
    }
}

fn place(row: &mut Row, geometry: Option<&Value>) {
    let point = geometry.filter(|g| g.get("type").and_then(Value::as_str) == Some("Point"));
    let coordinates = point.and_then(|g| g.get("coordinates")?.as_array());
    if let Some([longitude, latitude, ..]) = coordinates.map(Vec::as_slice) {
        row.put("longitude", &simple(longitude).unwrap_or_default());
        row.put("latitude", &simple(latitude).unwrap_or_default());
    }
}

/// What the advisor calls otherwise than we do.
fn advisor(row: &mut Row, properties: &Map<String, Value>) {
    let Some(activity) = properties.get("activityName").and_then(Value::as_str) else {
        return;
    };
    let place = row.text("location_name").trim().to_owned();
    let name = if place.is_empty() {
        activity.trim().to_owned()
    } else {
        format!("{}, {place}", activity.trim())
    };
    row.put("name", &name);
    let kinds = ticked(properties.get("indicators"));
    let category = properties.get("activityCategory").and_then(Value::as_str);
    let summary = [category.unwrap_or_default(), &kinds]
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect::<Vec<_>>()
        .join(": ");
    row.put("summary", &cut(&summary, 240));
    let answers = |numbers: &[&str]| {
        let answered = properties.iter().filter(|(question, _)| {
            question
                .split_once('.')
                .is_some_and(|(number, _)| numbers.contains(&number.trim()))
        });
        let words: Vec<_> = answered.map(|(_, answers)| ticked(Some(answers))).collect();
        words.join("; ")
    };
    row.put("for_whom", &cut(&answers(&["2", "3"]), 200));
    row.put("access", &cut(&answers(&["4"]), 200));
    row.put("schedule", &cut(&answers(&["6", "7", "8", "9"]), 300));
}

/// The words of an object whose values say yes or count something.
fn ticked(answers: Option<&Value>) -> String {
    let Some(answers) = answers.and_then(Value::as_object) else {
        return String::new();
    };
    let yes =
        |value: &Value| value.as_bool() == Some(true) || value.as_f64().is_some_and(|n| n > 0.0);
    let words: Vec<_> = answers
        .iter()
        .filter(|(_, value)| yes(value))
        .map(|(word, _)| word.trim())
        .collect();
    words.join(", ")
}

/// At most `max` characters, whole words, with a mark where more followed.
pub(crate) fn cut(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let short: String = text.chars().take(max.saturating_sub(2)).collect();
    let end = short.rfind(char::is_whitespace).unwrap_or(short.len());
    let short = short.get(..end).unwrap_or_default();
    format!("{} …", short.trim_end_matches([',', ';', ' ', '\n']))
}

/// A text or a number, as text.
fn simple(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FEATURE: &str = r#"{"type":"Feature","id":7,"properties":{"name":"Sprogcafé","summary":"Snak"},
        "geometry":{"type":"Point","coordinates":[9.9,57.05]}}"#;

    #[test]
    fn a_list_and_a_collection_are_the_same() {
        let list = read(format!("[{FEATURE}]").as_bytes()).unwrap();
        let collection = format!(r#"{{"type":"FeatureCollection","features":[{FEATURE}]}}"#);
        assert_eq!(read(collection.as_bytes()).unwrap().rows, list.rows);
        let row = &list.rows[0];
        assert_eq!(row.text("external_id"), "7");
        assert_eq!(row.text("name"), "Sprogcafé");
        assert_eq!(
            (row.text("latitude"), row.text("longitude")),
            ("57.05", "9.9")
        );
    }

    #[test]
    fn the_advisors_numbered_answers_are_found_in_any_language() {
        let text = r#"[{"type":"Feature","id":1,"properties":{"activity":5,"activityName":"التعليم",
            "locationName":"عمان","partnerName":"IOCC","indicators":{"أ":1,"ب":0},"7. تاريخ":{"الأحد":true}}}]"#;
        let sheet = read(text.as_bytes()).unwrap();
        let row = &sheet.rows[0];
        assert_eq!(row.text("name"), "التعليم, عمان");
        assert_eq!(row.text("summary"), "أ");
        assert_eq!(row.text("schedule"), "الأحد");
        assert_eq!(row.text("external_id"), "1/5");
        assert_eq!(row.text("organisation"), "IOCC");
    }

    #[test]
    fn what_is_no_list_of_features_is_told() {
        for text in [
            "{",
            "1",
            "{}",
            "[1]",
            r#"[{"type":"Point"}]"#,
            r#"{"features":1}"#,
        ] {
            assert_eq!(read(text.as_bytes()), Err(Fault::NotGeoJson), "{text}");
        }
        assert_eq!(read(b"[]"), Err(Fault::Empty));
        let deep = "[".repeat(100_000);
        assert_eq!(read(deep.as_bytes()), Err(Fault::NotGeoJson));
    }

    #[test]
    fn a_text_and_a_file_may_be_only_so_long() {
        let of = |length: usize| {
            let name = "x".repeat(length);
            let feature = format!(r#"{{"type":"Feature","properties":{{"name":"{name}"}}}}"#);
            read(format!("[{FEATURE},{feature}]").as_bytes()).map(|sheet| sheet.rows.len())
        };
        assert_eq!(of(CELL_MAX), Ok(2));
        assert_eq!(of(CELL_MAX + 1), Err(Fault::HugeCell { line: 2 }));
        let large = vec![b' '; GEOJSON_MAX + 1];
        let max = GEOJSON_MAX;
        assert_eq!(read(&large), Err(Fault::TooLarge { max }));
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(cut("en to tre fire", 11), "en to …");
        assert_eq!(cut("en to", 11), "en to");
        assert!(cut(&"å".repeat(50), 20).chars().count() <= 20);
    }

    proptest! {
        #[test]
        fn anything_at_all_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn anything_that_looks_like_json_is_answered(text in "[\\[\\]{}:,\"a1 ]{0,60}") {
            let _ = read(text.as_bytes());
            let _ = read(format!(r#"[{{"type":"Feature","properties":{{{text}}}}}]"#).as_bytes());
        }
    }
}
