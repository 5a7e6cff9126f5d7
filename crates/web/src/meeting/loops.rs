//! *Three meetings without a change. Who is missing at the table?* (F8, F9)
use crate::kit::Visitor;
use maud::{Markup, html};
use samskab_app::meeting::May;
use samskab_domain::access::Act;
use samskab_domain::kernel::Id;
use samskab_domain::meeting::closing::Loop;

/// What the visitor can do about it: bring someone who stands in it, try something small, or end.
pub(crate) fn way_out(
    v: &Visitor,
    found: Loop,
    (initiative, area): (Option<Id>, Id),
    may: May,
) -> Markup {
    let t = v.t;
    let bring = match initiative {
        Some(id) => v.at(&format!("/meetings/new?initiative={id}&purpose=practice")),
        None => v.at(&format!("/meetings/new?area={area}&purpose=practice")),
    };
    html! {
        div.card role="note" {
            h2 { (t.meeting_loop(found.meetings)) }
            p { (t.meeting_loop_text()) }
            ul {
                @if may.call { li { a href=(bring) { (t.meeting_loop_bring()) } " " (t.meeting_loop_bring_text()) } }
                @if v.may(Act::StartTrial) { li { a href=(v.at("/trials/new")) { (t.meeting_loop_try()) } " " (t.meeting_loop_try_text()) } }
                @if let Some(id) = initiative.filter(|_| may.end) {
                    li { a href=(v.at(&format!("/initiatives/{id}#end"))) { (t.meeting_loop_end()) } " " (t.meeting_loop_end_text()) }
                }
            }
        }
    }
}
