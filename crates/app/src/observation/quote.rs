//! A sentence the teller lets out of the circle. Someone else in the circle looks at it before
//! anyone outside reads it (F19).
use super::read::read;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Language, Reader, Why};
use samskab_domain::observation::Source;
use samskab_words::personal_data;

/// A quote that is out.
#[derive(Clone, Debug, FromRow)]
pub struct Quote {
    pub id: Id,
    pub body: String,
    language: String,
    source: String,
    pub sector: String,
    /// It tells of someone for whom it is otherwise.
    pub counter: bool,
    state: String,
}

impl Quote {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// Someone else in the circle has looked at it, so others may read it.
    pub fn checked(&self) -> bool {
        self.state == "checked"
    }

    pub fn source(&self) -> Option<Source> {
        Source::from_code(&self.source)
    }
}

/// What the teller typed.
#[derive(Clone, Debug, Default)]
pub struct QuoteDraft {
    pub body: String,
    pub harmless: bool,
}

/// Longest quote, in characters.
const QUOTE_MAX: usize = 300;

/// Only the teller releases, and only words of her own story.
///
/// # Errors
/// [`Refusal::Missing`] outside the circle, denied to all but the teller; remarks on length,
/// personal data, or words that are not in the story; [`Refusal::Done`] when it was withdrawn
/// in the meantime.
pub async fn release(
    desk: &Desk,
    actor: &Actor,
    observation: Id,
    draft: &QuoteDraft,
    language: Language,
) -> Outcome<Id> {
    let reading = read(desk, actor, observation).await?;
    if !reading.own {
        return Err(Refusal::Denied(Denied));
    }
    let mut reader = Reader::new();
    let body = reader.required("quote", &draft.body, QUOTE_MAX);
    if !body.is_empty() && !one_line(&reading.observation.story).contains(&one_line(&body)) {
        reader.remark("quote", Why::Unknown);
    }
    let mut remarks = reader.finish(Some(())).err().unwrap_or_default();
    remarks.extend(personal_data::remarks(
        &[("quote", &draft.body)],
        draft.harmless,
    ));
    if !remarks.is_empty() {
        return Err(Refusal::Remarks(remarks));
    }
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    hold(&mut tx, actor, observation).await?;
    tx.run(sql!(
        "insert into quote (municipality_id, id, observation_id, body, language, state, created_by, created_at) \
         values (?, ?, ?, ?, ?, 'released', ?, ?)",
        actor.municipality,
        id,
        observation,
        body,
        language.code(),
        actor.membership,
        now
    ))
    .await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::QuoteReleased,
        id,
        &[observation],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Held {
    id: Id,
}

/// The story is still kept and the actor's, and stays so until the transaction ends: she may
/// be withdrawing it in another window.
async fn hold(tx: &mut Tx, actor: &Actor, observation: Id) -> Outcome<()> {
    let sql = sql!(
        "select id from observation where municipality_id = ? and id = ? and state = 'kept' \
         and teller_id in (select id from membership where municipality_id = ? and person_id = ?)",
        actor.municipality,
        observation,
        actor.municipality,
        actor.person
    )
    .text(tx.only_postgres(" for update"));
    let held: Option<Held> = tx.first(sql).await?;
    held.map(|_| ()).ok_or(Refusal::Done)
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The teller takes a quote back.
///
/// # Errors
/// [`Refusal::Missing`] when it is not out or not hers.
pub async fn take_back(desk: &Desk, actor: &Actor, quote: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let gone = tx
        .run(sql!(
            "update quote set state = 'withdrawn', body = '' where municipality_id = ? and id = ? \
             and state <> 'withdrawn' and observation_id in (select observation.id from observation \
             join membership on membership.municipality_id = observation.municipality_id \
             and membership.id = observation.teller_id \
             where observation.municipality_id = ? and membership.person_id = ?)",
            actor.municipality,
            quote,
            actor.municipality,
            actor.person
        ))
        .await?;
    if gone == 0 {
        return Err(Refusal::Missing);
    }
    journal::write(
        &mut tx,
        actor,
        journal::Verb::QuoteWithdrawn,
        quote,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

const COLUMNS: &str = "select quote.id, quote.body, quote.language, quote.state, observation.source, organisation.sector, \
     coalesce(link.counter, ?) as counter from quote \
     join observation on observation.municipality_id = quote.municipality_id \
     and observation.id = quote.observation_id and observation.state = 'kept' \
     join organisation on organisation.municipality_id = observation.municipality_id \
     and organisation.id = observation.organisation_id \
     left join need_observation link on link.municipality_id = quote.municipality_id \
     and link.observation_id = quote.observation_id and link.need_id = ? \
     where quote.state <> 'withdrawn' and quote.municipality_id = ?";

/// What is out of one story.
pub(super) async fn quotes_of(
    desk: &Desk,
    municipality: Id,
    observation: Id,
) -> Outcome<Vec<Quote>> {
    let sql = sql!(COLUMNS, false, Id::nil(), municipality).and(
        " and quote.observation_id = ? order by quote.id",
        [observation.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// How many voices a need shows.
const VOICES: i64 = 12;

/// The quotes of the stories a need has gathered that were looked at, those who see it otherwise among them.
///
/// # Errors
/// What the database answers.
pub(crate) async fn voices_of_need(desk: &Desk, municipality: Id, need: Id) -> Outcome<Vec<Quote>> {
    let sql = sql!(COLUMNS, false, need, municipality).and(
        " and quote.state = 'checked' and link.need_id = ? order by quote.id limit ?",
        [need.into(), VOICES.into()],
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct OfNeed {
    need_id: Id,
    #[sqlx(flatten)]
    quote: Quote,
}

/// So many voices are read for several needs together.
const OF_NEEDS: i64 = 2_000;

/// [`voices_of_need`] for several needs, each with its need.
///
/// # Errors
/// What the database answers.
pub(crate) async fn voices_of_needs(
    desk: &Desk,
    municipality: Id,
    needs: &[Id],
) -> Outcome<Vec<(Id, Quote)>> {
    let sql = sql!(
        "select link.need_id, quote.id, quote.body, quote.language, quote.state, observation.source, \
         organisation.sector, link.counter from quote \
         join observation on observation.municipality_id = quote.municipality_id \
         and observation.id = quote.observation_id and observation.state = 'kept' \
         join organisation on organisation.municipality_id = observation.municipality_id \
         and organisation.id = observation.organisation_id \
         join need_observation link on link.municipality_id = quote.municipality_id \
         and link.observation_id = quote.observation_id \
         where quote.state = 'checked' and quote.municipality_id = ? and link.need_id in ",
        municipality
    )
    .list(needs.iter().copied())
    .and(" order by quote.id limit ?", [OF_NEEDS.into()]);
    let rows: Vec<OfNeed> = desk.db.all(sql).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.need_id, row.quote))
        .collect())
}
