//! One item: what it said before, who leans on it, and who has asked whether it still holds.
use super::challenge::{Challenge, of_item};
use super::handover::{Handover, handovers_about};
use super::table::{FrameItem, select};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::needs_within_sight;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::frame::Firmness;
use samskab_domain::kernel::{Coded, Id, Moment};

/// An item as a member reads it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub item: FrameItem,
    /// What it said before, the newest first.
    pub versions: Vec<Version>,
    /// The newest first.
    pub challenges: Vec<Challenge>,
    pub handovers: Vec<Handover>,
    /// Answers that lean on it, to needs the reader may see.
    pub answers: Vec<CitingAnswer>,
    pub initiatives: Vec<CitingInitiative>,
    /// The reader keeps it, and it was not lifted.
    pub may_keep: bool,
    /// The reader may ask whether it still holds.
    pub may_ask: bool,
}

/// What an item said before it was changed.
#[derive(Clone, Debug, FromRow)]
pub struct Version {
    pub number: i64,
    pub body: String,
    firmness: String,
    pub source: Option<String>,
    replaced_at: KeptMoment,
}

impl Version {
    pub fn firmness(&self) -> Option<Firmness> {
        Firmness::from_code(&self.firmness)
    }

    pub fn replaced_at(&self) -> Moment {
        *self.replaced_at
    }
}

/// An answer that leans on an item.
#[derive(Clone, Debug, FromRow)]
pub struct CitingAnswer {
    pub need_id: Id,
    pub need: String,
    pub organisation: String,
    /// The version it was given under; none when that was not kept.
    pub version: Option<i64>,
}

/// An initiative that keeps to an item.
#[derive(Clone, Debug, FromRow)]
pub struct CitingInitiative {
    pub id: Id,
    pub title: String,
    pub version: i64,
}

/// How many of those who lean on it a page shows.
const SHOWN: i64 = 50;

/// # Errors
/// Denied to those who see no frames; [`Refusal::Missing`] when it is not this municipality's.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeFrames)?;
    let m = actor.municipality;
    let sql = select(m).and(" and frame_item.id = ?", [id.into()]);
    let item: FrameItem = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let holds = item.lifted_at().is_none();
    let in_initiative = item.initiative_id.is_some();
    let keeps = actor.may_keep_frame(item.organisation_id, in_initiative);
    Ok(Reading {
        versions: versions(desk, m, id).await?,
        challenges: of_item(desk, m, id).await?,
        handovers: handovers_about(desk, m, &[id]).await?,
        answers: answers(desk, actor, id).await?,
        initiatives: initiatives(desk, m, id).await?,
        may_keep: holds && keeps.is_ok(),
        may_ask: holds && actor.may(Act::AskAboutFrame).is_ok(),
        item,
    })
}

async fn versions(desk: &Desk, municipality: Id, item: Id) -> Outcome<Vec<Version>> {
    let sql = sql!(
        "select number, body, firmness, source, replaced_at from frame_item_version \
         where municipality_id = ? and frame_item_id = ? order by number desc limit ?",
        municipality,
        item,
        SHOWN
    );
    Ok(desk.db.all(sql).await?)
}

async fn answers(desk: &Desk, actor: &Actor, item: Id) -> Outcome<Vec<CitingAnswer>> {
    let sql = sql!(
        "select need.id as need_id, need.title as need, organisation.name as organisation, cited.version \
         from answer_frame_item cited \
         join answer on answer.municipality_id = cited.municipality_id and answer.id = cited.answer_id \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         where cited.municipality_id = ? and cited.frame_item_id = ?",
        actor.municipality,
        item
    );
    let sql =
        needs_within_sight(sql, actor).and(" order by answer.id desc limit ?", [SHOWN.into()]);
    Ok(desk.db.all(sql).await?)
}

async fn initiatives(desk: &Desk, municipality: Id, item: Id) -> Outcome<Vec<CitingInitiative>> {
    let sql = sql!(
        "select initiative.id, initiative.title, cited.version from initiative_frame_item cited \
         join initiative on initiative.municipality_id = cited.municipality_id and initiative.id = cited.initiative_id \
         where cited.municipality_id = ? and cited.frame_item_id = ? order by initiative.id desc limit ?",
        municipality,
        item,
        SHOWN
    );
    Ok(desk.db.all(sql).await?)
}
