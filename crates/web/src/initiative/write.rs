//! What one writes in an initiative: a note, an aim, an ending.
use super::show::{Typed, page};
use crate::kit::{Answer, Flash, Form, Target, Visitor, to};
use axum::response::IntoResponse;
use samskab_app::initiative::{self, EndDraft, JoinDraft, NoteDraft};
use samskab_app::{Outcome, Refusal};
use samskab_domain::initiative::ending::PauseDraft;
use samskab_domain::kernel::{Id, Remark};

/// On to the page when it is written; the page again, with what was typed, when it is not.
async fn finish(
    v: &Visitor,
    id: Id,
    outcome: Outcome<()>,
    flash: Flash,
    typed: impl FnOnce(Vec<Remark>) -> Typed,
) -> Answer {
    match outcome {
        Ok(()) => Ok(to(&v.at(&format!("/initiatives/{id}")), Some(flash))),
        Err(Refusal::Remarks(remarks)) => {
            let reading = initiative::read(v.desk(), v.actor()?, id).await?;
            let page = page(v, reading, typed(remarks)).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/initiatives/{id}/notes`
pub async fn note(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = NoteDraft {
        kind: sent.text("kind"),
        body: sent.text("body"),
        harmless: sent.ticked("harmless"),
    };
    let noted = initiative::note(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let again = |remarks| Typed {
        note: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, noted.map(drop), Flash::Noted, again).await
}

/// `POST /{m}/initiatives/{id}/join`
pub async fn join(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = JoinDraft {
        aim: sent.text("aim"),
        practitioner: sent.ticked("practitioner"),
        reasons: sent.all("reasons"),
        harmless: sent.ticked("harmless"),
    };
    let joined = initiative::join(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let again = |remarks| Typed {
        join: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, joined, Flash::Saved, again).await
}

/// `POST /{m}/initiatives/{id}/end`
pub async fn end(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = EndDraft {
        learnt: sent.text("learnt"),
        ended_as: sent.text("ended_as"),
        conditions: sent.all("conditions"),
        harmless: sent.ticked("harmless"),
    };
    let ended = initiative::end(v.desk(), v.actor()?, id, &draft).await;
    let again = |remarks| Typed {
        end: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, ended, Flash::Ended, again).await
}

/// `POST /{m}/initiatives/{id}/pause`
pub async fn pause(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = PauseDraft {
        pause: sent.text("pause"),
        harmless: sent.ticked("harmless"),
    };
    let paused = initiative::pause(v.desk(), v.actor()?, id, &draft).await;
    let again = |remarks| Typed {
        pause: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, paused, Flash::Saved, again).await
}

/// `POST /{m}/initiatives/{id}/resume`
pub async fn resume(v: Visitor, Target(id): Target) -> Answer {
    initiative::resume(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(&format!("/initiatives/{id}")), Some(Flash::Saved)))
}
