//! Writing a need in general words, and putting it better.
use super::observations::told;
use super::topics;
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::parts::look;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::observation::{self, Wish};
use samskab_app::{Refusal, area, need};
use samskab_domain::kernel::{Coded, Id, Remark, Why};
use samskab_domain::need::Draft;
use samskab_domain::topic::TopicGroup;

/// `GET /{m}/needs/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let mut draft = Draft {
        area: match v.actor()?.areas.as_slice() {
            [only] => only.to_string(),
            _ => String::new(),
        },
        ..Draft::default()
    };
    if let Some(id) = query.id("observation") {
        let from = observation::read(v.desk(), v.actor()?, id)
            .await?
            .observation;
        draft.area = from.area_id.to_string();
        draft.topic_group = from.topic_group().code().to_owned();
        draft.topics = from.topic_id.iter().map(Id::to_string).collect();
        draft.observations = vec![id.to_string()];
    }
    let body = new_page(&v, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.need_new_title(), body).into_response())
}

/// `POST /{m}/needs`
pub async fn write(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match need::write(v.desk(), v.actor()?, &draft, v.language()).await {
        Ok(id) => Ok(to(&v.at(&format!("/needs/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let body = new_page(&v, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.need_new_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/needs/{id}/edit`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let draft = need::draft(v.desk(), v.actor()?, id).await?;
    let body = edit_page(&v, id, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.need_edit_title(), body).into_response())
}

/// `POST /{m}/needs/{id}/edit`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match need::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(&format!("/needs/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let body = edit_page(&v, id, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.need_edit_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        title: sent.text("title"),
        statement: sent.text("statement"),
        area: sent.text("area"),
        concerns: sent.text("concerns"),
        extent: sent.text("extent"),
        topic_group: sent.text("topic_group"),
        topics: sent.all("topics"),
        observations: sent.all("observations"),
        harmless: sent.ticked("harmless"),
        version: sent.text("version"),
    }
}

async fn new_page(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let choices = choices(v).await?;
    let stories = stories(v, draft).await?;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (words(&form, draft, &choices))
        @if !stories.is_empty() {
            (form.checks(Choose {
                name: "observations",
                label: &t.need_observations(),
                hint: Some(&t.need_observations_hint()),
                options: &stories,
                chosen: &draft.observations,
                optional: true,
                ..Choose::default()
            }))
        }
    };
    Ok(html! {
        div.narrow {
            (back(&v.at("/needs"), &t.need_all()))
            h1 { (t.need_new_title()) }
            p.muted { (t.need_new_lead()) }
            (form.finish(&v.at("/needs"), fields, &t.need_save()))
        }
    })
}

async fn edit_page(v: &Visitor, id: Id, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let choices = choices(v).await?;
    let form = FormView::new(v, remarks);
    // Told that someone changed it, she may look, and then save what she wrote all the same.
    let version = match form.has(|why| *why == Why::ChangedMeanwhile) {
        true => need::draft(v.desk(), v.actor()?, id).await?.version,
        false => draft.version.clone(),
    };
    let fields = html! {
        input type="hidden" name="version" value=(version);
        (words(&form, draft, &choices))
    };
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/needs/{id}")), &t.public.back()))
            h1 { (t.need_edit_title()) }
            (form.finish(&v.at(&format!("/needs/{id}/edit")), fields, &t.need_save()))
        }
    })
}

/// What a need's words are chosen among.
pub(super) struct Choices {
    areas: Vec<(String, String)>,
    topics: Vec<(String, String)>,
}

pub(super) async fn choices(v: &Visitor) -> Result<Choices, Fail> {
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas = areas.into_iter().map(|a| (a.id.to_string(), a.name));
    Ok(Choices {
        areas: areas.collect(),
        topics: topics::options(v).await?,
    })
}

/// The newest stories of the circle; the one the need was begun from first, also when it is
/// older than those.
async fn stories(v: &Visitor, draft: &Draft) -> Result<Vec<(String, String)>, Fail> {
    let actor = v.actor()?;
    let newest = observation::inbox(v.desk(), actor, &Wish::default()).await?;
    let mut stories: Vec<_> = newest.items.iter().map(|o| told(v, o)).collect();
    let shown = |id: &String| stories.iter().any(|(known, _)| known == id);
    let older = draft.observations.iter().find(|id| !shown(id));
    if let Some(id) = older.and_then(|id| id.parse().ok()) {
        match observation::read(v.desk(), actor, id).await {
            Ok(reading) => stories.insert(0, told(v, &reading.observation)),
            // Someone else's: the remark at the field says so.
            Err(Refusal::Missing) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(stories)
}

pub(super) fn words(form: &FormView<'_>, draft: &Draft, choices: &Choices) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.line(Line {
            name: "title",
            label: &t.need_title(),
            hint: Some(&t.need_title_hint()),
            value: &draft.title,
            ..Line::default()
        }))
        (form.area(Area {
            name: "statement",
            personal: true,
            label: &t.need_statement(),
            hint: Some(&t.need_statement_hint()),
            value: &draft.statement,
            rows: 5,
            max: 1_200,
            ..Area::default()
        }))
        (look(form.visitor(), "statement", "/needs/general"))
        (form.line(Line {
            name: "concerns",
            label: &t.need_concerns(),
            hint: Some(&t.need_concerns_hint()),
            value: &draft.concerns,
            optional: true,
            ..Line::default()
        }))
        (form.line(Line {
            name: "extent",
            label: &t.need_extent(),
            hint: Some(&t.need_extent_hint()),
            value: &draft.extent,
            optional: true,
            ..Line::default()
        }))
        (form.radios(Choose {
            name: "area",
            label: &t.need_area(),
            options: &choices.areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "topic_group",
            label: &t.need_about(),
            options: &options::<TopicGroup>(t),
            chosen: std::slice::from_ref(&draft.topic_group),
            two: true,
            ..Choose::default()
        }))
        (topics::choice(form, draft, &choices.topics))
        (form.marked(draft.harmless))
    }
}
