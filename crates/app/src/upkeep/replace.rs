//! Search and replace across offers: looked at first, then done to those chosen. It counts as an
//! edit, never as a check.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use crate::offer::{self, Saying, and_kept_by};
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Act, Actor, Denied, Role};
use samskab_domain::kernel::{Id, Why};
use samskab_domain::offer::{Wait, Way};
use samskab_domain::upkeep::{Replace, ReplaceDraft, Spot, bare_number, most_of};
use samskab_locale::fold;
use std::collections::BTreeSet;

/// One place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub offer: Id,
    pub name: String,
    pub before: String,
    pub after: String,
}

/// As many places are shown, and changed, at once.
pub const REPLACE_MANY: i64 = 500;

#[derive(FromRow)]
struct Row {
    id: Id,
    name: String,
    field: String,
    body: String,
}

/// What holds, and says nothing that no offer may say.
fn read(draft: &ReplaceDraft) -> Outcome<Replace> {
    considered(draft.consider(), &[("put", &draft.put)], true)
}

/// Where it stands in the offers the actor keeps; in those whose changes wait it stays.
///
/// # Errors
/// Denied to those who keep no offers; remarks for each field.
pub async fn look_for(desk: &Desk, actor: &Actor, draft: &ReplaceDraft) -> Outcome<Vec<Hit>> {
    actor.may(Act::KeepOffers)?;
    let replace = read(draft)?;
    let sql = search(desk, actor, &replace).await?;
    hits(&replace, desk.db.all(sql).await?)
}

/// Puts it in place in the chosen offers, in one step.
///
/// # Errors
/// As [`look_for`]; [`Refusal::Done`] when it stands in none of them any more.
pub async fn replace(
    desk: &Desk,
    actor: &Actor,
    draft: &ReplaceDraft,
    chosen: &[Id],
) -> Outcome<usize> {
    actor.may(Act::KeepOffers)?;
    let replace = read(draft)?;
    let (m, now) = (actor.municipality, desk.now());
    let sql = search(desk, actor, &replace).await?;
    let mut tx = desk.db.write().await?;
    let mut found = hits(&replace, tx.all(sql).await?)?;
    found.retain(|hit| chosen.contains(&hit.offer));
    let ids: BTreeSet<Id> = found.iter().map(|hit| hit.offer).collect();
    let ids: Vec<Id> = ids.into_iter().collect();
    let Some((&first, rest)) = ids.split_first() else {
        return Err(Refusal::Done);
    };
    let before = Saying::of_many(&mut tx, m, &ids).await?;
    let spelt: BTreeSet<&str> = found.iter().map(|hit| hit.before.as_str()).collect();
    put(&mut tx, m, &replace, (&ids, &spelt)).await?;
    let changed = sql!(
        "update offer set version = version + 1, changed_at = ? where municipality_id = ? and id in ",
        now,
        m
    );
    tx.run(changed.list(ids.iter().copied())).await?;
    if replace.spot == Spot::Words {
        offer::matters(&mut tx, m, &ids).await?;
    }
    let after = Saying::of_many(&mut tx, m, &ids).await?;
    let changes = ids.iter().filter_map(|id| {
        let (before, after) = (before.get(id)?, after.get(id)?);
        Some((*id, before.changes(after)))
    });
    let changes: Vec<_> = changes.collect();
    let by = (m, Some(actor.membership));
    offer::keep(&mut tx, desk, by, Way::Replaced, &changes).await?;
    let verb = journal::Verb::OffersReplaced;
    journal::write(&mut tx, actor, verb, first, rest, now).await?;
    tx.commit().await?;
    Ok(ids.len())
}

fn hits(replace: &Replace, rows: Vec<Row>) -> Outcome<Vec<Hit>> {
    let hit = |row: Row| {
        let after = replace.of(&row.body)?;
        let most = most_of(&row.field);
        if replace.spot == Spot::Words && after.chars().count() > most {
            let too_long = Why::TooLong { max: most };
            return Some(Err(Refusal::remark("put", too_long)));
        }
        Some(Ok(Hit {
            offer: row.id,
            name: row.name,
            before: row.body,
            after,
        }))
    };
    rows.into_iter().filter_map(hit).collect()
}

/// The texts it may stand in. What passes here is looked at letter by letter afterwards.
async fn search(desk: &Desk, actor: &Actor, replace: &Replace) -> Outcome<Sql> {
    let m = actor.municipality;
    let sql = match replace.spot {
        Spot::Phone => sql!(
            "select offer.id, offer.name, 'phone' as field, phone.number as body from offer \
             join phone on phone.municipality_id = offer.municipality_id and phone.offer_id = offer.id \
             where offer.state <> 'withdrawn' and offer.municipality_id = ? and replace(phone.number, ' ', '') like ?",
            m,
            format!("%{}", bare_number(&replace.find))
        ),
        Spot::Email => sql!(
            "select offer.id, offer.name, 'email' as field, offer.email as body from offer \
             where offer.state <> 'withdrawn' and offer.municipality_id = ? and lower(offer.email) = ?",
            m,
            replace.find.to_lowercase()
        ),
        Spot::Url => sql!(
            "select offer.id, offer.name, 'url' as field, offer.url as body from offer where offer.state <> 'withdrawn' \
             and offer.municipality_id = ? and substr(offer.url, 1, length(?)) = ?",
            m,
            &replace.find,
            &replace.find
        ),
        Spot::Words => sql!(
            "select offer.id, offer.name, told.field, told.body from offer \
             join (select municipality_id, id, 'summary' as field, summary as body from offer \
             union all select municipality_id, id, 'description', description from offer \
             union all select municipality_id, id, 'for_whom', for_whom from offer \
             union all select municipality_id, id, 'price', price from offer \
             union all select municipality_id, id, 'access', access from offer) told \
             on told.municipality_id = offer.municipality_id and told.id = offer.id and replace(told.body, ?, '') <> told.body \
             where offer.state <> 'withdrawn' and offer.municipality_id = ?",
            &replace.find,
            m
        ),
    };
    let sql = and_kept_by(sql, actor);
    let sql = match (offer::wait(desk, m).await?, actor.role) {
        (_, Role::Facilitator) | (Wait::Nobody, _) => sql,
        (Wait::Everybody, _) => return Err(Denied.into()),
        (Wait::Shared, _) => sql.text(
            " and (select count(*) from offer_bearer bearer where bearer.municipality_id = offer.municipality_id \
             and bearer.offer_id = offer.id) = 1",
        ),
    };
    Ok(sql.and(
        " order by offer.sort_key, offer.id limit ?",
        [REPLACE_MANY.into()],
    ))
}

/// What was looked at, as it is spelt, and nothing that came to stand there meanwhile.
async fn put(
    tx: &mut Tx,
    m: Id,
    replace: &Replace,
    (ids, spelt): (&[Id], &BTreeSet<&str>),
) -> Outcome<()> {
    let (find, new) = (&replace.find, &replace.put);
    let sql = match replace.spot {
        Spot::Phone => sql!(
            "update phone set number = ? where municipality_id = ? and number in ",
            new,
            m
        )
        .list(spelt.iter().copied())
        .text(" and offer_id in "),
        Spot::Email => sql!(
            "update offer set email = ? where municipality_id = ? and email in ",
            new,
            m
        )
        .list(spelt.iter().copied())
        .text(" and id in "),
        Spot::Url => sql!(
            "update offer set url = ? || substr(url, length(?) + 1) where municipality_id = ? and url in ",
            new,
            find,
            m
        )
        .list(spelt.iter().copied())
        .text(" and id in "),
        Spot::Words => sql!(
            "update offer set summary = replace(summary, ?, ?), description = replace(description, ?, ?), \
             for_whom = replace(for_whom, ?, ?), price = replace(price, ?, ?), access = replace(access, ?, ?), \
             search_text = replace(search_text, ?, ?) where municipality_id = ? and id in ",
            find,
            new,
            find,
            new,
            find,
            new,
            find,
            new,
            find,
            new,
            fold(find),
            fold(new),
            m
        ),
    };
    tx.run(sql.list(ids.iter().copied())).await?;
    Ok(())
}
