//! The page of a need: what it is and who says what, beside what one can do about it.
use super::general::way;
use super::note::note_form;
use super::observations::stories;
use super::story::story;
use super::succession::{became, was};
use super::topics::names;
use crate::answer::{self, said};
use crate::frame::handover_line;
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form, tag};
use crate::kit::{Answer, Fail, Page, Query, Target, Visitor, to};
use crate::likeness::also_words;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::felt::{self, Felt};
use samskab_app::frame::{self, Handover};
use samskab_app::need::{self, NoteDraft, Reading};
use samskab_domain::access::Act;
use samskab_domain::answer::Kind;
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::need::State;
use samskab_locale::Named;

/// `GET /{m}/needs/{id}`
pub async fn show(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    if !query.ticked("before")
        && let Some(place) = leads_to(&v, id).await?
    {
        return Ok(to(&place, None));
    }
    let page = page(&v, id, &NoteDraft::default(), &[]).await?;
    Ok(page.into_response())
}

/// Where the address of a need leads that another stands in the place of, as far as the visitor may see it.
async fn leads_to(v: &Visitor, id: Id) -> Result<Option<String>, Fail> {
    let next = need::stands_as(v.desk(), v.actor()?, id).await?;
    Ok(next.map(|next| v.at(&format!("/needs/{next}"))))
}

/// What its circle alone may do something with.
///
/// # Errors
/// [`Fail::Forbidden`] to others who see it.
pub(super) async fn reading_in_circle(v: &Visitor, id: Id) -> Result<Reading, Fail> {
    let reading = need::read(v.desk(), v.actor()?, id).await?;
    match reading.in_circle {
        true => Ok(reading),
        false => Err(Fail::Forbidden),
    }
}

/// The page; `typed` and `remarks` belong to the form for a note.
pub(super) async fn page(
    v: &Visitor,
    id: Id,
    typed: &NoteDraft,
    remarks: &[Remark],
) -> Result<Page, Fail> {
    let reading = need::read(v.desk(), v.actor()?, id).await?;
    let felt = felt::of_needs(v.desk(), v.actor()?, &[id], reading.in_circle).await?;
    let handovers = frame::handovers_of_need(v.desk(), v.actor()?, id).await?;
    let topics = names(v, &reading).await?;
    let aside = aside(v, &reading).await?;
    let body = html! {
        (back(&v.at("/needs"), &v.t.need_all()))
        div.split {
            div {
                (became(v, &reading))
                (story(v, &reading, &topics))
                @if let Some(general) = &reading.general { (way(v, general)) }
                (note_form(v, &reading, typed, remarks))
                (answers(v, &reading, &felt))
                (handed_over(v, &handovers))
                (initiatives(v, &reading))
                (was(v, &reading))
                // The stories stay in their circle, on paper too.
                div.no-print { (stories(v, &reading)) }
            }
            aside { (aside) }
        }
    };
    Ok(Page::new(v, &reading.need.title, body))
}

fn answers(v: &Visitor, reading: &Reading, felt: &[Felt]) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.need_answers()) }
        @if reading.answers.is_empty() { p.muted { (t.need_answers_none()) } }
        div.stack { @for a in &reading.answers { (said(v, a, reading, felt)) } }
    }
}

/// What elected politicians were asked about it (F21).
fn handed_over(v: &Visitor, handovers: &[Handover]) -> Markup {
    html! {
        @if !handovers.is_empty() {
            h2 { (v.t.handover_list()) }
            ul { @for handed in handovers { li { (handover_line(v, handed)) } } }
        }
    }
}

fn initiatives(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        @if !reading.initiatives.is_empty() {
            h2 { (t.need_initiatives()) }
            ul.rows role="list" {
                @for i in &reading.initiatives {
                    li {
                        p { a href=(v.at(&format!("/initiatives/{}", i.id))) { (i.title) } }
                        p { (tag(Tone::Plain, i.state().name(t))) }
                    }
                }
            }
        }
    }
}

/// What the visitor is asked, else what can happen now.
async fn aside(v: &Visitor, reading: &Reading) -> Result<Markup, Fail> {
    let organisation = v.actor()?.organisation;
    let owed = reading.owed_by(organisation).filter(|_| v.may(Act::Answer));
    let form = match owed {
        Some(asked) => {
            let around = answer::around(v, asked).await?;
            answer::form(v, asked, &around, &around.draft(), &[])
        }
        None => html! {},
    };
    Ok(html! { (form) (actions(v, reading)) })
}

fn actions(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let need = &reading.need;
    let at = |rest: &str| v.at(&format!("/needs/{}{rest}", need.id));
    let raised = need.state() != State::Draft;
    // Once another need stands in its place, things happen there.
    let stands = !need.succeeded();
    let gather = stands && v.may(Act::WriteNeed);
    let raise = stands && reading.in_circle && v.may(Act::RaiseNeed);
    // An answer that says *together* has its own way into an initiative.
    let together = reading
        .answers
        .iter()
        .any(|a| a.kind() == Some(Kind::Together));
    let open = stands && raised && !together && v.may(Act::OpenInitiative);
    let differ = raise && raised && need.state() != State::Differs;
    let hand_over = raised && v.may(Act::HandOver);
    let also = stands && raised && v.may(Act::TellObservation);
    html! {
        @if also || gather || raise || open || hand_over {
            div.card.no-print {
                h2 { (t.need_next()) }
                div.stack {
                    @if also {
                        p { a.button.quiet.wide href=(v.at(&format!("/observations/new?need={}", need.id))) { (also_words(v)) } }
                    }
                    @if raise && !raised { p { a.button.wide href=(at("/raise")) { (t.need_raise()) } } }
                    @if gather { p { a.button.quiet.wide href=(at("/observations")) { (t.need_gather()) } } }
                    @if gather && reading.in_circle { p { a.button.quiet.wide href=(at("/edit")) { (t.need_edit()) } } }
                    @if raise && raised { p { a.button.quiet.wide href=(at("/raise")) { (t.need_raise_more()) } } }
                    @if open {
                        p { a.button.quiet.wide href=(v.at(&format!("/initiatives/new?need={}", need.id))) { (t.need_initiative()) } }
                    }
                    @if hand_over {
                        p.small { a href=(v.at(&format!("/handovers/new?need={}", need.id))) { (t.handover_open()) } }
                    }
                }
                @if gather && reading.in_circle { (succeed(v, &at)) }
                @if differ {
                    details {
                        summary { (t.need_differ()) }
                        p.small { (t.need_differ_text()) }
                        (button_form(&at("/differ"), &t.need_differ_yes(), "button quiet"))
                    }
                }
            }
        }
    }
}

/// What is done seldom, folded away.
fn succeed(v: &Visitor, at: &impl Fn(&str) -> String) -> Markup {
    let t = v.t;
    html! {
        details {
            summary { (t.succeed_more()) }
            p { a href=(at("/merge")) { (t.succeed_merge()) } }
            p { a href=(at("/split")) { (t.succeed_split()) } }
            p { a href=(at("/anew")) { (t.succeed_anew()) } }
        }
    }
}
