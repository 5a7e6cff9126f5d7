//! `samskab import observations FILE`, `samskab import offers FILE`, `samskab import hsds PATH`,
//! `samskab import undo RUN`
mod reading;
mod run;

pub use run::Who;

use crate::fail::Fail;
use crate::settings::Data;
use clap::{Args, Subcommand};
use run::Asked;
use samskab_app::import::Options;
use samskab_domain::kernel::{Coded, Language};
use samskab_domain::observation::Source;
use samskab_domain::topic::TopicGroup;
use samskab_locale::texts;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Import {
    /// Observations from a CSV file (docs/import.md tells which columns)
    Observations(Observations),
    /// Offers from a CSV or GeoJSON file
    Offers(Offers),
    /// Services of the Human Services Data Specification: JSON, or a folder with its tables as CSV
    Hsds(Hsds),
    /// Take back all that one run brought in
    Undo(run::Undo),
}

#[derive(Args)]
pub struct From {
    /// The file, or the folder
    path: PathBuf,
    #[command(flatten)]
    who: Who,
    /// Language of texts that do not say it: da, en, ar, uk, fa or ti
    #[arg(long, default_value = "da")]
    language: String,
    /// Area of what names none of ours
    #[arg(long, default_value = "")]
    area: String,
    /// Name it is known by next time (default: its own, without folder, language and ending)
    #[arg(long)]
    source: Option<String>,
    /// What is about nothing it says itself is about this, such as getting_about
    #[arg(long, default_value = "other")]
    topic_group: String,
    /// Say what would change, and change nothing
    #[arg(long)]
    preview: bool,
}

#[derive(Args)]
pub struct Observations {
    #[command(flatten)]
    from: From,
    /// How it is known, in rows that do not say it: lived, told, saw or impression
    #[arg(long, default_value = "told")]
    how: String,
    /// Take rows with a name, a phone number or an address too: someone has looked them through
    #[arg(long)]
    looked_through: bool,
}

#[derive(Args)]
pub struct Offers {
    #[command(flatten)]
    from: From,
    /// Make a voluntary organisation of every provider nobody knows (takes an administrator)
    #[arg(long)]
    create_organisations: bool,
}

#[derive(Args)]
pub struct Hsds {
    #[command(flatten)]
    from: From,
    /// Make a voluntary organisation of everyone nobody knows (takes an administrator)
    #[arg(long)]
    create_organisations: bool,
}

pub async fn run(data: &Data, asked: Import) -> Result<(), Fail> {
    match asked {
        Import::Observations(asked) => {
            let options = Options {
                how: choice::<Source>("--how", &asked.how)?,
                looked_through: asked.looked_through,
                ..asked.from.options()?
            };
            go(data, asked.from, options, reading::observations).await
        }
        Import::Offers(asked) => {
            let options = Options {
                create_organisations: asked.create_organisations,
                ..asked.from.options()?
            };
            go(data, asked.from, options, reading::offers).await
        }
        Import::Hsds(asked) => {
            let options = Options {
                create_organisations: asked.create_organisations,
                ..asked.from.options()?
            };
            go(data, asked.from, options, reading::hsds).await
        }
        Import::Undo(asked) => run::undo(data, asked).await,
    }
}

/// Reads the file before the database is opened: what cannot be read writes nothing.
async fn go(data: &Data, from: From, options: Options, read: reading::Read) -> Result<(), Fail> {
    let language = choice::<Language>("--language", &from.language)?;
    let t = texts(language);
    let file = read(&from.path, t)?;
    let asked = Asked {
        options,
        preview: from.preview,
    };
    run::run(data, &from.who, &file, &asked, t).await
}

impl From {
    fn options(&self) -> Result<Options, Fail> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let known_as = || samskab_app::import::known_as(&name, &self.language);
        Ok(Options {
            source: self.source.clone().unwrap_or_else(known_as),
            language: self.language.clone(),
            area: self.area.clone(),
            topic_group: choice::<TopicGroup>("--topic-group", &self.topic_group)?,
            ..Options::default()
        })
    }
}

fn choice<T: Coded>(flag: &str, written: &str) -> Result<T, Fail> {
    T::from_code(written).ok_or_else(|| {
        let known: Vec<_> = T::ALL.iter().map(|c| c.code()).collect();
        Fail::Usage(format!("{flag} is one of {}", known.join(", ")))
    })
}
