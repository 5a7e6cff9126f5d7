//! An organisation of either sector says what holds it, or what it has room for.
use super::table::insert;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use crate::need::check_area;
use samskab_domain::access::{Act, Actor};
use samskab_domain::frame::Draft;
use samskab_domain::kernel::{Id, Language};
use samskab_words::personal_data;

/// It holds from today, for the actor's own organisation.
///
/// # Errors
/// Denied to those who declare none; remarks for each field, a CPR number included.
pub async fn declare(desk: &Desk, actor: &Actor, draft: &Draft, language: Language) -> Outcome<Id> {
    actor.may(Act::DeclareFrame)?;
    let item = draft.consider()?;
    let texts = [
        ("text", draft.text.as_str()),
        ("source", draft.source.as_str()),
    ];
    let personal = personal_data::remarks(&texts, true);
    if !personal.is_empty() {
        return Err(Refusal::Remarks(personal));
    }
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    check_area(&mut tx, actor, item.area).await?;
    let when = (desk.today(), now);
    tx.run(insert(actor, id, &item, language, when)).await?;
    let verb = journal::Verb::FrameDeclared;
    journal::write(&mut tx, actor, verb, id, &[item.area], now).await?;
    tx.commit().await?;
    Ok(id)
}
