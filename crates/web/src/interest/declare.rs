//! An organisation says what it gains itself.
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, interest, topic};
use samskab_domain::interest::{Draft, Gain, TEXT_MAX};
use samskab_domain::kernel::{Coded, Remark};
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/interests/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let draft = Draft {
        subject: query.text("subject"),
        ..Draft::default()
    };
    let body = form(&v, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.interest_title(), body).into_response())
}

/// `POST /{m}/interests`
pub async fn declare(v: Visitor, Form(sent): Form) -> Answer {
    let draft = Draft {
        subject: sent.text("subject"),
        gain: sent.text("gain"),
        text: sent.text("text"),
        amount: sent.text("amount"),
    };
    match interest::declare(v.desk(), v.actor()?, &draft, v.language()).await {
        Ok(_) => Ok(to(&v.at("/interests"), Some(Flash::Declared))),
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.interest_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn form(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let subjects = subjects(v).await?;
    let organisation = v.session().map(|s| s.organisation.clone());
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.select(Choose {
            name: "subject",
            label: &t.interest_subject(),
            options: &subjects,
            chosen: std::slice::from_ref(&draft.subject),
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "gain",
            label: &t.interest_gain(),
            options: &options::<Gain>(t),
            chosen: std::slice::from_ref(&draft.gain),
            two: true,
            ..Choose::default()
        }))
        (form.area(Area {
            name: "text",
            personal: true,
            label: &t.interest_text(),
            hint: Some(&t.interest_text_hint()),
            value: &draft.text,
            rows: 3,
            max: TEXT_MAX,
            ..Area::default()
        }))
        (form.line(Line {
            name: "amount",
            label: &t.interest_amount(),
            hint: Some(&t.interest_amount_hint()),
            value: &draft.amount,
            optional: true,
            ..Line::default()
        }))
    };
    Ok(html! {
        div.narrow {
            (back(&v.at("/interests"), &t.interest_title()))
            h1 { (t.interest_title()) }
            p.muted { (t.interest_declare_lead(organisation.unwrap_or_default())) }
            (form.finish(&v.at("/interests"), fields, &t.interest_save()))
        }
    })
}

/// Each group, and under it the topics it holds.
async fn subjects(v: &Visitor) -> Result<Vec<(String, String)>, Fail> {
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let of = |group: TopicGroup| {
        let whole = (group.code().to_owned(), group.name(v.t));
        let finer = topics.iter().filter(move |t| t.group() == group);
        std::iter::once(whole).chain(finer.map(|t| (t.id.to_string(), format!("– {}", t.name))))
    };
    Ok(TopicGroup::ALL
        .iter()
        .flat_map(|&group| of(group))
        .collect())
}
