//! What was learnt before, found by words, by how it ended and by what it hung on (F4).
use super::table::{Initiative, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_domain::access::{Act, Actor};
use samskab_domain::initiative::ending::{Condition, EndedAs};
use samskab_domain::kernel::{Coded, Id};
use samskab_locale::fold;

/// What one looks for among endings.
#[derive(Clone, Debug, Default)]
pub struct EndingWish {
    pub words: String,
    pub area: Option<Id>,
    pub ended_as: Option<EndedAs>,
    pub condition: Option<Condition>,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// So many words are looked for; more narrow nothing down.
const WORDS: usize = 6;

/// The newest first; every word has to be there, in whatever form it begins.
///
/// # Errors
/// Denied to those who see no initiatives.
pub async fn endings(desk: &Desk, actor: &Actor, wish: &EndingWish) -> Outcome<Page<Initiative>> {
    actor.may(Act::SeeInitiatives)?;
    let mut sql = select(actor.municipality)
        .text(" and initiative.ended_at is not null")
        .when(" and initiative.area_id = ?", wish.area)
        .when(
            " and initiative.ended_as = ?",
            wish.ended_as.map(Coded::code),
        )
        .when(
            " and ',' || initiative.ending_conditions || ',' like ?",
            wish.condition.map(|c| format!("%,{},%", c.code())),
        )
        .when(" and initiative.id < ?", wish.before);
    let folded = fold(&wish.words);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    for word in words.take(WORDS) {
        sql = sql.and(
            " and initiative.ending_search like ?",
            [format!("%{word}%").into()],
        );
    }
    let limit = Page::<Initiative>::LIMIT;
    let sql = sql.and(" order by initiative.id desc limit ?", [limit.into()]);
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, |i: &Initiative| i.id.to_string()))
}
