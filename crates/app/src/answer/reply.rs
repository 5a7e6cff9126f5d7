//! *We need to know more* is told more, and comes back to whoever asked for it.
use super::ask::pass_on;
use super::read::find;
use super::steps::NewStep;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::need::{self, check_organisations};
use crate::{area, journal};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::answer::{Along, Kind, REPLY_MAX, WordsDraft};
use samskab_domain::kernel::{Coded, Id, Language};

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// The organisation is asked anew, with the area's own time to answer, unless it is asked already. Gives the new
/// answer that is asked for.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight or that asks for nothing, denied outside the need's circle,
/// [`Refusal::Done`] when it was told before; remarks on the words.
pub async fn reply(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &WordsDraft,
    language: Language,
) -> Outcome<Option<Id>> {
    actor.may(Act::RaiseNeed)?;
    let answer = find(desk, actor, id).await?;
    let need = need::find(desk, actor, answer.need_id).await?;
    if !need.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    if answer.kind() != Some(Kind::KnowMore) {
        return Err(Refusal::Missing);
    }
    let texts = [("words", draft.words.as_str())];
    let words = considered(draft.consider("words", REPLY_MAX), &texts, draft.harmless)?;
    let (m, now) = (actor.municipality, desk.now());
    let days = area::answer_days(desk, m, answer.area_id).await?;
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, m, answer.need_id).await?;
    if told_before(&mut tx, m, id).await? {
        return Err(Refusal::Done);
    }
    let organisation = answer.organisation_id;
    check_organisations(&mut tx, actor, "words", &[organisation]).await?;
    let step = NewStep::said(desk, id, Along::Replied, &words, language);
    step.take(&mut tx, m, Some(actor.membership), now).await?;
    let due = desk.today().plus_working(days);
    let from = (answer.need_id, id);
    let next = pass_on(desk, &mut tx, actor, from, organisation, due).await?;
    let related: Vec<Id> = [answer.need_id].into_iter().chain(next).collect();
    let verb = journal::Verb::AnswerReplied;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(next)
}

async fn told_before(tx: &mut Tx, municipality: Id, answer: Id) -> Outcome<bool> {
    let sql = sql!(
        "select count(*) as count from answer_step where municipality_id = ? and answer_id = ? and kind = ?",
        municipality,
        answer,
        Along::Replied.code()
    );
    let found: Option<Count> = tx.first(sql).await?;
    Ok(found.is_some_and(|f| f.count > 0))
}
