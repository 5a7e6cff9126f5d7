//! The needs one may see, newest first.
use super::support;
use super::table::{Need, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::{Evidence, State, Support};
use samskab_domain::topic::TopicGroup;

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub area: Option<Id>,
    pub topic_group: Option<TopicGroup>,
    pub state: Option<State>,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// A need in a list, with how widely it is told.
#[derive(Clone, Debug)]
pub struct Listed {
    pub need: Need,
    pub evidence: Evidence,
}

/// Raised needs, and the drafts of the actor's circle.
///
/// # Errors
/// Denied to those who see none.
pub async fn list(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Listed>> {
    actor.may(Act::SeeNeeds)?;
    let limit = Page::<Need>::LIMIT;
    let sql = select(actor)
        .text(" and need.succeeded_at is null")
        .when(" and need.area_id = ?", wish.area)
        .when(
            " and need.topic_group = ?",
            wish.topic_group.map(Coded::code),
        )
        .when(" and need.state = ?", wish.state.map(Coded::code))
        .when(" and need.id < ?", wish.before)
        .and(" order by need.id desc limit ?", [limit.into()]);
    let page = Page::of(desk.db.all(sql).await?, |n: &Need| n.id.to_string());
    let ids: Vec<Id> = page.items.iter().map(|n| n.id).collect();
    let counts = support::counts(desk, actor.municipality, &ids).await?;
    Ok(page.map(|need| {
        let found = counts.iter().find(|c| c.need_id == need.id);
        let support = found.map_or(Support::default(), support::Counts::support);
        Listed {
            need,
            evidence: support.evidence(),
        }
    }))
}

/// Those of `ids` that `actor` may see, in no order.
///
/// # Errors
/// What the database answers.
pub(crate) async fn among(desk: &Desk, actor: &Actor, ids: &[Id]) -> Outcome<Vec<Need>> {
    let sql = select(actor)
        .text(" and need.id in ")
        .list(ids.iter().copied());
    Ok(desk.db.all(sql).await?)
}
