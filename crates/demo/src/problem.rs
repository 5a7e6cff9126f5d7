//! Why the town could not be told, in words that say where to look.
use samskab_app::Refusal;

/// Why the demonstration cannot start.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// An earlier start was stopped half-way, or someone else made a municipality of this name.
    #[error(
        "a municipality called {slug} is there, but its demonstration was never finished \
         (the start that made it was stopped, or it is not a demonstration). To start afresh, give an empty data \
         folder with --data, or take away samskab.db* in this one (on PostgreSQL: give an empty database)"
    )]
    Unfinished { slug: &'static str },
    /// A data file does not read.
    #[error("{file}: {error}")]
    File {
        file: &'static str,
        error: Box<toml::de::Error>,
    },
    /// An action refused one item.
    #[error("{item}: {halt}")]
    Item { item: String, halt: Halt },
    /// The municipality could not be made or looked up.
    #[error("{}", told(.0))]
    Refused(#[from] Refusal),
}

/// Why one item could not be told.
#[derive(Debug, thiserror::Error)]
pub enum Halt {
    /// The item names something that is not in the files, or not there yet at its time.
    #[error("there is no {kind} {key} at this time")]
    Unknown { kind: &'static str, key: String },
    /// The action said no.
    #[error("{}", told(.0))]
    Refused(#[from] Refusal),
}

impl From<samskab_database::Error> for Halt {
    fn from(error: samskab_database::Error) -> Self {
        Self::Refused(error.into())
    }
}

/// A refusal with its remarks spelt out: which field, and why.
fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Remarks(remarks) => {
            let lines: Vec<String> = remarks
                .iter()
                .map(|r| format!("{}: {:?}", r.field, r.why))
                .collect();
            lines.join("; ")
        }
        other => other.to_string(),
    }
}
