//! The walk back: from an offer to what people saw.
use super::read::read;
use crate::desk::{Desk, Outcome};
use crate::initiative::needs_within_sight;
use crate::{need, observation};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::Kind;
use samskab_domain::calendar::Day;
use samskab_domain::initiative::State;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::need::{Evidence, shown};
use samskab_domain::offer::Effect;
use samskab_domain::practice_change::Outcome as CameOfIt;

/// Everything behind an offer, as far as the reader may see; oldest first.
#[derive(Clone, Debug, Default)]
pub struct Causes {
    pub stories: Vec<CauseStory>,
    pub needs: Vec<CauseNeed>,
    pub answers: Vec<CauseAnswer>,
    pub changes: Vec<CauseChange>,
}

impl Causes {
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// A change the offer came of, with the initiative it was agreed in.
#[derive(Clone, Debug, FromRow)]
pub struct CauseChange {
    pub id: Id,
    pub what: String,
    pub organisation: String,
    effect: String,
    outcome: Option<String>,
    from_day: String,
    pub initiative_id: Id,
    pub initiative: String,
    initiative_state: String,
    /// The initiative began as a small trial.
    pub lane: bool,
    initiative_at: KeptMoment,
    created_at: KeptMoment,
    linked_at: KeptMoment,
    observation_id: Option<Id>,
    need_id: Option<Id>,
    answer_id: Option<Id>,
}

impl CauseChange {
    pub fn effect(&self) -> Option<Effect> {
        Effect::from_code(&self.effect)
    }

    pub fn outcome(&self) -> Option<CameOfIt> {
        self.outcome.as_deref().and_then(CameOfIt::from_code)
    }

    pub fn from(&self) -> Option<Day> {
        Day::parse(&self.from_day)
    }

    pub fn initiative_state(&self) -> State {
        State::from_code(&self.initiative_state).unwrap_or(State::Problem)
    }

    pub fn initiative_at(&self) -> Moment {
        *self.initiative_at
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn linked_at(&self) -> Moment {
        *self.linked_at
    }
}

/// A need behind it.
#[derive(Clone, Debug)]
pub struct CauseNeed {
    pub id: Id,
    pub title: String,
    created_at: KeptMoment,
    /// How widely it is told, in words for everyone.
    pub evidence: Evidence,
    raised_at: Option<KeptMoment>,
    observations: i64,
    /// The reader may read every story that carries it.
    open: bool,
    /// The reader may see who stands behind it.
    party: bool,
}

impl CauseNeed {
    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn raised_at(&self) -> Option<Moment> {
        self.raised_at.map(Moment::from)
    }

    /// How many observations carry it, for those who may see who stands behind it. Fewer than
    /// three could point to someone, and are told only to those who may read them all.
    pub fn observations(&self) -> Option<i64> {
        let told = shown(self.observations, self.open);
        told.filter(|_| self.party)
    }

    /// So few carry it that their number is kept back from one who might see it.
    pub fn few(&self) -> bool {
        self.party && self.observations().is_none()
    }
}

/// An answer behind it.
#[derive(Clone, Debug, FromRow)]
pub struct CauseAnswer {
    pub id: Id,
    pub need_id: Id,
    pub organisation: String,
    kind: Option<String>,
    answered_at: Option<KeptMoment>,
}

impl CauseAnswer {
    pub fn kind(&self) -> Option<Kind> {
        self.kind.as_deref().and_then(Kind::from_code)
    }

    pub fn answered_at(&self) -> Option<Moment> {
        self.answered_at.map(Moment::from)
    }
}

/// A story behind it that the reader may read.
#[derive(Clone, Debug, FromRow)]
pub struct CauseStory {
    pub id: Id,
    pub story: String,
    pub organisation: String,
    language: String,
    created_at: KeptMoment,
}

impl CauseStory {
    /// The language it was told in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// How many stories a page shows.
const STORIES: i64 = 10;

/// # Errors
/// Denied to those who see no offers from within; [`crate::Refusal::Missing`] for an offer
/// the actor may not see.
pub async fn causes(desk: &Desk, actor: &Actor, offer: Id) -> Outcome<Causes> {
    actor.may(Act::SeeOffers)?;
    let m = actor.municipality;
    read(desk, m, Some(actor), offer, Language::default()).await?;
    let changes: Vec<CauseChange> = desk
        .db
        .all(sql!(
            "select change.id, change.what, organisation.name as organisation, link.effect, change.outcome, \
             change.from_day, change.initiative_id, initiative.title as initiative, \
             initiative.state as initiative_state, initiative.lane, initiative.created_at as initiative_at, \
             change.created_at, link.linked_at, initiative.observation_id, initiative.answer_id, \
             coalesce(initiative.need_id, answer.need_id) as need_id from offer_change link \
             join practice_change change on change.municipality_id = link.municipality_id and change.id = link.change_id \
             join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
             join organisation on organisation.municipality_id = change.municipality_id \
             and organisation.id = change.organisation_id \
             left join answer on answer.municipality_id = initiative.municipality_id and answer.id = initiative.answer_id \
             where link.municipality_id = ? and link.offer_id = ? order by change.id",
            m,
            offer
        ))
        .await?;
    let told: Vec<Id> = changes.iter().filter_map(|c| c.observation_id).collect();
    let asked: Vec<Id> = changes.iter().filter_map(|c| c.need_id).collect();
    let needs = needs(desk, actor, &asked, &told).await?;
    let seen: Vec<Id> = needs.iter().map(|n| n.id).collect();
    let before = changes.iter().map(CauseChange::created_at).max();
    let before = before.unwrap_or_else(|| desk.now());
    Ok(Causes {
        stories: stories(desk, actor, &seen, &told, before).await?,
        answers: answers(desk, m, &changes, &seen).await?,
        needs,
        changes,
    })
}

#[derive(FromRow)]
struct NeedRow {
    id: Id,
    title: String,
    organisation_id: Id,
    created_at: KeptMoment,
    raised_at: Option<KeptMoment>,
    readable: i64,
}

impl NeedRow {
    fn told_to(self, actor: &Actor, counts: &[need::Counts], parties: &[Party]) -> CauseNeed {
        let behind = counts.iter().find(|c| c.need_id == self.id);
        let support = behind.map(need::Counts::support).unwrap_or_default();
        let asked = parties.iter().filter(|p| p.need_id == self.id);
        let mut parties: Vec<Id> = asked.map(|p| p.organisation_id).collect();
        parties.push(self.organisation_id);
        CauseNeed {
            id: self.id,
            title: self.title,
            created_at: self.created_at,
            evidence: support.evidence(),
            raised_at: self.raised_at,
            observations: support.observations,
            open: self.readable >= support.observations,
            party: actor.may_see_profile(&parties),
        }
    }
}

/// The needs the initiatives came from, and those that gathered the story a trial came from.
async fn needs(desk: &Desk, actor: &Actor, asked: &[Id], told: &[Id]) -> Outcome<Vec<CauseNeed>> {
    let m = actor.municipality;
    let sql = sql!(
        "select need.id, need.title, need.organisation_id, need.created_at, need.raised_at, \
         (select count(*) from need_observation link join observation \
         on observation.municipality_id = link.municipality_id and observation.id = link.observation_id \
         where observation.state = 'kept' and link.municipality_id = need.municipality_id and link.need_id = need.id and link.counter = ?",
        false
    );
    let sql = observation::within_sight(sql, actor)
        .and(") as readable from need where need.municipality_id = ? and (need.id in ", [m.into()])
        .list(asked.iter().copied())
        .and(
            " or need.id in (select link.need_id from need_observation link where link.municipality_id = ? \
             and link.observation_id in ",
            [m.into()],
        )
        .list(told.iter().copied())
        .text("))");
    let sql = needs_within_sight(sql, actor).text(" order by need.id");
    let rows: Vec<NeedRow> = desk.db.all(sql).await?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let counts = need::counts(desk, m, &ids).await?;
    let parties = parties(desk, m, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| row.told_to(actor, &counts, &parties))
        .collect())
}

#[derive(FromRow)]
struct Party {
    need_id: Id,
    organisation_id: Id,
}

/// Who is asked about these needs.
async fn parties(desk: &Desk, m: Id, needs: &[Id]) -> Outcome<Vec<Party>> {
    let sql = sql!(
        "select distinct need_id, organisation_id from answer where municipality_id = ? and need_id in ",
        m
    );
    Ok(desk.db.all(sql.list(needs.iter().copied())).await?)
}

async fn answers(
    desk: &Desk,
    m: Id,
    changes: &[CauseChange],
    seen: &[Id],
) -> Outcome<Vec<CauseAnswer>> {
    let sql = sql!(
        "select answer.id, answer.need_id, organisation.name as organisation, answer.kind, answer.answered_at \
         from answer join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id where answer.municipality_id = ? and answer.id in ",
        m
    )
    .list(changes.iter().filter_map(|c| c.answer_id))
    .text(" and answer.need_id in ")
    .list(seen.iter().copied())
    .text(" order by answer.id");
    Ok(desk.db.all(sql).await?)
}

/// The stories told before the change was agreed, as far as the actor may read: what began a
/// trial first, then the newest of those that carry these needs.
async fn stories(
    desk: &Desk,
    actor: &Actor,
    needs: &[Id],
    told: &[Id],
    before: Moment,
) -> Outcome<Vec<CauseStory>> {
    let m = actor.municipality;
    let sql = sql!(
        "select observation.id, observation.story, observation.language, organisation.name as organisation, \
         observation.created_at \
         from observation join organisation on organisation.municipality_id = observation.municipality_id \
         and organisation.id = observation.organisation_id \
         where observation.state = 'kept' and observation.municipality_id = ? and observation.created_at <= ? \
         and (observation.id in ",
        m,
        before
    )
    .list(told.iter().copied())
    .and(
        " or observation.id in (select link.observation_id from need_observation link \
         where link.municipality_id = ? and link.counter = ? and link.need_id in ",
        [m.into(), false.into()],
    )
    .list(needs.iter().copied())
    .text("))");
    let sql = observation::within_sight(sql, actor)
        .text(" order by case when observation.id in ")
        .list(told.iter().copied())
        .and(
            " then 0 else 1 end, observation.id desc limit ?",
            [STORIES.into()],
        );
    let mut stories: Vec<CauseStory> = desk.db.all(sql).await?;
    stories.sort_by_key(|story| (!told.contains(&story.id), story.created_at()));
    Ok(stories)
}
