//! The practice check: a quiet list, always in view; each point says what would mend it, and leads there.
use crate::kit::Visitor;
use maud::{Markup, html};
use samskab_app::initiative::Reading;
use samskab_domain::access::Sector;
use samskab_domain::initiative::Gap;

/// The way down to it, where it does not stand beside the story.
pub(super) fn to_gaps(v: &Visitor, reading: &Reading) -> Markup {
    html! {
        @if !reading.gaps.is_empty() {
            p.phone-only { a href="#check" { (v.t.initiative_gaps_below(reading.gaps.len())) } }
        }
    }
}

/// Never a gate.
pub(super) fn gaps(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        div.card id="check" {
            h2 { (t.initiative_gaps()) }
            @if reading.gaps.is_empty() { p.small { (t.initiative_gaps_none()) } }
            @else { ul { @for gap in &reading.gaps { li.small { (point(v, reading, *gap)) } } } }
        }
    }
}

fn point(v: &Visitor, reading: &Reading, gap: Gap) -> Markup {
    let place = mended(v, reading, gap).filter(|_| reading.may_write);
    let place = place.map(|at| v.at(&format!("/initiatives/{}{at}", reading.initiative.id)));
    html! {
        (missing(v, gap)) " "
        @match place {
            Some(place) => a href=(place) { (mend(v, gap)) },
            None => (mend(v, gap)),
        }
    }
}

/// What is not there.
fn missing(v: &Visitor, gap: Gap) -> String {
    let t = v.t;
    match gap {
        Gap::NoPractitioner(Sector::Public) => t.initiative_gap_practitioner_public(),
        Gap::NoPractitioner(Sector::Voluntary) => t.initiative_gap_practitioner_voluntary(),
        Gap::NoAim(Sector::Public) => t.initiative_gap_aim_public(),
        Gap::NoAim(Sector::Voluntary) => t.initiative_gap_aim_voluntary(),
        Gap::NoOrigin => t.initiative_gap_origin(),
        Gap::NoFrame => t.initiative_gap_frame(),
        Gap::TaskAsked => t.initiative_gap_task(),
        Gap::NotTold => t.initiative_gap_told(),
        Gap::InALoop => t.initiative_gap_loop(),
        Gap::NoChange => t.initiative_gap_change(),
    }
}

/// What would mend it.
fn mend(v: &Visitor, gap: Gap) -> String {
    let t = v.t;
    match gap {
        Gap::NoPractitioner(Sector::Public) => t.initiative_mend_practitioner_public(),
        Gap::NoPractitioner(Sector::Voluntary) => t.initiative_mend_practitioner_voluntary(),
        Gap::NoAim(side) if own_side(v) == Some(side) => t.initiative_mend_aim(),
        Gap::NoAim(_) => t.initiative_mend_aim_ask(),
        Gap::NoOrigin => t.initiative_mend_origin(),
        Gap::NoFrame => t.initiative_mend_frame(),
        Gap::TaskAsked => t.initiative_mend_task(),
        Gap::NotTold => t.initiative_mend_told(),
        Gap::InALoop => t.initiative_mend_loop(),
        Gap::NoChange => t.initiative_mend_change(),
    }
}

fn own_side(v: &Visitor) -> Option<Sector> {
    v.session().map(|s| s.actor.sector)
}

/// Where that is done, beneath the initiative's own address.
fn mended(v: &Visitor, reading: &Reading, gap: Gap) -> Option<&'static str> {
    match gap {
        Gap::NoPractitioner(_) | Gap::InALoop => Some("/people"),
        Gap::NoAim(side) => (reading.party && own_side(v) == Some(side)).then_some("#join"),
        Gap::NoOrigin => Some("/need"),
        Gap::NoFrame => reading.party.then_some("/frames"),
        Gap::TaskAsked => Some("/tasks"),
        Gap::NotTold => Some("?note=yes#note"),
        Gap::NoChange => Some("/changes"),
    }
}
