//! Those who bear offers, as organisations.
use super::find::wanted;
use super::rows::OrganisationRow;
use super::served::and_served;
use super::services::organization;
use super::{Audience, Found, PageWish, Shape, Vocabulary, Wish, services};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_hsds::{Object, for_everyone};
use samskab_locale::fold;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

#[derive(FromRow)]
struct Borne {
    organisation_id: Id,
    offer_id: Id,
}

pub(super) const COLUMNS: &str = "select organisation.id as organisation_id, organisation.name, organisation.about, organisation.email, \
     organisation.phone, organisation.cvr, organisation.source from organisation ";

/// One of a list: who, and how many services citizens meet there.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Listed {
    id: Id,
    name: String,
    services: i64,
}

/// One page of those in use, in the order of the alphabet; with their services where asked for. A
/// taxonomy or a term asks for those that bear an offer about it.
///
/// A page with services ends early when they become many. One organisation that bears more than fit on a
/// page comes again on the next, with those that follow.
///
/// # Errors
/// What the database answers.
pub async fn organisations(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    page: PageWish,
    (shape, with_services): (Shape, bool),
) -> Outcome<Found<Object>> {
    let all = listed(desk, m, vocabulary, wish);
    let all = desk.lists.organisations.get(desk, m, wish, all).await?;
    if !with_services {
        let found = page.of(&all);
        let ids: Vec<Id> = found.items.iter().map(|listed| listed.id).collect();
        let rows = rows(desk, m, &ids).await?;
        return Ok(Found {
            total: found.total,
            pages: found.pages,
            items: rows.iter().map(|row| doc(row, shape)).collect(),
        });
    }
    let found = on_page(&all, page);
    Ok(Found {
        total: found.total,
        pages: found.pages,
        items: whole(desk, m, vocabulary, &found.items, shape).await?,
    })
}

async fn listed(desk: &Desk, m: Id, vocabulary: &Vocabulary, wish: &Wish) -> Outcome<Vec<Listed>> {
    let about = Wish {
        search: String::new(),
        ..wish.clone()
    };
    let Some(wanted) = wanted(desk, m, vocabulary, &about).await? else {
        return Ok(vec![]);
    };
    let counted = sql!(
        "select organisation.id, organisation.name, coalesce(borne.services, 0) as services from organisation \
         left join (select bearer.organisation_id, count(*) as services from offer_bearer bearer join offer \
         on offer.municipality_id = bearer.municipality_id and offer.id = bearer.offer_id where bearer.municipality_id = ?",
        m
    );
    let sql = and_served(counted, desk.today(), None).and(
        " group by bearer.organisation_id) borne on borne.organisation_id = organisation.id \
         where organisation.closed_at is null and organisation.municipality_id = ?",
        [m.into()],
    );
    let sql = if wanted.is_empty() && wish.modified_after.is_none() {
        sql
    } else {
        let bears = sql.text(
            " and organisation.id in (select bearer.organisation_id from offer_bearer bearer join offer \
             on offer.municipality_id = bearer.municipality_id and offer.id = bearer.offer_id",
        );
        let bears = bears.and(" where bearer.municipality_id = ?", [m.into()]);
        let bears = and_served(bears, desk.today(), wish.modified_after);
        wanted.after(bears).text(")")
    };
    let all = sql.text(" order by organisation.sort_key, organisation.id");
    let all: Vec<Listed> = desk.db.all(all).await?;
    let words = fold(&wish.search);
    let named = |listed: &Listed| {
        let name = fold(&listed.name);
        words.split_whitespace().all(|word| name.contains(word))
    };
    Ok(all.into_iter().filter(named).collect())
}

/// As many services hang on one page of organisations.
const SERVICES_MAX: usize = 1_000;

/// An organisation, with so many of its services after the first `skip`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    id: Id,
    skip: usize,
    take: usize,
}

/// What stands on a page.
fn on_page(all: &[Listed], page: PageWish) -> Found<Piece> {
    let size = usize::try_from(page.size).unwrap_or(1);
    let mut found = Found::default();
    let (mut many, mut services) = (size, 0);
    for piece in all.iter().flat_map(pieces) {
        if many == size || (many > 0 && services + piece.take > SERVICES_MAX) {
            found.pages += 1;
            (many, services) = (0, 0);
        }
        (many, services) = (many + 1, services + piece.take);
        found.total += 1;
        if found.pages == page.number {
            found.items.push(piece);
        }
    }
    found
}

fn pieces(of: &Listed) -> impl Iterator<Item = Piece> {
    let (id, services) = (of.id, usize::try_from(of.services).unwrap_or(0));
    (0..services.max(1))
        .step_by(SERVICES_MAX)
        .map(move |skip| Piece {
            id,
            skip,
            take: (services - skip).min(SERVICES_MAX),
        })
}

/// One of them, whole.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn organisation(desk: &Desk, m: Id, id: Id, with_services: bool) -> Outcome<Object> {
    let found = if with_services {
        let vocabulary = super::vocabulary(desk, m).await?;
        let all = Piece {
            id,
            skip: 0,
            take: usize::MAX,
        };
        whole(desk, m, &vocabulary, &[all], Shape::Full).await?
    } else {
        let rows = rows(desk, m, &[id]).await?;
        rows.iter().map(|row| doc(row, Shape::Full)).collect()
    };
    found.into_iter().next().ok_or(Refusal::Missing)
}

/// Their rows, in the order of `ids`.
async fn rows(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<Vec<OrganisationRow>> {
    let rows = sql!(COLUMNS).and(
        "where organisation.closed_at is null and organisation.municipality_id = ? and organisation.id in ",
        [m.into()],
    );
    let mut rows: Vec<OrganisationRow> = desk.db.all(rows.list(ids.iter().copied())).await?;
    let places: HashMap<Id, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    rows.sort_by_key(|row| places.get(&row.organisation_id).copied());
    Ok(rows)
}

fn doc(row: &OrganisationRow, shape: Shape) -> Object {
    let source = row.source.as_ref().and_then(Value::as_object);
    let mut doc = for_everyone(organization(row).write(source));
    if shape != Shape::Full {
        doc.retain(|_, value| !value.is_array() && !value.is_object());
    }
    doc
}

/// Organisations with the services their pieces hold.
async fn whole(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    pieces: &[Piece],
    shape: Shape,
) -> Outcome<Vec<Object>> {
    let ids: Vec<Id> = pieces.iter().map(|piece| piece.id).collect();
    let rows = rows(desk, m, &ids).await?;
    let rows: HashMap<Id, OrganisationRow> = rows
        .into_iter()
        .map(|row| (row.organisation_id, row))
        .collect();
    let borne = borne(desk, m, ids).await?;
    let own = |piece: &Piece| {
        let all = borne.get(&piece.id).into_iter().flatten().copied();
        all.skip(piece.skip).take(piece.take)
    };
    let wished: BTreeSet<Id> = pieces.iter().flat_map(own).collect();
    let services = within(desk, m, vocabulary, wished).await?;
    let whole = |piece: &Piece| {
        let mut doc = doc(rows.get(&piece.id)?, shape);
        let own: Vec<Value> = own(piece)
            .filter_map(|id| services.get(&id).cloned())
            .collect();
        if !own.is_empty() {
            doc.insert("services".to_owned(), Value::Array(own));
        }
        Some(doc)
    };
    Ok(pieces.iter().filter_map(whole).collect())
}

/// What each of these organisations bears, in the order of the offers.
async fn borne(desk: &Desk, m: Id, organisations: Vec<Id>) -> Outcome<HashMap<Id, Vec<Id>>> {
    let borne = sql!(
        "select bearer.organisation_id, bearer.offer_id from offer_bearer bearer \
         join offer on offer.municipality_id = bearer.municipality_id and offer.id = bearer.offer_id \
         where bearer.municipality_id = ? and bearer.organisation_id in ",
        m
    );
    let borne = and_served(borne.list(organisations), desk.today(), None);
    let borne: Vec<Borne> = desk.db.all(borne.text(" order by bearer.offer_id")).await?;
    let mut of: HashMap<Id, Vec<Id>> = HashMap::new();
    for pair in borne {
        of.entry(pair.organisation_id)
            .or_default()
            .push(pair.offer_id);
    }
    Ok(of)
}

/// So many services are read at a time.
const AT_ONCE: usize = 500;

/// Services as they stand within their organisations.
async fn within(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    ids: BTreeSet<Id>,
) -> Outcome<HashMap<Id, Value>> {
    let ids: Vec<Id> = ids.into_iter().collect();
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let read = services(desk, m, vocabulary, ids, (Shape::Full, Audience::Everyone)).await?;
        found.extend(read.into_iter().filter_map(|mut service| {
            service.remove("organization");
            let id = service.get("id")?.as_str()?.parse().ok()?;
            Some((id, Value::Object(service)))
        }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(services: &[i64]) -> Vec<Listed> {
        let listed = |(n, services): (u128, &i64)| Listed {
            id: Id::from_u128(n),
            name: String::new(),
            services: *services,
        };
        (1..).zip(services).map(listed).collect()
    }

    fn page(all: &[Listed], number: i64, size: i64) -> Vec<(u128, usize, usize)> {
        let found = on_page(all, PageWish { number, size });
        let told = |piece: Piece| (piece.id.as_u128(), piece.skip, piece.take);
        found.items.into_iter().map(told).collect()
    }

    #[test]
    fn a_page_ends_when_its_services_are_many_and_none_is_left_out() {
        let all = listed(&[0, 600, 500, 2_300, 3]);
        assert_eq!(page(&all, 1, 50), [(1, 0, 0), (2, 0, 600)]);
        assert_eq!(page(&all, 2, 50), [(3, 0, 500)]);
        assert_eq!(page(&all, 3, 50), [(4, 0, 1_000)]);
        assert_eq!(page(&all, 4, 50), [(4, 1_000, 1_000)]);
        assert_eq!(page(&all, 5, 50), [(4, 2_000, 300), (5, 0, 3)]);
        assert_eq!(page(&all, 6, 50), []);
        let first = on_page(
            &all,
            PageWish {
                number: 1,
                size: 50,
            },
        );
        assert_eq!((first.total, first.pages), (7, 5));
    }

    #[test]
    fn where_services_are_few_pages_are_as_long_as_asked() {
        let all = listed(&[1, 2, 3, 4, 5]);
        let pages: Vec<usize> = (1..=4).map(|n| page(&all, n, 2).len()).collect();
        assert_eq!(pages, [2, 2, 1, 0]);
        let first = on_page(&all, PageWish { number: 1, size: 2 });
        assert_eq!((first.total, first.pages), (5, 3));
        assert_eq!(on_page(&[], PageWish { number: 1, size: 2 }).pages, 0);
    }
}
