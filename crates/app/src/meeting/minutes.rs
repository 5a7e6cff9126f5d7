//! What is said, line by line, by several at once. Lines are only added, so none is lost.
use super::table::open;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::meeting::minutes::{Draft, Version, standing};

/// A line as it stands.
#[derive(Clone, Debug, FromRow)]
pub struct Line {
    pub id: Id,
    line_id: Id,
    replaces_id: Option<Id>,
    pub body: String,
    language: String,
    created_by: Id,
    /// Who wrote it.
    pub person: String,
    pub organisation: String,
    sector: String,
    created_at: KeptMoment,
    /// Another version stands beside it: two wrote at once.
    #[sqlx(skip)]
    pub twice: bool,
}

impl Line {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    /// Someone has corrected it since it was first written.
    pub fn corrected(&self) -> bool {
        self.replaces_id.is_some()
    }

    /// Whether `actor` wrote it.
    pub fn is_by(&self, actor: &Actor) -> bool {
        self.created_by == actor.membership
    }
}

/// So many versions are read: more than a day of four who write.
const VERSIONS: i64 = 2_000;

/// The lines that stand, in the order they were begun.
pub(super) async fn of_meeting(desk: &Desk, municipality: Id, meeting: Id) -> Outcome<Vec<Line>> {
    let sql = sql!(
        "select line.id, line.line_id, line.replaces_id, line.body, line.language, line.created_by, \
         person.name as person, organisation.name as organisation, organisation.sector, line.created_at \
         from minute_line line \
         join membership on membership.municipality_id = line.municipality_id and membership.id = line.created_by \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where line.municipality_id = ? and line.meeting_id = ? order by line.id limit ?",
        municipality,
        meeting,
        VERSIONS
    );
    let all: Vec<Line> = desk.db.all(sql).await?;
    let versions: Vec<Version> = all
        .iter()
        .map(|l| Version {
            id: l.id,
            line: l.line_id,
            replaces: l.replaces_id,
            taken_back: l.body.is_empty(),
        })
        .collect();
    let stands = standing(&versions).into_iter();
    let lines = stands.map(|s| Line {
        twice: s.twice,
        ..all[s.index].clone()
    });
    Ok(lines.collect())
}

#[derive(FromRow)]
struct Kept {
    line_id: Id,
}

/// Adds a line, or a version that takes the place of the one its writer saw. Anyone who is in the
/// meeting may, until it closes.
///
/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight, a line of another, or one to build relations,
/// which nobody notes down; [`Refusal::Done`] when it is closed; remarks for each field.
pub async fn write(
    desk: &Desk,
    actor: &Actor,
    meeting: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::SeeMeetings)?;
    let mut tx = desk.db.write().await?;
    if !open(&mut tx, actor, meeting)
        .await?
        .purpose()
        .keeps_minutes()
    {
        return Err(Refusal::Missing);
    }
    let (body, of) = considered(draft.consider(), &[("body", &draft.body)], draft.harmless)?;
    let (id, now, m) = (desk.id(), desk.now(), actor.municipality);
    let line = match of {
        None => id,
        Some(of) => {
            let seen = sql!(
                "select line_id from minute_line where municipality_id = ? and meeting_id = ? and id = ?",
                m,
                meeting,
                of
            );
            let seen: Kept = tx.first(seen).await?.ok_or(Refusal::Missing)?;
            seen.line_id
        }
    };
    tx.run(sql!(
        "insert into minute_line (municipality_id, id, meeting_id, line_id, replaces_id, body, language, created_by, \
         created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        m,
        id,
        meeting,
        line,
        of,
        body,
        language.code(),
        actor.membership,
        now
    ))
    .await?;
    let verb = journal::Verb::MinutesWritten;
    journal::write(&mut tx, actor, verb, meeting, &[id], now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Empties a line its writer wishes unsaid, and what she herself had written it as before. What others wrote
/// stays, and stands again where hers had taken its place.
///
/// # Errors
/// [`Refusal::Missing`] for a line that is not hers; [`Refusal::Done`] when the meeting is closed.
pub async fn take_back(desk: &Desk, actor: &Actor, meeting: Id, line: Id) -> Outcome<()> {
    actor.may(Act::SeeMeetings)?;
    let mut tx = desk.db.write().await?;
    open(&mut tx, actor, meeting).await?;
    let m = actor.municipality;
    let own = sql!(
        "update minute_line set body = '' where municipality_id = ? and meeting_id = ? and id = ? and created_by = ?",
        m,
        meeting,
        line,
        actor.membership
    );
    if tx.run(own).await? == 0 {
        return Err(Refusal::Missing);
    }
    let before = sql!(
        "update minute_line set body = '' where municipality_id = ? and created_by = ? and line_id = \
         (select line_id from minute_line kept where kept.municipality_id = ? and kept.id = ?) \
         and id in (select replaces_id from minute_line later where later.municipality_id = ? \
         and later.meeting_id = ? and later.replaces_id is not null)",
        m,
        actor.membership,
        m,
        line,
        m,
        meeting
    );
    tx.run(before).await?;
    let verb = journal::Verb::MinutesTakenBack;
    journal::write(&mut tx, actor, verb, meeting, &[line], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
