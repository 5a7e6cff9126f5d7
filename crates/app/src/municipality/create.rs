//! An operator creates a municipality, with the default vocabulary of topics.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{job, journal, topic};
use samskab_database::{is_taken, sql};
use samskab_domain::answer::DEFAULT_DAYS;
use samskab_domain::kernel::{Coded, Id, Language, Remark, Why};
use samskab_domain::municipality::slug;

/// What a new municipality is called.
#[derive(Clone, Debug)]
pub struct NewMunicipality<'a> {
    pub slug: &'a str,
    pub name: &'a str,
    pub fictive: bool,
}

/// The colour pages are set in until the municipality chooses its own.
const PRIMARY: &str = "#0b5c6b";

/// # Errors
/// Remarks on `slug` (reserved, taken or not a slug) and `name`.
pub async fn create(desk: &Desk, new: NewMunicipality<'_>) -> Outcome<Id> {
    let slug = slug(new.slug).map_err(|why| Refusal::remark("slug", why))?;
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Refusal::remark("name", Why::Missing));
    }
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    let made = tx
        .run(sql!(
            "insert into municipality (id, slug, name, language, primary_colour, answer_days, \
             fictive, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            slug,
            name,
            Language::Danish.code(),
            PRIMARY,
            DEFAULT_DAYS,
            new.fictive,
            now
        ))
        .await;
    match made {
        Err(error) if is_taken(&error) => {
            let remark = Remark {
                field: "slug",
                why: Why::Taken,
            };
            return Err(Refusal::Remarks(vec![remark]));
        }
        made => made?,
    };
    topic::fill(&mut tx, desk, id).await?;
    job::ask(
        &mut tx,
        desk,
        id,
        job::Kind::CleanUp,
        serde_json::json!({}),
        now,
    )
    .await?;
    journal::write_as(
        &mut tx,
        id,
        None,
        journal::Verb::MunicipalityCreated,
        id,
        &[],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
