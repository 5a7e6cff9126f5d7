//! An answer that is being written: kept for those who may answer for the organisation, until it is sent.
use super::read::find;
use super::table::Answer;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, need};
use samskab_database::{FromRow, KeptMoment, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Draft, NamedDraft};
use samskab_domain::kernel::{Id, Moment, Why};
use serde_json::{Value, json};

/// A kept draft.
#[derive(Clone, Debug)]
pub struct Kept {
    pub draft: Draft,
    /// Grows with each saving: what a colleague looked at may not be what stands there now.
    pub version: i64,
    /// Who saved it last.
    pub by: String,
    pub at: Moment,
}

#[derive(FromRow)]
struct Row {
    typed: Value,
    version: i64,
    name: String,
    saved_at: KeptMoment,
}

/// The draft of an answer the actor may give; nobody else knows that there is one.
///
/// # Errors
/// What the database answers.
pub async fn kept(desk: &Desk, actor: &Actor, asked: &Answer) -> Outcome<Option<Kept>> {
    if actor.may(Act::Answer).is_err() || actor.may_speak_for(asked.organisation_id).is_err() {
        return Ok(None);
    }
    let sql = sql!(
        "select draft.typed, draft.version, person.name, draft.saved_at from answer_draft draft \
         join membership on membership.municipality_id = draft.municipality_id and membership.id = draft.saved_by \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         where draft.municipality_id = ? and draft.answer_id = ?",
        actor.municipality,
        asked.id
    );
    let row: Option<Row> = desk.db.first(sql).await?;
    Ok(row.map(|row| Kept {
        draft: from_json(&row.typed),
        version: row.version,
        by: row.name,
        at: *row.saved_at,
    }))
}

/// Keeps what is written so far; nothing has to be there yet. `version` is the one it was written on from.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight, denied for another's organisation, [`Refusal::Done`] once it is
/// given or no longer asked for; remarks on what cannot be kept, and when a colleague saved meanwhile.
pub async fn keep_draft(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    version: &str,
) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let asked = find(desk, actor, id).await?;
    actor.may_speak_for(asked.organisation_id)?;
    if !asked.is_open() {
        return Err(Refusal::Done);
    }
    considered(draft.unfinished(), &draft.texts(), true)?;
    let from: i64 = version.trim().parse().unwrap_or(0);
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, m, asked.need_id).await?;
    let saved = sql!(
        "insert into answer_draft (municipality_id, answer_id, typed, version, saved_by, saved_at) \
         select municipality_id, id, ?, 1, ?, ? from answer where municipality_id = ? and id = ? \
         and kind is null and withdrawn_at is null \
         on conflict (municipality_id, answer_id) do update set typed = excluded.typed, \
         version = answer_draft.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at \
         where answer_draft.version = ?",
        to_json(draft),
        actor.membership,
        now,
        m,
        id,
        from
    );
    if tx.run(saved).await? == 0 {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    let verb = journal::Verb::AnswerDrafted;
    journal::write(&mut tx, actor, verb, id, &[asked.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// Once it is sent, or no longer asked for, neither draft nor what colleagues said of it is needed.
pub(super) async fn forget_draft(tx: &mut Tx, municipality: Id, answer: Id) -> Outcome<()> {
    for old in [
        sql!(
            "delete from answer_draft where municipality_id = ? and answer_id = ?",
            municipality,
            answer
        ),
        sql!(
            "delete from answer_look where municipality_id = ? and answer_id = ?",
            municipality,
            answer
        ),
    ] {
        tx.run(old).await?;
    }
    Ok(())
}

fn to_json(draft: &Draft) -> Value {
    json!({
        "kind": draft.kind,
        "reason": draft.reason,
        "meaning": draft.meaning,
        "mandate": draft.mandate,
        "what": draft.what,
        "by": draft.by,
        "frame_items": draft.frame_items,
        "missing": draft.missing,
        "missing_from": draft.missing_from,
        "passed_to": draft.passed_to,
        "passed_to_text": draft.passed_to_text,
        "responsibility": draft.named.responsibility,
        "responsible": draft.named.responsible,
        "paragraph": draft.named.paragraph,
        "kle": draft.named.kle,
    })
}

fn from_json(typed: &Value) -> Draft {
    let text = |name: &str| typed[name].as_str().unwrap_or_default().to_owned();
    let items = typed["frame_items"].as_array().into_iter().flatten();
    Draft {
        kind: text("kind"),
        reason: text("reason"),
        meaning: text("meaning"),
        mandate: text("mandate"),
        what: text("what"),
        by: text("by"),
        frame_items: items
            .filter_map(|item| item.as_str().map(str::to_owned))
            .collect(),
        missing: text("missing"),
        missing_from: text("missing_from"),
        passed_to: text("passed_to"),
        passed_to_text: text("passed_to_text"),
        named: NamedDraft {
            responsibility: text("responsibility"),
            responsible: text("responsible"),
            paragraph: text("paragraph"),
            kle: text("kle"),
        },
        stands: false,
    }
}
