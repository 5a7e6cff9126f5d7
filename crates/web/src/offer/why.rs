//! *Why it is here*: from the offer back to what people saw. Citizens meet one sentence; those
//! signed in walk the trail, as far as they may see.
use crate::kit::parts::{Step, When, beginning, lang, quoted, trail};
use crate::kit::{Fail, Visitor};
use maud::{Markup, html};
use samskab_app::offer::{self, CauseChange, CauseNeed, CauseStory, Causes, Reading};
use samskab_domain::kernel::Moment;
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

/// In the order it happened; the offer stands last.
fn steps(v: &Visitor, causes: &Causes) -> Vec<Step> {
    let t = v.t;
    let mut steps = Vec::new();
    if !causes.stories.is_empty() {
        steps.push(stories(v, &causes.stories));
    }
    let linked = causes.changes.last().map(CauseChange::linked_at);
    steps.extend(
        causes
            .needs
            .iter()
            .map(|n| need(v, n, linked, causes.stories.is_empty())),
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
            steps.push(initiative(v, change));
        }
        steps.push(agreed(v, change));
    }
    steps.sort_by_key(|step| step.at);
    steps.extend(causes.changes.last().map(|change| Step {
        when: When::Now,
        at: Some(change.linked_at()),
        title: html! { (t.offer_why_offer()) },
        text: html! { @if let Some(effect) = change.effect() { p { (effect.name(t)) } } },
    }));
    steps
}

fn initiative(v: &Visitor, change: &CauseChange) -> Step {
    let t = v.t;
    let place = v.at(&format!("/initiatives/{}", change.initiative_id));
    let title = match change.lane {
        true => t.offer_why_trial(),
        false => t.offer_why_initiative(),
    };
    Step {
        when: When::Happened,
        at: Some(change.initiative_at()),
        title: html! { (title) },
        text: html! { p { a href=(place) { (change.initiative) } } },
    }
}

fn agreed(v: &Visitor, change: &CauseChange) -> Step {
    let t = v.t;
    Step {
        when: When::Happened,
        at: Some(change.created_at()),
        title: html! { (t.offer_why_change()) },
        text: html! {
            p { (change.what) }
            p.muted.small {
                (change.organisation)
                @if let Some(outcome) = change.outcome() { "\u{a0}· " (outcome.name(t)) }
            }
        },
    }
}

/// How many stories stand open; the rest are one step away.
const FIRST_SHOWN: usize = 3;

fn stories(v: &Visitor, stories: &[CauseStory]) -> Step {
    let (first, rest) = stories.split_at(stories.len().min(FIRST_SHOWN));
    Step {
        when: When::Happened,
        at: stories.iter().map(CauseStory::created_at).min(),
        title: html! { (v.t.offer_why_seen()) },
        text: html! {
            ul { @for story in first { (told(v, story)) } }
            @if !rest.is_empty() {
                details {
                    summary { (v.t.need_stories_more(rest.len())) }
                    ul { @for story in rest { (told(v, story)) } }
                }
            }
        },
    }
}

fn told(v: &Visitor, story: &CauseStory) -> Markup {
    html! {
        li {
            a href=(v.at(&format!("/observations/{}", story.id))) lang=[lang(v, story.language())] {
                (quoted(&beginning(&story.story, 120)))
            }
            br; span.muted.small { (story.organisation) }
        }
    }
}

/// A need, when somebody was asked about it; until then, and where that came after the offer,
/// when it was written.
fn need(v: &Visitor, need: &CauseNeed, linked: Option<Moment>, hidden: bool) -> Step {
    let t = v.t;
    let asked = need.raised_at().filter(|at| Some(*at) <= linked);
    let title = match asked {
        Some(_) => t.offer_why_asked(),
        None => t.offer_why_need(),
    };
    Step {
        when: When::Happened,
        at: Some(asked.unwrap_or(need.created_at())),
        title: html! { (title) },
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
