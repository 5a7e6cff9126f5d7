//! On what terms: ages and cost in `offer`, and the tables `cost_option`, `offer_accessibility`
//! and `capacity`. A form holds the first amount and the first number of places.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::offer::{Accessibility, Capacity, Cost, Terms};

/// Puts the terms in place.
pub(super) async fn put(tx: &mut Tx, desk: &Desk, m: Id, id: Id, terms: &Terms) -> Outcome<()> {
    let cost = terms.cost.map(Coded::code);
    for sql in [
        sql!(
            "update offer set minimum_age = ?, maximum_age = ?, cost = ? where municipality_id = ? and id = ?",
            terms.minimum_age,
            terms.maximum_age,
            cost,
            m,
            id
        ),
        sql!(
            "delete from offer_accessibility where municipality_id = ? and offer_id = ?",
            m,
            id
        ),
    ] {
        tx.run(sql).await?;
    }
    let features = terms.accessibility.iter();
    let features: Vec<_> = features
        .map(|f| [Value::from(m), id.into(), f.code().into()])
        .collect();
    if !features.is_empty() {
        let insert =
            sql!("insert into offer_accessibility (municipality_id, offer_id, feature) values ");
        tx.run(insert.rows(features)).await?;
    }
    put_amount(tx, desk, m, id, terms.amount).await?;
    put_capacity(tx, desk, m, id, terms.capacity).await
}

#[derive(FromRow)]
struct KeptAmount {
    id: Id,
    amount: f64,
}

fn first_amount(m: Id, id: Id) -> Sql {
    sql!(
        "select id, amount from cost_option where municipality_id = ? and offer_id = ? order by id limit 1",
        m,
        id
    )
}

/// Kroner as øre.
fn in_oere(kroner: f64) -> i64 {
    (kroner * 100.0).round() as i64
}

async fn put_amount(tx: &mut Tx, desk: &Desk, m: Id, id: Id, amount: Option<i64>) -> Outcome<()> {
    let before: Option<KeptAmount> = tx.first(first_amount(m, id)).await?;
    if before
        .as_ref()
        .map(|b| b.amount)
        .map(in_oere)
        .filter(|a| *a > 0)
        == amount
    {
        return Ok(());
    }
    let before = before.map(|b| b.id);
    tx.run(sql!(
        "delete from cost_option where municipality_id = ? and id = ?",
        m,
        before
    ))
    .await?;
    if let Some(amount) = amount {
        tx.run(sql!(
            "insert into cost_option (municipality_id, id, offer_id, amount, currency) values (?, ?, ?, ?, 'DKK')",
            m, before.unwrap_or_else(|| desk.id()), id, amount as f64 / 100.0
        ))
        .await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct KeptCapacity {
    id: Id,
    available: i64,
    maximum: Option<i64>,
    updated_at: KeptMoment,
}

impl KeptCapacity {
    fn capacity(&self) -> Option<Capacity> {
        let places = |n: i64| u16::try_from(n).ok();
        Some(Capacity {
            available: places(self.available)?,
            maximum: self.maximum.and_then(places),
        })
    }
}

fn first_capacity(m: Id, id: Id) -> Sql {
    sql!(
        "select id, available, maximum, updated_at from capacity where municipality_id = ? and offer_id = ? order by id limit 1",
        m,
        id
    )
}

/// The moment says when someone last gave another number.
async fn put_capacity(
    tx: &mut Tx,
    desk: &Desk,
    m: Id,
    id: Id,
    now: Option<Capacity>,
) -> Outcome<()> {
    let before: Option<KeptCapacity> = tx.first(first_capacity(m, id)).await?;
    if before.as_ref().and_then(KeptCapacity::capacity) == now {
        return Ok(());
    }
    match (before, now) {
        (Some(before), Some(now)) => tx.run(sql!(
            "update capacity set available = ?, maximum = ?, updated_at = ? where municipality_id = ? and id = ?",
            now.available, now.maximum, desk.now(), m, before.id
        )),
        (None, Some(now)) => tx.run(sql!(
            "insert into capacity (municipality_id, id, offer_id, available, maximum, updated_at) values (?, ?, ?, ?, ?, ?)",
            m, desk.id(), id, now.available, now.maximum, desk.now()
        )),
        (before, None) => {
            let gone = before.map(|b| b.id);
            tx.run(sql!("delete from capacity where municipality_id = ? and id = ?", m, gone))
        }
    }
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct Ages {
    minimum_age: Option<i64>,
    maximum_age: Option<i64>,
    cost: Option<String>,
}

#[derive(FromRow)]
struct Feature {
    feature: String,
}

/// The terms of one offer, and when its free places were last counted.
///
/// # Errors
/// What the database answers.
pub(super) async fn of(desk: &Desk, m: Id, id: Id) -> Outcome<(Terms, Option<Moment>)> {
    let ages = sql!(
        "select minimum_age, maximum_age, cost from offer where municipality_id = ? and id = ?",
        m,
        id
    );
    let ages: Option<Ages> = desk.db.first(ages).await?;
    let features = sql!(
        "select feature from offer_accessibility where municipality_id = ? and offer_id = ?",
        m,
        id
    );
    let features: Vec<Feature> = desk.db.all(features).await?;
    let amount: Option<KeptAmount> = desk.db.first(first_amount(m, id)).await?;
    let capacity: Option<KeptCapacity> = desk.db.first(first_capacity(m, id)).await?;
    let age = |n: Option<i64>| n.and_then(|n| u16::try_from(n).ok());
    let known = features
        .iter()
        .filter_map(|f| Accessibility::from_code(&f.feature));
    let mut accessibility: Vec<_> = known.collect();
    accessibility.sort_unstable();
    let terms = Terms {
        minimum_age: age(ages.as_ref().and_then(|a| a.minimum_age)),
        maximum_age: age(ages.as_ref().and_then(|a| a.maximum_age)),
        cost: ages.and_then(|a| Cost::from_code(a.cost.as_deref()?)),
        amount: amount.map(|a| a.amount).map(in_oere).filter(|a| *a > 0),
        accessibility,
        capacity: capacity.as_ref().and_then(KeptCapacity::capacity),
    };
    Ok((terms, capacity.map(|c| c.updated_at.into())))
}
