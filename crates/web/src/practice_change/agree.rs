//! *What we do differently now*: one thing, by whom, from when.
use crate::initiative::marked;
use crate::kit::form::{Area, Choose, Line};
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{self, Reading};
use samskab_app::{Refusal, practice_change};
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::practice_change::Draft;
use std::collections::HashSet;

/// `GET /{m}/initiatives/{id}/changes`
pub async fn blank(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let reading = writable(&v, id).await?;
    let draft = Draft {
        from: v.today().to_string(),
        organisation: v.actor()?.organisation.to_string(),
        meeting: query.text("meeting"),
        ..Draft::default()
    };
    let body = form(&v, &reading, &draft, &[]);
    Ok(Page::new(&v, v.t.change_title(), body).into_response())
}

/// The initiative, when the visitor may write in it.
async fn writable(v: &Visitor, id: Id) -> Result<Reading, Fail> {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    if reading.may_write {
        Ok(reading)
    } else {
        Err(Fail::Forbidden)
    }
}

/// `POST /{m}/initiatives/{id}/changes`
pub async fn agree(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = Draft {
        what: sent.text("what"),
        organisation: sent.text("organisation"),
        who: sent.text("who"),
        from: sent.text("from"),
        notice: sent.text("notice"),
        meeting: sent.text("meeting"),
        follow_up: sent.text("follow_up"),
        harmless: sent.ticked("harmless"),
    };
    match practice_change::agree(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(_) => {
            let place = match sent.id("meeting") {
                Some(meeting) if at_seminar(&v) => v.at(&format!("/meetings/{meeting}/seminar")),
                Some(meeting) => v.at(&format!("/meetings/{meeting}/close")),
                None => v.at(&format!("/initiatives/{id}")),
            };
            Ok(to(&place, Some(Flash::Agreed)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let reading = writable(&v, id).await?;
            let body = form(&v, &reading, &draft, &remarks);
            Ok(Page::new(&v, v.t.change_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Nobody is in it just now, so there is no practice to change.
fn nobody(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/initiatives/{}", reading.initiative.id));
    let people = format!("{place}/people");
    let invite = t.initiative_invite();
    html! {
        div.narrow {
            (back(&place, &reading.initiative.title))
            h1 { (t.change_title()) }
            (empty(&t.change_nobody(), &t.change_nobody_text(), Some((people.as_str(), invite.as_str()))))
        }
    }
}

/// Whether one came from a seminar's page, and goes back there.
fn at_seminar(v: &Visitor) -> bool {
    v.query().iter().any(|(key, _)| key == "seminar")
}

fn form(v: &Visitor, reading: &Reading, draft: &Draft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let mut seen = HashSet::new();
    let each = reading.parties.iter();
    let each = each.filter(|p| seen.insert(p.organisation_id));
    let parties: Vec<_> = each
        .map(|p| (p.organisation_id.to_string(), p.organisation.clone()))
        .collect();
    if parties.is_empty() {
        return nobody(v, reading);
    }
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.area(Area { name: "what", label: &t.change_what(), value: &draft.what, rows: 3, max: 600, ..Area::default() }))
        (form.radios(Choose {
            name: "organisation",
            label: &t.change_organisation(),
            options: &parties,
            chosen: std::slice::from_ref(&draft.organisation),
            ..Choose::default()
        }))
        (form.line(Line {
            name: "who",
            label: &t.change_who(),
            hint: Some(&t.change_who_hint()),
            value: &draft.who,
            ..Line::default()
        }))
        (form.line(Line { name: "from", label: &t.change_from(), value: &draft.from, kind: "date", ..Line::default() }))
        (form.area(Area { name: "notice", label: &t.change_notice(), value: &draft.notice, rows: 2, max: 400, ..Area::default() }))
        @if !draft.meeting.is_empty() { input type="hidden" name="meeting" value=(draft.meeting); }
        (form.line(Line {
            name: "follow_up",
            label: &t.change_follow_up(),
            hint: Some(&t.change_follow_up_hint()),
            value: &draft.follow_up,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
        (marked(&form, draft.harmless))
    };
    let place = v.at(&format!("/initiatives/{}", reading.initiative.id));
    let whence = if at_seminar(v) { "?seminar=yes" } else { "" };
    html! {
        div.narrow {
            (back(&place, &reading.initiative.title))
            h1 { (t.change_title()) }
            p.lead { (t.change_lead()) }
            (form.finish(&format!("{place}/changes{whence}"), fields, &t.change_send()))
        }
    }
}
