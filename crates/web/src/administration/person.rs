//! One person: what she is called, where she belongs, and her way out.
use super::{again, confirm, form_page};
use crate::kit::form::{Choose, Line};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, parts, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::person::{self, Membership, Profile};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::person::{Draft, language};
use samskab_locale::{LANGUAGES, Named};

pub(super) fn place(id: Id) -> String {
    format!("/administration/people/{id}")
}

/// `GET /{m}/administration/people/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let t = v.t;
    let profile = person::read(v.desk(), v.actor()?, id).await?;
    let person = &profile.draft;
    let body = html! {
        (back(&v.at("/administration/people"), &t.administration_people()))
        h1 { (person.name) }
        div.split {
            div {
                dl.facts {
                    dt { (t.administration_email()) } dd { (person.email) }
                    @if !person.phone.is_empty() { dt { (t.administration_phone()) } dd { (person.phone) } }
                    dt { (t.administration_language()) } dd { (language(&person.language).own_name()) }
                }
                p { a.button.quiet href=(v.at(&format!("{}/edit", place(id)))) { (t.public.edit()) span.visually-hidden { " " (person.name) } } }
                h2 { (t.administration_memberships()) }
                @if profile.memberships.is_empty() { p { (t.administration_no_membership_text()) } }
                @for m in &profile.memberships { (membership(&v, m)) }
                div.actions { a.button href=(v.at(&format!("{}/membership", place(id)))) { (t.administration_membership_give()) } }
            }
            aside { (aside(&v, &profile)) }
        }
    };
    Ok(Page::new(&v, &person.name, body).into_response())
}

fn membership(v: &Visitor, m: &Membership) -> Markup {
    let t = v.t;
    let role = m.role().map(|r| r.name(t));
    let title = m
        .title
        .as_ref()
        .filter(|title| Some(*title) != role.as_ref());
    html! {
        div.card {
            h3 { (m.organisation) }
            p {
                @if let Some(role) = &role { (role) }
                @if let Some(title) = title { "\u{a0}· " (title) }
                @if let Some(day) = Day::parse(&m.from_day) {
                    br; span.muted.small { (t.administration_since()) " " (parts::day(v, day)) }
                }
            }
            (confirm(
                &t.administration_membership_end(),
                &t.administration_membership_end_text(),
                &t.administration_membership_end_yes(),
                &v.at(&format!("/administration/memberships/{}/end", m.id)),
            ))
        }
    }
}

fn aside(v: &Visitor, profile: &Profile) -> Markup {
    let t = v.t;
    let herself = v.session().is_some_and(|s| s.actor.person == profile.id);
    html! {
        div.card {
            h2 { (t.administration_link_title()) }
            p { (t.administration_link_text()) }
        }
        div.card {
            h2 { (t.administration_leave_title()) }
            @if herself { p { (t.administration_leave_self()) } }
            (confirm(
                &t.administration_leave(),
                &t.administration_leave_text(),
                &t.administration_leave_yes(),
                &v.at(&format!("{}/leave", place(profile.id))),
            ))
        }
    }
}

/// `GET /{m}/administration/people/{id}/edit`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let profile = person::read(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, id, &profile.draft, &[]).into_response())
}

/// `POST /{m}/administration/people/{id}`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match person::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(&place(id)), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, id, &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/administration/people/{id}/leave`
pub async fn leave(v: Visitor, Target(id): Target) -> Answer {
    person::leave(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/administration/people"), Some(Flash::Left)))
}

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        name: sent.text("name"),
        email: sent.text("email"),
        phone: sent.text("phone"),
        language: sent.text("language"),
    }
}

fn page(v: &Visitor, id: Id, draft: &Draft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let body = form.finish(&v.at(&place(id)), fields(&form, draft), &t.public.save());
    let title = t.administration_person_edit();
    form_page(
        v,
        (&place(id), &t.administration_back_to_person()),
        &title,
        &body,
    )
}

/// What a person is called and how she is reached.
pub(super) fn fields(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    let languages: Vec<_> = LANGUAGES
        .iter()
        .map(|l| (l.code().to_owned(), l.own_name().to_owned()))
        .collect();
    html! {
        (form.line(Line { name: "name", label: &t.administration_name(), value: &draft.name, ..Line::default() }))
        (form.line(Line {
            name: "email",
            label: &t.administration_email(),
            hint: Some(&t.administration_email_hint()),
            value: &draft.email,
            kind: "email",
            ..Line::default()
        }))
        (form.line(Line {
            name: "phone",
            label: &t.administration_phone(),
            value: &draft.phone,
            kind: "tel",
            optional: true,
            ..Line::default()
        }))
        (form.radios(Choose {
            name: "language",
            label: &t.administration_language(),
            options: &languages,
            chosen: &[language(&draft.language).code().to_owned()],
            two: true,
            ..Choose::default()
        }))
    }
}
