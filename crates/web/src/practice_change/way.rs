//! The way back from a change to what people saw, and on to the offer it became.
use crate::kit::Visitor;
use crate::kit::parts::{Step, When, offer_became, quoted, trail};
use maud::{Markup, html};
use samskab_app::practice_change::Reading;
use samskab_locale::Named;

/// As far as the visitor may see; oldest first.
pub(super) fn way(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let origin = &reading.origin;
    let mut steps = Vec::new();
    if let Some(id) = origin.observation {
        steps.push(happened(
            None,
            html! { a href=(v.at(&format!("/observations/{id}"))) { (t.initiative_read_story()) } },
            html! {},
        ));
    }
    if let Some(need) = &origin.need {
        steps.push(happened(
            need.raised_at(),
            html! { a href=(v.at(&format!("/needs/{}", need.id))) { (need.title) } },
            html! { p { (t.initiative_from_need()) } },
        ));
    }
    if let Some(answer) = &origin.answer {
        let kind = answer.kind().map(|kind| kind.name(t)).unwrap_or_default();
        steps.push(happened(
            answer.answered_at(),
            html! { a href=(v.at(&format!("/answers/{}", answer.id))) { (quoted(&kind)) } },
            html! { p { (answer.organisation) } },
        ));
    }
    let change = &reading.change;
    steps.push(happened(
        None,
        html! { a href=(v.at(&format!("/initiatives/{}", change.initiative_id))) { (change.initiative) } },
        html! {},
    ));
    if let Some(met) = &reading.met {
        steps.push(happened(
            Some(met.starts_at()),
            html! { a href=(v.at(&format!("/meetings/{}", met.id))) { (met.title) } },
            html! { p { (met.purpose().name(t)) } },
        ));
    }
    steps.push(Step {
        when: When::Now,
        at: Some(change.created_at()),
        title: html! { (t.trail_changed(&change.organisation)) },
        text: html! { p { (change.what) } },
    });
    for offer in &reading.offers {
        let became = offer.effect().map(|effect| offer_became(v, effect));
        steps.push(happened(
            Some(offer.linked_at()),
            html! { a href=(v.at(&format!("/offers/{}", offer.id))) { (offer.name) } },
            html! { p { (became.unwrap_or_default()) } },
        ));
    }
    html! { h2 { (t.change_way()) } (trail(v, &steps)) }
}

fn happened(at: Option<samskab_domain::kernel::Moment>, title: Markup, text: Markup) -> Step {
    Step {
        when: When::Happened,
        at,
        title,
        text,
    }
}
