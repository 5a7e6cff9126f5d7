//! A file on its way in, as whoever sits at the shell follows it.
use crate::fail::Fail;
use crate::settings::Data;
use clap::Args;
use samskab_app::import::{self, File, Kind, Options, Preview, Run, importer};
use samskab_app::{Desk, Outcome, Refusal, area, municipality};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Language};
use samskab_locale::{Texts, texts};

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

fn nobody(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Usage(
            "--as: no facilitator or administrator has that e-mail address here".to_owned(),
        ),
        other => other.into(),
    }
}

/// What is to be done with a file.
pub struct Asked {
    pub options: Options,
    /// Nothing but to say what would change.
    pub preview: bool,
}

pub async fn run(
    data: &Data,
    who: &Who,
    file: &File,
    asked: &Asked,
    t: &Texts,
) -> Result<(), Fail> {
    let (desk, actor) = who.open(data).await?;
    let id = match import::begin(&desk, &actor, file, &asked.options).await {
        Ok(id) => id,
        Err(refusal) => return Err(refused(&desk, &actor, refusal, &asked.options, t).await),
    };
    let run = import::run(&desk, &actor, id).await?;
    let passed_over = run.passed_over();
    if !passed_over.is_empty() {
        println!("{}", t.import_passed_over(passed_over.join(", ")));
    }
    if asked.preview {
        let preview = import::preview(&desk, &actor, id).await?;
        import::forget(&desk, &actor, id).await?;
        print(t, &run, &preview);
        return Ok(());
    }
    bring_in(&desk, &actor, id, t).await
}

/// Which areas there are, where that is what was wrong.
async fn refused(
    desk: &Desk,
    actor: &Actor,
    refusal: Refusal,
    options: &Options,
    t: &Texts,
) -> Fail {
    let about_area =
        matches!(&refusal, Refusal::Remarks(remarks) if remarks.iter().any(|r| r.field == "area"));
    let areas = area::list(desk, actor.municipality, t.language).await;
    let (true, Ok(areas)) = (about_area, areas) else {
        return refusal.into();
    };
    let names: Vec<_> = areas.into_iter().map(|a| a.name).collect();
    let why = if options.area.trim().is_empty() {
        t.import_needs_area()
    } else {
        format!("{}.", t.import_no_such_area())
    };
    Fail::Usage(format!("{why} {}", t.import_areas_are(names.join(", "))))
}

/// A line for each part that is in, and what came of it all.
async fn bring_in(desk: &Desk, actor: &Actor, id: Id, t: &Texts) -> Result<(), Fail> {
    while import::step(desk, actor, id).await? {
        let run = import::run(desk, actor, id).await?;
        eprintln!("{}", t.import_progress(run.done, run.total));
    }
    let run = import::run(desk, actor, id).await?;
    for (number, column, reason) in run.refused() {
        println!("{}, {column}: {}", run.place(t, number), reason.sentence(t));
    }
    let refused = run.refused().len();
    println!(
        "{}",
        t.import_hsds_sum(run.added, run.changed, run.same, refused)
    );
    println!("{}", t.import_run_is(id.to_string()));
    Ok(())
}

fn print(t: &Texts, run: &Run, preview: &Preview) {
    for name in &preview.added {
        println!("+ {name}");
    }
    for change in &preview.changed {
        println!("~ {}: {}", change.name, change.names(t).join(", "));
    }
    for (number, column, reason) in &preview.refused {
        println!(
            "! {}, {column}: {}",
            run.place(t, *number),
            reason.sentence(t)
        );
    }
    let refused = preview.refused.len();
    if run.kind() == Kind::Observations {
        println!(
            "{}",
            t.import_stories_would(preview.stories, preview.same, refused)
        );
        return;
    }
    let (added, changed) = (preview.added.len(), preview.changed.len());
    println!(
        "{}",
        t.import_hsds_would(added, changed, preview.same, refused)
    );
    let shown = added - preview.hidden;
    if shown > 0 {
        println!("{}", t.import_shown(shown));
    }
    if preview.hidden > 0 {
        println!("{}", t.import_hidden(preview.hidden));
    }
}

#[derive(Args)]
pub struct Undo {
    /// The number the run was given
    run: Id,
    #[command(flatten)]
    who: Who,
}

pub async fn undo(data: &Data, asked: Undo) -> Result<(), Fail> {
    let (desk, actor) = asked.who.open(data).await?;
    let missing = |refusal| match refusal {
        Refusal::Missing => Fail::Usage("there is no such run here".to_owned()),
        Refusal::Done => Fail::Usage("it is not finished, or taken back already".to_owned()),
        other => other.into(),
    };
    let run = import::run(&desk, &actor, asked.run)
        .await
        .map_err(missing)?;
    let undone: Outcome<_> = import::undo(&desk, &actor, asked.run).await;
    let undone = undone.map_err(missing)?;
    let t = texts(Language::Danish);
    let sum = match run.kind() {
        Kind::Observations => t.import_stories_undone(undone.removed, undone.kept),
        _ => t.import_undone_sum(undone.removed, undone.taken_down, undone.restored),
    };
    println!("{sum}");
    Ok(())
}
