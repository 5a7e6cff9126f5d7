//! Offers as services.
use super::Vocabulary;
use super::rows::{
    self, AmountRow, BearerRow, CapacityRow, ContactRow, OfferRow, OrganisationRow, PhoneRow,
    PlaceRow, TextRow, TopicRow, TranslationRow, VerificationRow,
};
use super::take::{self, said};
use super::tell::Teller;
use crate::desk::{Desk, Outcome, Refusal};
use crate::offer::{RuleColumns, calendars};
use samskab_database::sql;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::{State, hidden};
use samskab_domain::schedule::Calendar;
use samskab_hsds::{self as hsds, Object};
use std::collections::HashMap;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anyone: nobody is named. What nobody vouches for any more is `inactive`, and told of only
    /// to those who ask what changed.
    Everyone,
    /// Those who keep it: as it came, and as it is kept.
    Keepers,
}

/// How much of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// What it is called and when it changed.
    Minimal,
    /// What is one to one, as the standard has it in lists.
    Short,
    /// All that hangs on it.
    Full,
}

/// Everything offers are made of, by offer.
#[derive(Default)]
pub(super) struct Gathered {
    pub bearers: Vec<BearerRow>,
    pub places: Vec<PlaceRow>,
    pub schedules: Vec<RuleColumns>,
    pub calendars: HashMap<Id, Calendar>,
    pub phones: Vec<PhoneRow>,
    pub contacts: Vec<ContactRow>,
    pub languages: Vec<TextRow>,
    pub topics: Vec<TopicRow>,
    pub features: Vec<TextRow>,
    pub amounts: Vec<AmountRow>,
    pub capacities: Vec<CapacityRow>,
    pub translations: Vec<TranslationRow>,
    pub verifications: Vec<VerificationRow>,
}

/// The services of these offers, in the order they are asked for. An id that is none is passed over.
///
/// # Errors
/// What the database answers.
pub async fn services(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    ids: &[Id],
    (shape, audience): (Shape, Audience),
) -> Outcome<Vec<Object>> {
    let mut offers = rows::offers(desk, m, ids).await?;
    let places: HashMap<Id, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    offers.sort_by_key(|offer| places.get(&offer.id).copied());
    let gathered = gather(desk, m, ids, shape).await?;
    let today = desk.today();
    let write = |offer: &OfferRow| {
        let teller = Teller {
            m,
            offer,
            all: &gathered,
            vocabulary,
            today,
            audience,
        };
        teller.tell(shape)
    };
    Ok(offers.iter().map(write).collect())
}

#[derive(samskab_database::FromRow)]
struct There {
    id: Id,
    state: String,
    checked_day: Option<String>,
    known_day: Option<String>,
    cadence: i64,
}

/// One service, whole. One that has been merged into another leads there.
///
/// # Errors
/// [`Refusal::Missing`] when there is none; [`Refusal::Done`] when it was taken down, or nobody has
/// vouched for it for so long that citizens do not meet it either.
pub async fn service(desk: &Desk, m: Id, id: Id) -> Outcome<Object> {
    let there = sql!(
        "select id, state, checked_day, known_day, cadence from offer where municipality_id = ? and id = ? and state <> 'draft'",
        m,
        id
    );
    let there: Option<There> = desk.db.first(there).await?;
    let there = there.ok_or(Refusal::Missing)?;
    let known = there.checked_day.or(there.known_day);
    let known = known.as_deref().and_then(Day::parse);
    if there.state == State::Withdrawn.code() || hidden(desk.today(), known, there.cadence) {
        return Err(Refusal::Done);
    }
    let vocabulary = super::vocabulary(desk, m).await?;
    let wish = (Shape::Full, Audience::Everyone);
    let found = services(desk, m, &vocabulary, &[there.id], wish).await?;
    found.into_iter().next().ok_or(Refusal::Missing)
}

async fn gather(desk: &Desk, m: Id, ids: &[Id], shape: Shape) -> Outcome<Gathered> {
    if shape == Shape::Minimal || ids.is_empty() {
        return Ok(Gathered::default());
    }
    let short = Gathered {
        bearers: rows::bearers(desk, m, ids).await?,
        calendars: calendars(desk, m, ids).await?,
        ..Gathered::default()
    };
    if shape == Shape::Short {
        return Ok(short);
    }
    let translations = sql!(
        "select subject_id as offer_id, field, language, body, source_version from translation \
         where municipality_id = ? and subject_kind = 'offer' and subject_id in ",
        m
    );
    Ok(Gathered {
        places: rows::places(desk, m, ids).await?,
        schedules: rows::from(
            desk,
            m,
            crate::offer::RULE_COLUMNS,
            ids,
            " order by offer_id, id",
        )
        .await?,
        phones: rows::from(
            desk,
            m,
            "select offer_id, id, number, about from phone",
            ids,
            " order by offer_id, id",
        )
        .await?,
        contacts: rows::from(
            desk,
            m,
            "select offer_id, id, title, from_day from contact",
            ids,
            " and until_day is null order by offer_id, id",
        )
        .await?,
        languages: rows::from(
            desk,
            m,
            "select offer_id, language as body from offer_language",
            ids,
            " order by language",
        )
        .await?,
        topics: rows::from(
            desk,
            m,
            "select offer_id, topic_id from offer_topic",
            ids,
            " order by topic_id",
        )
        .await?,
        features: rows::from(
            desk,
            m,
            "select offer_id, feature as body from offer_accessibility",
            ids,
            " order by feature",
        )
        .await?,
        amounts: rows::from(
            desk,
            m,
            "select offer_id, id, amount, currency from cost_option",
            ids,
            " order by offer_id, id",
        )
        .await?,
        capacities: rows::from(
            desk,
            m,
            "select offer_id, id, available, maximum, updated_at from capacity",
            ids,
            " order by offer_id, id",
        )
        .await?,
        translations: rows::of(desk, translations, ids, " order by field, language").await?,
        verifications: rows::from(
            desk,
            m,
            "select offer_id, how from verification",
            ids,
            " order by offer_id, id",
        )
        .await?,
        ..short
    })
}

/// The organisation of a row.
pub(super) fn organization(row: &OrganisationRow) -> hsds::Organization {
    let source = row.source.as_ref().and_then(serde_json::Value::as_object);
    let theirs = source.map(hsds::Organization::read).unwrap_or_default();
    let theirs_about = Some(theirs.description.clone()).filter(|d| !d.is_empty());
    let taken = take::text(theirs_about.as_deref(), take::DESCRIPTION_MAX);
    let about = said(row.about.clone(), theirs_about, taken);
    let number = theirs.phone.as_deref().and_then(take::phone);
    hsds::Organization {
        id: row.organisation_id,
        description: about.unwrap_or_else(|| row.name.clone()),
        name: said(
            Some(row.name.clone()),
            Some(theirs.name.clone()),
            take::line(Some(&theirs.name)),
        )
        .unwrap_or_default(),
        email: said(
            row.email.clone(),
            theirs.email.clone(),
            take::email(theirs.email.as_deref()),
        ),
        phone: said(row.phone.clone(), theirs.phone, number),
        cvr: said(
            row.cvr.clone(),
            theirs.cvr.clone(),
            take::cvr(theirs.cvr.as_deref()),
        ),
    }
}
