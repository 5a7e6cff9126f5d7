//! The list of each thing that can be amiss, and of the changes that wait.
use super::overview::about;
use crate::kit::list::{filter, filters, paging};
use crate::kit::page::back;
use crate::kit::parts::{Tone, empty, tag, time};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Waiting};
use samskab_app::upkeep::{self, Lack, LackWish, Lacking};
use samskab_domain::kernel::Coded;
use samskab_domain::translation::Standing;
use samskab_locale::{CITIZENS_LANGUAGES, Named};

/// `GET /{m}/upkeep/stale` and its like.
pub async fn lacking(v: Visitor, Query(query): Query, lack: Lack) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let wish = LackWish {
        into: query.choice("into"),
        after: (!after.is_empty()).then_some(after),
    };
    let page = upkeep::lacking(v.desk(), v.actor()?, lack, &wish).await?;
    let body = html! {
        (back(&v.at("/upkeep"), &t.upkeep_title()))
        h1 { (lack.name(t)) }
        p.muted { (about(&v, lack)) }
        @if lack == Lack::Untranslated { (filters(&v, filter(&v, "into", &t.upkeep_into(), &languages(&v), &query.text("into")))) }
        @if page.items.is_empty() { (empty(&t.upkeep_list_none_title(), &t.upkeep_list_none_text(), None)) }
        @else {
            ul.rows role="list" { @for one in &page.items { (row(&v, lack, one)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, lack.name(t), body).into_response())
}

fn languages(v: &Visitor) -> Vec<(String, String)> {
    let all = CITIZENS_LANGUAGES.iter();
    all.map(|l| (l.code().to_owned(), v.t.language_named(*l)))
        .collect()
}

fn row(v: &Visitor, lack: Lack, one: &Lacking) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/offers/{}", one.id()));
    html! {
        li {
            p {
                a href=(place) { b lang=[crate::kit::parts::lang(v, one.language())] { (one.name()) } }
                @if let Some(bearer) = one.bearer() { br; span.muted.small { (bearer) } }
                br; (amiss(v, lack, one))
            }
            @let (path, label) = match lack {
                Lack::Untranslated => ("translations", t.upkeep_translate()),
                Lack::Faulty => ("faults", t.upkeep_see()),
                _ => ("edit", t.public.edit()),
            };
            a.button.quiet href={ (place) "/" (path) } { (label) span.visually-hidden { ": " (one.name()) } }
        }
    }
}

fn amiss(v: &Visitor, lack: Lack, one: &Lacking) -> Markup {
    let t = v.t;
    let checked = match one.checked() {
        Some(day) => t.offer_last_checked(t.near(day, v.today())),
        None => t.offer_never_checked(),
    };
    html! {
        @match lack {
            Lack::Stale | Lack::Orphaned => {
                (tag(Tone::Warm, checked))
                @if one.hidden(v.today()) { " " (tag(Tone::Warm, t.offer_hidden())) }
            }
            Lack::Faulty => (tag(Tone::Warm, t.upkeep_faults(one.faults()))),
            Lack::Broken => @for dead in &one.dead {
                bdi { (dead.value) } " " (tag(Tone::Warm, dead.trouble().name(t))) " " span.muted.small { (time(v, dead.at())) } br;
            },
            Lack::Thin => @for gap in one.gaps() { (tag(Tone::Plain, gap.name(t))) " " },
            Lack::Untranslated => (told_in(v, one)),
        }
    }
}

fn told_in(v: &Visitor, one: &Lacking) -> Markup {
    let t = v.t;
    let named = |which: Standing| -> Vec<String> {
        let those = one
            .languages
            .iter()
            .filter(|(_, standing)| *standing == which);
        those
            .map(|(language, _)| t.language_named(*language))
            .collect()
    };
    let (missing, outdated) = (named(Standing::Missing), named(Standing::Outdated));
    html! {
        span.small {
            @if !outdated.is_empty() { (t.upkeep_outdated_in(outdated.join(", "))) br; }
            @if !missing.is_empty() { (t.upkeep_missing_in(missing.join(", "))) }
        }
    }
}

/// `GET /{m}/upkeep/waiting`
pub async fn waiting(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let page = offer::proposals(v.desk(), v.actor()?, query.id("after")).await?;
    let body = html! {
        (back(&v.at("/upkeep"), &t.upkeep_title()))
        h1 { (t.upkeep_waiting()) }
        p.muted { (t.upkeep_waiting_about()) }
        @if page.items.is_empty() { (empty(&t.upkeep_list_none_title(), &t.upkeep_list_none_text(), None)) }
        @else {
            ul.rows role="list" { @for one in &page.items { (proposal(&v, one)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.upkeep_waiting(), body).into_response())
}

fn proposal(v: &Visitor, one: &Waiting) -> Markup {
    let t = v.t;
    let (role, organisation) = one.by();
    html! {
        li {
            p {
                b { (one.name()) } br;
                span.muted.small { (t.offer_history_by(organisation, role.name(t))) "\u{a0}· " (time(v, one.at())) }
            }
            a.button.quiet href=(v.at(&format!("/offers/{}/proposal", one.offer()))) {
                (t.offer_proposal_see()) span.visually-hidden { ": " (one.name()) }
            }
        }
    }
}
