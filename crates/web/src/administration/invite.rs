//! Inviting a person: who she is and where she first belongs, in one form.
use super::membership::{self, Around};
use super::{again, form_page, person};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::Refusal;
use samskab_app::person::{Invitation, invite};
use samskab_domain::kernel::Remark;

const LIST: &str = "/administration/people";

/// `GET /{m}/administration/people/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let mut invitation = Invitation::default();
    invitation.membership.organisation = query.text("organisation");
    Ok(page(&v, &invitation, &[]).await?.into_response())
}

/// `POST /{m}/administration/people`
pub async fn send(v: Visitor, Form(sent): Form) -> Answer {
    let invitation = Invitation {
        person: person::draft(&sent),
        membership: membership::draft(&sent),
    };
    match invite(v.desk(), v.actor()?, &invitation).await {
        Ok(id) => Ok(to(&v.at(&person::place(id)), Some(Flash::Invited))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, &invitation, &remarks).await?),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(v: &Visitor, invitation: &Invitation, remarks: &[Remark]) -> Result<Page, Fail> {
    let t = v.t;
    let around = Around::find(v).await?;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (person::fields(&form, &invitation.person))
        (membership::fields(&form, &invitation.membership, &around))
    };
    let body = html! {
        p { (t.administration_invite_lead()) }
        (form.finish(&v.at(LIST), fields, &t.administration_invite_yes()))
        p.small.muted { (t.administration_link_text()) }
    };
    Ok(form_page(
        v,
        (LIST, &t.administration_people()),
        &t.administration_invite(),
        &body,
    ))
}
