//! Opening an initiative, from an answer, from a need or from a problem people bring.
use super::{areas, marked, organisations};
use crate::kit::form::{Area, Choose, Line};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::initiative::{self, Origin, OriginSeen};
use samskab_domain::access::Role;
use samskab_domain::initiative::Draft;
use samskab_domain::kernel::Remark;

/// `GET /{m}/initiatives/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let origin = origin(&query);
    let seen = initiative::origin(v.desk(), v.actor()?, &origin).await?;
    let need = seen.need.as_ref();
    let asked = seen.answer.as_ref().map(|a| a.organisation_id.to_string());
    let draft = Draft {
        title: need.map(|n| n.title.clone()).unwrap_or_default(),
        problem: need.map(|n| n.statement.clone()).unwrap_or_default(),
        area: need.map(|n| n.area_id.to_string()).unwrap_or_default(),
        parties: asked.into_iter().collect(),
        ..Draft::default()
    };
    let body = form(&v, &origin, &seen, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.initiative_open(), body).into_response())
}

/// `POST /{m}/initiatives`
pub async fn open(v: Visitor, Form(sent): Form) -> Answer {
    let (actor, origin) = (v.actor()?, origin(&sent));
    let draft = Draft {
        title: sent.text("title"),
        problem: sent.text("problem"),
        area: sent.text("area"),
        parties: sent.all("parties"),
        aim: sent.text("aim"),
        notice: sent.text("notice"),
        harmless: sent.ticked("harmless"),
    };
    match initiative::open(v.desk(), actor, &origin, &draft, v.language()).await {
        Ok(id) => {
            let place = v.at(&format!("/initiatives/{id}"));
            Ok(to(&place, Some(Flash::Started)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let seen = initiative::origin(v.desk(), actor, &origin).await?;
            let body = form(&v, &origin, &seen, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.initiative_open(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn origin(from: &Pairs) -> Origin {
    Origin {
        need: from.id("need"),
        answer: from.id("answer"),
    }
}

async fn form(
    v: &Visitor,
    origin: &Origin,
    seen: &OriginSeen,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let actor = v.actor()?;
    let neutral = actor.role == Role::Facilitator;
    let own = actor.organisation.to_string();
    let mut organisations = organisations(v, None).await?;
    organisations.retain(|(id, _)| neutral || *id != own);
    let areas = areas(v).await?;
    let form = FormView::new(v, remarks);
    let parties_hint = match neutral {
        true => t.initiative_parties_choose(),
        false => t.initiative_parties_own(),
    };
    let fields = html! {
            (form.line(Line { name: "title", label: &t.initiative_name(), value: &draft.title, ..Line::default() }))
            (form.area(Area { name: "problem", label: &t.initiative_problem(), value: &draft.problem, rows: 5, max: 1_200, ..Area::default() }))
            (form.radios(Choose {
                name: "area",
                label: &t.initiative_area(),
                options: &areas,
                chosen: std::slice::from_ref(&draft.area),
                two: true,
                ..Choose::default()
            }))
            (form.checks(Choose {
                name: "parties",
                label: &t.initiative_parties(),
                hint: Some(&parties_hint),
                options: &organisations,
                chosen: &draft.parties,
                ..Choose::default()
            }))
            @if !neutral {
                (form.area(Area {
                    name: "aim",
                    label: &t.initiative_aim(),
                    hint: Some(&t.initiative_aim_hint()),
                    value: &draft.aim,
                    rows: 2,
                    max: 600,
                    optional: true,
    ..Area::default()
    }))
            }
            (form.area(Area { name: "notice", label: &t.initiative_notice(), value: &draft.notice, rows: 2, max: 400, optional: true, ..Area::default() }))
            (marked(&form, draft.harmless))
            @if let Some(id) = origin.need { input type="hidden" name="need" value=(id); }
            @if let Some(id) = origin.answer { input type="hidden" name="answer" value=(id); }
        };
    Ok(html! {
        div.narrow {
            (back(&v.at("/initiatives"), &t.initiative_all()))
            h1 { (t.initiative_open()) }
            p.lead { (t.initiative_open_lead()) }
            (came_from(v, seen))
            (form.finish(&v.at("/initiatives"), fields, &t.initiative_open()))
        }
    })
}

/// What it comes from, with links.
pub(super) fn came_from(v: &Visitor, seen: &OriginSeen) -> Markup {
    let t = v.t;
    html! {
        @if let Some(need) = &seen.need {
            p { (t.initiative_from_need()) " " a href=(v.at(&format!("/needs/{}", need.id))) { (need.title) } }
        }
        @if let Some(answer) = &seen.answer {
            p { (t.initiative_from_answer()) " " a href=(v.at(&format!("/answers/{}", answer.id))) { (answer.organisation) } }
        }
        @if let Some(id) = seen.observation {
            p { a href=(v.at(&format!("/observations/{id}"))) { (t.initiative_read_story()) } }
        }
    }
}
