//! A person's ties to organisations: given and ended.
use super::person::place;
use super::{again, form_page};
use crate::kit::form::{Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::person;
use samskab_app::{Refusal, area, organisation};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::person::MembershipDraft;
use samskab_locale::Texts;

/// `GET /{m}/administration/people/{id}/membership`
pub async fn blank(v: Visitor, Target(id): Target) -> Answer {
    let page = page(&v, id, &MembershipDraft::default(), &[]).await?;
    Ok(page.into_response())
}

/// `POST /{m}/administration/people/{id}/memberships`
pub async fn give(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match person::give_membership(v.desk(), v.actor()?, id, &draft).await {
        Ok(_) => Ok(to(&v.at(&place(id)), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, id, &draft, &remarks).await?),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/administration/memberships/{id}/end`
pub async fn end(v: Visitor, Target(id): Target) -> Answer {
    let person = person::end_membership(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(&place(person)), Some(Flash::Saved)))
}

pub(super) fn draft(sent: &Pairs) -> MembershipDraft {
    MembershipDraft {
        organisation: sent.text("organisation"),
        role: sent.text("role"),
        title: sent.text("title"),
        areas: sent.all("areas"),
        from: sent.text("from"),
    }
}

async fn page(
    v: &Visitor,
    id: Id,
    draft: &MembershipDraft,
    remarks: &[Remark],
) -> Result<Page, Fail> {
    let t = v.t;
    let profile = person::read(v.desk(), v.actor()?, id).await?;
    let around = Around::find(v).await?;
    let form = FormView::new(v, remarks);
    let action = v.at(&format!("{}/memberships", place(id)));
    let body = form.finish(&action, fields(&form, draft, &around), &t.public.save());
    let title = t.administration_membership_give();
    Ok(form_page(
        v,
        (&place(id), &profile.draft.name),
        &title,
        &body,
    ))
}

/// What a membership is chosen among.
pub(super) struct Around {
    organisations: Vec<(String, String)>,
    areas: Vec<(String, String)>,
}

impl Around {
    pub(super) async fn find(v: &Visitor) -> Result<Self, Refusal> {
        let organisations = organisation::all(v.desk(), v.municipality.id).await?;
        let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
        Ok(Self {
            organisations: organisations
                .into_iter()
                .map(|o| (o.id.to_string(), o.name))
                .collect(),
            areas: areas
                .into_iter()
                .map(|a| (a.id.to_string(), a.name))
                .collect(),
        })
    }
}

fn about(t: &Texts, role: Role) -> String {
    match role {
        Role::Frontline => t.administration_role_frontline(),
        Role::Coordinator => t.administration_role_coordinator(),
        Role::Leader => t.administration_role_leader(),
        Role::Facilitator => t.administration_role_facilitator(),
        Role::Researcher => t.administration_role_researcher(),
        Role::Administrator => t.administration_role_administrator(),
    }
}

/// Where a person belongs, as what, and from when.
pub(super) fn fields(form: &FormView<'_>, draft: &MembershipDraft, around: &Around) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.select(Choose {
            name: "organisation",
            label: &t.administration_organisation(),
            options: &around.organisations,
            chosen: std::slice::from_ref(&draft.organisation),
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "role",
            label: &t.administration_role(),
            options: &options::<Role>(t),
            about: &Role::ALL.iter().map(|role| about(t, *role)).collect::<Vec<_>>(),
            chosen: std::slice::from_ref(&draft.role),
            ..Choose::default()
        }))
        (form.line(Line {
            name: "title",
            label: &t.administration_title(),
            hint: Some(&t.administration_title_hint()),
            value: &draft.title,
            optional: true,
            ..Line::default()
        }))
        @if !around.areas.is_empty() {
            (form.checks(Choose {
                name: "areas",
                label: &t.administration_areas(),
                hint: Some(&t.administration_areas_hint()),
                options: &around.areas,
                chosen: &draft.areas,
                optional: true,
                two: true,
                ..Choose::default()
            }))
        }
        (form.line(Line {
            name: "from",
            label: &t.administration_from(),
            hint: Some(&t.administration_from_hint()),
            value: &draft.from,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
    }
}
