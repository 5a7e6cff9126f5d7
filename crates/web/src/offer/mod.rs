//! Offers: found by anyone, kept by those who bear them.
mod about;
mod advice;
mod calendar;
mod checks;
mod edit;
mod feed;
mod folder;
mod form;
mod history;
mod item;
mod list;
mod merge;
mod narrow;
mod places;
mod proposal;
mod show;
mod suggest;
mod terms;
mod translate;
mod when;
mod why;
mod words;

pub(crate) use words::mark;

use crate::kit::Visitor;
use crate::kit::parts::{Tone, tag};
use crate::kit::route::{Access, Route, get, post};
use maud::Markup;
use samskab_domain::access::Act;
use samskab_domain::calendar::Day;
use samskab_domain::offer::Freshness;

pub fn routes() -> Vec<Route> {
    let keep = Access::May(Act::KeepOffers);
    vec![
        get("/{m}/offers", Access::Public, list::list).for_citizens(),
        get("/{m}/offers/suggest", Access::Public, suggest::suggest).for_citizens(),
        get("/{m}/offers/new", keep, edit::blank),
        post("/{m}/offers", keep, edit::create),
        get("/{m}/offers/checks", keep, checks::list),
        get("/{m}/offers/calendar", Access::Public, calendar::two_weeks).for_citizens(),
        get("/{m}/offers/calendar.ics", Access::Public, feed::several).for_citizens(),
        get("/{m}/offers/{id}/calendar.ics", Access::Public, feed::one).for_citizens(),
        get("/{m}/offers/places", Access::Public, places::list).for_citizens(),
        get("/{m}/offers/folder", Access::Public, folder::folder).for_citizens(),
        post("/{m}/offers/advice", keep, advice::look),
        get("/{m}/offers/{id}", Access::Public, show::show).for_citizens(),
        get("/{m}/offers/{id}/edit", keep, edit::edit),
        post("/{m}/offers/{id}/edit", keep, edit::change),
        post("/{m}/offers/{id}/verify", keep, checks::verify),
        post(
            "/{m}/offers/{id}/contact-gone",
            Access::May(Act::SeeOffers),
            checks::contact_gone,
        ),
        get("/{m}/offers/{id}/history", keep, history::show),
        get("/{m}/offers/{id}/merge", keep, merge::look),
        post("/{m}/offers/{id}/merge", keep, merge::merge),
        get("/{m}/offers/{id}/proposal", keep, proposal::show),
        post("/{m}/offers/{id}/proposal", keep, proposal::decide),
        get("/{m}/offers/{id}/translations", keep, translate::languages),
        get(
            "/{m}/offers/{id}/translations/{language}",
            keep,
            translate::edit,
        ),
        post(
            "/{m}/offers/{id}/translations/{language}",
            keep,
            translate::write,
        ),
    ]
}

/// When someone last said that it holds: the month, and the year too when it is long ago.
fn checked_tag(v: &Visitor, checked: Option<Day>, freshness: Freshness) -> Markup {
    let t = &v.t.public;
    let Some(day) = checked else {
        return tag(Tone::Warm, t.offer_unchecked());
    };
    let when = match day.days_until(v.today()) {
        ..300 => t.month_alone(day.parts().1),
        _ => v.t.month_of(day),
    };
    match freshness {
        Freshness::Checked => tag(Tone::Good, t.offer_checked(when)),
        Freshness::Due => tag(Tone::Plain, t.offer_checked(when)),
        Freshness::Stale => tag(Tone::Warm, t.offer_stale()),
    }
}
