//! Someone asks for a sign-in link by mail.
use crate::desk::{Desk, Outcome, Refusal};
use crate::mail;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Id, Reader, Why};
use samskab_domain::person::{email, email_key};

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// The answer is the same whether the address is known or not, so that nobody can find out
/// who is a member by trying.
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
    let found: Option<Found> = desk
        .db
        .first(sql!(
            "select id from person where municipality_id = ? and email_key = ? and left_at is null",
            municipality,
            email_key(&address)
        ))
        .await?;
    if let Some(person) = found {
        let mut tx = desk.db.write().await?;
        mail::ask(&mut tx, desk, municipality, mail::Kind::SignIn, person.id).await?;
        tx.commit().await?;
    }
    Ok(())
}
