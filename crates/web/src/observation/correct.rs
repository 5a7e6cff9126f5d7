//! Mending the words of a story.
use super::fields::would_help;
use super::show::title;
use crate::kit::form::Area;
use crate::kit::page::back;
use crate::kit::parts::{lang, prose_in, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::observation::{self, Reading};
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::observation::{CorrectionDraft, STORY_MAX};

/// `GET /{m}/observations/{id}/correct`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let reading = observation::read(v.desk(), v.actor()?, id).await?;
    if !reading.may_correct {
        return Err(Fail::Forbidden);
    }
    let draft = CorrectionDraft {
        story: reading.observation.story.clone(),
        would_help: reading.observation.would_help.clone().unwrap_or_default(),
        harmless: false,
    };
    Ok(Page::new(&v, title(&v, false), form(&v, id, &draft, &[])).into_response())
}

/// `POST /{m}/observations/{id}/correct`
pub async fn correct(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = CorrectionDraft {
        story: sent.text("story"),
        would_help: sent.text("would_help"),
        harmless: sent.ticked("harmless"),
    };
    match observation::correct(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/observations/{id}")),
            Some(Flash::Corrected),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, id, &draft, &remarks);
            Ok(Page::new(&v, title(&v, false), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn form(v: &Visitor, id: Id, draft: &CorrectionDraft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.area(Area {
            name: "story",
            personal: true,
            label: &t.observation_story(),
            value: &draft.story,
            rows: 6,
            max: STORY_MAX,
            ..Area::default()
        }))
        (would_help(&form, t, &draft.would_help))
        (form.marked(draft.harmless))
    };
    let action = v.at(&format!("/observations/{id}/correct"));
    html! {
        (back(&v.at(&format!("/observations/{id}")), &t.menu_what_became()))
        div.narrow {
            h1 { (t.observation_correct()) }
            p.muted { (t.observation_correct_text()) }
            (form.finish(&action, fields, &t.observation_correct_send()))
        }
    }
}

/// What the story said before, for those in its circle.
pub(super) fn before(v: &Visitor, reading: &Reading) -> Markup {
    html! {
        @for version in &reading.before {
            details {
                summary { (v.t.observation_corrected()) " " (time(v, version.corrected_at())) }
                blockquote { (prose_in(lang(v, version.language()), &version.story)) }
            }
        }
    }
}
