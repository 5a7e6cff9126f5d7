//! What is amiss in the directory: how much of each, and a list of each.
use super::reach::{Dead, STANDS, dead};
use crate::desk::{Desk, Outcome};
use crate::offer::{and_checked_before, and_kept_by};
use crate::page::{Page, alphabet_key, read_alphabet_key};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::{Freshness, hidden};
use samskab_domain::translation::Standing;
use samskab_domain::upkeep::{FEW_WORDS, Gap, Lack};
use samskab_locale::CITIZENS_LANGUAGES;
use std::collections::HashMap;

/// What of a list is wished.
#[derive(Clone, Debug, Default)]
pub struct LackWish {
    /// Of the untranslated, those that lack this language.
    pub into: Option<Language>,
    /// Where the page begins.
    pub after: Option<String>,
}

/// An offer with what is amiss.
#[derive(Clone, Debug)]
pub struct Lacking {
    row: Row,
    /// Languages of citizens in which its summary is missing or outdated; read with the untranslated alone.
    pub languages: Vec<(Language, Standing)>,
    /// What leads nowhere; read with the broken alone.
    pub dead: Vec<Dead>,
}

#[derive(Clone, Debug, FromRow)]
struct Row {
    id: Id,
    name: String,
    language: String,
    sort_key: Vec<u8>,
    bearers: Option<String>,
    checked_day: Option<String>,
    known_day: Option<String>,
    cadence: i64,
    faults: i64,
    schedules: i64,
    places: i64,
    ways: i64,
    letters: i64,
}

impl Lacking {
    pub fn id(&self) -> Id {
        self.row.id
    }

    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.row.language).unwrap_or_default()
    }

    /// The first of those who bear it.
    pub fn bearer(&self) -> Option<&str> {
        self.row.bearers.as_deref()
    }

    pub fn checked(&self) -> Option<Day> {
        self.row.checked_day.as_deref().and_then(Day::parse)
    }

    /// Citizens no longer meet it.
    pub fn hidden(&self, today: Day) -> bool {
        let known = self
            .row
            .checked_day
            .as_ref()
            .or(self.row.known_day.as_ref());
        hidden(
            today,
            known.and_then(|day| Day::parse(day)),
            self.row.cadence,
        )
    }

    /// How many times something was said to be wrong and nobody has looked yet.
    pub fn faults(&self) -> i64 {
        self.row.faults
    }

    /// What it does not say.
    pub fn gaps(&self) -> Vec<Gap> {
        let row = &self.row;
        let gaps = [
            (Gap::When, row.schedules == 0),
            (Gap::Where, row.places == 0),
            (Gap::Reach, row.ways == 0),
            (Gap::Words, row.letters < FEW_WORDS),
        ];
        gaps.into_iter()
            .filter(|(_, lacks)| *lacks)
            .map(|(gap, _)| gap)
            .collect()
    }
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

const SELECT: &str = "select offer.id, offer.name, offer.language, offer.sort_key, offer.checked_day, offer.known_day, \
     offer.cadence, (select min(organisation.name) from offer_bearer bearer join organisation \
     on organisation.municipality_id = bearer.municipality_id and organisation.id = bearer.organisation_id \
     where bearer.municipality_id = offer.municipality_id and bearer.offer_id = offer.id) as bearers, \
     (select count(*) from offer_fault fault where fault.municipality_id = offer.municipality_id \
     and fault.offer_id = offer.id and fault.closed_at is null) as faults, \
     (select count(*) from schedule where schedule.municipality_id = offer.municipality_id \
     and schedule.offer_id = offer.id) as schedules, \
     (select count(*) from offer_location link where link.municipality_id = offer.municipality_id \
     and link.offer_id = offer.id) as places, \
     (select count(*) from phone where phone.municipality_id = offer.municipality_id and phone.offer_id = offer.id) \
     + case when offer.email is null then 0 else 1 end + case when offer.url is null then 0 else 1 end as ways, \
     cast(length(offer.summary) + length(coalesce(offer.description, '')) as bigint) as letters \
     from offer where offer.state = 'published' and offer.municipality_id = ?";

/// Adds that nobody stands behind an offer: neither a contact nor a stand-in.
pub(crate) const AND_ORPHANED: &str = " and not exists (select 1 from contact \
     join membership on membership.municipality_id = contact.municipality_id \
     and membership.id = contact.membership_id and membership.until_day is null \
     where contact.municipality_id = offer.municipality_id and contact.offer_id = offer.id \
     and contact.until_day is null) and not exists (select 1 from offer_backup backup \
     join membership on membership.municipality_id = backup.municipality_id \
     and membership.id = backup.membership_id and membership.until_day is null \
     where backup.municipality_id = offer.municipality_id and backup.offer_id = offer.id)";

const AND_THIN: &str = " and (not exists (select 1 from schedule where schedule.municipality_id = offer.municipality_id \
     and schedule.offer_id = offer.id) or not exists (select 1 from offer_location link \
     where link.municipality_id = offer.municipality_id and link.offer_id = offer.id) \
     or (offer.email is null and offer.url is null and not exists (select 1 from phone \
     where phone.municipality_id = offer.municipality_id and phone.offer_id = offer.id)) \
     or length(offer.summary) + length(coalesce(offer.description, '')) < ?)";

/// Languages of citizens an offer is told in as it stands now. Its summary speaks for all of it.
const TOLD_IN: &str = "(select count(*) from translation told where told.municipality_id = offer.municipality_id \
     and told.subject_kind = 'offer' and told.subject_id = offer.id and told.field = 'summary' \
     and told.language <> offer.language and told.source_version >= offer.major_version and told.language in ";

/// Adds what is amiss.
fn and_lacks(sql: Sql, actor: &Actor, lack: Lack, into: Option<Language>, today: Day) -> Sql {
    let sql = and_kept_by(sql, actor);
    match lack {
        Lack::Stale => and_checked_before(sql, today, Freshness::Stale),
        Lack::Orphaned => sql.text(AND_ORPHANED),
        Lack::Faulty => sql.text(
            " and exists (select 1 from offer_fault fault where fault.municipality_id = offer.municipality_id \
             and fault.offer_id = offer.id and fault.closed_at is null)",
        ),
        Lack::Broken => sql
            .text(
                " and exists (select 1 from offer_reach reach where reach.municipality_id = offer.municipality_id \
                 and reach.offer_id = offer.id and reach.state = 'broken'",
            )
            .text(STANDS)
            .text(")"),
        Lack::Thin => sql.and(AND_THIN, [FEW_WORDS.into()]),
        Lack::Untranslated => {
            let wanted: Vec<&str> = match into {
                Some(into) => vec![into.code()],
                None => CITIZENS_LANGUAGES.iter().map(|l| l.code()).collect(),
            };
            let sql = sql.text(" and ").text(TOLD_IN).list(wanted.clone());
            let sql = sql.text(") < (case when offer.language in ").list(wanted.clone());
            let many = i64::try_from(wanted.len()).unwrap_or_default();
            sql.and(" then ? else ? end)", [(many - 1).into(), many.into()])
        }
    }
}

/// How many of each.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn counts(desk: &Desk, actor: &Actor) -> Outcome<Vec<(Lack, i64)>> {
    actor.may(Act::KeepOffers)?;
    let all = (0i64..)
        .zip(Lack::ALL)
        .fold(Sql::default(), |sql, (place, lack)| {
            let sql = sql.text(if place == 0 { "" } else { " union all " });
            let sql = sql.and(
                "select cast(? as bigint) as place, count(*) as count from offer \
             where offer.state = 'published' and offer.municipality_id = ?",
                [place.into(), actor.municipality.into()],
            );
            and_lacks(sql, actor, *lack, None, desk.today())
        });
    let counts: Vec<Count> = desk.db.all(all.text(" order by place")).await?;
    let counts = Lack::ALL.iter().zip(counts);
    Ok(counts.map(|(lack, found)| (*lack, found.count)).collect())
}

/// Those of one kind that the actor keeps, by name.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn lacking(
    desk: &Desk,
    actor: &Actor,
    lack: Lack,
    wish: &LackWish,
) -> Outcome<Page<Lacking>> {
    actor.may(Act::KeepOffers)?;
    let m = actor.municipality;
    let mut sql = and_lacks(sql!(SELECT, m), actor, lack, wish.into, desk.today());
    if let Some((key, id)) = wish.after.as_deref().and_then(read_alphabet_key) {
        sql = sql.and(
            " and (offer.sort_key, offer.id) > (?, ?)",
            [key.into(), id.into()],
        );
    }
    let sql = sql.and(
        " order by offer.sort_key, offer.id limit ?",
        [Page::<Row>::LIMIT.into()],
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let page = Page::of(rows, |row| alphabet_key(&row.sort_key, row.id));
    let mut told = match lack {
        Lack::Untranslated => told_in(desk, m, &page.items).await?,
        _ => HashMap::new(),
    };
    let ids: Vec<Id> = page.items.iter().map(|row| row.id).collect();
    let dead = match lack {
        Lack::Broken => dead(desk, m, &ids).await?,
        _ => vec![],
    };
    Ok(page.map(|row| Lacking {
        languages: told.remove(&row.id).unwrap_or_default(),
        dead: dead
            .iter()
            .filter(|d| d.offer_id == row.id)
            .cloned()
            .collect(),
        row,
    }))
}

#[derive(FromRow)]
struct ToldIn {
    subject_id: Id,
    language: String,
    outdated: bool,
}

/// The languages each offer lacks.
async fn told_in(
    desk: &Desk,
    m: Id,
    rows: &[Row],
) -> Outcome<HashMap<Id, Vec<(Language, Standing)>>> {
    let sql = sql!(
        "select told.subject_id, told.language, told.source_version < offer.major_version as outdated \
         from translation told join offer on offer.municipality_id = told.municipality_id and offer.id = told.subject_id \
         where told.municipality_id = ? and told.subject_kind = 'offer' and told.field = 'summary' and told.subject_id in ",
        m
    );
    let told: Vec<ToldIn> = desk.db.all(sql.list(rows.iter().map(|row| row.id))).await?;
    let lacks = |row: &Row, language: Language| {
        let found = told
            .iter()
            .find(|t| t.subject_id == row.id && t.language == language.code());
        match found {
            None => Some((language, Standing::Missing)),
            Some(found) => found.outdated.then_some((language, Standing::Outdated)),
        }
    };
    let of = |row: &Row| {
        let others = CITIZENS_LANGUAGES.iter();
        let others = others.filter(|language| language.code() != row.language);
        (row.id, others.filter_map(|l| lacks(row, *l)).collect())
    };
    Ok(rows.iter().map(of).collect())
}
