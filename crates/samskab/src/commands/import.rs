//! `samskab import observations FILE`, `samskab import offers FILE`
mod hsds;
mod sentences;

pub use hsds::Who;

use crate::fail::Fail;
use crate::settings::Data;
use clap::{Args, Subcommand};
use samskab_app::import::{
    self, FILE_MAX, Fault, OBSERVATION, OFFER, ObservationDefaults, OfferDefaults, Report, Sheet,
};
use samskab_app::{Desk, Outcome, Refusal, area, municipality};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Language};
use samskab_domain::observation::Source;
use samskab_domain::topic::TopicGroup;
use samskab_locale::{Texts, texts};
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Import {
    /// Observations from a CSV file (docs/import.md tells which columns)
    Observations(Observations),
    /// Offers from a CSV or GeoJSON file
    Offers(Offers),
    /// Services of the Human Services Data Specification: JSON, or a folder with its tables as CSV
    Hsds(hsds::Hsds),
    /// Take back all that one run of `import hsds` brought in
    Undo(hsds::Undo),
}

#[derive(Args)]
pub struct From {
    /// The file
    file: PathBuf,
    /// Slug of the municipality
    #[arg(long)]
    municipality: String,
    /// E-mail address of the facilitator or administrator who brings it in
    #[arg(long = "as")]
    email: String,
    /// Language of the texts: da, en, ar, uk, fa or ti
    #[arg(long, default_value = "da")]
    language: String,
    /// Area of rows that name none
    #[arg(long, default_value = "")]
    area: String,
    /// Name the file is known by next time (default: its own, without folder and ending)
    #[arg(long)]
    source: Option<String>,
    /// What rows are about that do not say it, such as getting_about
    #[arg(long, default_value = "other")]
    topic_group: String,
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

pub async fn run(data: &Data, asked: Import) -> Result<(), Fail> {
    match asked {
        Import::Observations(asked) => observations(data, asked).await,
        Import::Offers(asked) => offers(data, asked).await,
        Import::Hsds(asked) => hsds::run(data, asked).await,
        Import::Undo(asked) => hsds::undo(data, asked).await,
    }
}

async fn observations(data: &Data, asked: Observations) -> Result<(), Fail> {
    let from = asked.from;
    let defaults = ObservationDefaults {
        area: from.area.clone(),
        source: choice::<Source>("--how", &asked.how)?,
        topic_group: choice("--topic-group", &from.topic_group)?,
        looked_through: asked.looked_through,
    };
    let (way, sheet) = Way::open(data, &from, |bytes| {
        import::read_csv(bytes, OBSERVATION, "story")
    })
    .await?;
    let report = import::observations(
        &way.desk,
        &way.actor,
        &sheet,
        &defaults,
        &way.source,
        way.language,
    )
    .await;
    way.finish(&sheet, report, false)
}

async fn offers(data: &Data, asked: Offers) -> Result<(), Fail> {
    let from = asked.from;
    let defaults = OfferDefaults {
        area: from.area.clone(),
        topic_group: choice::<TopicGroup>("--topic-group", &from.topic_group)?,
        create_organisations: asked.create_organisations,
    };
    let mut features = false;
    let (way, sheet) = Way::open(data, &from, |bytes| {
        features = looks_like_json(bytes);
        if features {
            import::read_geojson(bytes)
        } else {
            import::read_csv(bytes, OFFER, "name")
        }
    })
    .await?;
    let report = import::offers(
        &way.desk,
        &way.actor,
        &sheet,
        &defaults,
        &way.source,
        way.language,
    )
    .await;
    way.finish(&sheet, report, features)
}

fn looks_like_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    matches!(first, Some(b'[' | b'{'))
}

fn choice<T: Coded>(flag: &str, written: &str) -> Result<T, Fail> {
    T::from_code(written).ok_or_else(|| {
        let known: Vec<_> = T::ALL.iter().map(|c| c.code()).collect();
        Fail::Usage(format!("{flag} is one of {}", known.join(", ")))
    })
}

/// Everything an import needs beside its rows.
struct Way {
    desk: Desk,
    actor: Actor,
    language: Language,
    source: String,
    t: &'static Texts,
}

impl Way {
    /// Reads the file before the database is opened: what cannot be read writes nothing.
    async fn open(
        data: &Data,
        from: &From,
        read: impl FnOnce(&[u8]) -> Result<Sheet, Fault>,
    ) -> Result<(Self, Sheet), Fail> {
        let language = choice::<Language>("--language", &from.language)?;
        let t = texts(language);
        let bytes = bytes(&from.file, t)?;
        let sheet = read(&bytes).map_err(|fault| Fail::Usage(sentences::fault(t, &fault)))?;
        let desk = data.open().await?;
        let municipality = municipality::find(&desk, &from.municipality)
            .await
            .map_err(|_| Fail::Usage(format!("there is no municipality {}", from.municipality)))?;
        let actor = import::importer(&desk, municipality.id, &from.email)
            .await
            .map_err(nobody)?;
        let way = Self {
            source: source(from, language),
            desk,
            actor,
            language,
            t,
        };
        way.needs_area(from, &sheet).await?;
        Ok((way, sheet))
    }

    async fn needs_area(&self, from: &From, sheet: &Sheet) -> Result<(), Fail> {
        let t = self.t;
        let areas = area::list(&self.desk, self.actor.municipality, t.language).await?;
        let names: Vec<_> = areas.into_iter().map(|a| a.name).collect();
        let areas_are = t.import_areas_are(names.join(", "));
        let none_named = sheet.rows.iter().all(|row| row.text("area").is_empty());
        if from.area.trim().is_empty() && none_named && !sheet.rows.is_empty() {
            return Err(Fail::Usage(format!(
                "{} {areas_are}",
                t.import_needs_area()
            )));
        }
        if !from.area.trim().is_empty() {
            import::check_area(&self.desk, &self.actor, &from.area)
                .await
                .map_err(|_| Fail::Usage(format!("{}. {areas_are}", t.import_no_such_area())))?;
        }
        Ok(())
    }

    /// Tells of the rows that could not be taken, then the sum of it all.
    fn finish(&self, sheet: &Sheet, report: Outcome<Report>, features: bool) -> Result<(), Fail> {
        let report = report.map_err(|refusal| match refusal {
            Refusal::Done => Fail::Failure(self.t.import_under_way()),
            other => other.into(),
        })?;
        for line in sentences::rows(self.t, sheet, &report, features) {
            println!("{line}");
        }
        println!("{}", sentences::sum(self.t, &report));
        Ok(())
    }
}

fn nobody(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Usage(
            "--as: no facilitator or administrator has that e-mail address here".to_owned(),
        ),
        other => other.into(),
    }
}

fn bytes(file: &Path, t: &Texts) -> Result<Vec<u8>, Fail> {
    let cannot = |e| Fail::Usage(format!("{} cannot be read: {e}", file.display()));
    let length = std::fs::metadata(file).map_err(cannot)?.len();
    if usize::try_from(length).map_or(true, |length| length > FILE_MAX) {
        let fault = Fault::TooLarge { max: FILE_MAX };
        return Err(Fail::Usage(sentences::fault(t, &fault)));
    }
    std::fs::read(file).map_err(cannot)
}

/// The name given, else the file's own without folder and ending; `services.en.json` and
/// `services.ar.json` are one source in two languages.
fn source(from: &From, language: Language) -> String {
    if let Some(name) = &from.source {
        return name.clone();
    }
    let stem = from.file.file_stem().unwrap_or_default().to_string_lossy();
    let ending = format!(".{}", language.code());
    stem.strip_suffix(&ending).unwrap_or(&stem).to_owned()
}
