//! One tap says what is wrong, without signing in; what may be added comes after it.
use crate::kit::form::{Area, Line};
use crate::kit::limit::Who;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Form, FormView, Page, Target, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::fault::{self, Draft, Kind};
use samskab_domain::fault::NOTE_MAX;
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_locale::Named;

/// The question as it stands at an offer.
pub(crate) fn ask(v: &Visitor, offer: Id) -> Markup {
    let t = &v.t.public;
    html! {
        details.no-print {
            summary { (t.fault_title()) }
            p.small { (t.fault_lead()) }
            form.choices method="post" action=(v.at(&format!("/offers/{offer}/faults"))) {
                @for kind in Kind::ALL {
                    button.button.wide.quiet name="kind" value=(kind.code()) { (kind.name(v.t)) }
                }
            }
        }
    }
}

/// `POST /{m}/offers/{id}/faults`: the tap is kept at once.
pub async fn say(v: Visitor, Target(offer): Target, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let kind = sent.choice("kind").ok_or(Fail::Unreadable)?;
    let m = v.municipality.id;
    let fault = fault::say(v.desk(), m, offer, kind, v.language()).await?;
    Ok(thanks(&v, (offer, fault), &Draft::default(), &[]).into_response())
}

/// `POST /{m}/offers/{id}/faults/more`
pub async fn more(v: Visitor, Target(offer): Target, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let t = &v.t.public;
    let fault = sent.id("fault").ok_or(Fail::Missing)?;
    let draft = Draft {
        note: sent.text("note"),
        email: sent.text("email"),
        harmless: sent.ticked("harmless"),
    };
    match fault::more(v.desk(), v.municipality.id, offer, fault, &draft).await {
        Ok(()) => {
            let body = html! {
                div.state-page {
                    h1 { (t.fault_thanks()) }
                    p { (t.fault_sent()) }
                    div.actions { a.button href=(v.at(&format!("/offers/{offer}"))) { (t.upkeep_see_all()) } }
                }
            };
            Ok(Page::new(&v, t.fault_thanks(), body).into_response())
        }
        Err(Refusal::Remarks(remarks)) => {
            let page = thanks(&v, (offer, fault), &draft, &remarks);
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn thanks(v: &Visitor, (offer, fault): (Id, Id), draft: &Draft, remarks: &[Remark]) -> Page {
    let t = &v.t.public;
    let form = FormView::new(v, remarks);
    let fields = html! {
        input type="hidden" name="fault" value=(fault);
        (form.area(Area {
            name: "note",
            personal: true,
            label: &t.fault_more(),
            hint: Some(&t.fault_more_hint()),
            value: &draft.note,
            rows: 3,
            max: NOTE_MAX,
            optional: true,
            ..Area::default()
        }))
        (form.marked_for_all(draft.harmless))
        (form.line(Line {
            name: "email",
            label: &t.fault_email(),
            hint: Some(&t.fault_email_hint()),
            value: &draft.email,
            kind: "email",
            autocomplete: "email",
            optional: true,
        }))
    };
    let place = v.at(&format!("/offers/{offer}"));
    let body = html! {
        div.narrow {
            (back(&place, &t.upkeep_see_all()))
            h1 { (t.fault_thanks()) }
            p.lead role="status" { (t.fault_told()) }
            (form.finish(&format!("{place}/faults/more"), fields, &t.fault_send()))
        }
    };
    Page::new(v, t.fault_thanks(), body)
}
