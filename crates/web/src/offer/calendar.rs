//! *The coming two weeks*: what there is to come to, day by day.
use super::item::name;
use super::narrow::{choices, wish};
use crate::kit::about::About;
use crate::kit::list::address_in_language;
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Coming};
use samskab_domain::calendar::Day;
use samskab_domain::schedule::Occurrence;

/// How many days a page shows, today among them.
const DAYS: i64 = 14;

/// `GET /{m}/offers/calendar`
pub async fn two_weeks(v: Visitor, query: Query) -> Answer {
    let t = &v.t.public;
    let today = v.today();
    let wish = wish(&v, &query);
    let days = (today, today.plus(DAYS - 1));
    let counts = offer::counts(v.desk(), v.municipality.id, &wish).await?;
    let coming = offer::coming(v.desk(), v.municipality.id, (&wish, None), days).await?;
    let lead = t.offer_calendar_lead(&v.municipality.name);
    let body = html! {
        (back(&v.at("/offers"), &t.offer_back()))
        h1 { (t.offer_calendar_title()) }
        p.lead { (lead) }
        (choices(&v, &query, &counts).await?)
        @if coming.more { div.note { p { (t.offer_calendar_first(coming.offers.len())) } } }
        @if coming.times.is_empty() {
            (empty(&t.offer_calendar_none(), &t.offer_calendar_none_text(), Some((&v.at("/offers"), &t.offer_all()))))
        } @else {
            p.no-print.beside { a href=(address_in_language(&v, "/offers/calendar.ics")) { (t.offer_calendar_feed()) } }
            (by_day(&v, &coming))
        }
    };
    let about = About {
        description: lead,
        data: None,
    };
    Ok(Page::to_be_found(&v, t.offer_calendar_title(), &about, body).into_response())
}

fn by_day(v: &Visitor, coming: &Coming) -> Markup {
    let days = coming.times.chunk_by(|(a, _), (b, _)| a.day == b.day);
    html! {
        @for day in days {
            @if let Some((first, _)) = day.first() {
                section.day {
                    h2 { time datetime=(first.day.to_string()) { (day_name(v, first.day)) } }
                    ul.times role="list" {
                        @for (occurrence, place) in day {
                            @if let Some(item) = coming.offers.get(*place) {
                                li {
                                    p.when { (clock(v, *occurrence)) }
                                    div {
                                        p { (name(v, item)) }
                                        @if let Some(place) = item.place() { p.muted.small { bdi { (place) } } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// *I dag*, *I morgen*, else *torsdag 26. november*.
pub(super) fn day_name(v: &Visitor, day: Day) -> String {
    let near = v.t.near(day, v.today());
    match v.today().days_until(day) {
        0 | 1 => near,
        _ => format!("{} {near}", v.t.public.weekday(day.weekday())),
    }
}

/// *16.30–18.30*, the right way round in every language.
pub(super) fn clock(v: &Visitor, occurrence: Occurrence) -> Markup {
    let times = [occurrence.starts, occurrence.ends];
    let times = times.into_iter().flatten().map(|time| v.t.clock(time));
    let times: Vec<_> = times.collect();
    html! { bdi dir="ltr" { (times.join("–")) } }
}
