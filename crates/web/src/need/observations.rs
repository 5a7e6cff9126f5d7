//! Choosing which stories carry a need: those most like it first, with the reason, or all by date.
//! People link; the system never does.
use crate::kit::form::{Choose, options};
use crate::kit::list::{filter, filters, paging};
use crate::kit::page::back;
use crate::kit::parts::{Tone, beginning, empty, lang, tag, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use crate::likeness::why as likeness_why;
use crate::observation::told_in;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::likeness::{self, Alike, Word};
use samskab_app::need::{self, Reading, Story};
use samskab_app::observation::{self, Observation, Wish};
use samskab_app::{Refusal, area};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::topic::TopicGroup;

/// `GET /{m}/needs/{id}/observations`
pub async fn choose(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let wish = Wish {
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        loose: query.ticked("loose"),
        before: query.id("before"),
    };
    let offer = Offer {
        all: !query.0.is_empty(),
        wish: &wish,
    };
    let body = page(&v, id, &offer, &[], &[]).await?;
    Ok(Page::new(&v, v.t.need_link_title(), body).into_response())
}

/// `POST /{m}/needs/{id}/observations`
pub async fn link(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let ticked = sent.all("observations");
    // What is no id was not ticked here.
    let ids: Vec<Id> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    match need::link(v.desk(), v.actor()?, id, &ids, sent.ticked("counter")).await {
        Ok(()) => Ok(to(&v.at(&format!("/needs/{id}")), Some(Flash::Linked))),
        Err(Refusal::Remarks(remarks)) => {
            let offer = Offer {
                all: sent.ticked("all"),
                wish: &Wish::default(),
            };
            let body = page(&v, id, &offer, &ticked, &remarks).await?;
            Ok(Page::new(&v, v.t.need_link_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/needs/{id}/refuse`
pub async fn refuse(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let ticked = sent.all("observations");
    let ids: Vec<Id> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    match need::refuse(v.desk(), v.actor()?, id, &ids).await {
        Ok(()) => {
            let place = v.at(&format!("/needs/{id}/observations"));
            Ok(to(&place, Some(Flash::Saved)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let offer = Offer {
                all: false,
                wish: &Wish::default(),
            };
            let body = page(&v, id, &offer, &ticked, &remarks).await?;
            Ok(Page::new(&v, v.t.need_link_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/needs/{id}/unlink`
pub async fn unlink(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let observation = sent.id("observation").ok_or(Fail::Missing)?;
    match need::unlink(v.desk(), v.actor()?, id, observation).await {
        Ok(()) => Ok(to(&v.at(&format!("/needs/{id}")), Some(Flash::Unlinked))),
        Err(Refusal::Remarks(remarks)) => {
            let offer = Offer {
                all: true,
                wish: &Wish::default(),
            };
            let body = page(&v, id, &offer, &[], &remarks).await?;
            Ok(Page::new(&v, v.t.need_link_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Which stories are offered: all of the circle by date, or those most like the need.
struct Offer<'a> {
    all: bool,
    wish: &'a Wish,
}

async fn page(
    v: &Visitor,
    id: Id,
    offer: &Offer<'_>,
    ticked: &[String],
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let reading = need::read(v.desk(), v.actor()?, id).await?;
    let alike = match offer.all {
        true => vec![],
        false => likeness::stories(v.desk(), v.actor()?, id).await?,
    };
    let inner = if alike.is_empty() {
        by_date(v, &reading, offer.wish, ticked, remarks).await?
    } else {
        let words = likeness::words(v.desk(), v.actor()?, id).await?;
        by_likeness(
            v,
            &FormView::new(v, remarks),
            &reading,
            &alike,
            &words,
            ticked,
        )
    };
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/needs/{id}")), &reading.need.title))
            h1 { (t.need_link_title()) }
            (inner)
        }
    })
}

/// The stories most like the need, each with the reason.
fn by_likeness(
    v: &Visitor,
    form: &FormView<'_>,
    reading: &Reading,
    alike: &[Alike],
    words: &[Word],
    ticked: &[String],
) -> Markup {
    let t = v.t;
    let options: Vec<_> = alike.iter().map(|a| told(v, &a.observation)).collect();
    let about: Vec<_> = alike.iter().map(|a| reason(v, a)).collect();
    let address = v.at(&format!("/needs/{}/observations", reading.need.id));
    let fields = html! {
        (form.checks(Choose {
            name: "observations",
            label: &t.need_link_alike(),
            options: &options,
            about: &about,
            chosen: ticked,
            ..Choose::default()
        }))
        (form.tick("counter", &t.need_link_counter(), false))
    };
    html! {
        p.muted { (t.need_link_alike_lead()) }
        (form.summary())
        form method="post" action=(address) {
            (fields)
            div.actions {
                button.button { (t.need_link_save()) }
                button.button.quiet formaction=(v.at(&format!("/needs/{}/refuse", reading.need.id))) { (t.need_link_refuse()) }
            }
        }
        p.small.muted { (t.need_link_refuse_hint()) }
        (learnt(v, words))
        p { a href=(format!("{address}?all=yes")) { (t.need_link_all()) } }
    }
}

/// What the tool has learnt people call it, so that it can be understood why something is suggested.
fn learnt(v: &Visitor, words: &[Word]) -> Markup {
    let t = v.t;
    html! {
        @if !words.is_empty() {
            details {
                summary { (t.need_learnt()) }
                p.small { (t.need_learnt_text()) }
                ul { @for word in words { li { (word.word) " " span.small.muted { (t.need_learnt_by(word.organisations)) } } } }
            }
        }
    }
}

fn reason(v: &Visitor, alike: &Alike) -> String {
    let why = likeness_why(
        v,
        &alike.reasons,
        &alike.same,
        alike.observation.topic_group(),
    );
    match alike.echoes {
        0 => why,
        echoes => format!("{why} · {}", v.t.need_link_echoes(echoes)),
    }
}

/// All stories of the circle, the newest first.
async fn by_date(
    v: &Visitor,
    reading: &Reading,
    wish: &Wish,
    ticked: &[String],
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let found = observation::inbox(v.desk(), v.actor()?, wish).await?;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let form = FormView::new(v, remarks);
    let address = v.at(&format!("/needs/{}/observations", reading.need.id));
    let fields = html! {
        input type="hidden" name="all" value="yes";
        (choices(v, &form, reading, &found.items, ticked))
        (form.tick("counter", &t.need_link_counter(), false))
    };
    Ok(html! {
        p.muted { (t.need_link_lead()) }
        (narrow(v, wish, &areas))
        @if found.items.is_empty() { (empty(&t.need_link_none_title(), &t.need_link_none_text(), None)) }
        @else {
            (form.finish(&address, fields, &t.need_link_save()))
            (paging(v, "before", found.next.as_deref()))
        }
        p { a href=(address) { (t.need_link_by_likeness()) } }
    })
}

fn narrow(v: &Visitor, wish: &Wish, areas: &[(String, String)]) -> Markup {
    let t = v.t;
    let loose = [("yes".to_owned(), t.inbox_loose_only())];
    let area = wish.area.map(|a| a.to_string()).unwrap_or_default();
    let group = wish.topic_group.map(Coded::code).unwrap_or_default();
    filters(
        v,
        html! {
            (filter(v, "area", &t.observation_area(), areas, &area))
            (filter(v, "topic_group", &t.observation_about(), &options::<TopicGroup>(t), group))
            (filter(v, "loose", &t.inbox_gathered(), &loose, if wish.loose { "yes" } else { "" }))
        },
    )
}

/// The stories that are not gathered yet, each with enough of it to judge by.
fn choices(
    v: &Visitor,
    form: &FormView<'_>,
    reading: &Reading,
    found: &[Observation],
    ticked: &[String],
) -> Markup {
    let t = v.t;
    let linked = |o: &Observation| reading.stories.iter().any(|s| s.observation.id == o.id);
    let options: Vec<_> = found
        .iter()
        .filter(|o| !linked(o))
        .map(|o| told(v, o))
        .collect();
    let already = found.len() - options.len();
    html! {
        @if already > 0 { p.small.muted { (t.need_link_already(already)) } }
        (form.checks(Choose {
            name: "observations",
            label: &t.need_observations(),
            options: &options,
            chosen: ticked,
            ..Choose::default()
        }))
    }
}

/// A story as something to tick.
pub(super) fn told(v: &Visitor, o: &Observation) -> (String, String) {
    let beginning = beginning(&o.story, 240);
    let place = o
        .place
        .as_ref()
        .map(|p| format!("\u{a0}· {p}"))
        .unwrap_or_default();
    let text = format!("{beginning} ({}{place})", told_in(v, o));
    (o.id.to_string(), text)
}

/// How many linked stories stand open on the page of a need; the rest are one step away.
const FIRST_SHOWN: usize = 5;

/// The linked stories of the visitor's own circle.
pub(super) fn stories(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        @if !reading.stories.is_empty() {
            h2 { (t.need_stories()) }
            p.small.muted { (t.need_stories_lead()) }
            @let (first, rest) = reading.stories.split_at(reading.stories.len().min(FIRST_SHOWN));
            ul.rows role="list" { @for story in first { (row(v, reading.need.id, story)) } }
            @if !rest.is_empty() {
                details {
                    summary { (t.need_stories_more(rest.len())) }
                    ul.rows role="list" { @for story in rest { (row(v, reading.need.id, story)) } }
                }
            }
        }
    }
}

fn row(v: &Visitor, need: Id, story: &Story) -> Markup {
    let t = v.t;
    let o = &story.observation;
    let beginning = beginning(&o.story, 160);
    let lang = lang(v, o.language());
    html! {
        li {
            p {
                a href=(v.at(&format!("/observations/{}", o.id))) lang=[lang] { (beginning) }
                br;
                span.muted.small {
                    (time(v, o.created_at())) "\u{a0}· " (told_in(v, o))
                    @if let Some(place) = &o.place { "\u{a0}· " (place) }
                }
                @if story.counter { " " (tag(Tone::Warm, t.need_counter_tag())) }
            }
            @if story.may_unlink {
                form.inline-form method="post" action=(v.at(&format!("/needs/{need}/unlink"))) {
                    input type="hidden" name="observation" value=(o.id);
                    button.button.plain { (t.need_unlink()) span.visually-hidden lang=[lang] { ": " (beginning) } }
                }
            }
        }
    }
}
