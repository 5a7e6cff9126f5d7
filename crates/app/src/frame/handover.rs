//! A question is handed over to elected politicians, and what came of it is told (F21, F22).
use super::table::find;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, considered_with_names, needs_within_sight};
use crate::need::check_area;
use crate::page::Page;
use crate::{journal, need};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::frame::handover::{Draft, Outcome as CameOfIt, OutcomeDraft};
use samskab_domain::kernel::{Coded, Id, Language, Moment, Why};

/// A question that was handed over, and what came of it.
#[derive(Clone, Debug, FromRow)]
pub struct Handover {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    pub organisation_id: Id,
    pub organisation: String,
    pub frame_item_id: Option<Id>,
    pub frame_item: Option<String>,
    pub need_id: Option<Id>,
    pub recipient: String,
    pub body: String,
    language: String,
    sent_day: String,
    created_at: KeptMoment,
    outcome: Option<String>,
    pub outcome_text: Option<String>,
    /// How many times it was said.
    pub outcome_version: i64,
    outcome_day: Option<String>,
}

impl Handover {
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn sent(&self) -> Option<Day> {
        Day::parse(&self.sent_day)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn outcome(&self) -> Option<CameOfIt> {
        CameOfIt::from_code(self.outcome.as_deref()?)
    }

    pub fn outcome_day(&self) -> Option<Day> {
        Day::parse(self.outcome_day.as_deref()?)
    }
}

fn select(municipality: Id) -> Sql {
    sql!(
        "select handover.id, handover.area_id, area.name as area, handover.organisation_id, \
         organisation.name as organisation, handover.frame_item_id, item.body as frame_item, handover.need_id, \
         handover.recipient, handover.body, handover.language, handover.sent_day, handover.created_at, \
         handover.outcome, handover.outcome_text, handover.outcome_version, handover.outcome_day from political_handover handover \
         join area on area.municipality_id = handover.municipality_id and area.id = handover.area_id \
         join organisation on organisation.municipality_id = handover.municipality_id \
         and organisation.id = handover.organisation_id \
         left join frame_item item on item.municipality_id = handover.municipality_id and item.id = handover.frame_item_id \
         where handover.municipality_id = ?",
        municipality
    )
}

/// What is handed over is public among members: politicians are asked in the open.
///
/// # Errors
/// Denied to those who may not; remarks for each field, also when the item or the need is not of
/// the area or out of sight.
pub async fn hand_over(
    desk: &Desk,
    actor: &Actor,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::HandOver)?;
    let (rule, texts) = (draft.consider(desk.today()), draft.texts());
    let names = [("recipient", draft.recipient.as_str())];
    let handover = considered_with_names(rule, &texts, draft.harmless, &names)?;
    if let Some(id) = handover.need {
        match need::read(desk, actor, id).await {
            Ok(reading) if reading.need.area_id == handover.area => {}
            Ok(_) | Err(Refusal::Missing) => return Err(Refusal::remark("need", Why::Unknown)),
            Err(other) => return Err(other),
        }
    }
    let mut tx = desk.db.write().await?;
    check_area(&mut tx, actor, handover.area).await?;
    if let Some(id) = handover.frame_item {
        match find(&mut tx, actor.municipality, id).await {
            Ok(item) if item.area_id == handover.area => {}
            Ok(_) | Err(Refusal::Missing) => {
                return Err(Refusal::remark("frame_item", Why::Unknown));
            }
            Err(other) => return Err(other),
        }
    }
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into political_handover (municipality_id, id, area_id, organisation_id, frame_item_id, need_id, \
         recipient, body, language, sent_day, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        handover.area,
        actor.organisation,
        handover.frame_item,
        handover.need,
        handover.recipient,
        handover.text,
        language.code(),
        handover.sent,
        actor.membership,
        now
    ))
    .await?;
    let related = handover.frame_item.into_iter().chain(handover.need);
    let related: Vec<Id> = related.chain([handover.area]).collect();
    let verb = journal::Verb::HandedOver;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// What came of it. Said again, the newest word stands; the journal holds that there was one before.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who handed it over and facilitators; remarks for
/// each field, [`Why::ChangedMeanwhile`] at `version` when someone else was first.
pub async fn follow_handover(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &OutcomeDraft,
) -> Outcome<()> {
    let kept = handover(desk, actor, id).await?;
    actor.may_follow_handover(kept.organisation_id)?;
    let today = desk.today();
    let sent = kept.sent().unwrap_or(today);
    let texts = [("text", draft.text.as_str())];
    let came = considered(draft.consider(sent, today), &texts, draft.harmless)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let said = sql!(
        "update political_handover set outcome = ?, outcome_text = ?, outcome_day = ?, outcome_by = ?, outcome_at = ?, \
         outcome_version = outcome_version + 1 where municipality_id = ? and id = ?",
        came.outcome.code(),
        came.text,
        came.day,
        actor.membership,
        now,
        actor.municipality,
        id
    );
    if tx
        .run(said.when(" and outcome_version = ?", came.version))
        .await?
        == 0
    {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    let verb = journal::Verb::HandoverFollowed;
    journal::write(&mut tx, actor, verb, id, &[kept.area_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// # Errors
/// Denied to those who see no frames; [`Refusal::Missing`] when it is not this municipality's.
pub async fn handover(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Handover> {
    actor.may(Act::SeeFrames)?;
    let sql = select(actor.municipality).and(" and handover.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// The newest first, of one area or of all.
///
/// # Errors
/// Denied to those who see no frames.
pub async fn handovers(
    desk: &Desk,
    actor: &Actor,
    area: Option<Id>,
    before: Option<Id>,
) -> Outcome<Page<Handover>> {
    actor.may(Act::SeeFrames)?;
    let sql = select(actor.municipality)
        .when(" and handover.area_id = ?", area)
        .when(" and handover.id < ?", before)
        .and(
            " order by handover.id desc limit ?",
            [Page::<Handover>::LIMIT.into()],
        );
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, |h: &Handover| h.id.to_string()))
}

/// What was handed over about these items, the newest first.
///
/// # Errors
/// What the database answers.
pub async fn handovers_about(
    desk: &Desk,
    municipality: Id,
    items: &[Id],
) -> Outcome<Vec<Handover>> {
    let sql = select(municipality)
        .text(" and handover.frame_item_id in ")
        .list(items.iter().copied())
        .text(" order by handover.id desc");
    Ok(desk.db.all(sql).await?)
}

/// What was handed over about a need the reader sees, the newest first.
///
/// # Errors
/// Denied to those who see no frames.
pub async fn handovers_of_need(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Handover>> {
    actor.may(Act::SeeFrames)?;
    let sql = select(actor.municipality).and(
        " and handover.need_id = ? order by handover.id desc",
        [need.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// The need a question is about, as far as the reader may see it.
#[derive(Clone, Debug, FromRow)]
pub struct AboutNeed {
    pub id: Id,
    pub title: String,
}

/// # Errors
/// What the database answers.
pub async fn need_of(
    desk: &Desk,
    actor: &Actor,
    handover: &Handover,
) -> Outcome<Option<AboutNeed>> {
    let Some(need) = handover.need_id else {
        return Ok(None);
    };
    let sql = sql!(
        "select need.id, need.title from need where need.municipality_id = ? and need.id = ?",
        actor.municipality,
        need
    );
    Ok(desk.db.first(needs_within_sight(sql, actor)).await?)
}
