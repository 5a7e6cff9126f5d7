//! What organisations have declared, the newest first, what has ended too.
use super::table::{Interest, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::topic::TopicGroup;

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub topic_group: Option<TopicGroup>,
    pub organisation: Option<Id>,
    /// What no longer holds too.
    pub ended: bool,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// # Errors
/// Denied to those who see no needs: interests stand beside them.
pub async fn list(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Interest>> {
    actor.may(Act::SeeNeeds)?;
    let limit = Page::<Interest>::LIMIT;
    let sql = select(actor.municipality)
        .when(
            " and interest.topic_group = ?",
            wish.topic_group.map(Coded::code),
        )
        .when(" and interest.organisation_id = ?", wish.organisation)
        .when(" and interest.id < ?", wish.before);
    let sql = match wish.ended {
        true => sql,
        false => sql.text(" and interest.ended_at is null"),
    };
    let sql = sql.and(" order by interest.id desc limit ?", [limit.into()]);
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, |i: &Interest| i.id.to_string()))
}
