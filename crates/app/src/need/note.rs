//! What stands beside a need, signed by organisation: how someone understands it, an idea,
//! what those concerned said.
use super::find;
use crate::desk::{Desk, Outcome};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::need::{NoteDraft, NoteKind};

/// A note, with who signs it.
#[derive(Clone, Debug, FromRow)]
pub struct Note {
    pub id: Id,
    kind: String,
    pub body: String,
    language: String,
    pub organisation: String,
    sector: String,
    created_at: KeptMoment,
    seminar_day: Option<String>,
    heard_day: Option<String>,
}

impl Note {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn kind(&self) -> NoteKind {
        NoteKind::from_code(&self.kind).unwrap_or(NoteKind::Interpretation)
    }

    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    /// The day those it is for were heard.
    pub fn heard(&self) -> Option<Day> {
        Day::parse(self.heard_day.as_deref()?)
    }

    /// The day of the seminar it comes from.
    pub fn seminar_day(&self) -> Option<Day> {
        Day::parse(self.seminar_day.as_deref()?)
    }
}

/// # Errors
/// Denied to those who only look on, [`Refusal::Missing`] for a need out of sight; remarks
/// for each field, those on personal data included.
pub async fn note(
    desk: &Desk,
    actor: &Actor,
    need: Id,
    draft: &NoteDraft,
    language: Language,
) -> Outcome<Id> {
    note_from(desk, actor, need, draft, language, None).await
}

/// [`note`], which says that it comes from `meeting`; the caller has seen that it may.
///
/// # Errors
/// As [`note`].
pub(crate) async fn note_from(
    desk: &Desk,
    actor: &Actor,
    need: Id,
    draft: &NoteDraft,
    language: Language,
    meeting: Option<Id>,
) -> Outcome<Id> {
    actor.may(Act::NoteNeed)?;
    find(desk, actor, need).await?;
    let note = considered(
        draft.consider(desk.today()),
        &[("body", &draft.body)],
        draft.harmless,
    )?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "insert into need_note (municipality_id, id, need_id, kind, organisation_id, body, language, \
         created_by, created_at, meeting_id, heard_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        need,
        note.kind.code(),
        actor.organisation,
        note.body,
        language.code(),
        actor.membership,
        now,
        meeting,
        note.heard
    ))
    .await?;
    let verb = journal::Verb::NeedNoted;
    let related: Vec<Id> = [id].into_iter().chain(meeting).collect();
    journal::write(&mut tx, actor, verb, need, &related, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// The notes of a municipality, each with its need.
pub(super) fn select(municipality: Id) -> Sql {
    sql!(
        "select need_note.id, need_note.need_id, need_note.kind, need_note.body, need_note.language, \
         organisation.name as organisation, organisation.sector, need_note.created_at, \
         meeting.on_day as seminar_day, need_note.heard_day from need_note \
         join organisation on organisation.municipality_id = need_note.municipality_id \
         and organisation.id = need_note.organisation_id \
         left join meeting on meeting.municipality_id = need_note.municipality_id \
         and meeting.id = need_note.meeting_id where need_note.municipality_id = ?",
        municipality
    )
}

/// How many notes a need shows.
const NOTES: i64 = 100;

/// What stands beside a need, the oldest first.
pub(super) async fn notes_of(desk: &Desk, municipality: Id, need: Id) -> Outcome<Vec<Note>> {
    let sql = select(municipality).and(
        " and need_note.need_id = ? order by need_note.id limit ?",
        [need.into(), NOTES.into()],
    );
    Ok(desk.db.all(sql).await?)
}
