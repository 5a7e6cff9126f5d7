//! What one initiative keeps to: of its area, and what holds for it alone.
use super::form::{draft, fields};
use super::space::columns;
use crate::kit::form::Choose;
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::frame::{self, FrameItem};
use samskab_app::initiative::{self, Reading};
use samskab_domain::frame::Draft;
use samskab_domain::kernel::{Id, Remark};

/// `GET /{m}/initiatives/{id}/frames`
pub async fn space(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    let body = page(&v, &reading, query.ticked("all"), &[]).await?;
    Ok(Page::new(&v, v.t.menu_frames(), body).into_response())
}

async fn page(
    v: &Visitor,
    reading: &Reading,
    all: bool,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let (desk, m) = (v.desk(), v.municipality.id);
    let i = &reading.initiative;
    let kept = frame::of_initiative(desk, m, i.id).await?;
    let ids: Vec<Id> = kept.iter().map(|k| k.id).collect();
    let asked = frame::handovers_about(desk, m, &ids).await?;
    let place = v.at(&format!("/initiatives/{}", i.id));
    Ok(html! {
        div.frames {
            (back(&place, &i.title))
            h1 { (t.menu_frames()) }
            p.lead { (t.frame_initiative_lead()) }
            @if kept.is_empty() { (empty(&t.frame_none(), &t.frame_initiative_none(), None)) }
            @else { (columns(v, &kept, &asked, all)) }
            @if reading.may_write {
                @if reading.party {
                    div.actions { a.button href=(format!("{place}/frames/new")) { (t.frame_initiative_declare()) } }
                }
                (choose(v, reading, &kept, remarks).await?)
            }
        }
    })
}

/// Which of the area's items it keeps to.
async fn choose(
    v: &Visitor,
    reading: &Reading,
    kept: &[FrameItem],
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let i = &reading.initiative;
    let area = frame::list(v.desk(), v.municipality.id, Some(i.area_id)).await?;
    let options: Vec<_> = area
        .iter()
        .map(|a| {
            (
                a.id.to_string(),
                format!("{} ({})", super::space::called(a), a.organisation),
            )
        })
        .collect();
    let chosen: Vec<String> = kept.iter().map(|k| k.id.to_string()).collect();
    let form = FormView::new(v, remarks);
    let field = form.checks(Choose {
        name: "items",
        label: &t.frame_initiative_choose(),
        hint: Some(&t.frame_initiative_choose_hint()),
        options: &options,
        chosen: &chosen,
        optional: true,
        ..Choose::default()
    });
    let action = v.at(&format!("/initiatives/{}/frames/kept", i.id));
    Ok(html! {
        @if !options.is_empty() {
            details open[kept.is_empty() || !remarks.is_empty()] {
                summary { (t.frame_initiative_open()) }
                (form.finish(&action, field, &t.frame_initiative_save()))
            }
        }
    })
}

/// `POST /{m}/initiatives/{id}/frames/kept`
pub async fn cite(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let items: Vec<Id> = sent
        .all("items")
        .iter()
        .filter_map(|i| i.parse().ok())
        .collect();
    match frame::cite(v.desk(), v.actor()?, id, &items).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/initiatives/{id}/frames")),
            Some(Flash::Saved),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let reading = initiative::read(v.desk(), v.actor()?, id).await?;
            let body = page(&v, &reading, false, &remarks).await?;
            Ok(Page::new(&v, v.t.menu_frames(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/initiatives/{id}/frames/new`
pub async fn blank(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let reading = writable(&v, id).await?;
    let draft = Draft {
        found_late: query.ticked("late"),
        ..Draft::default()
    };
    let body = form(&v, &reading, &draft, &[]);
    Ok(Page::new(&v, v.t.frame_declare_title(), body).into_response())
}

async fn writable(v: &Visitor, id: Id) -> Result<Reading, Fail> {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    match reading.may_write && reading.party {
        true => Ok(reading),
        false => Err(Fail::Forbidden),
    }
}

/// `POST /{m}/initiatives/{id}/frames`
pub async fn declare(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match frame::declare_in(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(_) => {
            let place = v.at(&format!("/initiatives/{id}/frames"));
            Ok(to(&place, Some(Flash::Declared)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let reading = writable(&v, id).await?;
            let body = form(&v, &reading, &draft, &remarks);
            Ok(Page::new(&v, v.t.frame_declare_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn form(v: &Visitor, reading: &Reading, draft: &Draft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let organisation = v.session().map(|s| s.organisation.clone());
    let place = v.at(&format!("/initiatives/{}/frames", reading.initiative.id));
    let form = FormView::new(v, remarks);
    let fields = fields(&form, draft);
    html! {
        div.narrow {
            (back(&place, &reading.initiative.title))
            h1 { (t.frame_declare_title()) }
            p.muted { (t.frame_declare_lead(organisation.unwrap_or_default())) }
            (form.finish(&place, fields, &t.frame_save()))
        }
    }
}
