//! *Not this one*: a person says that a story does not belong under a need. It is suggested no more, and
//! what the tool learns takes it in; people may still link it.
use super::find;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness, observation};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Id, Moment, Why};

/// Of stories in the actor's circle, by those who gather.
///
/// # Errors
/// Denied to those who gather nothing; [`Refusal::Missing`] for a need out of sight; a remark when nothing
/// is chosen or a story is not in the actor's circle.
pub async fn refuse(desk: &Desk, actor: &Actor, need: Id, stories: &[Id]) -> Outcome<()> {
    actor.may(Act::WriteNeed)?;
    find(desk, actor, need).await?;
    if stories.is_empty() {
        return Err(Refusal::remark("observations", Why::Missing));
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let mut stories = stories.to_vec();
    stories.sort_unstable();
    stories.dedup();
    if observation::readable(&mut tx, actor, &stories).await? != stories.len() {
        return Err(Refusal::remark("observations", Why::Unknown));
    }
    keep(desk, &mut tx, actor, need, &stories, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Of one's own story, by whoever told it.
///
/// # Errors
/// Denied for another's story; [`Refusal::Missing`] for a need or story out of sight.
pub async fn not_also(desk: &Desk, actor: &Actor, need: Id, story: Id) -> Outcome<()> {
    actor.may(Act::TellObservation)?;
    find(desk, actor, need).await?;
    if !observation::read(desk, actor, story).await?.own {
        return Err(Refusal::Denied(Denied));
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    keep(desk, &mut tx, actor, need, &[story], now).await?;
    tx.commit().await?;
    Ok(())
}

/// What is gathered already is not refused as well.
async fn keep(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    need: Id,
    stories: &[Id],
    now: Moment,
) -> Outcome<()> {
    let rows = stories.iter().map(|&story| {
        [
            Value::from(actor.municipality),
            need.into(),
            story.into(),
            actor.membership.into(),
            now.into(),
        ]
    });
    let insert = sql!(
        "insert into need_refusal (municipality_id, need_id, observation_id, refused_by, refused_at) values "
    )
    .rows(rows)
    .text(" on conflict (municipality_id, need_id, observation_id) do nothing");
    tx.run(insert).await?;
    likeness::ask(desk, tx, actor.municipality, need).await?;
    let verb = journal::Verb::SuggestionRefused;
    journal::write(tx, actor, verb, need, stories, now).await?;
    Ok(())
}

#[derive(FromRow)]
struct Settled {
    need_id: Id,
}

/// The needs a story was said to belong under, or not to.
///
/// # Errors
/// What the database answers.
pub(crate) async fn settled_for(desk: &Desk, municipality: Id, story: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select need_id from need_refusal where municipality_id = ? and observation_id = ? \
         union select need_id from need_observation where municipality_id = ? and observation_id = ?",
        municipality,
        story,
        municipality,
        story
    );
    let found: Vec<Settled> = desk.db.all(sql).await?;
    Ok(found.into_iter().map(|r| r.need_id).collect())
}
