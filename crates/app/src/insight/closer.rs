//! What stands out of a single topic, and of a need that everyone sees: the same count, looked at more closely.
use super::signals::{About, Numbered, Numbers, Row, Signal, count};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::topic::TopicGroup;
use std::collections::HashMap;

/// What a signal is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Topic(Id),
    Need {
        id: Id,
        title: String,
        /// The language it was written in.
        language: Language,
    },
}

/// A topic or a need that stands out in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Closer {
    pub subject: Subject,
    pub signal: Signal,
}

/// Of the stories that were counted, what stands out by topic, then by need.
pub(super) async fn closer(
    desk: &Desk,
    actor: &Actor,
    rows: &[Row],
    numbered: &mut Numbered,
) -> Outcome<Vec<Closer>> {
    let mut found = topics(desk, actor, rows, numbered).await?;
    found.extend(needs(desk, actor, rows, numbered).await?);
    Ok(found)
}

async fn topics(
    desk: &Desk,
    actor: &Actor,
    rows: &[Row],
    numbered: &mut Numbered,
) -> Outcome<Vec<Closer>> {
    let (mut topics, mut groups) = (Numbers::default(), HashMap::new());
    let mut told: Vec<About> = Vec::new();
    for row in rows {
        if let Some(topic) = row.topic_id {
            groups.insert(topic, row.group());
            told.push((topics.of(&topic), row));
        }
    }
    let (cells, _) = count(desk, actor, &told, numbered).await?;
    let found = cells.iter().filter_map(|cell| {
        let topic = *topics.name(cell.subject)?;
        Some(Closer {
            subject: Subject::Topic(topic),
            signal: numbered.signal(cell, *groups.get(&topic)?)?,
        })
    });
    Ok(found.collect())
}

async fn needs(
    desk: &Desk,
    actor: &Actor,
    rows: &[Row],
    numbered: &mut Numbered,
) -> Outcome<Vec<Closer>> {
    let by_id: HashMap<Id, &Row> = rows.iter().map(|row| (row.id, row)).collect();
    let mut needs = Numbers::default();
    let links = links(desk, actor, rows).await?;
    let about = |link: &Link| {
        let row = by_id.get(&link.observation_id)?;
        Some((needs.of(&link.need_id), *row))
    };
    let told: Vec<About> = links.iter().filter_map(about).collect();
    let (cells, _) = count(desk, actor, &told, numbered).await?;
    let flagged: Vec<Id> = cells
        .iter()
        .filter_map(|cell| needs.name(cell.subject).copied())
        .collect();
    if flagged.is_empty() {
        return Ok(vec![]);
    }
    let sql = sql!(
        "select id, title, language, topic_group from need where municipality_id = ? and id in ",
        actor.municipality
    );
    let named: Vec<Named> = desk.db.all(sql.list(flagged)).await?;
    let found = cells.iter().filter_map(|cell| {
        let id = *needs.name(cell.subject)?;
        let need = named.iter().find(|n| n.id == id)?;
        let group = TopicGroup::from_code(&need.topic_group)?;
        Some(Closer {
            subject: Subject::Need {
                id,
                title: need.title.clone(),
                language: Language::from_code(&need.language).unwrap_or_default(),
            },
            signal: numbered.signal(cell, group)?,
        })
    });
    Ok(found.collect())
}

#[derive(FromRow)]
struct Link {
    need_id: Id,
    observation_id: Id,
}

/// So many links are read.
const MOST: i64 = 50_000;

/// Which of the stories carry needs that everyone sees. What is only drafted stays in its circle.
async fn links(desk: &Desk, actor: &Actor, rows: &[Row]) -> Outcome<Vec<Link>> {
    // The rows come newest first.
    let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) else {
        return Ok(vec![]);
    };
    let sql = sql!(
        "select link.need_id, link.observation_id from need_observation link \
         join need on need.municipality_id = link.municipality_id and need.id = link.need_id \
         and need.raised_at is not null and need.succeeded_at is null \
         where link.municipality_id = ? and link.observation_id >= ? and link.observation_id <= ? \
         and link.counter = ? order by link.observation_id desc limit ?",
        actor.municipality,
        oldest.id,
        newest.id,
        false,
        MOST
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Named {
    id: Id,
    title: String,
    language: String,
    topic_group: String,
}
