//! One item: what it says, who leans on it, and *does it still hold?*
use super::space::{called, found_late};
use crate::initiative::area_named;
use crate::kit::form::Area;
use crate::kit::page::back;
use crate::kit::parts::{Tone, day, lang, prose, quoted, tag, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::frame::{self, Challenge, FrameItem, Reading};
use samskab_app::{Outcome, Refusal};
use samskab_domain::access::Act;
use samskab_domain::frame::challenge::{Draft, WORDS_MAX};
use samskab_domain::frame::{LiftDraft, Validity, WHY_MAX};
use samskab_domain::kernel::{Id, Remark};
use samskab_locale::Named;

/// What was typed in one of the page's forms, and what was wrong with it.
#[derive(Default)]
struct Typed {
    question: Option<(Draft, Vec<Remark>)>,
    lift: Option<(LiftDraft, Vec<Remark>)>,
}

/// `GET /{m}/frames/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = frame::read(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, &reading, Typed::default()).await?.into_response())
}

/// `POST /{m}/frames/{id}/challenges`
pub async fn challenge(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = Draft {
        question: sent.text("question"),
        harmless: sent.ticked("harmless"),
    };
    let asked = frame::challenge(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let again = |remarks| Typed {
        question: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, asked.map(drop), Flash::FrameAsked, again).await
}

/// `POST /{m}/frames/{id}/lift`
pub async fn lift(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = LiftDraft {
        why: sent.text("why"),
        harmless: sent.ticked("harmless"),
    };
    let lifted = frame::lift(v.desk(), v.actor()?, id, &draft).await;
    let again = |remarks| Typed {
        lift: Some((draft, remarks)),
        ..Typed::default()
    };
    finish(&v, id, lifted, Flash::Saved, again).await
}

/// `POST /{m}/frames/{id}/seen`
pub async fn seen(v: Visitor, Target(id): Target) -> Answer {
    frame::put_aside(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/my-day"), None))
}

async fn finish(
    v: &Visitor,
    id: Id,
    outcome: Outcome<()>,
    flash: Flash,
    typed: impl FnOnce(Vec<Remark>) -> Typed,
) -> Answer {
    match outcome {
        Ok(()) => Ok(to(&v.at(&format!("/frames/{id}")), Some(flash))),
        Err(Refusal::Remarks(remarks)) => {
            let reading = frame::read(v.desk(), v.actor()?, id).await?;
            let page = page(v, &reading, typed(remarks)).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(v: &Visitor, reading: &Reading, typed: Typed) -> Result<Page, Fail> {
    let t = v.t;
    let item = &reading.item;
    let area = area_named(v, item.area_id, &item.area).await?;
    let called = called(item);
    let (place, label) = match (&item.initiative_id, &item.initiative) {
        (Some(id), Some(title)) => (v.at(&format!("/initiatives/{id}/frames")), title.clone()),
        _ => (
            v.at(&format!("/frames?area={}", item.area_id)),
            t.menu_frames(),
        ),
    };
    let body = html! {
        (back(&place, &label))
        div.split {
            div {
                h1 lang=[lang(v, item.language())] { (called) }
                @if called != item.body { p.lead lang=[lang(v, item.language())] { (item.body) } }
                (stands(v, item))
                (facts(v, item, &area))
                (why_late(v, item))
                (leans(v, reading))
                (questions(v, reading))
                (before(v, reading))
            }
            aside {
                @if reading.may_ask { (ask(v, item.id, typed.question)) }
                (onwards(v, reading))
                @if reading.may_keep { (keep(v, item.id, typed.lift)) }
            }
        }
    };
    Ok(Page::new(v, called, body))
}

/// That it has run out, is yet to come, or was said not to hold.
fn stands(v: &Visitor, item: &FrameItem) -> Markup {
    let t = v.t;
    html! {
        @match item.validity(v.today()) {
            Validity::Holds => {},
            Validity::ToCome => { @if let Some(from) = item.from() { p { (tag(Tone::Plain, t.frame_to_come(t.near(from, v.today())))) } } },
            Validity::Expired => {
                div.note {
                    @if let Some(until) = item.until() { p { b { (t.frame_expired(t.near(until, v.today()))) } } }
                    p { (t.frame_expired_text(&item.organisation)) }
                }
            },
            Validity::Lifted => {
                div.note {
                    @if let Some(at) = item.lifted_at() { p { b { (t.frame_lifted()) } " " (time(v, at)) } }
                    (prose(item.lifted_why.as_deref().unwrap_or_default()))
                }
            },
        }
    }
}

fn facts(v: &Visitor, item: &FrameItem, area: &str) -> Markup {
    let t = v.t;
    html! {
        dl.facts {
            dt { (t.frame_firmness()) } dd { (item.firmness().name(t)) }
            @if let Some(who) = item.changed_by() { dt { (t.frame_changed_by()) } dd { (who.name(t)) } }
            dt { (t.frame_kind()) } dd { (item.kind().name(t)) }
            @if item.source.is_some() || item.source_kind().is_some() {
                dt { (t.frame_source()) }
                dd {
                    @if let Some(kind) = item.source_kind() { (kind.name(t)) @if item.source.is_some() { ": " } }
                    (item.source.as_deref().unwrap_or_default())
                }
            }
            dt { (t.frame_said_by()) } dd { (item.organisation) ", " (item.sector().name(t)) }
            dt { (t.frame_for()) }
            dd { (area) @if let Some(title) = &item.initiative { ". " (t.frame_only_in(title)) } }
            @if let Some(from) = item.from() { dt { (t.frame_from()) } dd { (day(v, from)) } }
            dt { (t.frame_until()) }
            dd { @match item.until() { Some(until) => (day(v, until)), None => (t.frame_until_further()) } }
        }
    }
}

fn why_late(v: &Visitor, item: &FrameItem) -> Markup {
    html! {
        @if item.found_late {
            div.note {
                p { (found_late(v, item)) }
                (prose(item.late_why.as_deref().unwrap_or_default()))
                p.small { (v.t.frame_late_told()) }
            }
        }
    }
}

/// Those who lean on it, both ways; which version, where it has changed since.
fn leans(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let changed = |version: i64| version < reading.item.version;
    html! {
        @if !reading.answers.is_empty() || !reading.initiatives.is_empty() || !reading.handovers.is_empty() {
            h2 { (t.frame_leans()) }
            ul {
                @for answer in &reading.answers {
                    li {
                        (t.frame_leans_answer(&answer.organisation)) " "
                        a href=(v.at(&format!("/needs/{}", answer.need_id))) { (answer.need) }
                        @if answer.version.is_some_and(changed) { " " span.muted.small { (t.frame_leans_changed()) } }
                    }
                }
                @for initiative in &reading.initiatives {
                    li {
                        (t.frame_leans_initiative()) " "
                        a href=(v.at(&format!("/initiatives/{}", initiative.id))) { (initiative.title) }
                        @if changed(initiative.version) { " " span.muted.small { (t.frame_leans_changed()) } }
                    }
                }
                @for handed in &reading.handovers {
                    li { (super::handover::line(v, handed)) }
                }
            }
        }
    }
}

fn questions(v: &Visitor, reading: &Reading) -> Markup {
    html! {
        @if !reading.challenges.is_empty() {
            h2 { (v.t.frame_asked()) }
            @for asked in &reading.challenges { (question(v, reading, asked)) }
        }
    }
}

fn question(v: &Visitor, reading: &Reading, asked: &Challenge) -> Markup {
    let t = v.t;
    html! {
        article.card {
            p lang=[lang(v, asked.language())] { (quoted(&asked.question)) }
            p.small.muted { (asked.organisation) "\u{a0}· " (time(v, asked.created_at())) }
            @match asked.says() {
                Some(says) => {
                    p {
                        b { (says.name(t)) } " " (asked.reason.as_deref().unwrap_or_default())
                        br; span.small.muted { (reading.item.organisation) @if let Some(at) = asked.answered_at() { "\u{a0}· " (time(v, at)) } }
                    }
                },
                None if reading.may_keep => {
                    p { a.button.quiet href=(v.at(&format!("/challenges/{}", asked.id))) { (t.frame_answer_it()) } }
                },
                None => p.small { (t.frame_not_answered(&reading.item.organisation)) },
            }
        }
    }
}

fn before(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        @if !reading.versions.is_empty() {
            details {
                summary { (t.frame_before(reading.versions.len())) }
                ul {
                    @for version in &reading.versions {
                        li {
                            (quoted(&version.body))
                            @if let Some(firmness) = version.firmness() { " " (firmness.name(t)) "." }
                            " " span.small.muted { (t.frame_replaced()) " " (time(v, version.replaced_at())) }
                        }
                    }
                }
            }
        }
    }
}

fn ask(v: &Visitor, id: Id, typed: Option<(Draft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.area(Area {
            name: "question",
            label: &t.frame_ask_why(),
            hint: Some(&t.frame_ask_hint()),
            value: &draft.question,
            rows: 3,
            max: WORDS_MAX,
            personal: true,
            ..Area::default()
        }))
        (form.marked(draft.harmless))
    };
    html! {
        section.card {
            h2 { (t.frame_ask()) }
            (form.finish(&v.at(&format!("/frames/{id}/challenges")), fields, &t.frame_ask_send()))
        }
    }
}

/// On to those who decide it, when they are elected.
fn onwards(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let elected = reading
        .item
        .changed_by()
        .is_some_and(|who| who.is_elected());
    html! {
        @if elected && v.may(Act::HandOver) && reading.item.lifted_at().is_none() {
            section.card {
                h2 { (t.handover_title()) }
                p.small { (t.handover_lead()) }
                p { a.button.quiet href=(v.at(&format!("/handovers/new?frame_item={}", reading.item.id))) { (t.handover_open()) } }
            }
        }
    }
}

fn keep(v: &Visitor, id: Id, typed: Option<(LiftDraft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.area(Area {
            name: "why",
            label: &t.frame_lift_why(),
            value: &draft.why,
            rows: 3,
            max: WHY_MAX,
            ..Area::default()
        }))
        (form.marked(draft.harmless))
    };
    html! {
        section.card {
            h2 { (t.frame_keep()) }
            p { a.button.quiet href=(v.at(&format!("/frames/{id}/edit"))) { (t.frame_edit()) } }
            details open[open] {
                summary { (t.frame_lift()) }
                (form.finish(&v.at(&format!("/frames/{id}/lift")), fields, &t.frame_lift_send()))
            }
        }
    }
}
