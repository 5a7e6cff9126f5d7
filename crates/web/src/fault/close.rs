//! What people say is wrong with an offer, and what came of it.
use crate::kit::page::back;
use crate::kit::parts::{Tone, empty, lang, tag, time};
use crate::kit::{Answer, Fail, Flash, Form, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::fault::{self, CameOfIt, Fault};
use samskab_app::offer;
use samskab_domain::kernel::{Coded, Id};
use samskab_locale::Named;

/// `GET /{m}/offers/{id}/faults`
pub async fn list(v: Visitor, Target(id): Target) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let reading = offer::read(v.desk(), v.municipality.id, Some(actor), id, v.language()).await?;
    if !reading.may_keep {
        return Err(Fail::Missing);
    }
    let faults = fault::list(v.desk(), actor, id).await?;
    let place = v.at(&format!("/offers/{id}"));
    let body = html! {
        div.narrow {
            (back(&place, &reading.name.body))
            h1 { (t.fault_page()) }
            @if faults.is_empty() { (empty(&t.fault_nothing_title(), &t.fault_nothing_text(), None)) }
            @else {
                ul.rows role="list" { @for fault in &faults { (row(&v, fault)) } }
                (outcomes(&v, id))
            }
        }
    };
    Ok(Page::new(&v, t.fault_page(), body).into_response())
}

fn row(v: &Visitor, fault: &Fault) -> Markup {
    html! {
        li {
            p {
                b { (fault.kind().name(v.t)) } " " span.muted.small { (time(v, fault.created_at())) }
                @if let Some(note) = &fault.note { br; bdi lang=[lang(v, fault.language())] { (note) } }
                @if fault.answer { br; (tag(Tone::Plain, v.t.fault_wants_answer())) }
            }
        }
    }
}

fn outcomes(v: &Visitor, offer: Id) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/offers/{offer}"));
    html! {
        h2 { (t.fault_came_of_it()) }
        p { (t.fault_came_of_it_text()) }
        p { a.button.quiet href={ (place) "/edit" } { (t.fault_edit_first()) } }
        form.choices method="post" action={ (place) "/faults/outcome" } {
            @for (outcome, label) in [
                (CameOfIt::Mended, t.fault_outcome_mended()),
                (CameOfIt::AsItStands, t.fault_outcome_as_it_stands()),
                (CameOfIt::TakenDown, t.fault_outcome_taken_down()),
            ] {
                button.button.wide.quiet name="outcome" value=(outcome.code()) { (label) }
            }
        }
    }
}

/// `POST /{m}/offers/{id}/faults/outcome`
pub async fn close(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let outcome = sent.choice("outcome").ok_or(Fail::Unreadable)?;
    fault::close(v.desk(), v.actor()?, id, outcome).await?;
    Ok(to(
        &v.at(&format!("/offers/{id}")),
        Some(Flash::FaultsClosed),
    ))
}
