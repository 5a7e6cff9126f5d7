//! The trail from a story to what changed, in words.
use crate::answer::way_title;
use crate::felt::in_words;
use crate::initiative::story::became as need_became;
use crate::kit::parts::{self, When, offer_became, quoted, trail};
use crate::kit::{Fail, Visitor};
use maud::{Markup, html};
use samskab_app::observation::Observation;
use samskab_app::trail::{At, By, Link, Step, of_observation};
use samskab_locale::Named;

/// What became of a story, as far as the visitor may see.
pub(super) async fn trail_of(v: &Visitor, o: &Observation) -> Result<Markup, Fail> {
    let steps = of_observation(v.desk(), v.actor()?, o.id).await?;
    Ok(told(v, &steps))
}

fn told(v: &Visitor, steps: &[At]) -> Markup {
    let t = v.t;
    let newest = steps.iter().rposition(|s| !s.to_come).unwrap_or(0);
    let steps: Vec<_> = steps
        .iter()
        .enumerate()
        .map(|(i, step)| parts::Step {
            when: match step.to_come {
                true => When::ToCome,
                false if i == newest && i > 0 => When::Now,
                false => When::Happened,
            },
            at: Some(step.at),
            title: title(v, &step.step),
            text: html! { (text(v, &step.step)) (whose(v, step.by.as_ref())) },
        })
        .collect();
    let only_received = steps.len() == 1;
    html! {
        h2.visually-hidden { (t.trail_heading()) }
        (trail(v, &steps))
        @if only_received { p.muted { (t.trail_nothing_yet()) } }
    }
}

/// Whose doing it was: a role, never a name.
fn whose(v: &Visitor, by: Option<&By>) -> Markup {
    html! { @if let Some(by) = by { p.small.muted { (by.role.name(v.t)) ", " (by.organisation) } } }
}

fn title(v: &Visitor, step: &Step) -> Markup {
    let t = v.t;
    match step {
        Step::Received => html! { (t.trail_received()) },
        Step::Gathered { .. } => html! { (t.trail_gathered()) },
        Step::Became { kind, .. } => html! { (need_became(t, *kind)) },
        Step::Asked { .. } => html! { (t.trail_asked()) },
        Step::Answered { kind, .. } => html! { (quoted(&kind.name(t))) },
        Step::Along { along, until, .. } => html! { (way_title(v, *along, *until)) },
        Step::Done { organisation, .. } => html! { (t.trail_done(organisation)) },
        Step::Felt { .. } => html! { (t.felt_question()) },
        Step::WillAsk { .. } => html! { (t.trail_will_ask()) },
        Step::Tried { lane: true, .. } => html! { (t.trail_trial()) },
        Step::Tried { lane: false, .. } => html! { (t.trail_initiative()) },
        Step::Changed { organisation, .. } => html! { (t.trail_changed(organisation)) },
        Step::Ended { .. } => html! { (t.trail_ended()) },
        Step::Offered { effect, .. } => html! { (offer_became(v, *effect)) },
        Step::Awaited { organisation, .. } => html! { (t.trail_awaited(organisation)) },
    }
}

fn text(v: &Visitor, step: &Step) -> Markup {
    let t = v.t;
    match step {
        Step::Received => html! { p { (t.trail_received_text()) } },
        Step::Gathered { need: Some(need) } => {
            html! { p { (t.trail_gathered_text()) " " (link(v, "needs", need)) } }
        }
        Step::Gathered { need: None } => html! { p { (t.trail_gathered_unnamed()) } },
        Step::Became { before, need, .. } => html! {
            p { (link(v, "needs", need)) }
            p.small.muted { (t.trail_before()) " " (before.title) }
        },
        Step::Asked { organisations, .. } => html! { p { (organisations.join(", ")) } },
        Step::Answered {
            organisation,
            meaning,
            need,
            ..
        } => html! {
            p { (organisation) ": " (meaning) }
            p.small { (link(v, "needs", need)) }
        },
        Step::Along {
            organisation,
            reason,
            need,
            ..
        } => html! {
            p { (organisation) @if let Some(reason) = reason { ": " (reason) } }
            p.small { (link(v, "needs", need)) }
        },
        Step::Done { need, .. } => html! { p.small { (link(v, "needs", need)) } },
        Step::Felt {
            organisation,
            observers,
            users,
        } => html! {
            p { (t.felt_answered_by(organisation)) }
            (in_words(v, *observers, *users))
        },
        Step::WillAsk { organisation, on } => {
            html! { p { (t.trail_will_ask_text(organisation, t.near(*on, v.today()))) } }
        }
        Step::Tried { initiative, .. } => html! { p { (link(v, "initiatives", initiative)) } },
        Step::Changed {
            what,
            outcome,
            initiative,
            ..
        } => html! {
            p { (what) @if let Some(outcome) = outcome { " " b { (outcome.name(t)) "." } } }
            p.small { (link(v, "initiatives", initiative)) }
        },
        Step::Ended { learnt, initiative } => html! {
            p { (learnt) }
            p.small { (link(v, "initiatives", initiative)) }
        },
        Step::Offered { offer, .. } => html! { p { (link(v, "offers", offer)) } },
        Step::Awaited { due, .. } => {
            html! { p { (t.trail_awaited_text(t.near(*due, v.today()))) } }
        }
    }
}

fn link(v: &Visitor, stage: &str, to: &Link) -> Markup {
    html! { a href=(v.at(&format!("/{stage}/{}", to.id))) { (to.title) } }
}
