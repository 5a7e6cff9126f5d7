//! A shared understanding in versions, and what each party says to the newest. Never a gate (F4).
use super::{as_party, considered};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, KeptMoment, Sql, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::initiative::understanding::{Draft, Voice, VoiceDraft};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// One version.
#[derive(Clone, Debug, FromRow)]
pub struct Version {
    pub number: i64,
    pub body: String,
    language: String,
    pub organisation: String,
    written_at: KeptMoment,
}

impl Version {
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn written_at(&self) -> Moment {
        *self.written_at
    }
}

/// What a party says to the newest version.
#[derive(Clone, Debug, FromRow)]
pub struct Said {
    pub organisation_id: Id,
    pub organisation: String,
    says: String,
    pub note: Option<String>,
}

impl Said {
    pub fn says(&self) -> Option<Voice> {
        Voice::from_code(&self.says)
    }
}

/// The versions, the newest first, and what is said to the newest.
#[derive(Clone, Debug, Default)]
pub struct Understanding {
    pub versions: Vec<Version>,
    pub said: Vec<Said>,
}

/// How many versions a page shows.
const SHOWN: i64 = 20;

pub(super) async fn of(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Understanding> {
    let versions: Vec<Version> = desk
        .db
        .all(sql!(
            "select version.number, version.body, version.language, organisation.name as organisation, version.written_at \
             from understanding version join organisation on organisation.municipality_id = version.municipality_id \
             and organisation.id = version.organisation_id \
             where version.municipality_id = ? and version.initiative_id = ? order by version.number desc limit ?",
            municipality,
            initiative,
            SHOWN
        ))
        .await?;
    let Some(newest) = versions.first() else {
        return Ok(Understanding::default());
    };
    let said = desk
        .db
        .all(sql!(
            "select voice.organisation_id, organisation.name as organisation, voice.says, voice.note \
             from understanding_voice voice join organisation on organisation.municipality_id = voice.municipality_id \
             and organisation.id = voice.organisation_id \
             where voice.municipality_id = ? and voice.initiative_id = ? and voice.number = ? \
             order by organisation.sort_key",
            municipality,
            initiative,
            newest.number
        ))
        .await?;
    Ok(Understanding { versions, said })
}

#[derive(FromRow)]
struct Newest {
    number: Option<i64>,
}

/// The number of the newest version; none before the first.
async fn newest(tx: &mut Tx, municipality: Id, initiative: Id) -> Outcome<Option<i64>> {
    let newest: Option<Newest> = tx
        .first(sql!(
            "select max(number) as number from understanding where municipality_id = ? and initiative_id = ?",
            municipality,
            initiative
        ))
        .await?;
    Ok(newest.and_then(|n| n.number))
}

/// A new version; the writer's own organisation says yes to it.
///
/// # Errors
/// [`Refusal::Missing`]; denied to those whose organisation is no party; [`Refusal::Done`] when the
/// initiative has ended; a remark when nothing is written.
pub async fn write_understanding(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    as_party(&mut tx, actor, initiative).await?;
    let text = considered(draft.consider(), &[("text", &draft.text)], draft.harmless)?;
    // The row of the initiative is locked, so that two never write the same number.
    tx.run(sql!(
        "update initiative set state = state where municipality_id = ? and id = ?",
        m,
        initiative
    ))
    .await?;
    let number = newest(&mut tx, m, initiative).await?.unwrap_or(0) + 1;
    let now = desk.now();
    tx.run(sql!(
        "insert into understanding (municipality_id, initiative_id, number, body, language, organisation_id, written_by, \
         written_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        m,
        initiative,
        number,
        text,
        language.code(),
        actor.organisation,
        actor.membership,
        now
    ))
    .await?;
    let own = (initiative, number);
    tx.run(voice(actor, own, Voice::Yes, None, now)).await?;
    let verb = journal::Verb::UnderstandingWritten;
    journal::write(&mut tx, actor, verb, initiative, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

fn voice(
    actor: &Actor,
    (initiative, number): (Id, i64),
    says: Voice,
    note: Option<String>,
    now: Moment,
) -> Sql {
    sql!(
        "insert into understanding_voice (municipality_id, initiative_id, number, organisation_id, says, note, said_by, \
         said_at) values (?, ?, ?, ?, ?, ?, ?, ?) \
         on conflict (municipality_id, initiative_id, number, organisation_id) do update \
         set says = excluded.says, note = excluded.note, said_by = excluded.said_by, said_at = excluded.said_at",
        actor.municipality,
        initiative,
        number,
        actor.organisation,
        says.code(),
        note,
        actor.membership,
        now
    )
}

/// *Yes*, or *we see it differently*, to the version that was on the screen.
///
/// # Errors
/// As [`write_understanding`]; [`Refusal::Done`] too when there is a newer version.
pub async fn say_to_understanding(
    desk: &Desk,
    actor: &Actor,
    (initiative, number): (Id, i64),
    draft: &VoiceDraft,
) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    as_party(&mut tx, actor, initiative).await?;
    if newest(&mut tx, actor.municipality, initiative).await? != Some(number) {
        return Err(Refusal::Done);
    }
    let (says, note) = considered(draft.consider(), &[("note", &draft.note)], draft.harmless)?;
    let now = desk.now();
    tx.run(voice(actor, (initiative, number), says, note, now))
        .await?;
    let verb = journal::Verb::UnderstandingAnswered;
    journal::write(&mut tx, actor, verb, initiative, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
