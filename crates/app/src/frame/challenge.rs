//! *Does it still hold?*, and what its owner answers.
use super::change::{keepable, lifted};
use super::read::{Reading, read};
use super::table::find;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::frame::challenge::{AnswerDraft, Draft, Says};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// A question about an item, and its answer.
#[derive(Clone, Debug, FromRow)]
pub struct Challenge {
    pub id: Id,
    frame_item_id: Id,
    /// The version that was asked about.
    pub version: i64,
    pub organisation: String,
    pub question: String,
    language: String,
    created_at: KeptMoment,
    says: Option<String>,
    pub reason: Option<String>,
    answered_at: Option<KeptMoment>,
}

impl Challenge {
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn says(&self) -> Option<Says> {
        Says::from_code(self.says.as_deref()?)
    }

    pub fn answered_at(&self) -> Option<Moment> {
        self.answered_at.map(Moment::from)
    }
}

/// How many questions about one item a page shows.
const SHOWN: i64 = 50;

fn select(municipality: Id) -> Sql {
    sql!(
        "select challenge.id, challenge.frame_item_id, challenge.version, organisation.name as organisation, \
         challenge.question, challenge.language, challenge.created_at, challenge.says, challenge.reason, \
         challenge.answered_at from frame_challenge challenge \
         join organisation on organisation.municipality_id = challenge.municipality_id \
         and organisation.id = challenge.organisation_id where challenge.municipality_id = ?",
        municipality
    )
}

/// A question that waits for the actor's answer, and the item it is about.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep the item; [`Refusal::Done`] when it was
/// answered.
pub async fn asked(desk: &Desk, actor: &Actor, id: Id) -> Outcome<(Reading, Challenge)> {
    let sql = select(actor.municipality).and(" and challenge.id = ?", [id.into()]);
    let challenge: Challenge = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let reading = read(desk, actor, challenge.frame_item_id).await?;
    let item = &reading.item;
    actor.may_keep_frame(item.organisation_id, item.initiative_id.is_some())?;
    match challenge.answered_at() {
        None if reading.may_keep => Ok((reading, challenge)),
        _ => Err(Refusal::Done),
    }
}

/// The questions about an item, the newest first.
pub(super) async fn of_item(desk: &Desk, municipality: Id, item: Id) -> Outcome<Vec<Challenge>> {
    let sql = select(municipality).and(
        " and challenge.frame_item_id = ? order by challenge.id desc limit ?",
        [item.into(), SHOWN.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// Anyone who works may ask, of either sector, and about her own organisation's too.
///
/// # Errors
/// Denied to those who do not work with it; [`Refusal::Missing`]; [`Refusal::Done`] when it was
/// lifted; a remark when it does not say what makes one ask.
pub async fn challenge(
    desk: &Desk,
    actor: &Actor,
    item: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::AskAboutFrame)?;
    let texts = [("question", draft.question.as_str())];
    let question = considered(draft.consider(), &texts, draft.harmless)?;
    let mut tx = desk.db.write().await?;
    let kept = find(&mut tx, actor.municipality, item).await?;
    if kept.lifted_at().is_some() {
        return Err(Refusal::Done);
    }
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into frame_challenge (municipality_id, id, frame_item_id, version, organisation_id, question, \
         language, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        item,
        kept.version,
        actor.organisation,
        question,
        language.code(),
        actor.membership,
        now
    ))
    .await?;
    let verb = journal::Verb::FrameChallenged;
    journal::write(&mut tx, actor, verb, item, &[id], now).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
struct Asked {
    frame_item_id: Id,
}

/// Gives the item that was asked about. *It does not hold any more* lifts it at once; *not
/// quite* leaves the putting right to [`super::change`].
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep the item; [`Refusal::Done`] when it was
/// answered or lifted before; remarks for each field.
pub async fn answer_challenge(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &AnswerDraft,
) -> Outcome<Id> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let asked = sql!(
        "select frame_item_id from frame_challenge where municipality_id = ? and id = ?",
        m,
        id
    );
    let asked: Asked = tx.first(asked).await?.ok_or(Refusal::Missing)?;
    let item = keepable(&mut tx, actor, asked.frame_item_id).await?;
    let texts = [("reason", draft.reason.as_str())];
    let (says, reason) = considered(draft.consider(), &texts, draft.harmless)?;
    let now = desk.now();
    let answered = sql!(
        "update frame_challenge set says = ?, reason = ?, answered_by = ?, answered_at = ? \
         where municipality_id = ? and id = ? and answered_at is null",
        says.code(),
        reason.clone(),
        actor.membership,
        now,
        m,
        id
    );
    if tx.run(answered).await? == 0 {
        return Err(Refusal::Done);
    }
    if says == Says::Gone {
        lifted(&mut tx, actor, item.id, &reason, now).await?;
    }
    let verb = journal::Verb::FrameChallengeAnswered;
    journal::write(&mut tx, actor, verb, item.id, &[id], now).await?;
    tx.commit().await?;
    Ok(item.id)
}
