//! What hangs on an offer moves to the one it is merged into, each table in one statement. What the
//! other says already is not said twice.
use super::table::bearers_before;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::BEARERS_MAX;
use samskab_domain::translation::Field;

#[derive(FromRow)]
struct Same {
    field: String,
}

/// Moves everything; the texts of `kept` stay, and only what it did not say is taken over.
///
/// # Errors
/// What the database answers.
pub(super) async fn all(tx: &mut Tx, desk: &Desk, m: Id, kept: Id, gone: Id) -> Outcome<()> {
    let current = current_fields(tx, m, kept, gone).await?;
    fill(tx, desk, m, kept, gone).await?;
    bearers(tx, m, kept, gone).await?;
    for (text, pattern) in MOVES {
        let values = pattern.iter().map(|which| -> Value {
            match which {
                'm' => m.into(),
                'k' => kept.into(),
                't' => desk.today().into(),
                _ => gone.into(),
            }
        });
        tx.run(Sql::default().and(text, values)).await?;
    }
    translations(tx, m, (kept, gone), &current).await
}

/// Texts of `gone` that `kept` says in the same words, or will have from it: their translations hold.
async fn current_fields(tx: &mut Tx, m: Id, kept: Id, gone: Id) -> Outcome<Vec<String>> {
    let sql = sql!(
        "select 'name' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.name = kept.name where kept.municipality_id = ? and kept.id = ? and gone.id = ? \
         union all select 'summary' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.summary = kept.summary where kept.municipality_id = ? and kept.id = ? and gone.id = ? \
         union all select 'description' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.description = coalesce(kept.description, gone.description) \
         where kept.municipality_id = ? and kept.id = ? and gone.id = ? \
         union all select 'for_whom' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.for_whom = coalesce(kept.for_whom, gone.for_whom) \
         where kept.municipality_id = ? and kept.id = ? and gone.id = ? \
         union all select 'price' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.price = coalesce(kept.price, gone.price) where kept.municipality_id = ? and kept.id = ? and gone.id = ? \
         union all select 'access' as field from offer kept join offer gone on gone.municipality_id = kept.municipality_id \
         and gone.access = coalesce(kept.access, gone.access) where kept.municipality_id = ? and kept.id = ? and gone.id = ?",
        m,
        kept,
        gone,
        m,
        kept,
        gone,
        m,
        kept,
        gone,
        m,
        kept,
        gone,
        m,
        kept,
        gone,
        m,
        kept,
        gone
    );
    let same: Vec<Same> = tx.all(sql).await?;
    Ok(same.into_iter().map(|s| s.field).collect())
}

/// What `kept` does not say of itself. What both find by is found by both names.
async fn fill(tx: &mut Tx, desk: &Desk, m: Id, kept: Id, gone: Id) -> Outcome<()> {
    tx.run(sql!(
        "update offer set description = coalesce(offer.description, gone.description), \
         for_whom = coalesce(offer.for_whom, gone.for_whom), price = coalesce(offer.price, gone.price), \
         access = coalesce(offer.access, gone.access), email = coalesce(offer.email, gone.email), \
         url = coalesce(offer.url, gone.url), minimum_age = coalesce(offer.minimum_age, gone.minimum_age), \
         maximum_age = coalesce(offer.maximum_age, gone.maximum_age), cost = coalesce(offer.cost, gone.cost), \
         search_text = offer.search_text || ' ' || gone.search_text, version = offer.version + 1, changed_at = ? \
         from offer gone where gone.municipality_id = offer.municipality_id and gone.id = ? \
         and offer.municipality_id = ? and offer.id = ?",
        desk.now(),
        gone,
        m,
        kept
    ))
    .await?;
    Ok(())
}

/// An offer has two bearers at the most; those of `kept` stay.
async fn bearers(tx: &mut Tx, m: Id, kept: Id, gone: Id) -> Outcome<()> {
    let before = bearers_before(tx, m, kept).await?;
    let theirs = bearers_before(tx, m, gone).await?;
    let new = theirs.into_iter().filter(|b| !before.contains(b));
    let room = BEARERS_MAX.saturating_sub(before.len());
    let rows: Vec<_> = new
        .take(room)
        .map(|bearer| [Value::from(m), kept.into(), bearer.into()])
        .collect();
    if !rows.is_empty() {
        let insert =
            sql!("insert into offer_bearer (municipality_id, offer_id, organisation_id) values ");
        tx.run(insert.rows(rows)).await?;
    }
    Ok(())
}

/// The moves, each with what its question marks stand for: the municipality, the offer that is
/// kept, the one that goes, today.
const MOVES: &[(&str, &[char])] = &[
    (
        "update phone set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 from phone other \
         where other.municipality_id = phone.municipality_id and other.offer_id = ? \
         and replace(other.number, ' ', '') = replace(phone.number, ' ', ''))",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update schedule set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 from schedule other \
         where other.municipality_id = schedule.municipality_id and other.offer_id = ? and (other.body = schedule.body \
         or (other.weekdays = schedule.weekdays and other.starts_at = schedule.starts_at)))",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update schedule_exception set offer_id = ? where municipality_id = ? and offer_id = ? \
         and day not in (select other.day from schedule_exception other where other.municipality_id = ? and other.offer_id = ?)",
        &['k', 'm', 'g', 'm', 'k'],
    ),
    (
        "update closure set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 from closure other \
         where other.municipality_id = closure.municipality_id and other.offer_id = ? and other.from_day = closure.from_day)",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update contact set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 from contact other \
         where other.municipality_id = contact.municipality_id and other.offer_id = ? and other.until_day is null \
         and other.title = contact.title and other.membership_id is not distinct from contact.membership_id)",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update contact set until_day = ? where municipality_id = ? and offer_id = ? and until_day is null",
        &['t', 'm', 'g'],
    ),
    (
        "update offer_backup set offer_id = ? where municipality_id = ? and offer_id = ? \
         and not exists (select 1 from offer_backup other where other.municipality_id = ? and other.offer_id = ?)",
        &['k', 'm', 'g', 'm', 'k'],
    ),
    (
        "insert into offer_language (municipality_id, offer_id, language) select municipality_id, ?, language \
         from offer_language where municipality_id = ? and offer_id = ? on conflict do nothing",
        &['k', 'm', 'g'],
    ),
    (
        "insert into offer_topic (municipality_id, offer_id, topic_id) select municipality_id, ?, topic_id \
         from offer_topic where municipality_id = ? and offer_id = ? on conflict do nothing",
        &['k', 'm', 'g'],
    ),
    (
        "insert into offer_accessibility (municipality_id, offer_id, feature) select municipality_id, ?, feature \
         from offer_accessibility where municipality_id = ? and offer_id = ? on conflict do nothing",
        &['k', 'm', 'g'],
    ),
    (
        "update offer_location set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 \
         from offer_location other join location theirs on theirs.municipality_id = other.municipality_id \
         and theirs.id = other.location_id join location own on own.municipality_id = other.municipality_id \
         and own.id = offer_location.location_id where other.municipality_id = offer_location.municipality_id \
         and other.offer_id = ? and (theirs.id = own.id or (own.address is null and own.name is null) or (coalesce(theirs.address, theirs.name, '') \
         = coalesce(own.address, own.name, '') and coalesce(theirs.postcode, '') = coalesce(own.postcode, ''))))",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update cost_option set offer_id = ? where municipality_id = ? and offer_id = ? \
         and not exists (select 1 from cost_option other where other.municipality_id = ? and other.offer_id = ?)",
        &['k', 'm', 'g', 'm', 'k'],
    ),
    (
        "update capacity set offer_id = ? where municipality_id = ? and offer_id = ? \
         and not exists (select 1 from capacity other where other.municipality_id = ? and other.offer_id = ?)",
        &['k', 'm', 'g', 'm', 'k'],
    ),
    (
        "update offer_fault set offer_id = ? where municipality_id = ? and offer_id = ?",
        &['k', 'm', 'g'],
    ),
    (
        "update offer_change set offer_id = ? where municipality_id = ? and offer_id = ? \
         and change_id not in (select other.change_id from offer_change other where other.municipality_id = ? \
         and other.offer_id = ?)",
        &['k', 'm', 'g', 'm', 'k'],
    ),
    (
        "delete from offer_change where municipality_id = ? and offer_id = ?",
        &['m', 'g'],
    ),
    (
        "update reminder set offer_id = ? where municipality_id = ? and offer_id = ? and not exists (select 1 \
         from reminder other where other.municipality_id = reminder.municipality_id and other.offer_id = ? \
         and other.membership_id = reminder.membership_id and (other.day = reminder.day or other.batch_id = reminder.batch_id))",
        &['k', 'm', 'g', 'k'],
    ),
    (
        "update vacancy_item set subject_id = ? where municipality_id = ? and subject_id = ? and not exists (select 1 \
         from vacancy_item other where other.municipality_id = vacancy_item.municipality_id \
         and other.vacancy_id = vacancy_item.vacancy_id and other.kind = vacancy_item.kind and other.subject_id = ?)",
        &['k', 'm', 'g', 'k'],
    ),
];

/// Translations `kept` lacks. One of a text that `kept` says otherwise is marked as outdated.
async fn translations(
    tx: &mut Tx,
    m: Id,
    (kept, gone): (Id, Id),
    current: &[String],
) -> Outcome<()> {
    let known = Field::ALL.iter().map(|f| f.code());
    let (same, other): (Vec<&str>, Vec<&str>) =
        known.partition(|field| current.iter().any(|c| c == field));
    const LACKING: &str = " and not exists (select 1 from translation theirs \
         where theirs.municipality_id = translation.municipality_id and theirs.subject_id = ? \
         and theirs.field = translation.field and theirs.language = translation.language)";
    let still_holds = sql!(
        "update translation set subject_id = ?, source_version = case when source_version >= \
         (select major_version from offer where municipality_id = ? and id = ?) \
         then (select version from offer where municipality_id = ? and id = ?) else 0 end \
         where municipality_id = ? and subject_id = ? and field in ",
        kept,
        m,
        gone,
        m,
        kept,
        m,
        gone
    );
    let outdated = sql!(
        "update translation set subject_id = ?, source_version = 0 where municipality_id = ? and subject_id = ? and field in ",
        kept,
        m,
        gone
    );
    for sql in [still_holds.list(same), outdated.list(other)] {
        tx.run(sql.and(LACKING, [kept.into()])).await?;
    }
    Ok(())
}
