//! How often the tool was right: where the need stood among the suggestions that people linked a story to.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;
use std::collections::BTreeMap;

/// A month that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub from: Day,
    /// How many stories people linked.
    pub linked: i64,
    /// In percent: the need came first, or among the first three.
    pub first: i64,
    pub first_three: i64,
}

/// So many months back.
const MONTHS: i32 = 12;
/// Of fewer links nothing is said.
const LEAST: i64 = 10;
/// So many of the newest are counted.
const MOST: i64 = 50_000;

#[derive(FromRow)]
struct Row {
    suggested: i64,
    linked_at: KeptMoment,
}

/// Month by month, the newest first; months with few links are left out.
///
/// # Errors
/// Denied to those who see no figures.
pub async fn suggestions(desk: &Desk, actor: &Actor) -> Outcome<Vec<Month>> {
    actor.may(Act::SeeInsight)?;
    let this = month(desk.today());
    let (from, until) = (begins(this - MONTHS), begins(this));
    let sql = sql!(
        "select suggested, linked_at from need_observation where municipality_id = ? and suggested > 0 \
         and linked_at >= ? and linked_at < ? order by linked_at desc limit ?",
        actor.municipality,
        from.start(),
        until.start(),
        MOST
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let mut counts: BTreeMap<i32, [i64; 3]> = BTreeMap::new();
    for row in rows {
        let [linked, first, three] = counts
            .entry(month(Day::of(Moment::from(row.linked_at))))
            .or_default();
        *linked += 1;
        *first += i64::from(row.suggested == 1);
        *three += i64::from(row.suggested <= 3);
    }
    let told = counts
        .into_iter()
        .rev()
        .filter(|(_, [all, ..])| *all >= LEAST);
    Ok(told.map(|(m, counts)| of(m, counts)).collect())
}

fn of(month: i32, [linked, first, three]: [i64; 3]) -> Month {
    let percent = |count: i64| (100 * count + linked / 2) / linked.max(1);
    Month {
        from: begins(month),
        linked,
        first: percent(first),
        first_three: percent(three),
    }
}

/// Months since the year 0.
fn month(day: Day) -> i32 {
    let (year, month, _) = day.parts();
    i32::from(year) * 12 + i32::from(month) - 1
}

fn begins(month: i32) -> Day {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    Day::parse(&format!("{year:04}-{month:02}-01")).unwrap_or(Day::of(Moment(0)))
}
