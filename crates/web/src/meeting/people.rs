//! Who is invited, who comes, and inviting more.
use super::show::{Typed, page};
use crate::kit::form::Choose;
use crate::kit::parts::{Tone, tag};
use crate::kit::{Answer, Flash, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::{self, Candidate, Reading};
use samskab_domain::kernel::Id;
use samskab_domain::meeting::closing::PLACES;
use samskab_domain::meeting::{Coming, State};
use samskab_locale::Named;

/// `POST /{m}/meetings/{id}/invitations`
pub async fn invite(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let people: Vec<Id> = sent
        .all("people")
        .iter()
        .filter_map(|p| p.parse().ok())
        .collect();
    match meeting::invite(v.desk(), v.actor()?, id, &people).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/meetings/{id}")),
            Some(Flash::InvitedToMeeting),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let typed = Typed {
                people: Some(remarks),
                ..Typed::default()
            };
            Ok(page(&v, id, typed).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn people(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let closed = reading.meeting.state() == State::Closed;
    html! {
        @if let Some(there) = reading.meeting.there() { (were_there(v, there)) }
        @if !reading.invited.is_empty() && !closed {
            div.card {
                h2 { (t.meeting_invited()) }
                ul.rows role="list" {
                    @for person in &reading.invited {
                        li {
                            p {
                                b { (person.name) }
                                @match person.coming() {
                                    Some(Coming::Yes) => { " " (tag(Tone::Good, Coming::Yes.name(t))) },
                                    Some(coming) => { " " (tag(Tone::Plain, coming.name(t))) },
                                    None => {},
                                }
                                br;
                                span.muted.small {
                                    (person.organisation) " (" (person.sector().name(t)) ")"
                                    @if person.practitioner() { ", " (t.initiative_practitioner()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How many were there, by sector and whether they stand in it themselves.
fn were_there(v: &Visitor, there: [i64; 4]) -> Markup {
    let t = v.t;
    let told = there.into_iter().zip(PLACES);
    html! {
        div.card {
            h2 { (t.meeting_there()) }
            ul {
                @for (count, (field, ..)) in told.filter(|(count, _)| *count > 0) {
                    li { (place(v, field)) ": " (count) }
                }
            }
        }
    }
}

/// What those who were there are called.
pub(super) fn place(v: &Visitor, field: &str) -> String {
    let t = v.t;
    match field {
        "public_practice" => t.meeting_there_public_practice(),
        "public_other" => t.meeting_there_public_other(),
        "voluntary_practice" => t.meeting_there_voluntary_practice(),
        _ => t.meeting_there_voluntary_other(),
    }
}

pub(super) fn invite_form(
    v: &Visitor,
    form: &FormView<'_>,
    place: &str,
    candidates: &[Candidate],
) -> Markup {
    let t = v.t;
    let options: Vec<(String, String)> = candidates
        .iter()
        .map(|c| (c.membership_id.to_string(), c.name.clone()))
        .collect();
    let about: Vec<String> = candidates
        .iter()
        .map(|c| {
            let role = c.role().map(|r| r.name(t)).unwrap_or_default();
            format!("{} ({}), {role}", c.organisation, c.sector().name(t))
        })
        .collect();
    let field = form.checks(Choose {
        name: "people",
        label: &t.meeting_invite_whom(),
        hint: Some(&t.meeting_invite_hint()),
        options: &options,
        about: &about,
        ..Choose::default()
    });
    html! {
        details open[form.why("people").is_some()] {
            summary { (t.meeting_invite()) }
            @if candidates.is_empty() { p.small { (t.meeting_invite_none()) } }
            @else { (form.finish(place, field, &t.meeting_invite_send())) }
        }
    }
}
