//! What a file holds, and what of it waits to be brought in.
use super::options::Kind;
use crate::import::columns::{Column, OBSERVATION, OFFER};
use crate::import::fault::Fault;
use crate::import::hsds::{Incoming, Unreadable, read_json};
use crate::import::row::{Row, Sheet};
use crate::import::{csv_rows, geojson};
use samskab_hsds::package::names_table;
use samskab_locale::Texts;
use serde_json::{Value, json};

/// A file that was read.
#[derive(Clone, Debug)]
pub enum File {
    Services(Incoming),
    Offers(Sheet),
    Features(Sheet),
    Observations(Sheet),
}

/// Why nothing of a file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    Services(Unreadable),
    Rows(Fault),
}

impl Broken {
    /// Why, in words.
    pub fn sentence(&self, t: &Texts) -> String {
        match self {
            Self::Rows(fault) => fault.sentence(t),
            Self::Services(Unreadable::NotHsds) => t.import_not_hsds(),
            Self::Services(Unreadable::Table(broken)) => {
                t.import_broken_table(broken.file.as_str(), broken.line)
            }
        }
    }
}

impl From<Unreadable> for Broken {
    fn from(why: Unreadable) -> Self {
        Self::Services(why)
    }
}

impl From<Fault> for Broken {
    fn from(why: Fault) -> Self {
        Self::Rows(why)
    }
}

impl File {
    /// Offers, however they are written: services of the standard as JSON or as one or more of its tables,
    /// GeoJSON, or rows of a spreadsheet. Names tell tables from spreadsheets.
    ///
    /// # Errors
    /// When nothing of it can be taken.
    pub fn offers(files: &[(String, Vec<u8>)]) -> Result<Self, Broken> {
        let Some((name, first)) = files.first() else {
            return Err(Fault::Empty.into());
        };
        let is_csv = name.to_lowercase().ends_with(".csv");
        if is_csv && (files.len() > 1 || names_table(name)) {
            let texts: Vec<_> = files
                .iter()
                .map(|(n, b)| (n, String::from_utf8_lossy(b)))
                .collect();
            let tables = texts.iter().map(|(n, text)| (n.as_str(), text.as_ref()));
            return Ok(Self::Services(crate::import::hsds::read_tables(tables)?));
        }
        if is_csv || !looks_like_json(first) || geojson::looks_like(first) {
            return Self::rows(first);
        }
        Ok(Self::Services(read_json(first)?))
    }

    /// Offers as rows of a spreadsheet or as features.
    ///
    /// # Errors
    /// When nothing of it can be taken.
    pub fn rows(bytes: &[u8]) -> Result<Self, Broken> {
        if looks_like_json(bytes) {
            return Ok(Self::Features(geojson::read(bytes)?));
        }
        Ok(Self::Offers(csv_rows::read(bytes, OFFER, "name")?))
    }

    /// Stories, as rows of a spreadsheet.
    ///
    /// # Errors
    /// When nothing of it can be taken.
    pub fn observations(bytes: &[u8]) -> Result<Self, Broken> {
        Ok(Self::Observations(csv_rows::read(
            bytes,
            OBSERVATION,
            "story",
        )?))
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Services(_) => Kind::Services,
            Self::Offers(_) => Kind::Offers,
            Self::Features(_) => Kind::Features,
            Self::Observations(_) => Kind::Observations,
        }
    }

    /// Its rows, where it is made of such.
    pub fn sheet(&self) -> Option<&Sheet> {
        match self {
            Self::Services(_) => None,
            Self::Offers(sheet) | Self::Features(sheet) | Self::Observations(sheet) => Some(sheet),
        }
    }
}

fn looks_like_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    matches!(first, Some(b'[' | b'{'))
}

/// What waits. Of rows only those that hold: a refusal keeps nothing.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Services(Incoming),
    Offers(Vec<Row>),
    Observations(Vec<Row>),
}

impl Content {
    pub fn len(&self) -> usize {
        match self {
            Self::Services(incoming) => incoming.services.len(),
            Self::Offers(rows) | Self::Observations(rows) => rows.len(),
        }
    }

    /// So many after the first `begins`.
    pub fn part(&self, begins: usize, size: usize) -> Value {
        match self {
            Self::Services(incoming) => {
                let services = incoming.services.iter().skip(begins).take(size);
                json!({ "services": services.collect::<Vec<_>>() })
            }
            Self::Offers(rows) | Self::Observations(rows) => {
                let rows = rows.iter().skip(begins).take(size).map(Row::document);
                json!({ "rows": rows.collect::<Vec<_>>() })
            }
        }
    }

    /// What is in no part, to be kept beside them.
    pub fn beside(&self) -> Option<Value> {
        match self {
            Self::Services(incoming) => Some(incoming.beside_services()),
            Self::Offers(_) | Self::Observations(_) => None,
        }
    }

    /// A part, or what is beside them.
    pub fn read(kind: Kind, kept: Value) -> Self {
        let rows = |columns: &'static [Column]| {
            let rows = kept
                .get("rows")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            rows.filter_map(|row| Row::read(columns, row)).collect()
        };
        match kind {
            Kind::Services => Self::Services(Incoming::read(kept)),
            Kind::Offers | Kind::Features => Self::Offers(rows(OFFER)),
            Kind::Observations => Self::Observations(rows(OBSERVATION)),
        }
    }
}
