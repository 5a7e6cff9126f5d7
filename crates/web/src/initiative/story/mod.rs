//! The whole story of an initiative: on one page, and on one sheet of paper.
mod paper;
mod told;

use super::area_named;
use crate::kit::page::back;
use crate::kit::parts::{Step, Tone, When, lang, prose_in, tag, trail};
use crate::kit::{Answer, Fail, Page, Target, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{self, At, Story};
use samskab_domain::kernel::{Coded, Id, Language};
use told::{Told, told};
pub(crate) use told::{became, hung_on};

/// `GET /{m}/initiatives/{id}/story`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    Ok(page(&v, &found(&v, id).await?).into_response())
}

async fn found(v: &Visitor, id: Id) -> Result<Story, Fail> {
    let mut story = initiative::story(v.desk(), v.actor()?, id).await?;
    let i = &mut story.initiative;
    i.area = area_named(v, i.area_id, &i.area).await?;
    Ok(story)
}

/// `GET /{m}/initiatives/{id}/story.pdf`: one A4, however long the story.
pub async fn print(v: Visitor, Target(id): Target) -> Answer {
    paper::print(&v, found(&v, id).await?).await
}

fn page(v: &Visitor, story: &Story) -> Page {
    let t = v.t;
    let i = &story.initiative;
    let at = v.at(&format!("/initiatives/{}", i.id));
    let written = lang(v, Language::from_code(&i.language).unwrap_or_default());
    let newest = story.steps.iter().rposition(|step| !step.to_come);
    let steps: Vec<Step> = story
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| shown(v, step, Some(place) == newest))
        .collect();
    let body = html! {
        (back(&at, &i.title))
        div.narrow {
            h1 { (t.initiative_story_title(&i.title)) }
            p { (super::list::state_tag(v, i.state())) " " (tag(Tone::Plain, &i.area)) }
            (prose_in(written, &i.problem))
            p.muted { (t.initiative_who()) " " (story.parties.join(", ")) }
            p.no-print { a.button.quiet href=(format!("{at}/story.pdf")) { (t.initiative_story_pdf()) } }
            h2 { (t.initiative_story()) }
            (trail(v, &steps))
        }
    };
    Page::new(v, t.initiative_story_title(&i.title), body)
}

fn shown(v: &Visitor, step: &At, newest: bool) -> Step {
    let Told {
        title,
        lines,
        link,
        whose,
        ..
    } = told(v.t, step);
    let when = match (step.to_come, newest) {
        (true, _) => When::ToCome,
        (false, true) => When::Now,
        (false, false) => When::Happened,
    };
    Step {
        when,
        at: Some(step.at),
        title: html! { (title) },
        text: html! {
            @for line in &lines { p { (line) } }
            @if let Some((path, label)) = link { p { a href=(v.at(&path)) { (label) } } }
            (by(whose))
        },
    }
}

fn by(whose: Option<String>) -> Markup {
    html! { @if let Some(whose) = whose { p.small.muted { (whose) } } }
}
