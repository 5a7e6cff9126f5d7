//! Questions handed over to elected politicians: the act, its text, and what came of it.
use super::form::areas;
use crate::initiative::{area_among, area_named};
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::list::{filter, filters, paging};
use crate::kit::page::back;
use crate::kit::parts::{Tone, day, empty, lang, prose, prose_in, tag};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::frame::{self, Handover};
use samskab_app::{Refusal, need};
use samskab_domain::access::Act;
use samskab_domain::frame::handover::{Draft, OUTCOME_MAX, Outcome, OutcomeDraft, TEXT_MAX};
use samskab_domain::kernel::{Id, Remark, Why};
use samskab_locale::Named;

/// `GET /{m}/handovers`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let (area, before) = (query.id("area"), query.id("before"));
    let page = frame::handovers(v.desk(), v.actor()?, area, before).await?;
    let areas = areas(&v).await?;
    let body = html! {
        (back(&v.at("/frames"), &t.menu_frames()))
        h1 { (t.handover_list()) }
        p.lead { (t.handover_list_lead()) }
        @if v.may(Act::HandOver) { div.actions { a.button href=(v.at("/handovers/new")) { (t.handover_open()) } } }
        @if areas.len() > 1 { (filters(&v, filter(&v, "area", &t.frame_area(), &areas, &query.text("area")))) }
        @if page.items.is_empty() { (empty(&t.handover_none(), &t.handover_none_text(), None)) }
        @else {
            ul.rows role="list" { @for item in &page.items { (row(&v, item, area_among(&areas, item.area_id, &item.area))) } }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.handover_list(), body).into_response())
}

fn row(v: &Visitor, handed: &Handover, area: &str) -> Markup {
    let t = v.t;
    html! {
        li {
            p {
                a href=(v.at(&format!("/handovers/{}", handed.id))) { (title(v, handed)) }
                br; span.muted.small { (handed.organisation) "\u{a0}· " (area) }
            }
            @match handed.outcome() {
                Some(outcome) => (tag(Tone::Plain, outcome.name(t))),
                None => (tag(Tone::Warm, t.handover_waits())),
            }
        }
    }
}

fn title(v: &Visitor, handed: &Handover) -> String {
    let sent = handed.sent().map(|day| v.t.near(day, v.today()));
    v.t.handover_sent_to(&handed.recipient, sent.unwrap_or_default())
}

/// One line on another page: whom it was sent to, and what came of it.
pub(crate) fn line(v: &Visitor, handed: &Handover) -> Markup {
    html! {
        a href=(v.at(&format!("/handovers/{}", handed.id))) { (title(v, handed)) }
        @if let Some(outcome) = handed.outcome() { " " (tag(Tone::Plain, outcome.name(v.t))) }
    }
}

/// `GET /{m}/handovers/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let mut draft = Draft {
        area: query.text("area"),
        sent: v.today().to_string(),
        frame_item: query.text("frame_item"),
        need: query.text("need"),
        ..Draft::default()
    };
    if let Some(id) = query.id("frame_item") {
        let reading = frame::read(v.desk(), v.actor()?, id).await?;
        draft.area = reading.item.area_id.to_string();
    }
    if let Some(id) = query.id("need") {
        let reading = need::read(v.desk(), v.actor()?, id).await?;
        draft.area = reading.need.area_id.to_string();
    }
    let body = form(&v, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.handover_title(), body).into_response())
}

/// `POST /{m}/handovers`
pub async fn hand_over(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match frame::hand_over(v.desk(), v.actor()?, &draft, v.language()).await {
        Ok(id) => Ok(to(
            &v.at(&format!("/handovers/{id}")),
            Some(Flash::HandedOver),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.handover_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        area: sent.text("area"),
        recipient: sent.text("recipient"),
        text: sent.text("text"),
        sent: sent.text("sent"),
        frame_item: sent.text("frame_item"),
        need: sent.text("need"),
        harmless: sent.ticked("harmless"),
    }
}

/// What it is about, in its own words, where the visitor may see it.
async fn about(v: &Visitor, draft: &Draft) -> Result<Option<String>, Fail> {
    let actor = v.actor()?;
    let found = match (draft.frame_item.trim().parse(), draft.need.trim().parse()) {
        (Ok(id), _) => frame::read(v.desk(), actor, id).await.map(|r| r.item.body),
        (_, Ok(id)) => need::read(v.desk(), actor, id).await.map(|r| r.need.title),
        _ => return Ok(None),
    };
    match found {
        Ok(about) => Ok(Some(about)),
        Err(Refusal::Missing) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

async fn form(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let about = about(v, draft).await?;
    let areas = areas(v).await?;
    let form = FormView::new(v, remarks);
    let fields = html! {
        @if about.is_some() && form.why("area").is_none() {
            input type="hidden" name="area" value=(draft.area);
        } @else {
            (form.radios(Choose {
                name: "area",
                label: &t.frame_area(),
                options: &areas,
                chosen: std::slice::from_ref(&draft.area),
                two: true,
                ..Choose::default()
            }))
        }
        (form.line(Line {
            name: "recipient",
            label: &t.handover_recipient(),
            hint: Some(&t.handover_recipient_hint()),
            value: &draft.recipient,
            ..Line::default()
        }))
        (form.area(Area {
            name: "text",
            label: &t.handover_text(),
            hint: Some(&t.handover_text_hint()),
            value: &draft.text,
            rows: 8,
            max: TEXT_MAX,
            personal: true,
            ..Area::default()
        }))
        (form.line(Line {
            name: "sent",
            label: &t.handover_sent(),
            value: &draft.sent,
            kind: "date",
            ..Line::default()
        }))
        (form.marked(draft.harmless))
        input type="hidden" name="frame_item" value=(draft.frame_item);
        input type="hidden" name="need" value=(draft.need);
    };
    Ok(html! {
        div.narrow {
            (back(&v.at("/handovers"), &t.handover_list()))
            h1 { (t.handover_title()) }
            p.lead { (t.handover_lead()) }
            @if let Some(about) = about { p { (t.handover_about()) " " b { (about) } } }
            (form.finish(&v.at("/handovers"), fields, &t.handover_send()))
        }
    })
}

/// `GET /{m}/handovers/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    Ok(page(&v, id, None).await?.into_response())
}

/// `POST /{m}/handovers/{id}/outcome`
pub async fn follow(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let mut draft = OutcomeDraft {
        version: sent.text("version"),
        outcome: sent.text("outcome"),
        text: sent.text("text"),
        day: sent.text("day"),
        harmless: sent.ticked("harmless"),
    };
    match frame::follow_handover(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(&format!("/handovers/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            // Told that someone said it meanwhile, she may look, and then say what she wrote all the same.
            if remarks.iter().any(|r| r.why == Why::ChangedMeanwhile) {
                let handed = frame::handover(v.desk(), v.actor()?, id).await?;
                draft.version = handed.outcome_version.to_string();
            }
            let page = page(&v, id, Some((draft, remarks))).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    id: Id,
    typed: Option<(OutcomeDraft, Vec<Remark>)>,
) -> Result<Page, Fail> {
    let t = v.t;
    let actor = v.actor()?;
    let handed = frame::handover(v.desk(), actor, id).await?;
    let need = frame::need_of(v.desk(), actor, &handed).await?;
    let area = area_named(v, handed.area_id, &handed.area).await?;
    let follows = actor.may_follow_handover(handed.organisation_id).is_ok();
    let body = html! {
        div.narrow {
            (back(&v.at(&format!("/handovers?area={}", handed.area_id)), &t.handover_list()))
            h1 { (title(v, &handed)) }
            p.muted { (handed.organisation) "\u{a0}· " (area) }
            @if let (Some(item), Some(body)) = (handed.frame_item_id, &handed.frame_item) {
                p { (t.handover_about()) " " a href=(v.at(&format!("/frames/{item}"))) { (body) } }
            }
            @if let Some(need) = need { p { (t.handover_about()) " " a href=(v.at(&format!("/needs/{}", need.id))) { (need.title) } } }
            div.card { (prose_in(lang(v, handed.language()), &handed.body)) }
            (came_of_it(v, &handed))
            @if follows { (follow_form(v, &handed, typed)) }
        }
    };
    Ok(Page::new(v, title(v, &handed), body))
}

fn came_of_it(v: &Visitor, handed: &Handover) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.handover_outcome()) }
        @match handed.outcome() {
            Some(outcome) => {
                p { b { (outcome.name(t)) } @if let Some(on) = handed.outcome_day() { "\u{a0}· " (day(v, on)) } }
                (prose(handed.outcome_text.as_deref().unwrap_or_default()))
            },
            None => p { (t.handover_waits_text()) },
        }
    }
}

fn follow_form(
    v: &Visitor,
    handed: &Handover,
    typed: Option<(OutcomeDraft, Vec<Remark>)>,
) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_else(|| {
        let blank = OutcomeDraft {
            day: v.today().to_string(),
            version: handed.outcome_version.to_string(),
            ..OutcomeDraft::default()
        };
        (blank, vec![])
    });
    let form = FormView::new(v, &remarks);
    let fields = html! {
        input type="hidden" name="version" value=(draft.version);
        (form.radios(Choose {
            name: "outcome",
            label: &t.handover_outcome(),
            options: &options::<Outcome>(t),
            chosen: std::slice::from_ref(&draft.outcome),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "text",
            label: &t.handover_outcome_text(),
            value: &draft.text,
            rows: 4,
            max: OUTCOME_MAX,
            ..Area::default()
        }))
        (form.marked(draft.harmless))
        (form.line(Line { name: "day", label: &t.handover_outcome_day(), value: &draft.day, kind: "date", ..Line::default() }))
    };
    let action = v.at(&format!("/handovers/{}/outcome", handed.id));
    html! {
        details open[open] {
            summary { (t.handover_follow()) }
            (form.finish(&action, fields, &t.handover_follow_send()))
        }
    }
}
