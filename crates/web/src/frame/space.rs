//! The space of possibility: what can be done here, what is open, what is decided elsewhere and by
//! whom. On a phone it fits one screen, on paper one sheet.
use crate::kit::list::address_with;
use crate::kit::parts::{Tone, beginning, empty, tag};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::area::{self, Area};
use samskab_app::frame::{self, FrameItem, Handover};
use samskab_domain::access::Act;
use samskab_domain::calendar::Day;
use samskab_domain::frame::{Firmness, SHORT_MAX};
use samskab_domain::kernel::{Id, Moment};
use samskab_locale::Named;

/// `GET /{m}/frames`
pub async fn space(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let Some(area) = chosen(&v, &areas, query.id("area")) else {
        let body = html! {
            h1 { (t.menu_frames()) }
            (empty(&t.frame_none(), &t.frame_lead(), None))
        };
        return Ok(Page::new(&v, t.menu_frames(), body).into_response());
    };
    let items = frame::list(v.desk(), v.municipality.id, Some(area.id)).await?;
    let ids: Vec<Id> = items.iter().map(|i| i.id).collect();
    let asked = frame::handovers_about(v.desk(), v.municipality.id, &ids).await?;
    let since = v.desk().now().plus(-365 * Moment::DAY);
    let late = frame::found_late(v.desk(), v.municipality.id, area.id, since).await?;
    let all = query.ticked("all");
    let body = html! {
        div.frames {
            (choices(&v, &areas, area.id))
            h1 { (t.menu_frames()) }
            p.print-only { (area.name) ", " (t.day(v.today())) }
            p.lead { (t.frame_lead()) }
            @if items.is_empty() { (nothing(&v, area.id)) }
            @else { (columns(&v, &items, &asked, all)) }
            @if late > 0 { p.small.muted { (t.frame_late_count(late)) } }
            (actions(&v, area.id, items.is_empty()))
        }
    };
    Ok(Page::new(&v, t.menu_frames(), body).into_response())
}

/// The area asked for; else the visitor's own, else the first.
fn chosen<'a>(v: &Visitor, areas: &'a [Area], asked: Option<Id>) -> Option<&'a Area> {
    let own = v.session().and_then(|s| s.actor.areas.first().copied());
    let find = |wanted: Option<Id>| areas.iter().find(|a| Some(a.id) == wanted);
    find(asked).or_else(|| find(own)).or_else(|| areas.first())
}

fn choices(v: &Visitor, areas: &[Area], here: Id) -> Markup {
    html! {
        @if areas.len() > 1 {
            nav.areas aria-label=(v.t.frame_area()) {
                ul role="list" {
                    @for area in areas {
                        @let current = (area.id == here).then_some("true");
                        li { a href=(v.at(&format!("/frames?area={}", area.id))) aria-current=[current] { (area.name) } }
                    }
                }
            }
        }
    }
}

fn nothing(v: &Visitor, area: Id) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/frames/new?area={area}"));
    let label = t.frame_declare();
    let action = v
        .may(Act::DeclareFrame)
        .then_some((place.as_str(), label.as_str()));
    empty(&t.frame_none(), &t.frame_none_text(), action)
}

fn actions(v: &Visitor, area: Id, none: bool) -> Markup {
    let t = v.t;
    html! {
        div.actions {
            @if v.may(Act::DeclareFrame) && !none {
                a.button href=(v.at(&format!("/frames/new?area={area}"))) { (t.frame_declare()) }
            }
            a.button.quiet href=(v.at(&format!("/handovers?area={area}"))) { (t.handover_list()) }
            @if !none { button.button.quiet type="button" data-print { (t.public.print()) } }
        }
    }
}

/// Below so many on a phone, the rest is one tap away.
const ON_A_PHONE: usize = 3;
/// More than so many need smaller letters to stay on one sheet.
const ON_A_SHEET: usize = 18;

/// The three columns: what can be done first.
pub(super) fn columns(v: &Visitor, items: &[FrameItem], asked: &[Handover], all: bool) -> Markup {
    let t = v.t;
    let of = |firmness: Firmness| -> Vec<&FrameItem> {
        items.iter().filter(|i| i.firmness() == firmness).collect()
    };
    let class = match (all, items.len() > ON_A_SHEET) {
        (true, _) => "columns",
        (false, false) => "columns at-a-glance",
        (false, true) => "columns at-a-glance many",
    };
    html! {
        div class=(class) {
            (column(v, "column", Firmness::Open, &of(Firmness::Open), asked))
            (column(v, "column open", Firmness::Negotiable, &of(Firmness::Negotiable), asked))
            (column(v, "column fixed", Firmness::Fixed, &of(Firmness::Fixed), asked))
        }
        @if !all { p.phone-only { a href=(address_with(v, &[("all", "yes")])) { (t.frame_all(items.len())) } } }
    }
}

fn column(
    v: &Visitor,
    class: &str,
    firmness: Firmness,
    items: &[&FrameItem],
    asked: &[Handover],
) -> Markup {
    let more = items.len().saturating_sub(ON_A_PHONE);
    html! {
        section class=(class) {
            h2 { (firmness.name(v.t)) }
            @if items.is_empty() { p.small { (v.t.frame_none_here()) } }
            @else {
                ul role="list" { @for item in items { (line(v, item, asked)) } }
                @if more > 0 { p.rest { (v.t.frame_more(more)) } }
            }
        }
    }
}

/// What it is called on a line: its short form, or how its sentence begins.
pub(super) fn called(item: &FrameItem) -> String {
    match &item.short {
        Some(short) => short.clone(),
        None => beginning(&item.body, SHORT_MAX),
    }
}

fn line(v: &Visitor, item: &FrameItem, asked: &[Handover]) -> Markup {
    let called = called(item);
    let handed = asked.iter().find(|h| h.frame_item_id == Some(item.id));
    html! {
        li {
            a href=(v.at(&format!("/frames/{}", item.id))) { (called) }
            @if called != item.body { p.in-full { (item.body) } }
            @if item.found_late { (found_late(v, item)) }
            small {
                (about(v, item))
                @if let Some(handed) = handed { br; (handed_over(v, handed)) }
            }
        }
    }
}

/// That it was handed over, and what came of it.
fn handed_over(v: &Visitor, handed: &Handover) -> String {
    let t = v.t;
    let day = handed.sent().map(|day| t.near(day, v.today()));
    let sent = t.handover_sent_to(&handed.recipient, day.unwrap_or_default());
    match handed.outcome() {
        Some(outcome) => format!("{sent} {}", outcome.name(t)),
        None => sent,
    }
}

pub(super) fn found_late(v: &Visitor, item: &FrameItem) -> Markup {
    let day = v.t.near(Day::of(item.declared_at()), v.today());
    html! { " " (tag(Tone::Warm, v.t.frame_found_late(day))) }
}

/// Who says so, where it stands, since when, and who can change it.
fn about(v: &Visitor, item: &FrameItem) -> String {
    let t = v.t;
    let who = item.changed_by().map(|who| who.name(t));
    let decides = match item.firmness() {
        Firmness::Open => None,
        Firmness::Negotiable => who.map(|who| t.frame_can_change(who)),
        Firmness::Fixed => who.map(|who| t.frame_decides(who)),
    };
    let parts = [
        decides,
        item.source.clone(),
        Some(item.organisation.clone()),
        item.from()
            .filter(|_| !item.found_late)
            .map(|day| t.frame_since(t.month_of(day))),
        item.until().map(|day| t.frame_until_day(t.day(day))),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join("\u{a0}· ")
}

/// A few lines for another page: what an initiative keeps to.
pub(crate) fn few(v: &Visitor, items: &[FrameItem]) -> Markup {
    html! {
        ul.plain role="list" {
            @for item in items {
                li {
                    a href=(v.at(&format!("/frames/{}", item.id))) { (called(item)) }
                    @if item.found_late { (found_late(v, item)) }
                    " " small.muted { (item.firmness().name(v.t)) }
                }
            }
        }
    }
}
