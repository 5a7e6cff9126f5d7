//! Offers that may be the same: looked for each night, put before people, merged by nobody but them.
use crate::desk::{Desk, Outcome};
use crate::journal;
use crate::page::Page;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::upkeep::{ALIKE, Shared, likeness};
use samskab_locale::fold;
use samskab_words::echo::{Shingles, groups};
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(FromRow)]
struct Row {
    id: Id,
    name: String,
    summary: String,
    email: Option<String>,
    url: Option<String>,
    phone: Option<String>,
    place: Option<String>,
}

/// What so many have in common is an office or a house, and says nothing of two offers.
const CROWD: usize = 20;

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// Looks for pairs anew. What somebody said to be two stays apart.
///
/// # Errors
/// What the database answers; then the pairs are those of before.
pub async fn compare(desk: &Desk, m: Id) -> Outcome<()> {
    let sql = sql!(
        "select offer.id, offer.name, offer.summary, offer.email, offer.url, \
         (select min(replace(phone.number, ' ', '')) from phone where phone.municipality_id = offer.municipality_id \
         and phone.offer_id = offer.id) as phone, (select min(coalesce(location.address, location.name) \
         || ' ' || coalesce(location.postcode, '')) from offer_location link join location \
         on location.municipality_id = link.municipality_id and location.id = link.location_id \
         where link.municipality_id = offer.municipality_id and link.offer_id = offer.id) as place \
         from offer where offer.municipality_id = ? and offer.state <> 'withdrawn' order by offer.id",
        m
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let pairs = pairs_of(&rows);
    let rows: Vec<[Value; 5]> = pairs
        .into_iter()
        .map(|((first, second), shared)| {
            let codes: Vec<&str> = shared.iter().map(|s| s.code()).collect();
            [
                m.into(),
                first.into(),
                second.into(),
                codes.join(",").into(),
                likeness(&shared).into(),
            ]
        })
        .collect();
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from offer_pair where municipality_id = ? and apart_by is null",
        m
    ))
    .await?;
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into offer_pair (municipality_id, first_id, second_id, shared, likeness) values "
        );
        let insert = insert
            .rows(rows.iter().cloned())
            .text(" on conflict do nothing");
        tx.run(insert).await?;
    }
    tx.commit().await?;
    Ok(())
}

type Pairs = BTreeMap<(Id, Id), Vec<Shared>>;

/// The pairs that share enough, each with what it shares. Only what lies in one heap is compared.
fn pairs_of(rows: &[Row]) -> Pairs {
    let plain = |text: &str| fold(text.trim());
    let of = |text: &Option<String>| text.as_deref().map(plain).filter(|t| !t.is_empty());
    let names: Vec<Shingles> = rows.iter().map(|row| Shingles::of(&row.name)).collect();
    let words: Vec<Shingles> = rows.iter().map(|row| Shingles::of(&row.summary)).collect();
    let group = |shingles: &[Shingles]| -> Vec<Option<String>> {
        groups(shingles)
            .into_iter()
            .map(|g| Some(g.to_string()))
            .collect()
    };
    let heaps = [
        (Shared::Name, group(&names)),
        (Shared::Words, group(&words)),
        (
            Shared::Phone,
            rows.iter().map(|row| of(&row.phone)).collect(),
        ),
        (
            Shared::Email,
            rows.iter().map(|row| of(&row.email)).collect(),
        ),
        (Shared::Url, rows.iter().map(|row| of(&row.url)).collect()),
    ];
    let mut beside: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (_, keys) in &heaps {
        beside.extend(within(keys));
    }
    let place: Vec<Option<String>> = rows.iter().map(|row| of(&row.place)).collect();
    let mut pairs = Pairs::new();
    for (a, b) in beside {
        let same = |keys: &[Option<String>]| {
            keys.get(a).is_some_and(|k| k.is_some()) && keys.get(a) == keys.get(b)
        };
        let echoes =
            |all: &[Shingles]| all.get(a).zip(all.get(b)).is_some_and(|(a, b)| a.echoes(b));
        let mut shared: Vec<Shared> = heaps
            .iter()
            .filter(|(shared, keys)| match shared {
                Shared::Name => echoes(&names),
                Shared::Words => echoes(&words),
                _ => same(keys),
            })
            .map(|(shared, _)| *shared)
            .collect();
        if same(&place) {
            shared.push(Shared::Place);
        }
        if let (Some(a), Some(b)) = (rows.get(a), rows.get(b))
            && likeness(&shared) >= ALIKE
        {
            pairs.insert((a.id.min(b.id), a.id.max(b.id)), shared);
        }
    }
    pairs
}

/// Every two rows with the same key, where not a crowd has it.
fn within(keys: &[Option<String>]) -> Vec<(usize, usize)> {
    let mut heaps: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, key) in keys.iter().enumerate() {
        if let Some(key) = key {
            heaps.entry(key).or_default().push(i);
        }
    }
    let heaps = heaps.into_values().filter(|heap| heap.len() <= CROWD);
    heaps
        .flat_map(|heap| {
            let pairs = |(i, &a): (usize, &usize)| {
                let rest = heap.iter().skip(i + 1).map(move |&b| (a, b));
                rest.collect::<Vec<_>>()
            };
            heap.iter().enumerate().flat_map(pairs).collect::<Vec<_>>()
        })
        .collect()
}

/// Two offers that may be the same.
#[derive(Clone, Debug, FromRow)]
pub struct Alike {
    pub first_id: Id,
    pub first: String,
    pub second_id: Id,
    pub second: String,
    shared: String,
    likeness: i64,
}

impl Alike {
    /// What they have in common.
    pub fn shared(&self) -> Vec<Shared> {
        self.shared
            .split(',')
            .filter_map(Shared::from_code)
            .collect()
    }

    fn key(&self) -> String {
        let (first, second) = (self.first_id.simple(), self.second_id.simple());
        format!("{}.{first}.{second}", self.likeness)
    }
}

const FROM: &str = " from offer_pair pair \
     join offer one on one.municipality_id = pair.municipality_id and one.id = pair.first_id and one.state <> 'withdrawn' \
     join offer two on two.municipality_id = pair.municipality_id and two.id = pair.second_id and two.state <> 'withdrawn' \
     where pair.apart_by is null and pair.municipality_id = ?";

/// Those of which the actor keeps both; a facilitator keeps all.
fn and_both_kept(sql: samskab_database::Sql, actor: &Actor) -> samskab_database::Sql {
    let own = (actor.role != Role::Facilitator).then_some(actor.organisation);
    sql.when(
        " and exists (select 1 from offer_bearer own where own.municipality_id = pair.municipality_id \
         and own.offer_id = pair.first_id and own.organisation_id = ?)",
        own,
    )
    .when(
        " and exists (select 1 from offer_bearer own where own.municipality_id = pair.municipality_id \
         and own.offer_id = pair.second_id and own.organisation_id = ?)",
        own,
    )
}

/// The likest first.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn alike(desk: &Desk, actor: &Actor, after: Option<&str>) -> Outcome<Page<Alike>> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!("select pair.first_id, one.name as first, pair.second_id, two.name as second, pair.shared, pair.likeness")
        .and(FROM, [actor.municipality.into()]);
    let mut sql = and_both_kept(sql, actor);
    if let Some((likeness, first, second)) = after.and_then(place) {
        sql = sql.and(
            " and (-pair.likeness, pair.first_id, pair.second_id) > (?, ?, ?)",
            [(-likeness).into(), first.into(), second.into()],
        );
    }
    let sql = sql.and(
        " order by -pair.likeness, pair.first_id, pair.second_id limit ?",
        [Page::<Alike>::LIMIT.into()],
    );
    Ok(Page::of(desk.db.all(sql).await?, Alike::key))
}

/// The place a key from an address stands for; nonsense begins at the beginning.
fn place(key: &str) -> Option<(i64, Id, Id)> {
    let mut parts = key.split('.');
    let likeness = parts.next()?.parse().ok()?;
    Some((
        likeness,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    ))
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many pairs wait for a look.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn alike_count(desk: &Desk, actor: &Actor) -> Outcome<i64> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!("select count(*) as count").and(FROM, [actor.municipality.into()]);
    let count: Option<Count> = desk.db.first(and_both_kept(sql, actor)).await?;
    Ok(count.map_or(0, |c| c.count))
}

/// Somebody looked: they are two. They are not put before anyone again.
///
/// # Errors
/// [`crate::Refusal::Missing`]; denied to all but those who keep both.
pub async fn keep_apart(desk: &Desk, actor: &Actor, one: Id, two: Id) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let (first, second) = (one.min(two), one.max(two));
    let mut tx = desk.db.write().await?;
    for id in [first, second] {
        crate::offer::keepable(&mut tx, actor, id).await?;
    }
    tx.run(sql!(
        "update offer_pair set apart_by = ? where municipality_id = ? and first_id = ? and second_id = ?",
        actor.membership,
        m,
        first,
        second
    ))
    .await?;
    let verb = journal::Verb::OffersKeptApart;
    journal::write(&mut tx, actor, verb, first, &[second], now).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: [&str; 4] = [
        "Vi syr på maskine hver onsdag",
        "Kom og drik en kop",
        "Hyggeligt samvær for alle",
        "Gåtur langs vandet",
    ];

    fn row(number: u128, name: &str, phone: Option<&str>) -> Row {
        Row {
            id: Id::from_u128(number),
            name: name.into(),
            summary: SAID[usize::try_from(number).unwrap() % SAID.len()].into(),
            email: None,
            url: None,
            phone: phone.map(str::to_owned),
            place: None,
        }
    }

    #[test]
    fn a_name_with_a_place_behind_it_and_the_same_number_make_a_pair() {
        let rows = [
            row(1, "Torsdagskaffe", Some("70000011")),
            row(2, "Torsdagskaffe på Kilden", Some("70000011")),
            row(3, "Torsdagskaffe", Some("70000099")),
            row(4, "Syklubben", Some("70000011")),
        ];
        let pairs = pairs_of(&rows);
        let found: Vec<_> = pairs
            .keys()
            .map(|(a, b)| (a.as_u128(), b.as_u128()))
            .collect();
        assert_eq!(found, [(1, 2)]);
    }

    #[test]
    fn a_crowd_at_one_number_makes_no_pairs() {
        let rows: Vec<Row> = (1..=100)
            .map(|n| row(n, "Åben rådgivning", Some("70000011")))
            .collect();
        assert!(pairs_of(&rows).is_empty());
    }
}
