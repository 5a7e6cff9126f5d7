//! *Tell what you have seen*: one screen, one thumb, under a minute.
use super::fields::{concerns, would_help};
use crate::kit::fail::problem;
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::parts::{lang, look};
use crate::kit::signposts::signposts;
use crate::kit::{Answer, Fail, Form, FormView, Page, Query, Visitor, to};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samskab_app::need::{self, Need};
use samskab_app::observation::{self, Told};
use samskab_app::{Refusal, area, person, topic};
use samskab_domain::access::{Act, Sector};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::observation::{Circle, Draft, Frequency, STORY_MAX, Severity, Source};
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// What the form is filled from, beside the draft.
struct Around {
    areas: Vec<area::Area>,
    topics: Vec<topic::Topic>,
    colleagues: Vec<person::Colleague>,
    submission: String,
    fresh: bool,
    /// Kept on the phone: it names nobody but the membership it is for.
    offline: bool,
    /// The need it is told to be added to.
    also: Option<Need>,
    signposts: Markup,
}

/// `GET /{m}/observations/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let also = added_to(&v, query.id("need")).await?;
    let around = Around {
        also,
        ..around(&v, v.desk().id().to_string(), true).await?
    };
    let mut draft = filled_in(&v).await?;
    let asked = query.text("area");
    if !asked.is_empty() {
        draft.area = asked;
    }
    if let Some(need) = &around.also {
        draft.area = need.area_id.to_string();
        draft.topic_group = need.topic_group().code().to_owned();
    }
    Ok(Page::new(&v, v.t.observation_tell(), form(&v, &draft, &around, &[])).into_response())
}

/// `GET /{m}/observations/offline`: the blank form as the phone keeps it. Its key the script
/// makes, one for each story.
pub async fn kept(v: Visitor) -> Answer {
    let around = Around {
        colleagues: vec![],
        offline: true,
        ..around(&v, String::new(), true).await?
    };
    let draft = filled_in(&v).await?;
    let body = form(&v, &draft, &around, &[]);
    Ok(Page::of_nobody(&v, v.t.observation_tell(), body).into_response())
}

/// Area and place as they were last time, or the only area there is to choose.
async fn filled_in(v: &Visitor) -> Result<Draft, Refusal> {
    let Some(session) = v.session() else {
        return Ok(Draft::default());
    };
    let last = observation::last_told(v.desk(), &session.actor).await?;
    let only = match session.actor.areas.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let area = only.or(last.as_ref().map(|last| last.area_id));
    Ok(Draft {
        area: area.map(|area| area.to_string()).unwrap_or_default(),
        place: last.and_then(|last| last.place).unwrap_or_default(),
        ..Draft::default()
    })
}

/// `POST /{m}/observations`
pub async fn record(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    let submission: Option<Id> = sent.id("submission");
    let told = Told {
        draft: &draft,
        language: v.language(),
        submission,
        membership: sent.id("membership"),
    };
    match observation::record(v.desk(), v.actor()?, told).await {
        Ok(recorded) => {
            if let Some(need) = sent.id("need") {
                add_to(&v, need, recorded.id, &draft).await?;
            }
            Ok(received(&v, recorded.id))
        }
        Err(Refusal::Remarks(remarks)) if v.json => Ok(remarked(&v, &remarks)),
        Err(Refusal::Remarks(remarks)) => {
            let submission = submission.unwrap_or_else(|| v.desk().id()).to_string();
            let around = Around {
                also: added_to(&v, sent.id("need")).await?,
                ..around(&v, submission, false).await?
            };
            let body = form(&v, &draft, &around, &remarks);
            Ok(Page::new(&v, v.t.observation_tell(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The need a story is told to be added to; none where it cannot be.
async fn added_to(v: &Visitor, need: Option<Id>) -> Result<Option<Need>, Fail> {
    let Some(need) = need else { return Ok(None) };
    match need::to_add_to(v.desk(), v.actor()?, need).await {
        Ok(need) => Ok(Some(need)),
        Err(Refusal::Missing | Refusal::Done) => Ok(None),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Adds what was told to the need it was told for. It was told in any case: where the need has become another
/// meanwhile, the story stands by itself.
async fn add_to(v: &Visitor, need: Id, story: Id, draft: &Draft) -> Result<(), Fail> {
    let (desk, actor) = (v.desk(), v.actor()?);
    let added = match draft.teller.is_empty() {
        true => need::also(desk, actor, need, story).await,
        false => need::link(desk, actor, need, &[story], false).await,
    };
    match added {
        Ok(()) | Err(Refusal::Missing | Refusal::Done | Refusal::Remarks(_)) => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}

/// On to the receipt; a script hears where it is.
fn received(v: &Visitor, id: Id) -> Response {
    let receipt = v.at(&format!("/observations/{id}?received=yes"));
    if !v.json {
        return to(&receipt, None);
    }
    let told = serde_json::json!({ "id": id, "address": receipt });
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (StatusCode::CREATED, kind, told.to_string()).into_response()
}

/// The remarks for a script. Told under another membership, it is not refused: it waits until
/// she is there again.
fn remarked(v: &Visitor, remarks: &[Remark]) -> Response {
    let elsewhere = remarks.iter().any(|r| r.field == "membership");
    let status = match elsewhere {
        true => StatusCode::CONFLICT,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let told: Vec<_> = remarks
        .iter()
        .map(|r| serde_json::json!({ "field": r.field, "text": v.t.why(&r.why) }))
        .collect();
    let title = v.t.public.error_summary(remarks.len());
    problem(status, &title, serde_json::json!({ "remarks": told }))
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        story: sent.text("story"),
        source: sent.text("source"),
        topic_group: sent.text("topic_group"),
        area: sent.text("area"),
        place: sent.text("place"),
        concerns: sent.text("concerns"),
        topic: sent.text("topic"),
        frequency: sent.text("frequency"),
        severity: sent.text("severity"),
        would_help: sent.text("would_help"),
        circle: sent.text("circle"),
        teller: sent.text("teller"),
        harmless: sent.ticked("harmless"),
    }
}

async fn around(v: &Visitor, submission: String, fresh: bool) -> Result<Around, Refusal> {
    let (desk, m) = (v.desk(), v.municipality.id);
    let colleagues = match v.session() {
        Some(session) if v.may(Act::TellForAnother) => {
            person::colleagues(desk, &session.actor).await?
        }
        _ => vec![],
    };
    Ok(Around {
        areas: area::list(desk, m, v.language()).await?,
        topics: topic::list(desk, m, v.language()).await?,
        colleagues,
        submission,
        fresh,
        offline: false,
        also: None,
        signposts: signposts(v).await?,
    })
}

fn form(v: &Visitor, draft: &Draft, around: &Around, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let membership = v
        .session()
        .map(|s| s.actor.membership.to_string())
        .unwrap_or_default();
    let fields = html! {
        (story(&form, draft))
        (form.radios(Choose {
            name: "source",
            label: &t.observation_source(),
            options: &options::<Source>(t),
            chosen: std::slice::from_ref(&draft.source),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "topic_group",
            label: &t.observation_about(),
            options: &options::<TopicGroup>(t),
            chosen: std::slice::from_ref(&draft.topic_group),
            two: true,
            ..Choose::default()
        }))
        @if !around.offline { (look(v, "story", "/likeness")) }
        (where_it_was(&form, draft, around))
        (more(&form, draft, around))
        (form.marked(draft.harmless))
        @if let Some(need) = &around.also { input type="hidden" name="need" value=(need.id); }
        input type="hidden" name="submission" value=(around.submission);
        input type="hidden" name="membership" value=(membership);
    };
    let key = format!("observation-{membership}");
    html! {
        div.narrow {
            h1 { (t.observation_tell()) }
            p.muted { (t.observation_lead()) }
            @if let Some(need) = &around.also {
                p.note.good { (t.observation_added_to()) " " b lang=[lang(v, need.language())] { (need.title) } }
            }
            @if around.offline { p.note { (t.observation_offline()) } }
            (form.summary())
            form method="post" action=(v.at("/observations")) data-offline data-draft=(key)
                data-draft-restore=[around.fresh.then_some("")] {
                div.note.good data-draft-note hidden {
                    p { (t.public.draft_restored()) }
                    button.button.plain type="button" data-draft-drop { (t.observation_start_over()) }
                }
                (fields)
                div.note data-offline-note role="status" tabindex="-1" hidden data-kept=(t.observation_kept_here())
                    data-sign-in=(t.observation_kept_sign_in()) data-missing=(t.observation_kept_missing()) {}
                div.actions { button.button.wide { (t.observation_send()) } }
            }
            (waiting(v))
            p.small.muted { (t.observation_circle_hint()) }
            @if is_staff(v) { p.small { (t.observation_not_a_record()) } }
            (around.signposts)
        }
    }
}

/// What lies on this phone under this membership; the script fills it in, for nobody else.
pub(super) fn waiting(v: &Visitor) -> Markup {
    let t = v.t;
    html! {
        section.card data-waiting data-queued=(t.observation_kept_here()) hidden {
            h2 { (t.observation_waiting_title()) }
            p.small.muted { (t.observation_waiting_text()) }
            ul.rows role="list" {}
            template {
                li {
                    p { span data-story {} br; span.muted.small data-state {} }
                    div.actions {
                        a.button.quiet data-mend { (t.observation_waiting_mend()) }
                        button.button.plain type="button" data-delete { (t.observation_waiting_delete()) }
                    }
                }
            }
        }
    }
}

fn is_staff(v: &Visitor) -> bool {
    v.session()
        .is_some_and(|s| s.actor.sector == Sector::Public)
}

fn story(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    form.area(Area {
        name: "story",
        personal: true,
        label: &t.observation_story(),
        hint: Some(&t.observation_story_hint()),
        value: &draft.story,
        rows: 5,
        max: STORY_MAX,
        ..Area::default()
    })
}

fn where_it_was(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    let areas: Vec<_> = around
        .areas
        .iter()
        .map(|a| (a.id.to_string(), a.name.clone()))
        .collect();
    let known = areas.iter().find(|(id, _)| *id == draft.area);
    let wrong = form.why("area").is_some() || form.why("place").is_some();
    let fields = html! {
        (form.radios(Choose {
            name: "area",
            label: &t.observation_area(),
            options: &areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (form.line(Line {
            name: "place",
            label: &t.observation_place(),
            hint: Some(&t.observation_place_hint()),
            value: &draft.place,
            optional: true,
            ..Line::default()
        }))
    };
    let Some((_, area)) = known else {
        return fields;
    };
    let filled = match draft.place.as_str() {
        "" => area.clone(),
        place => t.observation_where_now(area, place),
    };
    html! {
        details.more-fields open[wrong] {
            summary { (t.observation_where()) ": " (filled) }
            (fields)
        }
    }
}

fn more(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    let topics: Vec<_> = around
        .topics
        .iter()
        .map(|topic| {
            (
                topic.id.to_string(),
                format!("{}: {}", topic.group().name(t), topic.name),
            )
        })
        .collect();
    let people: Vec<_> = around
        .colleagues
        .iter()
        .map(|c| {
            (
                c.membership.to_string(),
                format!("{}, {}", c.name, c.organisation),
            )
        })
        .collect();
    let filled = [
        &draft.concerns,
        &draft.topic,
        &draft.would_help,
        &draft.teller,
    ]
    .iter()
    .any(|value| !value.is_empty());
    let circle = if draft.circle.is_empty() {
        Circle::Close.code()
    } else {
        &draft.circle
    };
    html! {
        details.more-fields open[filled] {
            summary { (t.public.more_fields()) }
            (concerns(form, t, &draft.concerns))
            (form.select(Choose {
                name: "topic",
                label: &t.observation_topic(),
                options: &topics,
                chosen: std::slice::from_ref(&draft.topic),
                optional: true,
                ..Choose::default()
            }))
            (form.radios(Choose {
                name: "frequency",
                label: &t.observation_frequency(),
                options: &options::<Frequency>(t),
                chosen: std::slice::from_ref(&draft.frequency),
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (form.radios(Choose {
                name: "severity",
                label: &t.observation_severity(),
                options: &options::<Severity>(t),
                chosen: std::slice::from_ref(&draft.severity),
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (would_help(form, t, &draft.would_help))
            (form.radios(Choose {
                name: "circle",
                label: &t.observation_circle(),
                options: &options::<Circle>(t),
                chosen: &[circle.to_owned()],
                ..Choose::default()
            }))
            @if !people.is_empty() {
                (form.select(Choose {
                    name: "teller",
                    label: &t.observation_teller(),
                    hint: Some(&t.observation_teller_hint()),
                    options: &people,
                    chosen: std::slice::from_ref(&draft.teller),
                    optional: true,
                    ..Choose::default()
                }))
            }
        }
    }
}
