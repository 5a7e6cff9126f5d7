//! The needs of each municipality, ready to be compared with.
use super::label::{labels, with_whom};
use crate::desk::{Desk, Outcome};
use crate::need;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_words::likeness::{Index, Need};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was made ready, for each municipality. Shared by all copies of a desk.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<HashMap<Id, Arc<Needs>>>>);

/// The needs of one municipality.
pub(super) struct Needs {
    stamp: Stamp,
    pub ids: Vec<Id>,
    pub index: Index,
}

/// Changes when any need comes, is put in other words or has become another, and when words are learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
struct Stamp {
    needs: i64,
    versions: i64,
}

/// So many of the newest are compared with.
const MOST: i64 = 5_000;

#[derive(FromRow)]
struct Row {
    id: Id,
    title: String,
    statement: String,
    concerns: Option<String>,
    topic_group: String,
    area_id: Id,
}

/// The needs as they are now.
///
/// # Errors
/// What the database answers.
pub(super) async fn needs(desk: &Desk, municipality: Id) -> Outcome<Arc<Needs>> {
    let stamp = stamp(desk, municipality).await?;
    if let Some(needs) = desk.needs.get(municipality).filter(|n| n.stamp == stamp) {
        return Ok(needs);
    }
    let rows: Vec<Row> = desk
        .db
        .all(sql!(
            "select id, title, statement, concerns, topic_group, area_id from need where municipality_id = ? and succeeded_at is null order by id desc limit ?",
            municipality,
            MOST
        ))
        .await?;
    let mut learnt = learnt(desk, municipality).await?;
    let mut topics = topics(desk, municipality).await?;
    let text = |row: &Row| {
        let topics = topics.remove(&row.id).unwrap_or_default();
        text(row, topics, learnt.remove(&row.id))
    };
    let texts: Vec<Need> = rows.iter().map(text).collect();
    let needs = Arc::new(Needs {
        stamp,
        ids: rows.iter().map(|row| row.id).collect(),
        index: Index::new(&texts),
    });
    desk.needs.put(municipality, needs.clone());
    Ok(needs)
}

async fn stamp(desk: &Desk, municipality: Id) -> Outcome<Stamp> {
    let sql = sql!(
        "select count(*) as needs, cast(coalesce(sum(version + coalesce(learnt, 0)), 0) as bigint) as versions from need where municipality_id = ?",
        municipality
    );
    let found = desk.db.first(sql).await?;
    Ok(found.unwrap_or(Stamp {
        needs: 0,
        versions: 0,
    }))
}

#[derive(FromRow)]
struct Learnt {
    need_id: Id,
    stem: String,
    weight: f64,
}

/// The stems learnt about each need.
async fn learnt(desk: &Desk, municipality: Id) -> Outcome<HashMap<Id, Vec<(String, f32)>>> {
    let rows: Vec<Learnt> = desk
        .db
        .all(sql!(
            "select need_id, stem, weight from need_word where municipality_id = ?",
            municipality
        ))
        .await?;
    let mut learnt: HashMap<Id, Vec<(String, f32)>> = HashMap::new();
    for row in rows {
        let of_need = learnt.entry(row.need_id).or_default();
        of_need.push((row.stem, row.weight as f32));
    }
    Ok(learnt)
}

/// The topics each need is about.
async fn topics(desk: &Desk, municipality: Id) -> Outcome<HashMap<Id, Vec<Id>>> {
    let mut topics: HashMap<Id, Vec<Id>> = HashMap::new();
    for about in need::topics_of_all(desk, municipality).await? {
        topics
            .entry(about.need_id)
            .or_default()
            .push(about.topic_id);
    }
    Ok(topics)
}

fn text(row: &Row, topics: Vec<Id>, learnt: Option<Vec<(String, f32)>>) -> Need {
    Need {
        title: row.title.clone(),
        statement: with_whom(&row.statement, row.concerns.as_deref()),
        labels: labels(&row.topic_group, &row.area_id.to_string(), topics),
        learnt: learnt.unwrap_or_default(),
    }
}

impl Kept {
    fn get(&self, municipality: Id) -> Option<Arc<Needs>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&municipality).cloned()
    }

    fn put(&self, municipality: Id, needs: Arc<Needs>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(municipality, needs);
    }
}
