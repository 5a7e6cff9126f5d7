//! What happened to an offer, field by field: who by role, when, before and after.
use super::saying::{Change, Saying};
use super::table::keepable_now;
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, KeptMoment, Tx, Value, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{Aspect, Way};
use serde_json::json;

/// One change.
#[derive(Clone, Debug)]
pub struct Past {
    pub id: Id,
    pub at: Moment,
    pub way: Way,
    /// Who did it: her role and where; none for what the program did.
    pub by: Option<(Role, String)>,
    pub changes: Vec<Change>,
}

#[derive(FromRow)]
struct Row {
    id: Id,
    at: KeptMoment,
    way: String,
    role: Option<String>,
    organisation: Option<String>,
    changes: serde_json::Value,
}

/// Keeps what became otherwise; nothing when nothing did.
///
/// # Errors
/// What the database answers.
pub(crate) async fn keep(
    tx: &mut Tx,
    desk: &Desk,
    (m, by): (Id, Option<Id>),
    way: Way,
    changes: &[(Id, Vec<Change>)],
) -> Outcome<()> {
    let now = desk.now();
    let changed = changes.iter().filter(|(_, changes)| !changes.is_empty());
    let rows = changed.map(|(offer, changes)| {
        [
            Value::from(m),
            desk.id().into(),
            (*offer).into(),
            now.into(),
            by.into(),
            way.code().into(),
            written(changes).into(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into offer_history (municipality_id, id, offer_id, at, membership_id, way, changes) values "
        );
        tx.run(insert.rows(rows.iter().cloned())).await?;
    }
    Ok(())
}

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// The same for one offer that said `before` until now.
///
/// # Errors
/// What the database answers.
pub(crate) async fn keep_since(
    tx: &mut Tx,
    desk: &Desk,
    by: (Id, Option<Id>),
    way: Way,
    (offer, before): (Id, &Saying),
) -> Outcome<()> {
    let after = Saying::of(tx, by.0, offer).await?;
    keep(tx, desk, by, way, &[(offer, before.changes(&after))]).await
}

fn written(changes: &[Change]) -> serde_json::Value {
    let changes = changes
        .iter()
        .map(|c| json!({ "field": c.aspect.code(), "language": c.language.map(Coded::code), "before": c.before, "after": c.after }));
    changes.collect()
}

fn read(changes: &serde_json::Value) -> Vec<Change> {
    let text = |change: &serde_json::Value, name: &str| {
        let found = change.get(name).and_then(serde_json::Value::as_str);
        found.unwrap_or_default().to_owned()
    };
    let changes = changes.as_array().into_iter().flatten();
    changes
        .filter_map(|change| {
            Some(Change {
                aspect: Aspect::from_code(&text(change, "field"))?,
                language: Language::from_code(&text(change, "language")),
                before: text(change, "before"),
                after: text(change, "after"),
            })
        })
        .collect()
}

/// The newest first.
///
/// # Errors
/// [`crate::Refusal::Missing`]; denied to all but those who keep it.
pub async fn history(
    desk: &Desk,
    actor: &Actor,
    offer: Id,
    after: Option<Id>,
) -> Outcome<Page<Past>> {
    actor.may(Act::KeepOffers)?;
    let m = actor.municipality;
    keepable_now(desk, actor, offer).await?;
    let limit = Page::<Past>::LIMIT;
    let sql = sql!(
        "select past.id, past.at, past.way, membership.role, organisation.name as organisation, past.changes \
         from offer_history past left join membership on membership.municipality_id = past.municipality_id \
         and membership.id = past.membership_id left join organisation \
         on organisation.municipality_id = membership.municipality_id and organisation.id = membership.organisation_id \
         where past.municipality_id = ? and past.offer_id = ?",
        m,
        offer
    )
    .when(" and past.id < ?", after)
    .and(" order by past.id desc limit ?", [limit.into()]);
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let page = Page::of(rows, |row| row.id.to_string());
    Ok(page.map(|row| Past {
        id: row.id,
        at: *row.at,
        way: Way::from_code(&row.way).unwrap_or(Way::Edited),
        by: row
            .role
            .as_deref()
            .and_then(Role::from_code)
            .zip(row.organisation),
        changes: read(&row.changes),
    }))
}
