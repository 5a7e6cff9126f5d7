//! An asked organisation answers, once, in plain words.
use super::ask::pass_on;
use super::done::ask_whether_felt;
use super::draft::forget_draft;
use super::read::find;
use super::table::{Answer, fill};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::need::{self, check_organisations, move_state};
use crate::{area, journal};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Answer as Considered, Draft};
use samskab_domain::calendar::Day;
use samskab_domain::felt::Given;
use samskab_domain::kernel::{Id, Language, Why};

/// Passed on to an organisation here, it is asked in turn, with the area's own time to answer.
///
/// # Errors
/// [`Refusal::Missing`] when there is no such answer here, denied for another's organisation,
/// [`Refusal::Done`] when it is given or no longer asked for; remarks for each field.
pub async fn give(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let asked = find(desk, actor, id).await?;
    actor.may_speak_for(asked.organisation_id)?;
    if !asked.is_open() {
        return Err(Refusal::Done);
    }
    let answer = consider(draft, desk.today())?;
    if answer.passed_to == Some(actor.organisation) {
        return Err(Refusal::remark("passed_to", Why::Unknown));
    }
    let days = area::answer_days(desk, actor.municipality, asked.area_id).await?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    // Before the answer's own row, as those who raise the need do: nobody waits in a ring.
    need::lock(&mut tx, actor.municipality, asked.need_id).await?;
    if let Some(organisation) = answer.passed_to {
        check_organisations(&mut tx, actor, "passed_to", &[organisation]).await?;
    }
    if tx.run(fill(actor, id, &answer, language, now)).await? == 0 {
        return Err(Refusal::Done);
    }
    cite(&mut tx, actor, &asked, &answer.frame_items).await?;
    forget_draft(&mut tx, actor.municipality, id).await?;
    let mut related = vec![asked.need_id];
    if let Some(organisation) = answer.passed_to {
        let due = desk.today().plus_working(days);
        let from = (asked.need_id, id);
        related.extend(pass_on(desk, &mut tx, actor, from, organisation, due).await?);
    }
    move_state(&mut tx, actor.municipality, asked.need_id, |s| {
        s.answered(answer.kind)
    })
    .await?;
    let given = Given {
        kind: answer.kind,
        answered: now,
        by: answer.by,
        done: None,
    };
    ask_whether_felt(desk, &mut tx, actor, id, given).await?;
    let verb = journal::Verb::AnswerGiven;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

/// What holds, or every remark. An office's own phone number belongs in an answer; a CPR
/// number never does. Promised days are counted from `day`.
pub(super) fn consider(draft: &Draft, day: Day) -> Outcome<Considered> {
    considered(draft.consider(day), &draft.texts(), true)
}

#[derive(FromRow)]
struct Known {
    id: Id,
    version: i64,
}

/// Keeps what the answer cites, as it read then; all of it said for the need's own area.
pub(super) async fn cite(
    tx: &mut Tx,
    actor: &Actor,
    asked: &Answer,
    frame_items: &[Id],
) -> Outcome<()> {
    if frame_items.is_empty() {
        return Ok(());
    }
    let mut ids = frame_items.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let sql = sql!(
        "select id, version from frame_item where municipality_id = ? and area_id = ? and lifted_at is null \
         and initiative_id is null and id in ",
        actor.municipality,
        asked.area_id
    )
    .list(ids.iter().copied());
    let known: Vec<Known> = tx.all(sql).await?;
    if known.len() < ids.len() {
        return Err(Refusal::remark("frame_items", Why::Unknown));
    }
    let rows = known.iter().map(|item| {
        [
            Value::from(actor.municipality),
            asked.id.into(),
            item.id.into(),
            item.version.into(),
        ]
    });
    let insert = sql!(
        "insert into answer_frame_item (municipality_id, answer_id, frame_item_id, version) values "
    );
    tx.run(insert.rows(rows)).await?;
    Ok(())
}
