//! The look at a sentence before others read it: a second pair of eyes from the story's circle.
use super::read::read;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Denied, Sight};
use samskab_domain::kernel::{Coded, Id, Language};

/// A sentence that waits for the look.
#[derive(Clone, Debug, FromRow)]
pub struct Waiting {
    pub observation_id: Id,
    pub body: String,
    language: String,
}

impl Waiting {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }
}

/// How many are shown at a time.
const SHOWN: i64 = 10;

/// Sentences of other tellers that wait for the actor's look, oldest first, ten at most.
///
/// # Errors
/// Denied to those who read no inbox.
pub async fn waiting(desk: &Desk, actor: &Actor) -> Outcome<Vec<Waiting>> {
    actor.may(Act::ReadInbox)?;
    let sql = sql!(
        "select quote.observation_id, quote.body, quote.language from quote \
         join observation on observation.municipality_id = quote.municipality_id \
         and observation.id = quote.observation_id and observation.state = 'kept' \
         where quote.municipality_id = ? and quote.state = 'released' \
         and observation.teller_id not in (select id from membership \
         where municipality_id = ? and person_id = ?)",
        actor.municipality,
        actor.municipality,
        actor.person
    );
    let sql = match actor.sight_of_stories() {
        Sight::Own => return Ok(vec![]),
        Sight::Organisation => sql.and(
            " and observation.organisation_id = ?",
            [actor.organisation.into()],
        ),
        Sight::Areas if actor.areas.is_empty() => sql,
        Sight::Areas => sql
            .text(" and observation.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    let sql = sql.and(" order by quote.id limit ?", [SHOWN.into()]);
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Of {
    observation_id: Id,
}

/// The actor has looked: nobody can be told by the sentence, so others may read it. Gives the
/// story it is from.
///
/// # Errors
/// [`Refusal::Missing`] outside the story's sight; denied to the teller herself and to those who
/// read the story only because it may be read widely; [`Refusal::Done`] when it was taken back or
/// looked at meanwhile.
pub async fn check(desk: &Desk, actor: &Actor, quote: Id) -> Outcome<Id> {
    actor.may(Act::ReadInbox)?;
    let of: Option<Of> = desk
        .db
        .first(sql!(
            "select observation_id from quote where municipality_id = ? and id = ?",
            actor.municipality,
            quote
        ))
        .await?;
    let observation = of.ok_or(Refusal::Missing)?.observation_id;
    if !read(desk, actor, observation).await?.may_check {
        return Err(Refusal::Denied(Denied));
    }
    let mut tx = desk.db.write().await?;
    let sql = sql!(
        "update quote set state = 'checked' where municipality_id = ? and id = ? and state = 'released'",
        actor.municipality,
        quote
    );
    if tx.run(sql).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::QuoteChecked;
    journal::write(&mut tx, actor, verb, quote, &[observation], desk.now()).await?;
    tx.commit().await?;
    Ok(observation)
}
