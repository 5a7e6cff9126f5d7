//! How much was answered and how much changed: side by side, over all that was raised.
use crate::kit::Visitor;
use crate::kit::parts::day;
use maud::{Markup, html};
use samskab_app::insight::Became;

pub(super) fn became(v: &Visitor, became: &Became) -> Markup {
    let t = v.t;
    let needs = became.needs;
    let steps = [
        (t.insight_answered(), needs.answered),
        (t.insight_promised(), needs.promised),
        (t.insight_done(), needs.done),
        (t.insight_changed(), needs.changed),
        (t.insight_felt(), became.felt),
        (t.insight_objected(), became.objected),
    ];
    html! {
        h2 { (t.insight_became()) }
        @if needs.raised == 0 { p { (t.insight_became_none()) } }
        @else {
            p { (t.insight_became_text(needs.raised)) " " (day(v, became.from)) "." }
            dl.facts {
                @for (step, count) in &steps { dt { (step) } dd { (t.insight_of(*count, needs.raised)) } }
            }
            p.small.muted { (t.insight_together()) }
        }
        (tellers(v, became))
    }
}

fn tellers(v: &Visitor, became: &Became) -> Markup {
    let t = v.t;
    let returned = became
        .heard
        .zip(became.returned)
        .filter(|(heard, _)| *heard > 0);
    html! {
        @if returned.is_some() || became.busiest_tenth.is_some() {
            h2 { (t.insight_tellers()) }
            @if let Some((heard, returned)) = returned { p { (t.insight_returned(returned, heard)) } }
            @if let Some(percent) = became.busiest_tenth { p { (t.insight_tenth(percent)) } }
        }
    }
}
