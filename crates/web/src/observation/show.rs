//! One story: the receipt when it has just come, and the trail of what became of it.
use super::correct::before;
use super::quote::quotes;
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form, lang, prose_in, tag, time};
use crate::kit::{Answer, Fail, Flash, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::observation::{self, Observation, QuoteDraft, Reading};
use samskab_app::{citizen, topic};
use samskab_domain::access::Act;
use samskab_domain::kernel::Remark;
use samskab_locale::Named;

/// `GET /{m}/observations/{id}`
pub async fn show(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let reading = observation::read(v.desk(), v.actor()?, id).await?;
    let received = reading.own && query.ticked("received");
    let body = page(&v, &reading, received, &QuoteDraft::default(), &[]).await?;
    Ok(Page::new(&v, title(&v, received), body).into_response())
}

/// The organisation it was told in, or that a citizen told it.
pub(crate) fn told_in(v: &Visitor, o: &Observation) -> String {
    match &o.organisation {
        Some(organisation) => organisation.clone(),
        None => v.t.observation_by_citizen(),
    }
}

pub(super) fn title(v: &Visitor, received: bool) -> String {
    if received {
        v.t.observation_received()
    } else {
        v.t.observation_title()
    }
}

/// The page's body; `typed` and `remarks` belong to the quote form.
pub(super) async fn page(
    v: &Visitor,
    reading: &Reading,
    received: bool,
    typed: &QuoteDraft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let o = &reading.observation;
    let trail = crate::observation::became::trail_of(v, o).await?;
    let near = match received {
        true => crate::likeness::offered(v, o).await?,
        false => Markup::default(),
    };
    let facts = facts(v, o).await?;
    let (place, label) = match reading.own {
        true => (v.at("/observations"), t.observation_all_yours()),
        false => (v.at("/inbox"), t.menu_inbox()),
    };
    Ok(html! {
        (back(&place, &label))
        div.split {
            div {
                @if received { (receipt(v, o)) (near) } @else { h1 { (t.menu_what_became()) } }
                blockquote {
                    @if o.state == "withdrawn" { p { em { (t.observation_withdrawn()) } } } @else { (prose_in(lang(v, o.language()), &o.story)) }
                    footer {
                        (time(v, o.created_at())) "\u{a0}· " (o.area) "\u{a0}· " (o.topic_group().name(t))
                        @if let Some(source) = o.source() { "\u{a0}· " (source.name(t)) }
                        @if let Some(place) = &o.place { "\u{a0}· " (place) }
                        @if !reading.own { "\u{a0}· " (told_in(v, o)) }
                    }
                }
                (facts)
                @if let Some(help) = &o.would_help { p { b { (t.observation_would_help()) } " " span lang=[lang(v, o.language())] { (help) } } }
                (before(v, reading))
                (trail)
            }
            aside { (aside(v, reading, typed, remarks)) }
        }
    })
}

/// What is known of it beside the words; nothing where nothing is.
async fn facts(v: &Visitor, o: &Observation) -> Result<Markup, Fail> {
    let t = v.t;
    let topic = match o.topic_id {
        Some(id) => {
            let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
            topics.into_iter().find(|t| t.id == id).map(|t| t.name)
        }
        None => None,
    };
    let known = [
        (t.observation_topic(), topic),
        (t.observation_concerns(), o.concerns.clone()),
        (t.observation_frequency(), o.frequency().map(|f| f.name(t))),
        (t.observation_severity(), o.severity().map(|s| s.name(t))),
    ];
    Ok(html! {
        @if known.iter().any(|(_, value)| value.is_some()) {
            dl.facts {
                @for (label, value) in &known {
                    @if let Some(value) = value { dt { (label) } dd { (value) } }
                }
            }
        }
    })
}

/// The receipt, and then the shortest way on: can you try something yourselves? (F10)
fn receipt(v: &Visitor, o: &Observation) -> Markup {
    let t = v.t;
    let membership = v
        .session()
        .map(|s| s.actor.membership.to_string())
        .unwrap_or_default();
    html! {
        h1 data-draft-done={ "observation-" (membership) } { (t.observation_received()) }
        p.lead { (t.observation_received_text()) }
        div.card {
            h2 { (t.trial_question()) }
            p { (t.trial_question_text()) }
            div.actions {
                a.button href=(v.at(&format!("/trials/new?observation={}", o.id))) { (t.trial_start()) }
                a.button.plain href=(v.at("/my-day")) { (t.trial_not_now()) }
            }
        }
    }
}

fn aside(v: &Visitor, reading: &Reading, typed: &QuoteDraft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let o = &reading.observation;
    let kept = o.state == "kept";
    html! {
        div.card {
            h2 { (t.observation_who_sees()) }
            p { (tag(Tone::Plain, o.circle().name(t))) }
            p.small.muted { (t.observation_who_sees_text()) }
        }
        @if reading.may_look { (look(v, o)) }
        @if kept { (quotes(v, reading, typed, remarks)) }
        @if kept && v.may(Act::WriteNeed) {
            div.card {
                h2 { (t.observation_gather()) }
                p { a.button.quiet href=(v.at(&format!("/needs/new?observation={}", o.id))) { (t.need_write()) } }
            }
        }
        @if reading.may_sort {
            p { a.button.plain href=(v.at(&format!("/observations/{}/sort", o.id))) { (t.observation_sort()) } }
        }
        @if reading.may_correct {
            p { a.button.plain href=(v.at(&format!("/observations/{}/correct", o.id))) { (t.observation_correct()) } }
        }
        @if kept && reading.own {
            details {
                summary { (t.observation_withdraw()) }
                p.small { (t.observation_withdraw_text()) }
                (button_form(&v.at(&format!("/observations/{}/withdraw", o.id)), &t.observation_withdraw_yes(), "button quiet"))
            }
        }
    }
}

/// A citizen told it: the facilitator says whether others may read it.
fn look(v: &Visitor, o: &Observation) -> Markup {
    let t = v.t;
    let at = |what: &str| v.at(&format!("/observations/{}/{what}", o.id));
    html! {
        div.card {
            h2 { (t.held_look()) }
            p { (t.held_look_text()) }
            (button_form(&at("release"), &t.held_release(), "button"))
            details {
                summary { (t.held_set_aside()) }
                p.small { (t.held_set_aside_text()) }
                (button_form(&at("set-aside"), &t.held_set_aside_yes(), "button quiet"))
            }
        }
    }
}

/// `POST /{m}/observations/{id}/release`
pub async fn release(v: Visitor, Target(id): Target) -> Answer {
    citizen::release(v.desk(), v.actor()?, id).await?;
    Ok(to(
        &v.at(&format!("/observations/{id}")),
        Some(Flash::Saved),
    ))
}

/// `POST /{m}/observations/{id}/set-aside`
pub async fn set_aside(v: Visitor, Target(id): Target) -> Answer {
    citizen::set_aside(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/inbox"), Some(Flash::Saved)))
}

/// `POST /{m}/observations/{id}/withdraw`
pub async fn withdraw(v: Visitor, Target(id): Target) -> Answer {
    observation::withdraw(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/observations"), Some(Flash::Withdrawn)))
}
