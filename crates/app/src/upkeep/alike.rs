//! Offers that may be the same: looked for each night, put before people, merged by nobody but them.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use crate::page::Page;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::upkeep::{ALIKE, Shared, likeness};
use samskab_locale::fold;
use samskab_words::echo::{Shingles, pairs};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

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

/// What is compared of an offer. Some hundred thousand of them are held at once, therefore no words, but what stands for
/// them.
struct Look {
    id: Id,
    name: Shingles,
    words: Shingles,
    /// The name as a whole, what one reaches it by, and where it is.
    whole_name: Option<u64>,
    phone: Option<u64>,
    email: Option<u64>,
    url: Option<u64>,
    place: Option<u64>,
}

impl Look {
    fn at(row: &Row) -> Self {
        let of = |text: &Option<String>| text.as_deref().and_then(mark_of);
        Self {
            id: row.id,
            name: Shingles::of(&row.name),
            words: Shingles::of(&row.summary),
            whole_name: mark_of(&row.name),
            phone: of(&row.phone),
            email: of(&row.email),
            url: of(&row.url),
            place: of(&row.place),
        }
    }

    fn shared(&self, other: &Self) -> Vec<Shared> {
        let same = |one: Option<u64>, other: Option<u64>| one.is_some() && one == other;
        let shared = [
            (Shared::Name, self.name.echoes(&other.name)),
            (Shared::Words, self.words.echoes(&other.words)),
            (Shared::Phone, same(self.phone, other.phone)),
            (Shared::Email, same(self.email, other.email)),
            (Shared::Url, same(self.url, other.url)),
            (Shared::Place, same(self.place, other.place)),
        ];
        let shared = shared.into_iter().filter(|(_, is)| *is);
        shared.map(|(shared, _)| shared).collect()
    }
}

/// A number that is the same for the same words, however large they are written.
fn mark_of(text: &str) -> Option<u64> {
    let plain = fold(text.trim());
    let mut hasher = DefaultHasher::new();
    plain.hash(&mut hasher);
    (!plain.is_empty()).then(|| hasher.finish())
}

/// What so many have in common is an office or a house, and says nothing of two offers.
const CROWD: usize = 20;

/// Offers read at a time.
const AT_ONCE: i64 = 2_000;

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// Looks for pairs anew. What somebody said to be two stays apart.
///
/// # Errors
/// What the database answers; then the pairs are those of before.
pub async fn compare(desk: &Desk, m: Id) -> Outcome<()> {
    let looks = looks(desk, m).await?;
    let pairs = tokio::task::spawn_blocking(move || pairs_of(&looks)).await;
    // What stopped stopped by itself: tomorrow night it is tried again.
    let pairs = pairs.map_err(|_| Refusal::Done)?;
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

/// All offers that stand, some at a time.
async fn looks(desk: &Desk, m: Id) -> Outcome<Vec<Look>> {
    let mut looks: Vec<Look> = Vec::new();
    loop {
        let sql = sql!(
            "select offer.id, offer.name, offer.summary, offer.email, offer.url, \
             (select min(replace(phone.number, ' ', '')) from phone where phone.municipality_id = offer.municipality_id \
             and phone.offer_id = offer.id) as phone, (select min(coalesce(location.address, location.name) \
             || ' ' || coalesce(location.postcode, '')) from offer_location link join location \
             on location.municipality_id = link.municipality_id and location.id = link.location_id \
             where link.municipality_id = offer.municipality_id and link.offer_id = offer.id) as place \
             from offer where offer.municipality_id = ? and offer.state <> 'withdrawn'",
            m
        );
        let sql = sql.when(" and offer.id > ?", looks.last().map(|look| look.id));
        let sql = sql.and(" order by offer.id limit ?", [AT_ONCE.into()]);
        let rows: Vec<Row> = desk.db.all(sql).await?;
        if rows.is_empty() {
            return Ok(looks);
        }
        looks.extend(rows.iter().map(Look::at));
    }
}

type Pairs = BTreeMap<(Id, Id), Vec<Shared>>;

/// The pairs that share enough, each with what it shares. Only what has something rare in common is compared.
fn pairs_of(looks: &[Look]) -> Pairs {
    let names: Vec<&Shingles> = looks.iter().map(|look| &look.name).collect();
    let words: Vec<&Shingles> = looks.iter().map(|look| &look.words).collect();
    let mut beside: BTreeSet<(usize, usize)> = pairs(&names, CROWD).into_iter().collect();
    beside.extend(pairs(&words, CROWD));
    let marks: [fn(&Look) -> Option<u64>; 4] = [
        |look| look.whole_name,
        |look| look.phone,
        |look| look.email,
        |look| look.url,
    ];
    for mark in marks {
        beside.extend(within(looks.iter().map(mark)));
    }
    let mut found = Pairs::new();
    for (a, b) in beside {
        if let (Some(a), Some(b)) = (looks.get(a), looks.get(b)) {
            let shared = a.shared(b);
            if likeness(&shared) >= ALIKE {
                found.insert((a.id.min(b.id), a.id.max(b.id)), shared);
            }
        }
    }
    found
}

/// Every two with the same mark, where not a crowd has it.
fn within(marks: impl Iterator<Item = Option<u64>>) -> Vec<(usize, usize)> {
    let mut heaps: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, mark) in marks.enumerate() {
        if let Some(mark) = mark {
            heaps.entry(mark).or_default().push(i);
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
/// [`Refusal::Missing`] where they were never put beside each other; denied to all but those who keep both.
pub async fn keep_apart(desk: &Desk, actor: &Actor, one: Id, two: Id) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let (first, second) = (one.min(two), one.max(two));
    let mut tx = desk.db.write().await?;
    for id in [first, second] {
        crate::offer::keepable(&mut tx, actor, id).await?;
    }
    let apart = sql!(
        "update offer_pair set apart_by = ? where municipality_id = ? and first_id = ? and second_id = ?",
        actor.membership,
        m,
        first,
        second
    );
    if tx.run(apart).await? == 0 {
        return Err(Refusal::Missing);
    }
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

    fn look(number: u128, name: &str, phone: Option<&str>) -> Look {
        Look::at(&Row {
            id: Id::from_u128(number),
            name: name.into(),
            summary: SAID[usize::try_from(number).unwrap() % SAID.len()].into(),
            email: None,
            url: None,
            phone: phone.map(str::to_owned),
            place: None,
        })
    }

    #[test]
    fn a_name_with_a_place_behind_it_and_the_same_number_make_a_pair() {
        let looks = [
            look(1, "Torsdagskaffe", Some("70000011")),
            look(2, "Torsdagskaffe på Kilden", Some("70000011")),
            look(3, "Torsdagskaffe", Some("70000099")),
            look(4, "Syklubben", Some("70000011")),
        ];
        let pairs = pairs_of(&looks);
        let found: Vec<_> = pairs
            .keys()
            .map(|(a, b)| (a.as_u128(), b.as_u128()))
            .collect();
        assert_eq!(found, [(1, 2)]);
    }

    #[test]
    fn a_crowd_at_one_number_makes_no_pairs() {
        let looks: Vec<Look> = (1..=100)
            .map(|n| look(n, "Åben rådgivning", Some("70000011")))
            .collect();
        assert!(pairs_of(&looks).is_empty());
    }
}
