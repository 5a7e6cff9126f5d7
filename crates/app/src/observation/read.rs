//! One story, for those in its circle.
use super::quote::{Quote, quotes_of};
use super::table::{Observation, select};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// A story and what was let out of it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub observation: Observation,
    pub quotes: Vec<Quote>,
    /// The actor told it herself.
    pub own: bool,
    /// She told it or wrote it down, and it is still there.
    pub may_correct: bool,
    /// A citizen told it, and she may say whether it can be used.
    pub may_look: bool,
    /// She is in its circle by her work, and it is still there.
    pub may_sort: bool,
    /// She may look at sentences that are to be let out: she is in the circle, and it is not her
    /// own story.
    pub may_check: bool,
    /// What it said before, newest first.
    pub before: Vec<Version>,
}

/// A story as it stood until it was corrected.
#[derive(Clone, Debug, FromRow)]
pub struct Version {
    pub story: String,
    language: String,
    corrected_at: KeptMoment,
}

impl Version {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn corrected_at(&self) -> Moment {
        *self.corrected_at
    }
}

#[derive(FromRow)]
struct Teller {
    person_id: Id,
}

/// # Errors
/// [`Refusal::Missing`] outside the circle: what may not be seen does not exist.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    let sql = select(actor).and(" and observation.id = ?", [id.into()]);
    let observation: Observation = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let teller = sql!(
        "select person_id from membership where municipality_id = ? and id = ?",
        actor.municipality,
        observation.teller_id
    );
    let teller: Option<Teller> = desk.db.first(teller).await?;
    let quotes = quotes_of(desk, actor.municipality, id).await?;
    let own = teller.is_some_and(|t| t.person_id == actor.person);
    let kept = observation.state == "kept";
    let inside = actor.in_circle_of_story(observation.organisation_id, observation.area_id);
    let written = observation.writer_id == Some(actor.membership);
    let before = match own || inside || written {
        true => versions(desk, actor, id).await?,
        false => vec![],
    };
    let may_look = observation.state == "held" && inside && actor.may(Act::ReadInbox).is_ok();
    let may_sort = kept && inside && actor.may(Act::ReadInbox).is_ok();
    Ok(Reading {
        quotes,
        own,
        may_correct: kept && (own || written),
        may_look,
        may_sort,
        may_check: may_sort && !own,
        before,
        observation,
    })
}

/// How many earlier versions are shown.
const VERSIONS: i64 = 10;

async fn versions(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Vec<Version>> {
    let sql = sql!(
        "select story, language, corrected_at from observation_version where municipality_id = ? \
         and observation_id = ? order by number desc limit ?",
        actor.municipality,
        id,
        VERSIONS
    );
    Ok(desk.db.all(sql).await?)
}
