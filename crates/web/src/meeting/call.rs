//! *Call a meeting*: what it is for comes first.
use super::when::{draft, fields};
use crate::initiative::areas;
use crate::kit::form::{Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::meeting::{self, Of};
use samskab_app::{Refusal, initiative};
use samskab_domain::kernel::{Id, Remark, Why};
use samskab_domain::meeting::recurrence::TIMES_MAX;
use samskab_domain::meeting::{Draft, Repeats};

/// `GET /{m}/meetings/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let draft = Draft {
        purpose: query.text("purpose"),
        seminar: query.ticked("seminar"),
        ..Draft::default()
    };
    let body = form(&v, &query, &draft, &[]).await?;
    Ok(Page::new(&v, title(&v, &draft), body).into_response())
}

/// `POST /{m}/meetings`
pub async fn call(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    let of = match (sent.id("initiative"), sent.id("area")) {
        (Some(initiative), _) => Some(Of::Initiative(initiative)),
        (None, area) => area.map(Of::Area),
    };
    let called = match of {
        Some(of) => meeting::call(v.desk(), v.actor()?, of, &draft, v.language()).await,
        None => Err(unplaced(&v, &draft)),
    };
    match called {
        Ok(id) => Ok(to(&v.at(&format!("/meetings/{id}")), Some(Flash::Called))),
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, &sent, &draft, &remarks).await?;
            let page = Page::new(&v, title(&v, &draft), body);
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Everything that is missing, the area among it.
fn unplaced(v: &Visitor, draft: &Draft) -> Refusal {
    let mut remarks = draft.consider(v.today()).err().unwrap_or_default();
    remarks.push(Remark {
        field: "area",
        why: Why::Missing,
    });
    Refusal::Remarks(remarks)
}

fn title(v: &Visitor, draft: &Draft) -> String {
    match draft.seminar {
        true => v.t.meeting_seminar_call(),
        false => v.t.meeting_call(),
    }
}

async fn form(
    v: &Visitor,
    from: &Pairs,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let initiative = match from.id("initiative") {
        Some(id) => {
            let found = initiative::read(v.desk(), v.actor()?, id).await?.initiative;
            if !meeting::may_call(v.desk(), v.actor()?, id, found.area_id).await? {
                return Err(Fail::Forbidden);
            }
            Some(found)
        }
        None => None,
    };
    let areas = areas(v).await?;
    let form = FormView::new(v, remarks);
    let place = match &initiative {
        Some(i) => (v.at(&format!("/initiatives/{}", i.id)), i.title.clone()),
        None => (v.at("/calendar"), t.calendar_title()),
    };
    let chosen = from.text("area");
    let fields = html! {
        @match &initiative {
            Some(i) => input type="hidden" name="initiative" value=(i.id);,
            None => (form.radios(Choose {
                name: "area",
                label: &t.meeting_area(),
                hint: Some(&t.meeting_area_hint()),
                options: &areas,
                chosen: std::slice::from_ref(&chosen),
                two: true,
                ..Choose::default()
            })),
        }
        (fields(v, &form, draft))
        @if !draft.seminar { (again(v, &form, draft)) }
    };
    let lead = match (draft.seminar, &initiative) {
        (true, _) => t.meeting_seminar_lead(),
        (false, Some(_)) => t.meeting_call_lead(),
        (false, None) => t.meeting_call_lead_area(),
    };
    let submit = t.meeting_call_send();
    Ok(html! {
        div.narrow {
            (back(&place.0, &place.1))
            h1 { (title(v, draft)) }
            p.lead { (lead) }
            (form.finish(&v.at("/meetings"), fields, &submit))
        }
    })
}

fn again(v: &Visitor, form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = v.t;
    html! {
        details open[!draft.repeats.is_empty()] {
            summary { (t.meeting_again()) }
            (form.select(Choose {
                name: "repeats",
                label: &t.meeting_repeats(),
                options: &options::<Repeats>(t),
                chosen: std::slice::from_ref(&draft.repeats),
                optional: true,
                ..Choose::default()
            }))
            (form.line(Line {
                name: "times",
                label: &t.meeting_times(),
                hint: Some(&t.meeting_times_hint(i64::from(TIMES_MAX))),
                value: &draft.times,
                kind: "number",
                optional: true,
                ..Line::default()
            }))
        }
    }
}

/// Where a meeting belongs, for the way back.
pub(super) fn belongs(v: &Visitor, initiative: Option<Id>, title: Option<&str>) -> Markup {
    match (initiative, title) {
        (Some(id), Some(title)) => back(&v.at(&format!("/initiatives/{id}")), title),
        _ => back(&v.at("/calendar"), &v.t.calendar_title()),
    }
}
