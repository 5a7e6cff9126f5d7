//! The trail of an initiative: from the problem, by what was tried, to what changed.
use super::open::came_from;
use crate::kit::Visitor;
use crate::kit::parts::{Step, Tone, When, day, prose, tag, trail};
use maud::{Markup, html};
use samskab_app::frame::FrameItem;
use samskab_app::initiative::{CausedOffer, Note, Reading};
use samskab_app::practice_change::Change;
use samskab_domain::initiative::{NoteKind, State};
use samskab_domain::kernel::Moment;
use samskab_domain::practice_change::Outcome;
use samskab_locale::Named;

/// All that happened and what is to come, in one line.
pub(super) fn trail_of(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let i = &reading.initiative;
    let mut steps = vec![began(v, reading)];
    let mut along: Vec<(Moment, Step)> = Vec::new();
    along.extend(reading.notes.iter().map(|n| (n.created_at(), note(v, n))));
    along.extend(
        reading
            .changes
            .iter()
            .map(|c| (c.created_at(), change(v, reading, c))),
    );
    let late = reading.frames.iter().filter(|f| f.found_late);
    along.extend(late.map(|f| (f.declared_at(), found_late(v, f))));
    along.extend(crate::meeting::steps(v, &reading.meetings));
    along.extend(reading.offers.iter().map(|o| (o.linked_at(), offer(v, o))));
    along.sort_by_key(|(at, _)| *at);
    steps.extend(along.into_iter().map(|(_, step)| step));
    let goes_on = i.state() != State::Ended;
    if goes_on && reading.changes.is_empty() {
        steps.push(to_come(
            t.initiative_change_none(),
            t.initiative_change_none_text(),
        ));
    }
    if goes_on && reading.offers.is_empty() {
        steps.push(to_come(t.initiative_offer_none(), String::new()));
    }
    if let Some(learnt) = &i.learnt {
        steps.push(Step {
            when: When::Happened,
            at: i.ended_at(),
            title: html! { (t.initiative_ended()) },
            text: prose(learnt),
        });
    }
    trail(v, &steps)
}

fn to_come(title: String, text: String) -> Step {
    Step {
        when: When::ToCome,
        at: None,
        title: html! { (title) },
        text: html! { @if !text.is_empty() { p { (text) } } },
    }
}

fn began(v: &Visitor, reading: &Reading) -> Step {
    let t = v.t;
    let i = &reading.initiative;
    let goes_on = matches!(i.state(), State::Problem | State::Trial);
    let nothing_since = reading.notes.is_empty()
        && reading.changes.is_empty()
        && reading.offers.is_empty()
        && reading.meetings.is_empty();
    let title = match (i.lane, goes_on) {
        (true, _) => t.initiative_trial_step(),
        (false, true) => t.initiative_problem_step(),
        (false, false) => t.initiative_began(),
    };
    Step {
        when: if goes_on && nothing_since {
            When::Now
        } else {
            When::Happened
        },
        at: Some(i.created_at()),
        title: html! { (title) },
        text: html! {
            (prose(&i.problem))
            @if let Some(until) = i.until() { p.muted { (t.initiative_until()) " " (day(v, until)) } }
            @if let Some(notice) = &i.notice { p { (t.initiative_change_notice()) " " (notice) } }
            (came_from(v, &reading.origin))
        },
    }
}

fn note(v: &Visitor, note: &Note) -> Step {
    let t = v.t;
    let title = match note.kind() {
        NoteKind::Meeting => t.initiative_meeting(),
        NoteKind::Note => t.initiative_note(),
    };
    Step {
        when: When::Happened,
        at: Some(note.created_at()),
        title: html! { (title) },
        text: html! { (prose(&note.body)) p.muted.small { (note.organisation) } },
    }
}

fn change(v: &Visitor, reading: &Reading, change: &Change) -> Step {
    let t = v.t;
    let begins = change.from().unwrap_or(v.today());
    let when = match change.outcome() {
        Some(Outcome::Done | Outcome::Differently) => When::Happened,
        Some(Outcome::NotDone) => When::Refused,
        None if begins > v.today() => When::ToCome,
        None => When::Now,
    };
    let place = v.at(&format!("/changes/{}/outcome", change.id));
    let label = match change.outcome() {
        None if reading.may_write => t.initiative_change_say(),
        _ => t.initiative_change_see(),
    };
    Step {
        when,
        at: Some(change.created_at()),
        title: html! { (t.initiative_change_step()) },
        text: html! {
            (what_changes(v, change))
            p { a href=(place) { (label) span.visually-hidden { ": " (change.what) } } }
        },
    }
}

/// What was agreed, by whom, from when, and what came of it.
pub(crate) fn what_changes(v: &Visitor, change: &Change) -> Markup {
    let t = v.t;
    let begins = change.from().map(|d| t.near(d, v.today()));
    let begins = begins.unwrap_or_default();
    html! {
        p { b { (change.what) } }
        p { (t.initiative_change_by(&change.who, &change.organisation, begins)) }
        p.muted { (t.initiative_change_notice()) " " (change.notice) }
        @if let Some(outcome) = change.outcome() {
            @let tone = if outcome == Outcome::NotDone { Tone::Warm } else { Tone::Good };
            p { (tag(tone, outcome.name(t))) @if let Some(note) = &change.outcome_note { " " (note) } }
        }
    }
}

/// A limit nobody knew of when it began (F12).
fn found_late(v: &Visitor, item: &FrameItem) -> Step {
    let t = v.t;
    Step {
        when: When::Happened,
        at: Some(item.declared_at()),
        title: html! { (t.initiative_found_late()) },
        text: html! {
            p { a href=(v.at(&format!("/frames/{}", item.id))) { (item.body) } }
            (prose(item.late_why.as_deref().unwrap_or_default()))
            p.muted.small { (item.organisation) }
        },
    }
}

fn offer(v: &Visitor, offer: &CausedOffer) -> Step {
    let effect = offer.effect().map(|e| e.name(v.t)).unwrap_or_default();
    Step {
        when: When::Happened,
        at: Some(offer.linked_at()),
        title: html! { (effect) },
        text: html! { p { a href=(v.at(&format!("/offers/{}", offer.id))) { (offer.name) } } },
    }
}
