//! One number or word in place of another in many offers: typed, looked at, done.
use crate::kit::difference::texts;
use crate::kit::form::{Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Flash, Form, FormView, Page, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::upkeep::{self, Hit, ReplaceDraft, Spot};
use samskab_domain::kernel::{Coded, Id, Remark};

/// `GET /{m}/upkeep/replace`
pub async fn blank(v: Visitor) -> Answer {
    let draft = ReplaceDraft {
        spot: Spot::Phone.code().to_owned(),
        ..ReplaceDraft::default()
    };
    Ok(page(&v, &draft, None, &[]).into_response())
}

/// `POST /{m}/upkeep/replace`: first it is looked at; with `do`, it is done to those that are ticked.
pub async fn send(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    let actor = v.actor()?;
    let outcome = if sent.ticked("do") {
        let chosen: Vec<Id> = sent
            .all("offers")
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        upkeep::replace(v.desk(), actor, &draft, &chosen)
            .await
            .map(|_| None)
    } else {
        upkeep::look_for(v.desk(), actor, &draft).await.map(Some)
    };
    match outcome {
        Ok(None) => Ok(to(&v.at("/upkeep"), Some(Flash::Saved))),
        Ok(Some(hits)) => Ok(page(&v, &draft, Some(&hits), &[]).into_response()),
        Err(Refusal::Remarks(remarks)) => Ok(page(&v, &draft, None, &remarks)
            .unprocessable()
            .into_response()),
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs) -> ReplaceDraft {
    ReplaceDraft {
        spot: sent.text("spot"),
        find: sent.text("find"),
        put: sent.text("put"),
    }
}

fn page(v: &Visitor, draft: &ReplaceDraft, hits: Option<&[Hit]>, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.radios(Choose {
            name: "spot",
            label: &t.upkeep_replace_where(),
            options: &options::<Spot>(t),
            chosen: std::slice::from_ref(&draft.spot),
            two: true,
            ..Choose::default()
        }))
        (form.line(Line { name: "find", label: &t.upkeep_replace_find(), value: &draft.find, ..Line::default() }))
        (form.line(Line { name: "put", label: &t.upkeep_replace_put(), value: &draft.put, ..Line::default() }))
    };
    let body = html! {
        div.narrow {
            (back(&v.at("/upkeep"), &t.upkeep_title()))
            h1 { (t.upkeep_replace()) }
            p.lead { (t.upkeep_replace_about()) }
            (form.finish(&v.at("/upkeep/replace"), fields, &t.upkeep_replace_look()))
            @if let Some(hits) = hits { (found(v, draft, hits)) }
        }
    };
    Page::new(v, t.upkeep_replace(), body)
}

fn found(v: &Visitor, draft: &ReplaceDraft, hits: &[Hit]) -> Markup {
    let t = v.t;
    if hits.is_empty() {
        return html! { p role="status" { (t.upkeep_replace_none()) } };
    }
    let many = i64::try_from(hits.len()).unwrap_or(i64::MAX);
    html! {
        h2 { (t.upkeep_replace_found(many)) }
        @if many >= upkeep::REPLACE_MANY { p { (t.upkeep_replace_more()) } }
        form method="post" action=(v.at("/upkeep/replace")) {
            @for (name, value) in [("spot", &draft.spot), ("find", &draft.find), ("put", &draft.put)] {
                input type="hidden" name=(name) value=(value);
            }
            fieldset {
                legend { (t.upkeep_replace_which()) }
                div.choices {
                    @for of_offer in hits.chunk_by(|a, b| a.offer == b.offer) {
                        @if let Some(first) = of_offer.first() {
                            label.choice {
                                input type="checkbox" name="offers" value=(first.offer) checked;
                                span {
                                    b { (first.name) }
                                    @for hit in of_offer { small { (texts(v, &hit.before, &hit.after)) } }
                                }
                            }
                        }
                    }
                }
            }
            p.small.muted { (t.offer_not_a_check()) }
            div.actions { button.button name="do" value="yes" { (t.upkeep_replace_do()) } }
        }
    }
}
