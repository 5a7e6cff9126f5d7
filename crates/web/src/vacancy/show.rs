//! One vacancy: everything in one list, given on in one action with a note.
use crate::kit::form::{Area, Choose};
use crate::kit::page::back;
use crate::kit::parts::{button_form, lang, prose_in};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::vacancy::{self, Draft, Kind, Reason, Vacancy};
use samskab_domain::kernel::Remark;
use samskab_domain::vacancy::NOTE_MAX;
use samskab_locale::Named;

/// `GET /{m}/vacancies/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let vacancy = vacancy::read(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, &vacancy, &Draft::default(), &[])
        .await?
        .into_response())
}

/// `POST /{m}/vacancies/{id}`
pub async fn give_on(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = Draft {
        to: sent.text("to"),
        note: sent.text("note"),
    };
    let actor = v.actor()?;
    match vacancy::give_on(v.desk(), actor, id, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.at("/vacancies"), Some(Flash::GivenOn))),
        Err(Refusal::Remarks(remarks)) => {
            let vacancy = vacancy::read(v.desk(), actor, id).await?;
            let page = page(&v, &vacancy, &draft, &remarks).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/vacancies/{id}/still-here`
pub async fn still_here(v: Visitor, Target(id): Target) -> Answer {
    vacancy::still_here(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/vacancies"), Some(Flash::StillHere)))
}

async fn page(
    v: &Visitor,
    vacancy: &Vacancy,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Page, Fail> {
    let t = v.t;
    let title = t.vacancy_page(vacancy.person());
    let form = match vacancy.may_give {
        true => form(v, vacancy, draft, remarks).await?,
        false => html! {},
    };
    let body = html! {
        div.narrow {
            @if v.may(samskab_domain::access::Act::FillVacancy) { (back(&v.at("/vacancies"), &t.vacancy_title())) }
            h1 { (title) }
            p.muted { (vacancy.organisation()) "\u{a0}· " (vacancy.reason().name(t)) }
            @if let Some(receiver) = vacancy.receiver() { p role="status" { (t.vacancy_done(receiver)) } }
            @else if vacancy.closed() { p { (t.vacancy_closed()) } }
            @else { p { (t.vacancy_until()) } }
            @if let Some(note) = vacancy.note() {
                h2 { (t.vacancy_note()) }
                (prose_in(lang(v, vacancy.language()), note))
            }
            (things(v, vacancy))
            (form)
        }
    };
    Ok(Page::new(v, title, body))
}

fn things(v: &Visitor, vacancy: &Vacancy) -> Markup {
    let t = v.t;
    html! {
        @if vacancy.closed() && !vacancy.hanging.is_empty() { h2 { (t.vacancy_given()) } }
        @if vacancy.hanging.is_empty() && !vacancy.closed() { p { (t.vacancy_nothing()) } }
        @for (kind, things) in &vacancy.hanging {
            @let place = match kind {
                Kind::Contact | Kind::Backup => "offers",
                Kind::Initiative | Kind::Task => "initiatives",
                Kind::Answer => "answers",
                Kind::Meeting => "meetings",
                Kind::Need => "needs",
            };
            details open[things.len() <= 12] {
                summary { (kind.name(t)) " (" (things.len()) ")" }
                ul { @for thing in things { li { a href=(v.at(&format!("/{place}/{}", thing.id))) { (thing.name) } } } }
            }
        }
    }
}

async fn form(
    v: &Visitor,
    vacancy: &Vacancy,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let people = vacancy::successors(v.desk(), v.actor()?, vacancy).await?;
    let people: Vec<_> = people
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect();
    let place = v.at(&format!("/vacancies/{}", vacancy.id()));
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.select(Choose {
            name: "to",
            label: &t.vacancy_to(),
            options: &people,
            chosen: std::slice::from_ref(&draft.to),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "note",
            label: &t.vacancy_note(),
            hint: Some(&t.vacancy_note_hint()),
            value: &draft.note,
            rows: 4,
            max: NOTE_MAX,
            optional: true,
            ..Area::default()
        }))
    };
    Ok(html! {
        @if people.is_empty() { div.note { p { (t.vacancy_nobody()) } } }
        @else { (form.finish(&place, fields, &t.vacancy_all())) }
        @if vacancy.reason() != Reason::Left {
            h2 { (t.vacancy_still_here()) }
            p { (t.vacancy_still_here_text()) }
            (button_form(&format!("{place}/still-here"), &t.vacancy_still_here(), "button quiet"))
        }
    })
}
