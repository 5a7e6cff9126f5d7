//! Moving a meeting, giving it another title or place, and cancelling it.
use super::when::{draft, fields};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::{self, Meeting};
use samskab_domain::kernel::{Coded, Id, Remark, Why};
use samskab_domain::meeting::{Draft, State};

/// `GET /{m}/meetings/{id}/change`
pub async fn form(v: Visitor, Target(id): Target) -> Answer {
    let meeting = led(&v, id).await?;
    let when = meeting.when();
    let hour = |first: bool| match (when.hours, first) {
        (Some((from, _)), true) => from.to_string(),
        (Some((_, until)), false) => until.to_string(),
        (None, _) => String::new(),
    };
    let draft = Draft {
        purpose: meeting.purpose().code().to_owned(),
        title: meeting.title.clone(),
        day: when.day.to_string(),
        from: hour(true),
        until: hour(false),
        place: meeting.place.clone(),
        about: meeting.about.clone().unwrap_or_default(),
        version: meeting.version.to_string(),
        ..Draft::default()
    };
    let body = page(&v, &meeting, &draft, &[]);
    Ok(Page::new(&v, v.t.meeting_change(), body).into_response())
}

/// A planned meeting the visitor leads.
pub(super) async fn led(v: &Visitor, id: Id) -> Result<Meeting, Fail> {
    let reading = meeting::read(v.desk(), v.actor()?, id).await?;
    match (reading.may.lead, reading.meeting.state()) {
        (false, _) => Err(Fail::Forbidden),
        (true, State::Planned) => Ok(reading.meeting),
        (true, _) => Err(Fail::Gone),
    }
}

/// `POST /{m}/meetings/{id}/change`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let mut draft = draft(&sent);
    match meeting::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(&format!("/meetings/{id}")), Some(Flash::Moved))),
        Err(Refusal::Remarks(remarks)) => {
            let meeting = led(&v, id).await?;
            // Told that someone changed it, she may look, and then save what she wrote all the same.
            if remarks.iter().any(|r| r.why == Why::ChangedMeanwhile) {
                draft.version = meeting.version.to_string();
            }
            let body = page(&v, &meeting, &draft, &remarks);
            let page = Page::new(&v, v.t.meeting_change(), body);
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/meetings/{id}/cancel`
pub async fn cancel(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    meeting::cancel(v.desk(), v.actor()?, id, sent.ticked("rest")).await?;
    Ok(to(
        &v.at(&format!("/meetings/{id}")),
        Some(Flash::Cancelled),
    ))
}

fn page(v: &Visitor, meeting: &Meeting, draft: &Draft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let overtaken = form.has(|why| *why == Why::ChangedMeanwhile);
    let fields = html! {
        input type="hidden" name="version" value=(draft.version);
        (fields(v, &form, draft))
    };
    let place = v.at(&format!("/meetings/{}", meeting.id));
    html! {
        div.narrow {
            (back(&place, &meeting.title))
            h1 { (t.meeting_change()) }
            p.lead { (t.meeting_change_lead()) }
            @if meeting.series_id.is_some() { p { (t.meeting_change_one()) } }
            @if overtaken {
                p.note { (t.meeting_change_now()) br; b { (meeting.title) } br; (t.hours(meeting.when())) br; (meeting.place) }
            }
            (form.finish(&format!("{place}/change"), fields, &t.meeting_change_send()))
        }
    }
}
