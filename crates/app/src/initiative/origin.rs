//! Where an initiative came from, as far as a reader may see.
use crate::desk::{Desk, Outcome, Refusal};
use crate::observation;
use samskab_database::{FromRow, KeptMoment, Sql, Value, sql};
use samskab_domain::access::{Actor, Sight};
use samskab_domain::answer::Kind;
use samskab_domain::kernel::{Coded, Id, Moment};

/// What an initiative is opened from; each may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pub need: Option<Id>,
    pub answer: Option<Id>,
}

/// What a reader sees of it.
#[derive(Clone, Debug, Default)]
pub struct OriginSeen {
    /// Only for the circle of the story.
    pub observation: Option<Id>,
    pub need: Option<OriginNeed>,
    pub answer: Option<OriginAnswer>,
}

/// The need it came from.
#[derive(Clone, Debug, FromRow)]
pub struct OriginNeed {
    pub id: Id,
    pub area_id: Id,
    pub title: String,
    pub statement: String,
    raised_at: Option<KeptMoment>,
}

impl OriginNeed {
    pub fn raised_at(&self) -> Option<Moment> {
        self.raised_at.map(Moment::from)
    }
}

/// The answer it came from.
#[derive(Clone, Debug, FromRow)]
pub struct OriginAnswer {
    pub id: Id,
    pub need_id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    kind: Option<String>,
    answered_at: Option<KeptMoment>,
}

impl OriginAnswer {
    pub fn kind(&self) -> Option<Kind> {
        self.kind.as_deref().and_then(Kind::from_code)
    }

    pub fn answered_at(&self) -> Option<Moment> {
        self.answered_at.map(Moment::from)
    }
}

/// Narrows a query over `need` to those `actor` may see: raised ones, and drafts of her circle.
pub(crate) fn needs_within_sight(sql: Sql, actor: &Actor) -> Sql {
    let sql = sql.text(" and (need.state <> 'draft'");
    let sql = match actor.sight_of_drafted_needs() {
        Sight::Own => {
            let own = " or need.created_by in (select id from membership where municipality_id = ? and person_id = ?)";
            let me: [Value; 2] = [actor.municipality.into(), actor.person.into()];
            sql.and(own, me)
        }
        Sight::Organisation => sql.and(" or need.organisation_id = ?", [actor.organisation.into()]),
        Sight::Areas if actor.areas.is_empty() => sql.text(" or need.state = 'draft'"),
        Sight::Areas => sql
            .text(" or need.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    sql.text(")")
}

/// The need and the answer an initiative is to be opened from. An answer brings its need.
///
/// # Errors
/// [`Refusal::Missing`] when the actor may not see one of them, or they do not belong together.
pub async fn origin(desk: &Desk, actor: &Actor, origin: &Origin) -> Outcome<OriginSeen> {
    let m = actor.municipality;
    let answer: Option<OriginAnswer> = match origin.answer {
        None => None,
        Some(id) => {
            let sql = sql!(
                "select answer.id, answer.need_id, answer.organisation_id, organisation.name as organisation, \
                 answer.kind, answer.answered_at from answer \
                 join organisation on organisation.municipality_id = answer.municipality_id \
                 and organisation.id = answer.organisation_id \
                 where answer.municipality_id = ? and answer.id = ?",
                m,
                id
            );
            Some(desk.db.first(sql).await?.ok_or(Refusal::Missing)?)
        }
    };
    let of_answer = answer.as_ref().map(|a| a.need_id);
    if origin.need.is_some() && of_answer.is_some() && origin.need != of_answer {
        return Err(Refusal::Missing);
    }
    let need = match origin.need.or(of_answer) {
        None => None,
        Some(id) => {
            let sql = sql!(
                "select need.id, need.area_id, need.title, need.statement, need.raised_at from need \
                 where need.municipality_id = ? and need.id = ?",
                m,
                id
            );
            let found = desk.db.first(needs_within_sight(sql, actor)).await?;
            Some(found.ok_or(Refusal::Missing)?)
        }
    };
    Ok(OriginSeen {
        observation: None,
        need,
        answer,
    })
}

#[derive(FromRow)]
struct Kept {
    observation_id: Option<Id>,
    need_id: Option<Id>,
    answer_id: Option<Id>,
}

/// Where an initiative came from; what the actor may not see is left out.
pub(crate) async fn of_initiative(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
) -> Outcome<OriginSeen> {
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select observation_id, need_id, answer_id from initiative where municipality_id = ? and id = ?",
            actor.municipality,
            initiative
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    let asked = Origin {
        need: kept.need_id,
        answer: kept.answer_id,
    };
    let mut seen = match origin(desk, actor, &asked).await {
        Err(Refusal::Missing) => OriginSeen::default(),
        seen => seen?,
    };
    if let Some(id) = kept.observation_id {
        seen.observation = match observation::read(desk, actor, id).await {
            Err(Refusal::Missing) => None,
            reading => Some(reading?.observation.id),
        };
    }
    Ok(seen)
}
