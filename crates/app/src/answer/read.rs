//! One answer, what it cites, and the hands it went through.
use super::steps::Step;
use super::table::{Answer, select};
use crate::desk::{Desk, Outcome, Refusal};
use crate::need;
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Along, Kind};
use samskab_domain::kernel::Id;

/// An answer with the need it answers.
#[derive(Clone, Debug)]
pub struct Reading {
    pub answer: Answer,
    pub need: need::Reading,
    /// Who passed it on to whom before, the oldest first.
    pub history: Vec<Answer>,
    pub ways: Ways,
}

/// What the actor may do with an answer now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Give it, keep a draft of it, have a colleague look.
    pub answer: bool,
    /// Move its date.
    pub extend: bool,
    /// Say that what was promised is done.
    pub say_done: bool,
    /// Mend what was said.
    pub correct: bool,
    /// Ask for it no longer.
    pub withdraw: bool,
    /// Tell what the answerer missed.
    pub reply: bool,
}

/// `in_circle`: the actor is one of those who asked.
pub fn ways(actor: &Actor, answer: &Answer, in_circle: bool, steps: &[Step]) -> Ways {
    let speaks =
        actor.may(Act::Answer).is_ok() && actor.may_speak_for(answer.organisation_id).is_ok();
    let asks = in_circle && actor.may(Act::RaiseNeed).is_ok();
    let promises = answer.kind().is_some_and(|kind| kind.promises());
    let replied = |step: &Step| step.answer_id == answer.id && step.along() == Some(Along::Replied);
    Ways {
        answer: speaks && answer.is_open(),
        extend: speaks && answer.is_open(),
        say_done: speaks && promises && answer.done_at().is_none(),
        correct: speaks && answer.kind().is_some(),
        withdraw: asks && answer.is_open(),
        reply: asks && answer.kind() == Some(Kind::KnowMore) && !steps.iter().any(replied),
    }
}

/// # Errors
/// [`Refusal::Missing`] when there is none, or its need is out of sight.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    let answer = find(desk, actor, id).await?;
    let need = need::read(desk, actor, answer.need_id).await?;
    Ok(Reading {
        history: before(&answer, &need.answers),
        ways: ways(actor, &answer, need.in_circle, &need.steps),
        answer,
        need,
    })
}

/// An answer of this municipality, to a need the actor may see.
pub(super) async fn find(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Answer> {
    actor.may(Act::SeeNeeds)?;
    let sql = select(actor.municipality).and(" and answer.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// Walks back through the answers it was passed on from.
fn before(answer: &Answer, all: &[Answer]) -> Vec<Answer> {
    let mut history: Vec<Answer> = Vec::new();
    let mut from = answer.passed_from_id;
    // Each was asked after the one before it, so the walk ends.
    while let Some(found) = all.iter().find(|a| Some(a.id) == from) {
        if history.iter().any(|seen| seen.id == found.id) {
            break;
        }
        history.insert(0, found.clone());
        from = found.passed_from_id;
    }
    history
}
