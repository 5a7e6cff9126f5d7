//! Someone asks for a sign-in link by mail.
use crate::desk::{Desk, Outcome, Refusal};
use crate::mail;
use samskab_domain::kernel::{Id, Reader, Why};
use samskab_domain::person::{email, email_key};

/// The answer is the same whether the address is known or not, and so is the work it takes, so
/// that nobody can find out who is a member by trying. Someone asked for again and again is
/// written to a few times only.
///
/// # Errors
/// A remark when it is no address at all.
pub async fn ask_for_link(desk: &Desk, municipality: Id, typed: &str) -> Outcome<()> {
    let mut read = Reader::new();
    let address = email(&mut read, "email", typed);
    if address.is_none() && !read.has("email") {
        read.remark("email", Why::Missing);
    }
    let address = read.finish(address).map_err(Refusal::Remarks)?;
    let mut tx = desk.db.write().await?;
    mail::ask_for_link(&mut tx, desk, municipality, &email_key(&address)).await?;
    tx.commit().await?;
    Ok(())
}
