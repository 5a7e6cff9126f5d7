//! The answerer mends what was said. What stood before can still be read, with the reason.
use super::done::ask_whether_felt;
use super::give::{cite, consider};
use super::read::find;
use super::steps::{NewStep, keep_version};
use super::table::{Answer, refill};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use crate::need::{self, move_state};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Along, Answer as Considered, Draft, Kind, REASON_MAX, WordsDraft};
use samskab_domain::calendar::Day;
use samskab_domain::felt::Given;
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::need::State;

/// Whom it was passed on to stays, and what is said to be done stays a promise: others have acted on it.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight or that is not given, denied for another's organisation; remarks
/// for each field, the reason among them.
pub async fn correct(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    why: &WordsDraft,
    language: Language,
) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let found = find(desk, actor, id).await?;
    actor.may_speak_for(found.organisation_id)?;
    let before = found.kind().zip(found.answered_at());
    let (kind, answered) = before.ok_or(Refusal::Missing)?;
    let texts = [("words", why.words.as_str())];
    let why = considered(why.consider("words", REASON_MAX), &texts, why.harmless);
    // A day that was promised may lie behind us by now.
    let answer = consider(&kept(&found, kind, draft), Day::of(answered));
    let (answer, why) = both(answer, why)?;
    check_kind(&found, kind, &answer)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, actor.municipality, found.need_id).await?;
    let step = NewStep::said(desk, id, Along::Corrected, &why, language);
    step.take(&mut tx, actor.municipality, Some(actor.membership), now)
        .await?;
    keep_version(&mut tx, actor, step.id, id).await?;
    tx.run(refill(actor, id, &answer, language)).await?;
    let mut cited = sql!(
        "delete from answer_frame_item where municipality_id = ? and answer_id = ?",
        actor.municipality,
        id
    );
    if answer.kind == Kind::Cannot {
        // What is lifted by now cannot be chosen, and stays as it was cited.
        cited = cited.and(
            " and frame_item_id in (select id from frame_item where municipality_id = ? and lifted_at is null)",
            [actor.municipality.into()],
        );
    }
    tx.run(cited).await?;
    cite(&mut tx, actor, &found, &answer.frame_items).await?;
    let promised = promised_by_another(&mut tx, actor, found.need_id).await?;
    move_state(&mut tx, actor.municipality, found.need_id, |s| match s {
        State::Planned if !promised => State::Raised,
        s => s.answered(answer.kind),
    })
    .await?;
    let given = Given {
        kind: answer.kind,
        answered,
        by: answer.by,
        done: found.done_at(),
    };
    ask_whether_felt(desk, &mut tx, actor, id, given).await?;
    let verb = journal::Verb::AnswerCorrected;
    journal::write(&mut tx, actor, verb, id, &[found.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// Whom it was passed on to is not asked of the form.
fn kept(found: &Answer, kind: Kind, draft: &Draft) -> Draft {
    match kind {
        Kind::PassedOn => Draft {
            kind: found.as_draft().kind,
            passed_to: found.as_draft().passed_to,
            passed_to_text: found.as_draft().passed_to_text,
            ..draft.clone()
        },
        _ => draft.clone(),
    }
}

/// Both, or the remarks of both.
fn both(answer: Outcome<Considered>, why: Outcome<String>) -> Outcome<(Considered, String)> {
    match (answer, why) {
        (Ok(answer), Ok(why)) => Ok((answer, why)),
        (Err(Refusal::Remarks(mut remarks)), Err(Refusal::Remarks(more))) => {
            remarks.extend(more);
            Err(Refusal::Remarks(remarks))
        }
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
    }
}

fn check_kind(found: &Answer, before: Kind, answer: &Considered) -> Outcome<()> {
    let passed_on = answer.kind == Kind::PassedOn && before != Kind::PassedOn;
    let undone = found.done_at().is_some() && !answer.kind.promises();
    match passed_on || undone {
        true => Err(Refusal::remark("kind", Why::Unknown)),
        false => Ok(()),
    }
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// Whether anyone, this answer with its new words among them, promises something.
async fn promised_by_another(tx: &mut Tx, actor: &Actor, need: Id) -> Outcome<bool> {
    let sql = sql!(
        "select count(*) as count from answer where municipality_id = ? and need_id = ? \
         and kind in ('act', 'together')",
        actor.municipality,
        need
    );
    let found: Option<Count> = tx.first(sql).await?;
    Ok(found.is_some_and(|f| f.count > 0))
}
