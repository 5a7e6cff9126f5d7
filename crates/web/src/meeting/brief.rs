//! Meetings on the pages of others: in a list, and as steps of an initiative's trail.
use crate::initiative::area_among;
use crate::kit::Visitor;
use crate::kit::parts::{Step, Tone, When, tag};
use maud::{Markup, html};
use samskab_app::meeting::Meeting;
use samskab_domain::kernel::Moment;
use samskab_domain::meeting::State;
use samskab_locale::Named;

/// A list of meetings, with what they are of; `areas` has what the areas are called.
pub(crate) fn rows(v: &Visitor, meetings: &[Meeting], areas: &[(String, String)]) -> Markup {
    let t = v.t;
    html! {
        ul.rows role="list" {
            @for m in meetings {
                li {
                    p {
                        b { (m.title) } " " (tag(Tone::Plain, m.purpose().name(t)))
                        @if m.state() == State::Cancelled { " " (tag(Tone::Warm, m.state().name(t))) }
                        br;
                        (t.hours(m.when())) "\u{a0}· " (m.place) br;
                        span.muted.small { (m.initiative.as_deref().unwrap_or_else(|| area_among(areas, m.area_id, &m.area))) }
                    }
                    a.button.quiet href=(v.at(&format!("/meetings/{}", m.id))) {
                        (t.initiative_look()) span.visually-hidden { ": " (m.title) ", " (t.hours(m.when())) }
                    }
                }
            }
        }
    }
}

/// The next of an initiative's meetings.
pub(crate) fn next_of<'a>(v: &Visitor, meetings: &'a [Meeting]) -> Option<&'a Meeting> {
    let now = v.desk().now();
    meetings
        .iter()
        .find(|m| m.state() == State::Planned && m.ends_at() > now)
}

/// Held meetings as steps of a trail, each with its moment.
pub(crate) fn steps(v: &Visitor, meetings: &[Meeting]) -> Vec<(Moment, Step)> {
    let now = v.desk().now();
    let held = meetings.iter().filter(|m| {
        m.state() == State::Closed || (m.state() == State::Planned && m.ends_at() <= now)
    });
    held.map(|m| (m.starts_at(), step(v, m))).collect()
}

fn step(v: &Visitor, m: &Meeting) -> Step {
    let t = v.t;
    let none = m.state() == State::Closed && m.purpose().asks_for_change() && m.changes == 0;
    Step {
        when: When::Happened,
        at: Some(m.starts_at()),
        title: html! { (t.initiative_meeting()) ": " a href=(v.at(&format!("/meetings/{}", m.id))) { (m.title) } },
        text: html! {
            p.muted {
                (m.purpose().name(t))
                @if none { ". " (t.meeting_none()) }
                @if m.state() == State::Planned { ". " (t.meeting_not_closed()) }
            }
        },
    }
}
