//! How often offers are checked here, and whose changes wait.
use crate::desk::{Desk, Outcome};
use crate::{journal, offer};
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::DEFAULT_CADENCE_MONTHS;
use samskab_domain::topic::TopicGroup;
use samskab_domain::upkeep::{Settings, SettingsDraft};
use std::collections::HashMap;

#[derive(FromRow)]
struct Row {
    topic_group: String,
    months: i64,
}

/// Months between checks, of those groups of topics for which it was said.
///
/// # Errors
/// What the database answers.
pub(crate) async fn cadences(desk: &Desk, m: Id) -> Outcome<HashMap<TopicGroup, i64>> {
    let rows = sql!(
        "select topic_group, months from topic_cadence where municipality_id = ?",
        m
    );
    let rows: Vec<Row> = desk.db.all(rows).await?;
    let group = |row: Row| Some((TopicGroup::from_code(&row.topic_group)?, row.months));
    Ok(rows.into_iter().filter_map(group).collect())
}

/// As they stand.
///
/// # Errors
/// Denied to all but those who tend the directory.
pub async fn settings(desk: &Desk, actor: &Actor) -> Outcome<Settings> {
    actor.may(Act::TendOffers)?;
    let m = actor.municipality;
    let set = cadences(desk, m).await?;
    let months = |group: TopicGroup| set.get(&group).copied().unwrap_or(DEFAULT_CADENCE_MONTHS);
    Ok(Settings {
        wait: offer::wait(desk, m).await?,
        cadences: TopicGroup::ALL.iter().map(|g| (*g, months(*g))).collect(),
    })
}

/// Sets them. Offers that follow their group follow at once; what waits already goes on waiting.
///
/// # Errors
/// Denied to all but those who tend the directory; remarks for each field.
pub async fn set(desk: &Desk, actor: &Actor, draft: &SettingsDraft) -> Outcome<()> {
    actor.may(Act::TendOffers)?;
    let settings = draft.consider()?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let rows: Vec<[Value; 3]> = settings
        .cadences
        .iter()
        .map(|(group, months)| [m.into(), group.code().into(), (*months).into()])
        .collect();
    if !rows.is_empty() {
        let insert =
            sql!("insert into topic_cadence (municipality_id, topic_group, months) values ")
                .rows(rows);
        tx.run(insert.text(
            " on conflict (municipality_id, topic_group) do update set months = excluded.months",
        ))
        .await?;
    }
    for sql in [
        sql!(
            "update municipality set changes_wait = ? where id = ?",
            settings.wait.code(),
            m
        ),
        sql!(
            "update offer set cadence = (select months from topic_cadence set_here \
             where set_here.municipality_id = offer.municipality_id and set_here.topic_group = offer.topic_group) \
             where municipality_id = ? and coalesce(own_cadence, ?) = ? and exists (select 1 from topic_cadence set_here \
             where set_here.municipality_id = offer.municipality_id and set_here.topic_group = offer.topic_group)",
            m,
            false,
            false
        ),
    ] {
        tx.run(sql).await?;
    }
    let verb = journal::Verb::SettingsChanged;
    journal::write(&mut tx, actor, verb, m, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many changes to offers the actor keeps wait.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn waiting_count(desk: &Desk, actor: &Actor) -> Outcome<i64> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!(
        "select count(*) as count from offer_proposal proposal \
         join offer on offer.municipality_id = proposal.municipality_id and offer.id = proposal.offer_id \
         where proposal.outcome is null and proposal.municipality_id = ?",
        actor.municipality
    );
    let count: Option<Count> = desk.db.first(offer::and_kept_by(sql, actor)).await?;
    Ok(count.map_or(0, |c| c.count))
}
