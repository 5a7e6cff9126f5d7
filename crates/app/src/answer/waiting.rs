//! *Waiting for your answer*, and what one's own organisation asked of others: unanswered first, soonest due first.
use super::table::{Answer, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What the actor's organisation asked of others, rather than what it is asked.
    pub ours: bool,
    /// Only those that wait, or only those that are given.
    pub answered: Option<bool>,
    /// Where the page begins.
    pub after: Option<String>,
}

/// What the actor's organisation is asked, or asked; for facilitators, what everyone is asked.
///
/// # Errors
/// Denied to those who see no answers.
pub async fn waiting(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Answer>> {
    actor.may(Act::SeeAnswers)?;
    let own = Some(actor.organisation);
    let mut sql = match wish.ours {
        true => select(actor.municipality).when(" and answer.asking_organisation_id = ?", own),
        false => select(actor.municipality).when(
            " and answer.organisation_id = ?",
            own.filter(|_| actor.role != Role::Facilitator),
        ),
    };
    sql = match wish.answered {
        Some(true) => sql.text(" and answer.kind is not null"),
        Some(false) => sql.text(" and answer.kind is null and answer.withdrawn_at is null"),
        None => sql,
    };
    if let Some((answered, due, id)) = wish.after.as_deref().and_then(read_key) {
        sql = sql.and(
            " and (case when answer.kind is null and answer.withdrawn_at is null then 0 else 1 end, answer.due_day, answer.id) > (?, ?, ?)",
            [answered.into(), due.into(), id.into()],
        );
    }
    let limit = Page::<Answer>::LIMIT;
    let sql = sql.and(
        " order by case when answer.kind is null and answer.withdrawn_at is null then 0 else 1 end, answer.due_day, answer.id limit ?",
        [limit.into()],
    );
    Ok(Page::of(desk.db.all(sql).await?, Answer::key))
}

/// The place a key from an address stands for; nonsense begins at the beginning.
fn read_key(key: &str) -> Option<(i64, Day, Id)> {
    let (answered, rest) = key.split_once('.')?;
    let (due, id) = rest.split_once('.')?;
    Some((answered.parse().ok()?, Day::parse(due)?, id.parse().ok()?))
}
