//! Where people are sent with what does not belong here, as the municipality has set it.
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::municipality::{Matter, Signpost, SignpostsDraft};

#[derive(FromRow)]
struct Row {
    matter: String,
    phone: Option<String>,
    url: Option<String>,
}

/// Those that are set, in the order they are shown. They are for everyone, signed in or not.
///
/// # Errors
/// What the database answers.
pub async fn signposts(desk: &Desk, municipality: Id) -> Outcome<Vec<Signpost>> {
    let sql = sql!(
        "select matter, phone, url from signpost where municipality_id = ?",
        municipality
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let found = |matter: &Matter| {
        let row = rows.iter().find(|row| row.matter == matter.code())?;
        Some(Signpost {
            matter: *matter,
            phone: row.phone.clone(),
            url: row.url.clone(),
        })
    };
    Ok(Matter::ALL.iter().filter_map(found).collect())
}

/// # Errors
/// Denied to all but administrators; remarks for each number or address that is none.
pub async fn put_up(desk: &Desk, actor: &Actor, draft: &SignpostsDraft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let signposts = draft.consider()?;
    let rows = signposts
        .into_iter()
        .filter(|s| s.phone.is_some() || s.url.is_some())
        .map(|s| {
            [
                Value::from(actor.municipality),
                s.matter.code().into(),
                s.phone.into(),
                s.url.into(),
            ]
        });
    let rows: Vec<_> = rows.collect();
    let mut tx = desk.db.write().await?;
    // Two administrators at once: the second waits here, and what she typed stands.
    let alone = sql!(
        "select id from municipality where id = ?",
        actor.municipality
    )
    .text(tx.only_postgres(" for no key update"));
    tx.run(alone).await?;
    let old = sql!(
        "delete from signpost where municipality_id = ?",
        actor.municipality
    );
    tx.run(old).await?;
    if !rows.is_empty() {
        let insert = sql!("insert into signpost (municipality_id, matter, phone, url) values ");
        tx.run(insert.rows(rows)).await?;
    }
    let verb = journal::Verb::SignpostsPutUp;
    journal::write(&mut tx, actor, verb, actor.municipality, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
