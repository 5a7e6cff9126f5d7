//! *Why it is here*: from the offer back to what people saw. Citizens meet one sentence; those
//! signed in walk the trail, as far as they may see.
use crate::kit::parts::{Step, When, quoted, trail};
use crate::kit::{Fail, Visitor};
use maud::{Markup, html};
use samskab_app::offer::{self, CauseNeed, CauseStory, Causes, Reading};
use samskab_locale::Named;

/// What stands beside an offer on why it is there; nothing when no change is behind it.
pub(super) async fn why(v: &Visitor, reading: &Reading) -> Result<Markup, Fail> {
    if !reading.caused {
        return Ok(html! {});
    }
    let t = v.t;
    let inside = match v.session() {
        None => html! { p { (t.public.offer_why_public()) } },
        Some(session) => {
            let causes = offer::causes(v.desk(), &session.actor, reading.offer.id).await?;
            trail(v, &steps(v, &causes))
        }
    };
    Ok(html! { section { h2 { (t.public.offer_why()) } (inside) } })
}

fn steps(v: &Visitor, causes: &Causes) -> Vec<Step> {
    let t = v.t;
    let mut steps = Vec::new();
    if !causes.stories.is_empty() {
        steps.push(stories(v, &causes.stories));
    }
    steps.extend(
        causes
            .needs
            .iter()
            .map(|n| need(v, n, causes.stories.is_empty())),
    );
    steps.extend(causes.answers.iter().map(|answer| Step {
        when: When::Happened,
        at: answer.answered_at(),
        title: html! { (answer.kind().map_or_else(|| t.offer_why_answer(), |k| k.name(t))) },
        text: html! { p { a href=(v.at(&format!("/answers/{}", answer.id))) { (answer.organisation) } } },
    }));
    let mut told = Vec::new();
    for change in &causes.changes {
        if !told.contains(&change.initiative_id) {
            told.push(change.initiative_id);
            let title = match change.lane {
                true => t.offer_why_trial(),
                false => t.offer_why_initiative(),
            };
            steps.push(Step {
                when: When::Happened,
                at: Some(change.initiative_at()),
                title: html! { (title) },
                text: html! { p { a href=(v.at(&format!("/initiatives/{}", change.initiative_id))) { (change.initiative) } } },
            });
        }
        steps.push(Step {
            when: When::Happened,
            at: Some(change.created_at()),
            title: html! { (t.offer_why_change()) },
            text: html! {
                p { (change.what) }
                p.muted.small {
                    (change.organisation)
                    @if let Some(outcome) = change.outcome() { " · " (outcome.name(t)) }
                }
            },
        });
    }
    steps.extend(causes.changes.last().map(|change| Step {
        when: When::Now,
        at: Some(change.linked_at()),
        title: html! { (t.offer_why_offer()) },
        text: html! { @if let Some(effect) = change.effect() { p { (effect.name(t)) } } },
    }));
    steps
}

fn stories(v: &Visitor, stories: &[CauseStory]) -> Step {
    let short = |story: &CauseStory| {
        let beginning: String = story.story.chars().take(120).collect();
        let cut = beginning.len() < story.story.len();
        format!("{beginning}{}", if cut { "…" } else { "" })
    };
    Step {
        when: When::Happened,
        at: stories.first().map(CauseStory::created_at),
        title: html! { (v.t.offer_why_seen()) },
        text: html! {
            ul { @for story in stories {
                li { a href=(v.at(&format!("/observations/{}", story.id))) { (quoted(&short(story))) } br; span.muted.small { (story.organisation) } }
            } }
        },
    }
}

fn need(v: &Visitor, need: &CauseNeed, hidden: bool) -> Step {
    let t = v.t;
    Step {
        when: When::Happened,
        at: need.raised_at(),
        title: html! { (t.offer_why_need()) },
        text: html! {
            p { a href=(v.at(&format!("/needs/{}", need.id))) { (need.title) } }
            p {
                @match need.observations() {
                    Some(count) => (t.offer_why_count(count)),
                    None if need.few() => (t.offer_why_few()),
                    None => { (need.evidence.name(t)) "." }
                }
                @if hidden { " " (t.offer_why_hidden()) }
            }
        },
    }
}
