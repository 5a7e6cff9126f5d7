//! The teller, or who wrote it down for her, mends the words of a story. What it said before is
//! kept, so that those who have worked with it can see that it was corrected.
use super::quote::one_line;
use super::read::read;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness};
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::observation::{Correction, CorrectionDraft};
use samskab_words::personal_data;

/// Quotes whose words no longer stand in the story are withdrawn with it.
///
/// # Errors
/// [`Refusal::Missing`] outside the circle, denied to all but the teller and who wrote it for
/// her; remarks on length and personal data; [`Refusal::Done`] when it was withdrawn.
pub async fn correct(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &CorrectionDraft,
    language: Language,
) -> Outcome<()> {
    if !read(desk, actor, id).await?.may_correct {
        return Err(Refusal::Denied(Denied));
    }
    let correction = consider(draft)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    hold(&mut tx, m, id).await?;
    let version = sql!(
        "insert into observation_version (municipality_id, observation_id, number, story, would_help, language, \
         corrected_by, corrected_at) select municipality_id, id, (select count(*) from observation_version before \
         where before.municipality_id = observation.municipality_id and before.observation_id = observation.id) + 1, \
         story, would_help, language, "
    )
    .and("?, ?", [actor.membership.into(), now.into()])
    .and(
        " from observation where municipality_id = ? and id = ?",
        [m.into(), id.into()],
    );
    tx.run(version).await?;
    tx.run(sql!(
        "update observation set story = ?, would_help = ?, language = ? where municipality_id = ? and id = ?",
        &correction.story,
        correction.would_help.clone(),
        language.code(),
        m,
        id
    ))
    .await?;
    let gone = gone_quotes(&mut tx, m, id, &correction.story).await?;
    if !gone.is_empty() {
        tx.run(withdraw_quotes(m, &gone)).await?;
    }
    likeness::ask_for_story(desk, &mut tx, m, id).await?;
    let verb = journal::Verb::ObservationCorrected;
    journal::write(&mut tx, actor, verb, id, &gone, now).await?;
    tx.commit().await?;
    Ok(())
}

fn consider(draft: &CorrectionDraft) -> Outcome<Correction> {
    let marked = personal_data::remarks(&draft.texts(), draft.harmless);
    match draft.consider() {
        Ok(correction) if marked.is_empty() => Ok(correction),
        Ok(_) => Err(Refusal::Remarks(marked)),
        Err(mut remarks) => {
            remarks.extend(marked);
            Err(Refusal::Remarks(remarks))
        }
    }
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Held {
    id: Id,
}

/// The story is still kept, and stays as it is until the transaction ends.
async fn hold(tx: &mut Tx, municipality: Id, id: Id) -> Outcome<()> {
    let sql = sql!(
        "select id from observation where municipality_id = ? and id = ? and state = 'kept'",
        municipality,
        id
    )
    .text(tx.only_postgres(" for update"));
    let held: Option<Held> = tx.first(sql).await?;
    held.map(|_| ()).ok_or(Refusal::Done)
}

#[derive(FromRow)]
struct Out {
    id: Id,
    body: String,
}

/// The quotes whose words the story no longer holds.
async fn gone_quotes(tx: &mut Tx, municipality: Id, id: Id, story: &str) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select id, body from quote where municipality_id = ? and observation_id = ? and state <> 'withdrawn'",
        municipality,
        id
    );
    let story = one_line(story);
    let out: Vec<Out> = tx.all(sql).await?;
    let gone = out
        .into_iter()
        .filter(|q| !story.contains(&one_line(&q.body)));
    Ok(gone.map(|q| q.id).collect())
}

fn withdraw_quotes(municipality: Id, quotes: &[Id]) -> Sql {
    sql!(
        "update quote set state = 'withdrawn', body = '' where municipality_id = ? and id in ",
        municipality
    )
    .list(quotes.iter().copied())
}
