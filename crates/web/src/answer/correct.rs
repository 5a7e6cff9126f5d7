//! Mending an answer that is given; what stood before stays in view.
use super::along::{Words, outcome, page, words};
use super::form::{Around, around, draft, fields};
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::answer::{self, Answer as Asked, Reading};
use samskab_domain::answer::{Draft, Kind, REASON_MAX, WordsDraft};
use samskab_domain::kernel::Remark;

/// `GET /{m}/answers/{id}/correct`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    if !reading.ways.correct {
        return Ok(to(&v.at(&format!("/answers/{id}")), None));
    }
    let around = around(&v, &reading.answer).await?;
    let typed = (as_given(&reading), WordsDraft::default());
    Ok(form(&v, &reading.answer, &around, &typed, &[]).into_response())
}

/// `POST /{m}/answers/{id}/correct`
pub async fn correct(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let why = WordsDraft {
        words: sent.text("words"),
        harmless: sent.ticked("harmless"),
    };
    let typed = (draft(&sent), why);
    let done = answer::correct(v.desk(), v.actor()?, id, &typed.0, &typed.1, v.language()).await;
    let asked = answer::read(v.desk(), v.actor()?, id).await?.answer;
    let around = around(&v, &asked).await?;
    outcome(&v, id, done, Flash::AnswerCorrected, |remarks| {
        form(&v, &asked, &around, &typed, remarks)
    })
}

/// The form holds what was said, and what it cites.
fn as_given(reading: &Reading) -> Draft {
    let cited = reading.need.cited.iter();
    let cited = cited.filter(|(id, _)| *id == reading.answer.id);
    Draft {
        frame_items: cited.map(|(_, item)| item.id.to_string()).collect(),
        ..reading.answer.as_draft()
    }
}

fn form(
    v: &Visitor,
    asked: &Asked,
    around: &Around,
    (draft, why): &(Draft, WordsDraft),
    remarks: &[Remark],
) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    // Whom it was passed on to has been asked by now.
    let kinds: Vec<Kind> = match asked.kind() {
        Some(Kind::PassedOn) => vec![],
        _ => vec![Kind::Act, Kind::Together, Kind::Cannot, Kind::KnowMore],
    };
    let all = html! {
        (fields(&form, draft, around, &kinds))
        (words(&form, Words {
            name: "words",
            label: &t.answer_correct_why(),
            hint: None,
            value: &why.words,
            max: REASON_MAX,
            harmless: why.harmless,
        }))
    };
    let action = v.at(&format!("/answers/{}/correct", asked.id));
    let form = form.finish(&action, all, &t.answer_correct_send());
    page(
        v,
        asked,
        &t.answer_correct(),
        &t.answer_correct_lead(),
        &form,
    )
}
