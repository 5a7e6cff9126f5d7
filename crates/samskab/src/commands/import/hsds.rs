//! `samskab import hsds PATH`, `samskab import undo RUN`
use super::{choice, nobody, sentences};
use crate::fail::Fail;
use crate::settings::Data;
use clap::Args;
use samskab_app::import::hsds::{self, Incoming, Options, Preview, Unreadable};
use samskab_app::import::{FILE_MAX, Fault, importer};
use samskab_app::{Desk, Outcome, Refusal, municipality};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Language};
use samskab_locale::{Texts, texts};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Who {
    /// Slug of the municipality
    #[arg(long)]
    municipality: String,
    /// E-mail address of the facilitator or administrator who does it
    #[arg(long = "as")]
    email: String,
}

impl Who {
    pub async fn open(&self, data: &Data) -> Result<(Desk, Actor), Fail> {
        let desk = data.open().await?;
        let municipality = municipality::find(&desk, &self.municipality)
            .await
            .map_err(|_| Fail::Usage(format!("there is no municipality {}", self.municipality)))?;
        let actor = importer(&desk, municipality.id, &self.email)
            .await
            .map_err(nobody)?;
        Ok((desk, actor))
    }
}

#[derive(Args)]
pub struct Hsds {
    /// A JSON file, or a folder with tables as CSV
    path: PathBuf,
    #[command(flatten)]
    who: Who,
    /// Language of texts that do not say it: da, en, ar, uk, fa or ti
    #[arg(long, default_value = "da")]
    language: String,
    /// Area of services that name none of ours
    #[arg(long)]
    area: String,
    /// Name it is known by (default: the file's own, without folder and ending)
    #[arg(long)]
    source: Option<String>,
    /// Make a voluntary organisation of everyone nobody knows (takes an administrator)
    #[arg(long)]
    create_organisations: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    preview: bool,
}

#[derive(Args)]
pub struct Undo {
    /// The number the run was given
    run: Id,
    #[command(flatten)]
    who: Who,
}

pub async fn run(data: &Data, asked: Hsds) -> Result<(), Fail> {
    let language = choice::<Language>("--language", &asked.language)?;
    let t = texts(language);
    let incoming = read(&asked.path, t)?;
    let (desk, actor) = asked.who.open(data).await?;
    let stem = asked.path.file_stem().unwrap_or_default().to_string_lossy();
    let options = Options {
        source: asked.source.clone().unwrap_or_else(|| stem.into_owned()),
        language: asked.language.clone(),
        area: asked.area.clone(),
        create_organisations: asked.create_organisations,
    };
    let id = hsds::begin(&desk, &actor, &incoming, &options)
        .await
        .map_err(refused)?;
    if asked.preview {
        let preview = hsds::preview(&desk, &actor, id).await?;
        hsds::forget(&desk, &actor, id).await?;
        print(t, &preview);
        return Ok(());
    }
    bring_in(&desk, &actor, id, t).await
}

fn refused(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Remarks(remarks) if remarks.iter().any(|r| r.field == "area") => {
            Fail::Usage("--area: there is no area of that name".to_owned())
        }
        other => other.into(),
    }
}

/// A line for each part that is in, and what came of it all.
async fn bring_in(desk: &Desk, actor: &Actor, id: Id, t: &Texts) -> Result<(), Fail> {
    while hsds::step(desk, actor, id).await? {
        let run = hsds::run(desk, actor, id).await?;
        eprintln!("{}", t.import_progress(run.done, run.total));
    }
    let run = hsds::run(desk, actor, id).await?;
    for (number, column, reason) in run.refused() {
        println!("{number}, {column}: {}", reason.sentence(t));
    }
    println!(
        "{}",
        t.import_hsds_sum(run.added, run.changed, run.same, run.refused().len())
    );
    println!("{}", t.import_run_is(id.to_string()));
    Ok(())
}

fn print(t: &Texts, preview: &Preview) {
    for name in &preview.added {
        println!("+ {name}");
    }
    for change in &preview.changed {
        println!("~ {}: {}", change.name, change.properties.join(", "));
    }
    for (number, column, reason) in &preview.refused {
        println!("! {number}, {column}: {}", reason.sentence(t));
    }
    let counts = (
        preview.added.len(),
        preview.changed.len(),
        preview.same,
        preview.refused.len(),
    );
    println!(
        "{}",
        t.import_hsds_would(counts.0, counts.1, counts.2, counts.3)
    );
}

fn read(path: &Path, t: &Texts) -> Result<Incoming, Fail> {
    let cannot = |e: std::io::Error| Fail::Usage(format!("{} cannot be read: {e}", path.display()));
    let read = if path.is_dir() {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(path).map_err(cannot)? {
            let file = entry.map_err(cannot)?.path();
            if file.extension().is_some_and(|e| e == "csv") {
                let name = file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                files.push((name, std::fs::read_to_string(&file).map_err(cannot)?));
            }
        }
        hsds::read_tables(files.iter().map(|(n, c)| (n.as_str(), c.as_str())))
    } else {
        let length = std::fs::metadata(path).map_err(cannot)?.len();
        if usize::try_from(length).map_or(true, |length| length > FILE_MAX) {
            let fault = Fault::TooLarge { max: FILE_MAX };
            return Err(Fail::Usage(sentences::fault(t, &fault)));
        }
        hsds::read_json(&std::fs::read(path).map_err(cannot)?)
    };
    read.map_err(|unreadable| {
        Fail::Usage(match unreadable {
            Unreadable::NotHsds => t.import_not_hsds(),
            Unreadable::Table(broken) => t.import_broken_table(broken.file, broken.line),
        })
    })
}

pub async fn undo(data: &Data, asked: Undo) -> Result<(), Fail> {
    let (desk, actor) = asked.who.open(data).await?;
    let undone: Outcome<_> = hsds::undo(&desk, &actor, asked.run).await;
    let undone = undone.map_err(|refusal| match refusal {
        Refusal::Missing => Fail::Usage("there is no such run here".to_owned()),
        Refusal::Done => Fail::Usage("it is not finished, or taken back already".to_owned()),
        other => other.into(),
    })?;
    let t = texts(Language::Danish);
    println!(
        "{}",
        t.import_undone_sum(undone.removed, undone.taken_down, undone.restored)
    );
    Ok(())
}
