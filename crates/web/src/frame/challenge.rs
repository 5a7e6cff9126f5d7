//! Answering *does it still hold?*
use crate::kit::form::{Area, Choose, options};
use crate::kit::page::back;
use crate::kit::parts::{lang, quoted, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::frame;
use samskab_domain::frame::challenge::{AnswerDraft, Says, WORDS_MAX};
use samskab_domain::kernel::{Coded, Id, Remark};

/// `GET /{m}/challenges/{id}`
pub async fn asked(v: Visitor, Target(id): Target) -> Answer {
    match page(&v, id, &AnswerDraft::default(), &[]).await {
        Ok(body) => Ok(Page::new(&v, v.t.frame_ask(), body).into_response()),
        Err(fail) => Err(fail),
    }
}

/// `POST /{m}/challenges/{id}`
pub async fn answer(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = AnswerDraft {
        says: sent.text("says"),
        reason: sent.text("reason"),
        harmless: sent.ticked("harmless"),
    };
    match frame::answer_challenge(v.desk(), v.actor()?, id, &draft).await {
        // *Not quite* goes on to putting it right.
        Ok(item) if draft.says == Says::Changed.code() => Ok(to(
            &v.at(&format!("/frames/{item}/edit")),
            Some(Flash::Saved),
        )),
        Ok(item) => Ok(to(&v.at(&format!("/frames/{item}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let body = page(&v, id, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.frame_ask(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    id: Id,
    draft: &AnswerDraft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let (reading, asked) = frame::asked(v.desk(), v.actor()?, id).await?;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.radios(Choose {
            name: "says",
            label: &t.frame_says(),
            options: &options::<Says>(t),
            chosen: std::slice::from_ref(&draft.says),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "reason",
            label: &t.frame_reason(),
            hint: Some(&t.frame_reason_hint()),
            value: &draft.reason,
            rows: 3,
            max: WORDS_MAX,
            ..Area::default()
        }))
        (form.marked(draft.harmless))
    };
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/frames/{}", reading.item.id)), &super::space::called(&reading.item)))
            h1 { (t.frame_ask()) }
            p.lead { (reading.item.body) }
            blockquote lang=[lang(v, asked.language())] { (quoted(&asked.question)) }
            p.small.muted { (asked.organisation) "\u{a0}· " (time(v, asked.created_at())) }
            (form.finish(&v.at(&format!("/challenges/{id}")), fields, &t.frame_answer_send()))
        }
    })
}
