//! The pack on paper: asked for, made by the worker, fetched by whoever asked.
//!
//! It is handed out only where it says word for word what she would be given now: what was taken back
//! since, or what she may no longer see, is on no paper.
use super::{Seminar, read, seminar};
use crate::desk::{Desk, Outcome, Refusal};
use crate::job;
use crate::person;
use crate::press::{Document, Press, Unprintable, print};
use samskab_database::{FromRow, KeptMoment, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::meeting::seminar::Progress;
use sha2::{Digest, Sha256};

/// Makes the document of a pack, in words of a language: what is shown is for pages to say.
pub type Compose = fn(&Seminar, Language) -> Document;

/// A pack that was asked for.
#[derive(Clone, Debug, FromRow)]
pub struct Paper {
    pub id: Id,
    pub meeting_id: Id,
    asked_by: Id,
    language: String,
    state: String,
    made_at: Option<KeptMoment>,
    pub pages: Option<i64>,
}

impl Paper {
    pub fn state(&self) -> Progress {
        Progress::from_code(&self.state).unwrap_or(Progress::Failed)
    }

    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn made_at(&self) -> Option<Moment> {
        self.made_at.map(Moment::from)
    }
}

const COLUMNS: &str = "select id, meeting_id, asked_by, language, state, made_at, pages from seminar_paper \
     where municipality_id = ?";

/// Asks for a pack. What is on its way already is not asked for twice.
///
/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight, or one that is no seminar.
pub async fn order(desk: &Desk, actor: &Actor, meeting: Id, language: Language) -> Outcome<Id> {
    seminar(desk, actor, meeting).await?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let on_its_way = sql!(COLUMNS, m).and(
        " and meeting_id = ? and asked_by = ? and language = ? and state in ('waiting', 'gathering', 'setting')",
        [meeting.into(), actor.membership.into(), language.code().into()],
    );
    let found: Option<Paper> = tx.first(on_its_way).await?;
    if let Some(paper) = found {
        return Ok(paper.id);
    }
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into seminar_paper (municipality_id, id, meeting_id, asked_by, language, state, asked_at) \
         values (?, ?, ?, ?, ?, ?, ?)",
        m,
        id,
        meeting,
        actor.membership,
        language.code(),
        Progress::Waiting.code(),
        now
    ))
    .await?;
    let payload = serde_json::json!({ "paper": id });
    job::ask(&mut tx, desk, m, job::Kind::MakePaper, payload, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// How far a pack has come that the actor asked for.
///
/// # Errors
/// [`Refusal::Missing`] for anyone else's, and when she no longer sees the seminar.
pub async fn paper(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Paper> {
    let own = sql!(COLUMNS, actor.municipality).and(
        " and id = ? and asked_by = ?",
        [id.into(), actor.membership.into()],
    );
    let paper: Paper = desk.db.first(own).await?.ok_or(Refusal::Missing)?;
    seminar(desk, actor, paper.meeting_id).await?;
    Ok(paper)
}

/// What is handed out.
pub enum Fetched {
    /// And the language it is in.
    Pdf(Vec<u8>, Language),
    NotYet(Paper),
    /// Something has changed since, and it is gone: it is to be asked for again.
    Outdated(Paper),
}

#[derive(FromRow)]
struct Kept {
    digest: Vec<u8>,
    pdf: Vec<u8>,
}

/// # Errors
/// As [`paper`].
pub async fn fetch(desk: &Desk, actor: &Actor, id: Id, compose: Compose) -> Outcome<Fetched> {
    let paper = paper(desk, actor, id).await?;
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select digest, pdf from seminar_paper where municipality_id = ? and id = ? \
             and digest is not null and pdf is not null",
            actor.municipality,
            id
        ))
        .await?;
    let Some(kept) = kept else {
        return Ok(Fetched::NotYet(paper));
    };
    let now = read(desk, actor, paper.meeting_id).await?;
    if digest(&compose(&now, paper.language()))? == kept.digest {
        return Ok(Fetched::Pdf(kept.pdf, paper.language()));
    }
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from seminar_paper where municipality_id = ? and id = ?",
        actor.municipality,
        id
    ))
    .await?;
    tx.commit().await?;
    Ok(Fetched::Outdated(paper))
}

fn digest(document: &Document) -> Outcome<Vec<u8>> {
    let values = serde_json::to_vec(document);
    let values = values.map_err(|_| Unprintable("values".to_owned()))?;
    Ok(Sha256::digest(values).to_vec())
}

/// Makes a pack as whoever asked for it may see it. Done twice, it is made anew.
///
/// # Errors
/// What the database answers. What cannot be set, or is hers to see no more, is kept as failed.
pub async fn make(desk: &Desk, municipality: Id, id: Id, compose: Compose) -> Outcome<()> {
    let asked = sql!(COLUMNS, municipality).and(" and id = ?", [id.into()]);
    let Some(paper) = desk.db.first::<Paper>(asked).await? else {
        return Ok(());
    };
    match set(desk, municipality, &paper, compose).await {
        Ok(()) => Ok(()),
        Err(refused @ (Refusal::Unprintable(_) | Refusal::Missing | Refusal::Denied(_))) => {
            tracing::warn!(paper = %id, reason = %refused, "a pack could not be made");
            come_to(desk, municipality, id, Progress::Failed).await
        }
        Err(refusal) => Err(refusal),
    }
}

/// It was tried again and again, and is not tried any more: whoever asked for it may ask again.
///
/// # Errors
/// What the database answers.
pub async fn give_up(desk: &Desk, municipality: Id, id: Id) -> Outcome<()> {
    come_to(desk, municipality, id, Progress::Failed).await
}

async fn set(desk: &Desk, municipality: Id, paper: &Paper, compose: Compose) -> Outcome<()> {
    come_to(desk, municipality, paper.id, Progress::Gathering).await?;
    let actor = person::acting(desk, municipality, paper.asked_by).await?;
    let seminar = read(desk, &actor, paper.meeting_id).await?;
    let document = compose(&seminar, paper.language());
    let digest = digest(&document)?;
    come_to(desk, municipality, paper.id, Progress::Setting).await?;
    let printed = print(desk, move |press: &dyn Press| press.set(&document)).await?;
    let pages = i64::try_from(printed.pages).unwrap_or(i64::MAX);
    let row: [Value; 5] = [
        Progress::Made.code().into(),
        desk.now().into(),
        pages.into(),
        digest.into(),
        printed.pdf.into(),
    ];
    let mut tx = desk.db.write().await?;
    let made = sql!("update seminar_paper set ")
        .and(
            "state = ?, made_at = ?, pages = ?, digest = ?, pdf = ?",
            row,
        )
        .and(
            " where municipality_id = ? and id = ?",
            [municipality.into(), paper.id.into()],
        );
    tx.run(made).await?;
    tx.commit().await?;
    Ok(())
}

async fn come_to(desk: &Desk, municipality: Id, id: Id, state: Progress) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update seminar_paper set state = ? where municipality_id = ? and id = ? and state <> 'made'",
        state.code(),
        municipality,
        id
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}
