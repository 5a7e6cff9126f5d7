//! *Are you coming?* before a meeting, *did you get to say what you came for?* after it; each one tap, from
//! the page, from *My day*, or from a mail.
use crate::kit::input::TokenPart;
use crate::kit::{Answer, Fail, Form, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::{self, Meeting, Opened, Reading};
use samskab_app::token::Secret;
use samskab_domain::kernel::Coded;
use samskab_domain::meeting::voice::{Said, Tally};
use samskab_domain::meeting::{Coming, State};
use samskab_locale::Named;

/// `POST /{m}/meetings/{id}/coming`
pub async fn coming(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let coming = sent.choice("coming").ok_or(Fail::Unreadable)?;
    meeting::coming(v.desk(), v.actor()?, id, coming).await?;
    Ok(to(&v.at(&format!("/meetings/{id}")), None))
}

/// `POST /{m}/meetings/{id}/voice`
pub async fn say(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let said = sent.choice("said").ok_or(Fail::Unreadable)?;
    meeting::say(v.desk(), v.actor()?, id, said).await?;
    Ok(to(&v.at(&format!("/meetings/{id}")), None))
}

/// `GET /{m}/meetings/from-mail/{token}`: only a button says anything; mail scanners open links too.
pub async fn show_by_link(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let link = Secret::from_outside(&token);
    let opened = meeting::by_link(v.desk(), v.municipality.id, &link).await;
    Ok(page(&v, &opened.map_err(gone)?).into_response())
}

/// `POST /{m}/meetings/from-mail/{token}`
pub async fn answer_by_link(v: Visitor, TokenPart(token): TokenPart, Form(sent): Form) -> Answer {
    let (link, m) = (Secret::from_outside(&token), v.municipality.id);
    match (sent.choice("coming"), sent.choice("said")) {
        (Some(coming), _) => meeting::coming_by_link(v.desk(), m, &link, coming).await,
        (None, Some(said)) => meeting::say_by_link(v.desk(), m, &link, said).await,
        (None, None) => meeting::by_link(v.desk(), m, &link).await.map(drop),
    }
    .map_err(gone)?;
    Ok(to(&v.path, None))
}

fn gone(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    }
}

fn page(v: &Visitor, opened: &Opened) -> Page {
    let t = v.t;
    let m = &opened.meeting;
    let to_come = m.ends_at() > v.desk().now() && m.state() == State::Planned;
    let body = html! {
        div.narrow {
            h1 { (m.title) }
            p.lead { (t.hours(m.when())) br; (m.place) }
            @if m.state() == State::Cancelled { p { b { (t.meeting_state_cancelled()) } } }
            @else if to_come {
                h2 { (t.meeting_coming()) }
                @if m.series_id.is_some() { p { (t.meeting_coming_row()) } }
                @if let Some(coming) = opened.coming { (thanks(v, &coming.name(t))) }
                (taps("coming", &v.path, opened.coming, v))
            }
            @if m.asks(v.desk().now()) && !to_come { (after(v, &v.path, opened.said)) }
            p.small.muted { (t.meeting_no_duty()) }
        }
    };
    Page::new(v, &m.title, body)
}

fn thanks(v: &Visitor, said: &str) -> Markup {
    let t = v.t;
    html! { p role="status" { b { (t.felt_thanks()) } " " (t.felt_you_said(said)) } }
}

/// A button for each choice.
fn taps<T: Coded + Named + PartialEq>(
    name: &str,
    action: &str,
    chosen: Option<T>,
    v: &Visitor,
) -> Markup {
    html! {
        form.choices method="post" action=(action) {
            @for choice in T::ALL {
                button.button.wide.quiet[chosen != Some(*choice)] name=(name) value=(choice.code()) { (choice.name(v.t)) }
            }
        }
    }
}

/// Whether the reader, who is invited, comes.
pub(super) fn coming_form(v: &Visitor, reading: &Reading) -> Markup {
    let coming: Option<Coming> = reading.own.flatten();
    let action = v.at(&format!("/meetings/{}/coming", reading.meeting.id));
    html! {
        section {
            h2 { (v.t.meeting_coming()) }
            @if let Some(coming) = coming { (thanks(v, &coming.name(v.t))) }
            (taps("coming", &action, coming, v))
        }
    }
}

fn after(v: &Visitor, action: &str, said: Option<Said>) -> Markup {
    html! {
        section {
            h2 { (v.t.meeting_got_to_say()) }
            @if let Some(said) = said { (thanks(v, &said.name(v.t))) }
            (taps("said", action, said, v))
            p.small.muted { (v.t.meeting_got_to_say_text()) }
        }
    }
}

/// The question after the meeting, as long as it is asked, and what each side answered once enough have.
pub(super) fn voices(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let action = v.at(&format!("/meetings/{}/voice", reading.meeting.id));
    let words = |tally: Tally| t.meeting_tally(tally.yes, tally.partly, tally.no);
    let asks = reading.meeting.asks(v.desk().now());
    let told = reading.voices.iter().any(|(_, tally)| tally.is_some());
    html! {
        @if asks { (after(v, &action, reading.said)) }
        @else if told { h2 { (t.meeting_got_to_say()) } }
        @if asks || told {
            ul {
                @for (sector, tally) in reading.voices {
                    li {
                        b { (sector.name(t)) ": " }
                        @match tally { Some(tally) => (words(tally)), None => (t.meeting_too_few()) }
                    }
                }
            }
        }
    }
}

/// Meetings someone was at lately, each with the one question. It may be left alone.
pub(crate) fn asked_after(v: &Visitor, meetings: &[Meeting]) -> Markup {
    let t = v.t;
    html! {
        @if !meetings.is_empty() {
            h2 { (t.meeting_got_to_say()) }
            ul.rows role="list" {
                @for m in meetings {
                    li {
                        p { b { (m.title) } br; span.muted.small { (t.hours(m.when())) } }
                        a.button.quiet href=(v.at(&format!("/meetings/{}", m.id))) {
                            (t.meeting_say()) span.visually-hidden { ": " (m.title) }
                        }
                    }
                }
            }
        }
    }
}
