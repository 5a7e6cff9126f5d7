//! The vocabulary of topics.
use super::{again, confirm, form_page, name_fields, sent_names};
use crate::kit::form::{Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, topic};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::topic::{Draft, TopicGroup};
use samskab_locale::Named;

const LIST: &str = "/administration/topics";

/// `GET /{m}/administration/topics`
pub async fn list(v: Visitor) -> Answer {
    let t = v.t;
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let body = html! {
        (back(&v.at("/administration"), &t.menu_administration()))
        h1 { (t.administration_topics()) }
        p.muted { (t.administration_topics_lead()) }
        p { a.button href=(v.at(&format!("{LIST}/new"))) { (t.administration_topic_new()) } }
        @for group in TopicGroup::ALL {
            h2 { (group.name(t)) }
            @let of_group: Vec<_> = topics.iter().filter(|topic| topic.group() == *group).collect();
            @if of_group.is_empty() { p.muted { (t.administration_topics_none()) } }
            @else {
                ul.rows role="list" {
                    @for topic in of_group {
                        li {
                            p { (topic.name) @if let Some(kle) = &topic.kle { " " span.muted.small { (t.administration_kle_number(kle)) } } }
                            a.button.quiet href=(v.at(&format!("{LIST}/{}", topic.id))) { (t.public.edit()) span.visually-hidden { " " (topic.name) } }
                        }
                    }
                }
            }
        }
    };
    Ok(Page::new(&v, t.administration_topics(), body).into_response())
}

/// `GET /{m}/administration/topics/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let draft = Draft {
        group: query.text("group"),
        ..Draft::default()
    };
    Ok(page(&v, None, &draft, &[]).into_response())
}

/// `POST /{m}/administration/topics`
pub async fn create(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match topic::create(v.desk(), v.actor()?, &draft).await {
        Ok(_) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, None, &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/administration/topics/{id}`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let draft = topic::draft(v.desk(), v.municipality.id, id).await?;
    Ok(page(&v, Some(id), &draft, &[]).into_response())
}

/// `POST /{m}/administration/topics/{id}`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match topic::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, Some(id), &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/administration/topics/{id}/retire`
pub async fn retire(v: Visitor, Target(id): Target) -> Answer {
    topic::retire(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(LIST), Some(Flash::Closed)))
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        name: sent.text("name"),
        names: sent_names(sent),
        group: sent.text("group"),
        kle: sent.text("kle"),
    }
}

fn page(v: &Visitor, id: Option<Id>, draft: &Draft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let (title, action) = match id {
        Some(id) => (t.administration_topic_edit(), v.at(&format!("{LIST}/{id}"))),
        None => (t.administration_topic_new(), v.at(LIST)),
    };
    let form = FormView::new(v, remarks);
    let body = html! {
        (form.finish(&action, fields(&form, draft), &t.public.save()))
        @if id.is_some() {
            (confirm(&t.administration_topic_retire(), &t.administration_topic_retire_text(),
                &t.administration_topic_retire_yes(), &format!("{action}/retire")))
        }
    };
    form_page(v, (LIST, &t.administration_topics()), &title, &body)
}

fn fields(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (name_fields(form, &draft.name, |language| draft.named(language)))
        (form.radios(Choose {
            name: "group",
            label: &t.administration_group(),
            options: &options::<TopicGroup>(t),
            chosen: std::slice::from_ref(&draft.group),
            two: true,
            ..Choose::default()
        }))
        (form.line(Line {
            name: "kle",
            label: &t.administration_kle(),
            hint: Some(&t.administration_kle_hint()),
            value: &draft.kle,
            optional: true,
            ..Line::default()
        }))
    }
}
