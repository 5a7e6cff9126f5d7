//! Whoever said that something was wrong, and wished to, hears what came of it; then her address
//! is forgotten.
use crate::desk::{Desk, Outcome, Refusal};
use crate::mail::{Letter, Post};
use samskab_database::{FromRow, sql};
use samskab_domain::fault::Outcome as CameOfIt;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_locale::{Named, texts};

#[derive(FromRow)]
struct Waiting {
    reply_to: String,
    language: String,
    outcome: String,
    offer_id: Id,
    name: String,
    slug: String,
    municipality: String,
}

/// Sends the one letter. Without a mail server the address is forgotten at once.
///
/// # Errors
/// [`Refusal::Missing`] when the post would not take it; it is tried again.
pub async fn tell(
    desk: &Desk,
    post: &dyn Post,
    base_url: &str,
    municipality: Id,
    fault: Id,
) -> Outcome<()> {
    let m = municipality;
    let waiting: Option<Waiting> = desk
        .db
        .first(sql!(
            "select fault.reply_to, fault.language, fault.outcome, fault.offer_id, offer.name, municipality.slug, \
             municipality.name as municipality from offer_fault fault \
             join offer on offer.municipality_id = fault.municipality_id and offer.id = fault.offer_id \
             join municipality on municipality.id = fault.municipality_id \
             where fault.municipality_id = ? and fault.id = ? and fault.reply_to is not null \
             and fault.outcome is not null",
            m,
            fault
        ))
        .await?;
    let Some(waiting) = waiting else {
        return Ok(());
    };
    if post.is_there() {
        let letter = letter(&waiting, base_url, fault);
        if let Err(reason) = post.carry(letter).await {
            tracing::warn!(%fault, reason, "the outcome was not taken");
            return Err(Refusal::Missing);
        }
    }
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update offer_fault set reply_to = null where municipality_id = ? and id = ?",
        m,
        fault
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

fn letter(waiting: &Waiting, base_url: &str, fault: Id) -> Letter {
    let language = Language::from_code(&waiting.language).unwrap_or_default();
    let t = texts(language);
    let outcome = CameOfIt::from_code(&waiting.outcome).unwrap_or(CameOfIt::Mended);
    let link = format!("{base_url}/{}/offers/{}", waiting.slug, waiting.offer_id);
    let host = link.split('/').nth(2).unwrap_or("localhost");
    Letter {
        message_id: format!("<{fault}@{host}>"),
        to_name: String::new(),
        to_address: waiting.reply_to.clone(),
        subject: t.public.fault_letter_subject(&waiting.municipality),
        text: t
            .public
            .fault_letter_text(&waiting.name, outcome.name(t), link),
        calendar: None,
        stop: None,
    }
}
