//! Gathering a need into another, parting it, putting it anew.
use super::observations::told;
use super::show::reading_in_circle;
use super::write::{choices, draft, words};
use crate::kit::form::Choose;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::need;
use samskab_domain::kernel::{Id, Remark, Why};
use samskab_domain::need::Draft;
use samskab_locale::Named;

/// `GET /{m}/needs/{id}/merge`
pub async fn choose(v: Visitor, Target(id): Target) -> Answer {
    let body = merge_page(&v, id, "", &[]).await?;
    Ok(Page::new(&v, v.t.succeed_merge_title(), body).into_response())
}

/// `POST /{m}/needs/{id}/merge`
pub async fn merge(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let done = match sent.id("into") {
        Some(into) => need::merge(v.desk(), v.actor()?, id, into)
            .await
            .map(|()| into),
        None => Err(Refusal::remark("into", Why::Missing)),
    };
    match done {
        Ok(into) => Ok(to(&v.at(&format!("/needs/{into}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let body = merge_page(&v, id, &sent.text("into"), &remarks).await?;
            Ok(Page::new(&v, v.t.succeed_merge_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn merge_page(v: &Visitor, id: Id, into: &str, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let reading = reading_in_circle(v, id).await?;
    let others = need::may_merge_into(v.desk(), v.actor()?, id).await?;
    let options: Vec<_> = others
        .iter()
        .map(|n| (n.id.to_string(), n.title.clone()))
        .collect();
    let about: Vec<_> = others
        .iter()
        .map(|n| format!("{} · {}", n.area, n.state().name(t)))
        .collect();
    let form = FormView::new(v, remarks);
    let fields = form.radios(Choose {
        name: "into",
        label: &t.succeed_into(),
        options: &options,
        about: &about,
        chosen: &[into.to_owned()],
        ..Choose::default()
    });
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/needs/{id}")), &reading.need.title))
            h1 { (t.succeed_merge_title()) }
            p.muted { (t.succeed_merge_lead()) }
            @if others.is_empty() { (form.summary()) p { (t.succeed_merge_none()) } }
            @else { (form.finish(&v.at(&format!("/needs/{id}/merge")), fields, &t.succeed_merge_yes())) }
        }
    })
}

/// Which of the two ways of writing a new need in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Split,
    Anew,
}

impl Way {
    fn address(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Anew => "anew",
        }
    }

    fn title(self, v: &Visitor) -> String {
        match self {
            Self::Split => v.t.succeed_split_title(),
            Self::Anew => v.t.succeed_anew_title(),
        }
    }

    fn lead(self, v: &Visitor) -> String {
        match self {
            Self::Split => v.t.succeed_split_lead(),
            Self::Anew => v.t.succeed_anew_lead(),
        }
    }
}

/// `GET /{m}/needs/{id}/split`
pub async fn part(v: Visitor, Target(id): Target) -> Answer {
    blank(&v, id, Way::Split).await
}

/// `POST /{m}/needs/{id}/split`
pub async fn split(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let typed = draft(&sent);
    let done = need::split(v.desk(), v.actor()?, id, &typed, v.language()).await;
    after(&v, id, Way::Split, &typed, done).await
}

/// `GET /{m}/needs/{id}/anew`
pub async fn anew(v: Visitor, Target(id): Target) -> Answer {
    blank(&v, id, Way::Anew).await
}

/// `POST /{m}/needs/{id}/anew`
pub async fn supersede(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let typed = draft(&sent);
    let done = need::supersede(v.desk(), v.actor()?, id, &typed, v.language()).await;
    after(&v, id, Way::Anew, &typed, done).await
}

async fn blank(v: &Visitor, id: Id, way: Way) -> Answer {
    let typed = need::draft(v.desk(), v.actor()?, id).await?;
    let body = new_page(v, id, way, &typed, &[]).await?;
    Ok(Page::new(v, way.title(v), body).into_response())
}

async fn after(v: &Visitor, id: Id, way: Way, typed: &Draft, done: Result<Id, Refusal>) -> Answer {
    match done {
        Ok(new) => Ok(to(&v.at(&format!("/needs/{new}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let body = new_page(v, id, way, typed, &remarks).await?;
            Ok(Page::new(v, way.title(v), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn new_page(
    v: &Visitor,
    id: Id,
    way: Way,
    typed: &Draft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let reading = reading_in_circle(v, id).await?;
    let choices = choices(v).await?;
    let carrying = reading.stories.iter().filter(|s| !s.counter);
    let options: Vec<_> = carrying.map(|s| told(v, &s.observation)).collect();
    let form = FormView::new(v, remarks);
    let fields = html! {
        @if way == Way::Split {
            (form.checks(Choose {
                name: "observations",
                label: &t.succeed_split_which(),
                options: &options,
                chosen: &typed.observations,
                ..Choose::default()
            }))
        }
        (words(&form, typed, &choices))
    };
    let address = v.at(&format!("/needs/{id}/{}", way.address()));
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/needs/{id}")), &reading.need.title))
            h1 { (way.title(v)) }
            p.muted { (way.lead(v)) }
            (form.finish(&address, fields, &t.need_save()))
        }
    })
}
