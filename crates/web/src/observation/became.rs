//! The trail from a story to what changed.
use crate::kit::parts::{Step, When, trail};
use crate::kit::{Fail, Visitor};
use maud::{Markup, html};
use samskab_app::observation::Observation;

/// What became of a story, as far as the visitor may see.
pub(super) async fn trail_of(v: &Visitor, o: &Observation) -> Result<Markup, Fail> {
    let t = v.t;
    let steps = [Step {
        when: When::Happened,
        at: Some(o.created_at()),
        title: html! { (t.trail_received()) },
        text: html! { p { (t.trail_received_text()) } },
    }];
    Ok(trail(v, &steps))
}
