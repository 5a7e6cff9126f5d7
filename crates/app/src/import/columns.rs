//! The columns a file may have, by their Danish and English names.
use super::fault::Fault;
use super::row::Sheet;
use samskab_locale::fold;
use std::collections::HashMap;

/// A column and the names a header may give it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub code: &'static str,
    /// Other names than its code; capitals, blanks and signs between letters play no part.
    pub names: &'static [&'static str],
}

const fn column(code: &'static str, names: &'static [&'static str]) -> Column {
    Column { code, names }
}

/// Columns of observations.
pub const OBSERVATION: &[Column] = &[
    column(
        "story",
        &[
            "fortælling",
            "oplevelse",
            "historie",
            "tekst",
            "text",
            "comment",
            "comments",
            "kommentar",
            "hvad skete der",
        ],
    ),
    column(
        "source",
        &["kilde", "hvor ved du det fra", "how do you know"],
    ),
    column(
        "topic_group",
        &[
            "emne",
            "emnegruppe",
            "topic",
            "about",
            "hvad handler det om",
        ],
    ),
    column("area", &["område", "velfærdsområde", "welfare area"]),
    column("place", &["postnummer", "postnr", "postcode", "sted"]),
    column(
        "concerns",
        &["hvem", "hvem rammer det", "whom", "group", "målgruppe"],
    ),
    column("frequency", &["hvor tit", "hyppighed", "how often"]),
    column("severity", &["hvor hårdt", "how hard"]),
    column(
        "would_help",
        &[
            "hvad ville have hjulpet",
            "ville hjælpe",
            "what would have helped",
        ],
    ),
    column("date", &["dato", "dag", "day", "when", "hvornår"]),
];

/// Columns of offers.
pub const OFFER: &[Column] = &[
    column("external_id", &["id", "eksternt id", "nøgle"]),
    column("name", &["navn", "tilbud", "title", "titel"]),
    column("summary", &["resumé", "kort", "kort fortalt", "short"]),
    column("description", &["beskrivelse", "about", "om", "comments"]),
    column("for_whom", &["for hvem", "hvem", "målgruppe", "audience"]),
    column("area", &["område", "velfærdsområde", "welfare area"]),
    column("topic_group", &["emne", "emnegruppe", "topic"]),
    column(
        "organisation",
        &[
            "organization",
            "forening",
            "udbyder",
            "provider",
            "partner name",
        ],
    ),
    column("location_name", &["stednavn", "hvor", "location"]),
    column("address", &["adresse", "vej", "street"]),
    column("postcode", &["postnummer", "postnr", "postal code", "zip"]),
    column("city", &["by", "bynavn", "postdistrikt", "town"]),
    column("country", &["land", "landekode"]),
    column("phone", &["telefon", "tlf", "telephone"]),
    column("email", &["mail", "e-mail", "mailadresse"]),
    column("url", &["hjemmeside", "web", "website", "link", "www"]),
    column("price", &["pris", "cost", "fee"]),
    column(
        "schedule",
        &[
            "tid",
            "tidspunkt",
            "hvornår",
            "åbningstid",
            "opening hours",
            "when",
        ],
    ),
    column("languages", &["sprog", "language"]),
    column(
        "known_day",
        &[
            "sidst opdateret",
            "gælder til",
            "last updated",
            "last modified",
            "end date",
        ],
    ),
    column("access", &["adgang", "tilgængelighed", "accessibility"]),
    column("latitude", &["breddegrad", "lat"]),
    column("longitude", &["længdegrad", "lng", "lon", "long"]),
];

/// A word as it is compared: folded, letters and digits only.
pub(super) fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The columns a file may have, by the keys of their names.
pub(super) struct Names(HashMap<String, &'static str>);

impl Names {
    pub fn of(columns: &'static [Column]) -> Self {
        let named = |c: &'static Column| {
            let names = c.names.iter().copied().chain([c.code]);
            names.map(|name| (key(name), c.code))
        };
        Self(columns.iter().flat_map(named).collect())
    }

    /// The column a word stands for.
    pub fn find(&self, word: &str) -> Option<&'static str> {
        self.0.get(&key(word)).copied()
    }
}

/// Reads a header: for each of its cells the column it stands for, if we know it.
///
/// # Errors
/// Two columns that mean the same, or none of those in `required`.
pub(super) fn read_header(
    columns: &'static [Column],
    required: &'static str,
    cells: &[String],
    sheet: &mut Sheet,
) -> Result<Vec<Option<&'static str>>, Fault> {
    let names = Names::of(columns);
    let mut found = Vec::with_capacity(cells.len());
    for cell in cells {
        let column = names.find(cell);
        found.push(column);
        match column {
            Some(column) => {
                let before = sheet.columns.insert(column, cell.trim().to_owned());
                if before.is_some() {
                    return Err(Fault::TwoColumns { column });
                }
            }
            None if cell.trim().is_empty() => {}
            None => sheet.passed_over.push(cell.trim().to_owned()),
        }
    }
    if !sheet.columns.contains_key(required) {
        return Err(Fault::NoColumn { column: required });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_share_a_name() {
        for columns in [OBSERVATION, OFFER] {
            let mut seen = BTreeSet::new();
            for c in columns {
                let names: BTreeSet<_> = c.names.iter().chain([&c.code]).map(|n| key(n)).collect();
                for name in names {
                    assert!(seen.insert(name.clone()), "{name} stands twice");
                }
            }
        }
    }

    #[test]
    fn a_header_is_known_however_it_is_written() {
        for word in [
            "Fortælling",
            " FORTAELLING ",
            "fortælling:",
            "Story",
            "Hvad skete der?",
        ] {
            assert_eq!(Names::of(OBSERVATION).find(word), Some("story"), "{word}");
        }
        let offers = Names::of(OFFER);
        assert_eq!(offers.find("External ID"), Some("external_id"));
        assert_eq!(offers.find("Farve"), None);
    }
}
