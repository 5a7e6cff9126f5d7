//! What a need is about more precisely: topics of the municipality's own vocabulary.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Id, Why};

#[derive(FromRow)]
struct Found {
    topic_id: Id,
}

/// The topics of a need that are in use, in the order of the alphabet.
///
/// # Errors
/// What the database answers.
pub(crate) async fn topics_of(desk: &Desk, municipality: Id, need: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select link.topic_id from need_topic link join topic on topic.municipality_id = link.municipality_id \
         and topic.id = link.topic_id and topic.retired_at is null \
         where link.municipality_id = ? and link.need_id = ? order by topic.sort_key, topic.id",
        municipality,
        need
    );
    let found: Vec<Found> = desk.db.all(sql).await?;
    Ok(found.into_iter().map(|f| f.topic_id).collect())
}

/// A topic that a need is about.
#[derive(FromRow)]
pub(crate) struct About {
    pub(crate) need_id: Id,
    pub(crate) topic_id: Id,
}

/// Which topics the needs of a municipality are about.
///
/// # Errors
/// What the database answers.
pub(crate) async fn topics_of_all(desk: &Desk, municipality: Id) -> Outcome<Vec<About>> {
    let sql = sql!(
        "select need_id, topic_id from need_topic where municipality_id = ?",
        municipality
    );
    Ok(desk.db.all(sql).await?)
}

/// Keeps these in place of those before.
///
/// # Errors
/// A remark when one is not this municipality's or no longer in use.
pub(super) async fn keep_topics(
    tx: &mut Tx,
    municipality: Id,
    need: Id,
    topics: &[Id],
) -> Outcome<()> {
    let known = sql!(
        "select id as topic_id from topic where municipality_id = ? and retired_at is null and id in ",
        municipality
    );
    let known: Vec<Found> = tx.all(known.list(topics.iter().copied())).await?;
    if known.len() < topics.len() {
        return Err(Refusal::remark("topics", Why::Unknown));
    }
    tx.run(sql!(
        "delete from need_topic where municipality_id = ? and need_id = ?",
        municipality,
        need
    ))
    .await?;
    if topics.is_empty() {
        return Ok(());
    }
    let rows = topics
        .iter()
        .map(|&topic| [Value::from(municipality), need.into(), topic.into()]);
    let insert = sql!("insert into need_topic (municipality_id, need_id, topic_id) values ");
    tx.run(insert.rows(rows)).await?;
    Ok(())
}

/// What one need is about, the other is about too from now on.
pub(super) async fn take_over_topics(
    tx: &mut Tx,
    municipality: Id,
    (from, to): (Id, Id),
) -> Outcome<()> {
    tx.run(sql!(
        "insert into need_topic (municipality_id, need_id, topic_id) \
         select municipality_id, ?, topic_id from need_topic where municipality_id = ? and need_id = ? \
         on conflict (municipality_id, need_id, topic_id) do nothing",
        to,
        municipality,
        from
    ))
    .await?;
    Ok(())
}
