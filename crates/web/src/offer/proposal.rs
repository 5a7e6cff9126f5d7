//! A change that waits: beside what stands there now, let through or not.
use crate::kit::difference::changes;
use crate::kit::form::Area;
use crate::kit::page::back;
use crate::kit::parts::{prose, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::offer::{self, DECISION_NOTE_MAX, Look, Reading, Waiting};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::offer::Decision;
use samskab_locale::Named;

/// `GET /{m}/offers/{id}/proposal`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let look = offer::look(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, &look, "", &[])?.into_response())
}

/// `POST /{m}/offers/{id}/proposal`
pub async fn decide(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let decision: Decision = sent.choice("decision").ok_or(Fail::Missing)?;
    let seen = sent.id("seen").ok_or(Fail::Missing)?;
    let note = sent.text("note");
    match offer::decide(v.desk(), v.actor()?, (id, seen), decision, &note).await {
        Ok(()) => {
            let flash = match decision {
                Decision::LetThrough => Flash::LetThrough,
                Decision::TurnedDown => Flash::TurnedDown,
                Decision::TakenBack => Flash::TakenBack,
            };
            Ok(to(&v.at(&format!("/offers/{id}")), Some(flash)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let look = offer::look(v.desk(), v.actor()?, id).await?;
            Ok(page(&v, &look, &note, &remarks)?
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn by(v: &Visitor, waiting: &Waiting) -> String {
    let (role, organisation) = waiting.by();
    v.t.offer_history_by(organisation, role.name(v.t))
}

fn page(v: &Visitor, look: &Look, note: &str, remarks: &[Remark]) -> Result<Page, Fail> {
    let t = v.t;
    let waiting = &look.waiting;
    let place = v.at(&format!("/offers/{}", waiting.offer()));
    let body = html! {
        div.narrow {
            (back(&place, waiting.name()))
            h1 { (t.offer_proposal_title()) }
            p.muted { (t.offer_proposal_by(by(v, waiting))) "\u{a0}· " (time(v, waiting.at())) }
            @if look.stuck { div.note { p { (t.offer_proposal_stuck()) } } }
            @else if look.changes.is_empty() { p { (t.offer_proposal_same()) } }
            @else { (changes(v, &look.changes)) }
            @if look.may_decide { (decision(v, look, note, remarks)) }
            div.actions {
                a.button.quiet href={ (place) "/edit" } { (t.offer_proposal_open()) }
                @if waiting.is_of(v.actor()?) {
                    (button(&place, waiting.id(), Decision::TakenBack, &t.offer_proposal_back(), "button quiet"))
                }
            }
        }
    };
    Ok(Page::new(v, t.offer_proposal_title(), body))
}

fn button(place: &str, seen: Id, decision: Decision, label: &str, class: &str) -> Markup {
    html! {
        form.inline-form method="post" action={ (place) "/proposal" } {
            input type="hidden" name="seen" value=(seen);
            button class=(class) name="decision" value=(decision.code()) { (label) }
        }
    }
}

fn decision(v: &Visitor, look: &Look, note: &str, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/offers/{}", look.waiting.offer()));
    let form = FormView::new(v, remarks);
    let area = form.area(Area {
        name: "note",
        label: &t.offer_proposal_note(),
        hint: Some(&t.offer_proposal_note_hint()),
        value: note,
        rows: 2,
        max: DECISION_NOTE_MAX,
        optional: true,
        ..Area::default()
    });
    html! {
        (form.summary())
        @if !look.stuck {
            (button(&place, look.waiting.id(), Decision::LetThrough, &t.offer_proposal_let(), "button"))
        }
        form method="post" action={ (place) "/proposal" } {
            input type="hidden" name="seen" value=(look.waiting.id());
            (area)
            div.actions { button.button.quiet name="decision" value=(Decision::TurnedDown.code()) { (t.offer_proposal_turn()) } }
        }
    }
}

/// At the offer, for those who keep it: what waits, and what was not let through.
pub(super) async fn waiting(v: &Visitor, reading: &Reading) -> Result<Markup, Fail> {
    if !reading.may_keep {
        return Ok(html! {});
    }
    let t = v.t;
    let (actor, id) = (v.actor()?, reading.offer.id);
    let waits = offer::waiting_of(v.desk(), actor.municipality, id).await?;
    let turned = offer::turned_down(v.desk(), actor, id).await?;
    Ok(html! {
        @if let Some(waits) = waits {
            div.note.no-print {
                p { (t.offer_proposal_waits(by(v, &waits))) }
                p { a href=(v.at(&format!("/offers/{id}/proposal"))) { (t.offer_proposal_see()) } }
            }
        }
        @if let Some(turned) = turned {
            div.note.no-print {
                p { (t.offer_proposal_turned()) " " (time(v, turned.at())) }
                @if let Some(note) = &turned.note { (prose(note)) }
            }
        }
    })
}
