//! What a visitor narrows offers down to, on every page that shows several.
use crate::initiative::areas;
use crate::kit::form::options;
use crate::kit::list::{filter, filters};
use crate::kit::{Fail, Query, Visitor};
use maud::{Markup, html};
use samskab_app::offer::{self, Wish};
use samskab_domain::topic::TopicGroup;

/// What the address wishes.
pub(super) fn wish(v: &Visitor, query: &Query) -> Wish {
    let Query(query) = query;
    let digits = |place: &String| {
        (1..=10).contains(&place.len()) && place.bytes().all(|b| b.is_ascii_digit())
    };
    Wish {
        q: query.text("q").chars().take(200).collect(),
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        place: Some(query.text("place")).filter(digits),
        language: v.language(),
        ..Wish::default()
    }
}

/// The choices: what about, for whom, where.
pub(super) async fn choices(v: &Visitor, query: &Query) -> Result<Markup, Fail> {
    let t = &v.t.public;
    let Query(query) = query;
    let areas = areas(v).await?;
    let places = offer::places(v.desk(), v.municipality.id).await?;
    let places: Vec<_> = places
        .into_iter()
        .map(|place| {
            let city = place.city.unwrap_or_default();
            (place.postcode.clone(), format!("{} {city}", place.postcode))
        })
        .collect();
    let q = query.text("q");
    Ok(filters(
        v,
        html! {
            @if !q.is_empty() { input type="hidden" name="q" value=(q); }
            (filter(v, "topic_group", &t.offer_topic(), &options::<TopicGroup>(v.t), &query.text("topic_group")))
            (filter(v, "area", &t.offer_area(), &areas, &query.text("area")))
            @if !places.is_empty() { (filter(v, "place", &t.offer_where(), &places, &query.text("place"))) }
        },
    ))
}
