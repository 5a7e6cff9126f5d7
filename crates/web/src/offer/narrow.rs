//! What a visitor narrows offers down to, on every page that shows several.
use super::words::{mark, named};
use crate::kit::form::options;
use crate::kit::list::{address_with, filter, filters};
use crate::kit::parts::lang;
use crate::kit::{Fail, Query, Visitor};
use maud::{Markup, html};
use samskab_app::offer::{self, Counts, Narrowed, Wish};
use samskab_app::{area, topic};
use samskab_domain::kernel::Coded;
use samskab_domain::offer::{Accessibility, Choice, Cost, SPOKEN};
use samskab_domain::topic::TopicGroup;

/// The names of all that an address can narrow offers down to.
pub(super) const NAMES: [&str; 10] = [
    "q",
    "topic_group",
    "topic",
    "area",
    "place",
    "within",
    "when",
    "spoken",
    "cost",
    "access",
];

/// Values and their names.
type Options = Vec<(String, String)>;
type Count = fn(&Counts, &str) -> u32;

/// How far one can choose to go, in kilometres.
const KILOMETRES: [&str; 4] = ["2", "5", "10", "25"];

/// What the address wishes.
pub(super) fn wish(v: &Visitor, query: &Query) -> Wish {
    let Query(query) = query;
    let digits = |place: &String| {
        (1..=10).contains(&place.len()) && place.bytes().all(|b| b.is_ascii_digit())
    };
    let spoken = query.text("spoken");
    let within = query.text("within");
    let within = KILOMETRES.contains(&within.as_str()).then_some(within);
    Wish {
        q: query.text("q").chars().take(200).collect(),
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        topic: query.id("topic"),
        place: Some(query.text("place")).filter(digits),
        language: v.language(),
        narrowed: Narrowed {
            spoken: SPOKEN
                .iter()
                .find(|(code, _)| *code == spoken)
                .map(|(code, _)| (*code).to_owned()),
            cost: query.choice("cost"),
            accessibility: query.choice("access"),
            when: query.choice("when"),
            within: within.and_then(|km| Some(1_000.0 * km.parse::<f64>().ok()?)),
        },
        ..Wish::default()
    }
}

/// The choices, each with how many offers it would leave; those that leave none are not shown.
pub(super) async fn choices(v: &Visitor, query: &Query, counts: &Counts) -> Result<Markup, Fail> {
    let t = &v.t.public;
    let Query(query) = query;
    let at = |name: &str| query.text(name);
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let topics = topics.into_iter().map(|topic| {
        (
            topic.id.to_string(),
            named(v, &topic.name, topic.language()),
        )
    });
    let spoken = SPOKEN
        .iter()
        .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()));
    let all: [(&str, String, Options, Count); 8] = [
        (
            "topic_group",
            t.offer_topic(),
            options::<TopicGroup>(v.t),
            Counts::of_topic_group,
        ),
        (
            "topic",
            t.offer_find_topic(),
            topics.collect(),
            Counts::of_topic,
        ),
        ("area", t.offer_area(), areas(v).await?, Counts::of_area),
        ("when", t.offer_find_when(), times(v), Counts::of_time),
        (
            "place",
            t.offer_where(),
            places(v, counts).await?,
            Counts::of_place,
        ),
        (
            "spoken",
            t.offer_find_spoken(),
            spoken.collect(),
            Counts::of_spoken,
        ),
        (
            "cost",
            t.offer_price(),
            options::<Cost>(v.t),
            Counts::of_cost,
        ),
        (
            "access",
            t.offer_access(),
            options::<Accessibility>(v.t),
            Counts::of_accessibility,
        ),
    ];
    let all = all.map(|(name, label, options, of)| {
        let counted = counted(options, |value| of(counts, value), &at(name));
        (name, label, counted)
    });
    let q = at("q");
    Ok(filters(
        v,
        html! {
            @if !q.is_empty() { input type="hidden" name="q" value=(q); }
            @for (name, label, options) in all.iter().filter(|(.., options)| !options.is_empty()) {
                (filter(v, name, label, options, &at(name)))
                @if *name == "place" && !at("place").is_empty() { (within(v, &at("within"))) }
            }
        },
    ))
}

/// How far from the place one would go.
fn within(v: &Visitor, chosen: &str) -> Markup {
    let t = &v.t.public;
    html! {
        div.field {
            label for="filter-within" { (t.offer_find_within()) }
            select id="filter-within" name="within" {
                option value="" { (t.offer_find_within_none()) }
                @for km in KILOMETRES {
                    option value=(km) selected[km == chosen] { (t.offer_find_within_km(km.parse::<u32>().unwrap_or(0))) }
                }
            }
        }
    }
}

/// The choices that leave something, and the chosen one, with how many they leave.
fn counted(options: Options, of: impl Fn(&str) -> u32, chosen: &str) -> Options {
    let counted = options
        .into_iter()
        .map(|(value, text)| (of(&value), value, text));
    counted
        .filter(|(count, value, _)| *count > 0 || value == chosen)
        .map(|(count, value, text)| (value, format!("{text} ({count})")))
        .collect()
}

/// The finer topics of the chosen group, one tap away, each with how many offers it leaves.
pub(super) async fn finer(v: &Visitor, query: &Query, counts: &Counts) -> Result<Markup, Fail> {
    let t = &v.t.public;
    let Query(query) = query;
    let Some(group) = query.choice::<TopicGroup>("topic_group") else {
        return Ok(html! {});
    };
    let chosen = query.text("topic");
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let mut within = Vec::new();
    for topic in topics.iter().filter(|topic| topic.group() == group) {
        let id = topic.id.to_string();
        let count = counts.of_topic(&id);
        if count > 0 || id == chosen {
            within.push((topic, id, count));
        }
    }
    Ok(html! {
        @if !within.is_empty() {
            nav.actions aria-label=(t.offer_find_topics()) {
                @for (topic, id, count) in &within {
                    @let here = *id == chosen;
                    @let class = if here { "button" } else { "button quiet" };
                    @let place = address_with(v, &[("topic", if here { "" } else { id }), ("after", "")]);
                    a class=(class) href=(place) aria-current=[here.then_some("true")] {
                        bdi lang=[lang(v, topic.language())] { (topic.name) } (mark(v, topic.language())) " (" (count) ")"
                    }
                }
            }
        }
    })
}

async fn areas(v: &Visitor) -> Result<Options, Fail> {
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let named = areas
        .iter()
        .map(|area| (area.id.to_string(), named(v, &area.name, area.language())));
    Ok(named.collect())
}

async fn places(v: &Visitor, counts: &Counts) -> Result<Options, Fail> {
    let places = offer::places(v.desk(), v.municipality.id, counts).await?;
    let named = places.into_iter().map(|place| {
        let city = place.city.unwrap_or_default();
        (place.postcode.clone(), format!("{} {city}", place.postcode))
    });
    Ok(named.collect())
}

fn times(v: &Visitor) -> Options {
    let t = &v.t.public;
    let name = |choice: Choice| match choice {
        Choice::Now => t.offer_find_now(),
        Choice::Today => t.offer_find_today(),
        Choice::ThisWeek => t.offer_find_week(),
        Choice::Evening => t.offer_find_evening(),
        Choice::Monday => t.weekday(1),
        Choice::Tuesday => t.weekday(2),
        Choice::Wednesday => t.weekday(3),
        Choice::Thursday => t.weekday(4),
        Choice::Friday => t.weekday(5),
        Choice::Saturday => t.weekday(6),
        Choice::Sunday => t.weekday(7),
    };
    let times = Choice::ALL.iter();
    times
        .map(|&choice| (choice.code().to_owned(), name(choice)))
        .collect()
}
