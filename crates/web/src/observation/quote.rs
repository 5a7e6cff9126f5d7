//! Letting one sentence of a story out of its circle, and taking it back.
use super::show::{page, title};
use crate::kit::form::Area;
use crate::kit::parts::{button_form, lang, quoted};
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::observation::{self, QuoteDraft, Reading, WaitingQuote};
use samskab_domain::kernel::Remark;

/// The quotes that are out and, for the teller, the form for another.
pub(super) fn quotes(
    v: &Visitor,
    reading: &Reading,
    typed: &QuoteDraft,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let action = v.at(&format!("/observations/{}/quotes", reading.observation.id));
    html! {
        @if reading.own || !reading.quotes.is_empty() {
            div.card {
                h2 { (t.quote_title()) }
                @for quote in &reading.quotes {
                    blockquote { p lang=[lang(v, quote.language())] { (quoted(&quote.body)) } }
                    @if !quote.checked() { p.small.muted { (t.quote_waiting()) } }
                    @if reading.may_check && !quote.checked() {
                        p { (t.quote_look()) }
                        (button_form(&v.at(&format!("/quotes/{}/check", quote.id)), &t.quote_look_yes(), "button"))
                        p.small { (t.quote_look_no()) }
                    }
                    @if reading.own {
                        (button_form(&v.at(&format!("/quotes/{}/withdraw", quote.id)), &t.quote_take_back(), "button plain"))
                    }
                }
                @if reading.own {
                    details open[!remarks.is_empty()] {
                        summary { (t.quote_release()) }
                        @let field = form.area(Area {
                            name: "quote",
                            personal: true,
                            label: &t.quote_which(),
                            hint: Some(&t.quote_hint()),
                            value: &typed.body,
                            rows: 3,
                            max: 300,
                            ..Area::default()
                        });
                        @let fields = html! { (field) (form.marked(typed.harmless)) };
                        (form.finish(&action, fields, &t.quote_release_yes()))
                    }
                }
            }
        }
    }
}

/// `POST /{m}/observations/{id}/quotes`
pub async fn release(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let actor = v.actor()?;
    let draft = QuoteDraft {
        body: sent.text("quote"),
        harmless: sent.ticked("harmless"),
    };
    match observation::release(v.desk(), actor, id, &draft, v.language()).await {
        Ok(_) => Ok(to(
            &v.at(&format!("/observations/{id}")),
            Some(Flash::QuoteReleased),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let reading = observation::read(v.desk(), actor, id).await?;
            let body = page(&v, &reading, false, &draft, &remarks).await?;
            Ok(Page::new(&v, title(&v, false), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/quotes/{id}/check`
pub async fn check(v: Visitor, Target(id): Target) -> Answer {
    let story = observation::check_quote(v.desk(), v.actor()?, id).await?;
    Ok(to(
        &v.at(&format!("/observations/{story}")),
        Some(Flash::QuoteChecked),
    ))
}

/// Sentences that wait for the visitor's look, each with the way to its story.
pub(super) fn waiting(v: &Visitor, quotes: &[WaitingQuote]) -> Markup {
    html! {
        @if !quotes.is_empty() {
            section.card {
                h2 { (v.t.quote_waiting_title()) }
                p.muted { (v.t.quote_waiting_lead()) }
                ul.rows role="list" {
                    @for quote in quotes {
                        @let lang = lang(v, quote.language());
                        li {
                            p lang=[lang] { (quoted(&quote.body)) }
                            a.button.quiet href=(v.at(&format!("/observations/{}", quote.observation_id))) {
                                (v.t.quote_see() ) span.visually-hidden lang=[lang] { ": " (quote.body) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `POST /{m}/quotes/{id}/withdraw`
pub async fn take_back(v: Visitor, Target(id): Target) -> Answer {
    observation::take_back(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/observations"), Some(Flash::QuoteTakenBack)))
}
