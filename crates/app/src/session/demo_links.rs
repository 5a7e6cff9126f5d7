//! The links of the demonstration: they sign in the same person again and again.
use crate::desk::{Desk, Outcome};
use crate::token::{self, Purpose, Secret};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::person::email_key;

/// How long such a link works, in days: as long as a demonstration may be left standing.
const DAYS: i64 = 3_650;

#[derive(FromRow)]
struct Found {
    id: Id,
    email_key: String,
}

/// Whether links were given out before: the demonstration was once made to its end.
///
/// # Errors
/// What the database answers.
pub async fn has_demo_links(desk: &Desk, municipality: Id) -> Outcome<bool> {
    let given: Option<Found> = desk
        .db
        .first(sql!(
            "select id, purpose as email_key from token where municipality_id = ? and purpose = ? limit 1",
            municipality,
            Purpose::DemoSignIn.code()
        ))
        .await?;
    Ok(given.is_some())
}

/// A new link for each of `emails`, in their order; those given before stop working. None for
/// someone who has left.
///
/// # Errors
/// What the database answers; then the old links still work.
pub async fn give_demo_links(
    desk: &Desk,
    municipality: Id,
    emails: &[&str],
) -> Outcome<Vec<Option<Secret>>> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from token where municipality_id = ? and purpose = ?",
        municipality,
        Purpose::DemoSignIn.code()
    ))
    .await?;
    let people = sql!(
        "select id, email_key from person where municipality_id = ? and left_at is null and email_key in ",
        municipality
    )
    .list(emails.iter().map(|email| email_key(email)));
    let people: Vec<Found> = tx.all(people).await?;
    let mut links = Vec::with_capacity(emails.len());
    for email in emails {
        let key = email_key(email);
        let link = match people.iter().find(|p| p.email_key == key) {
            Some(person) => {
                let lifetime = DAYS * Moment::DAY;
                let purpose = Purpose::DemoSignIn;
                Some(token::give(&mut tx, desk, municipality, purpose, person.id, lifetime).await?)
            }
            None => None,
        };
        links.push(link);
    }
    tx.commit().await?;
    Ok(links)
}
