//! What a need builds on: in words first, the table one step away.
use crate::kit::Visitor;
use maud::{Markup, html};
use samskab_app::need::{Left, Profile, Reading};
use samskab_domain::observation::Source;
use samskab_locale::Named;

/// How widely it is told, in words, with the table folded away.
pub(super) fn behind(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        p {
            b { (reading.evidence.name(t)) "." }
            @if reading.still_holds { " " (t.need_still_holds()) }
            @if reading.without_gain { " " (t.need_without_gain()) }
        }
        details {
            summary { (t.need_see_behind()) }
            @match &reading.profile {
                Some(profile) => (numbers(v, profile)),
                None => p.small { (t.need_behind_parties()) },
            }
        }
    }
}

fn numbers(v: &Visitor, profile: &Profile) -> Markup {
    let t = v.t;
    let mut counts = vec![
        (t.need_count_observations(), profile.observations),
        (t.need_count_observers(), profile.observers),
        (t.need_count_organisations(), profile.organisations),
        (t.need_count_sectors(), Some(profile.sectors)),
        (t.need_count_places(), profile.places),
        (t.need_count_months(), profile.months),
    ];
    if let Some([lived, told, saw, impression]) = profile.sources {
        counts.extend([
            (Source::Lived.name(t), Some(lived)),
            (Source::Told.name(t), Some(told)),
            (Source::Saw.name(t), Some(saw)),
            (Source::Impression.name(t), Some(impression)),
        ]);
    }
    counts.push((t.need_count_counter(), profile.counter));
    if profile.echoes != Some(0) {
        counts.push((t.need_count_echoes(), profile.echoes));
    }
    let hidden = profile.sources.is_none() || counts.iter().any(|(_, count)| count.is_none());
    html! {
        dl.facts {
            @for (label, count) in &counts {
                dt { (label) }
                dd { @match count { Some(count) => (count), None => (t.need_count_few()) } }
            }
        }
        @if let Some(share) = profile.most_from_one { p { (t.need_most_from_one(share)) } }
        @if hidden { p.small.muted { (t.need_behind_small()) } }
        @if profile.without.len() > 1 { (without(v, &profile.without)) }
    }
}

/// What is left when one of those who tell is left out.
fn without(v: &Visitor, left: &[Left]) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.need_without_title()) }
        p.small.muted { (t.need_without_lead()) }
        div.table-scroll {
            table {
                thead { tr {
                    th scope="col" { (t.need_without_whom()) }
                    th scope="col" { (t.need_count_observations()) }
                    th scope="col" { (t.need_count_observers()) }
                    th scope="col" { (t.need_without_words()) }
                } }
                tbody {
                    @for one in left {
                        tr {
                            th scope="row" {
                                @match &one.organisation { Some(name) => (name), None => (t.need_without_citizens()) }
                            }
                            td data-label=(t.need_count_observations()) { (one.left.observations) }
                            td data-label=(t.need_count_observers()) { (one.left.observers) }
                            td data-label=(t.need_without_words()) { (one.left.evidence().name(t)) }
                        }
                    }
                }
            }
        }
    }
}
