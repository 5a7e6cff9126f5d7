//! Sorting a story: what it is about, without touching its words.
use super::fields::concerns;
use super::show::title;
use crate::kit::form::{Choose, options};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, observation, topic};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::observation::{Frequency, Severity, SortingDraft};
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/observations/{id}/sort`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let reading = observation::read(v.desk(), v.actor()?, id).await?;
    if !reading.may_sort {
        return Err(Fail::Forbidden);
    }
    let o = reading.observation;
    let draft = SortingDraft {
        topic_group: o.topic_group().code().into(),
        topic: o.topic_id.map(|id| id.to_string()).unwrap_or_default(),
        frequency: o.frequency().map(Coded::code).unwrap_or_default().into(),
        severity: o.severity().map(Coded::code).unwrap_or_default().into(),
        concerns: o.concerns.unwrap_or_default(),
        harmless: false,
    };
    let body = form(&v, id, &draft, &[]).await?;
    Ok(Page::new(&v, title(&v, false), body).into_response())
}

/// `POST /{m}/observations/{id}/sort`
pub async fn sort(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = SortingDraft {
        topic_group: sent.text("topic_group"),
        topic: sent.text("topic"),
        concerns: sent.text("concerns"),
        frequency: sent.text("frequency"),
        severity: sent.text("severity"),
        harmless: sent.ticked("harmless"),
    };
    match observation::sort(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/observations/{id}")),
            Some(Flash::Sorted),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, id, &draft, &remarks).await?;
            Ok(Page::new(&v, title(&v, false), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn form(
    v: &Visitor,
    id: Id,
    draft: &SortingDraft,
    remarks: &[Remark],
) -> Result<Markup, Refusal> {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let topics: Vec<_> = topics
        .iter()
        .map(|topic| {
            (
                topic.id.to_string(),
                format!("{}: {}", topic.group().name(t), topic.name),
            )
        })
        .collect();
    let choice = |name, label: String, options: &[(String, String)], chosen: &String, optional| {
        form.select(Choose {
            name,
            label: &label,
            options,
            chosen: std::slice::from_ref(chosen),
            optional,
            ..Choose::default()
        })
    };
    let fields = html! {
        (choice("topic_group", t.observation_about(), &options::<TopicGroup>(t), &draft.topic_group, false))
        (choice("topic", t.observation_topic(), &topics, &draft.topic, true))
        (concerns(&form, t, &draft.concerns))
        (form.marked(draft.harmless))
        (choice("frequency", t.observation_frequency(), &options::<Frequency>(t), &draft.frequency, true))
        (choice("severity", t.observation_severity(), &options::<Severity>(t), &draft.severity, true))
    };
    let action = v.at(&format!("/observations/{id}/sort"));
    Ok(html! {
        (back(&v.at(&format!("/observations/{id}")), &t.observation_title()))
        div.narrow {
            h1 { (t.observation_sort()) }
            p.muted { (t.observation_sort_text()) }
            (form.finish(&action, fields, &t.observation_sort_send()))
        }
    })
}
