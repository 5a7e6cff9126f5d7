//! One file: what it would change, how far it has come, what came of it.
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form};
use crate::kit::{Answer, Fail, Page, Target, Visitor, to};
use axum::http::HeaderValue;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::import::{self, Kind, Look, NAMED, Reason, Run, RunState};
use samskab_domain::kernel::Moment;

/// `GET /{m}/imports/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let actor = v.actor()?;
    let run = import::run(v.desk(), actor, id).await?;
    let body = html! {
        div.narrow {
            (back(&v.at("/imports"), &v.t.import_title()))
            h1 { (run.source) }
            p.lead role=[is_under_way(&run).then_some("status")] { (state(&v, &run)) }
            @match run.state() {
                RunState::Unread | RunState::Broken => (unread(&v, &run)),
                RunState::LookedAt | RunState::Waiting => {
                    (would(&v, &run, &import::looked(v.desk(), actor, id).await?))
                }
                _ => (did(&v, &run).await?),
            }
        }
    };
    let mut page = Page::new(&v, run.source.clone(), body).into_response();
    if is_under_way(&run) {
        // Looks again by itself while there is something to see.
        let soon = HeaderValue::from_static("5");
        page.headers_mut().insert("refresh", soon);
    }
    Ok(page)
}

fn is_under_way(run: &Run) -> bool {
    matches!(
        run.state(),
        RunState::Unread | RunState::LookedAt | RunState::Running | RunState::GoingBack
    )
}

/// Longer than a large file takes to be read: the program was stopped meanwhile.
const READ_IN: i64 = Moment::HOUR / 6;

/// Where a run stands, in words.
pub(super) fn state(v: &Visitor, run: &Run) -> String {
    let t = v.t;
    match run.state() {
        RunState::Unread if run.created_at().plus(READ_IN) < v.desk().now() => t.import_lost(),
        RunState::Unread => t.import_reading(),
        RunState::Broken => t.import_broken(),
        RunState::LookedAt => t.import_looking(run.looked(), run.total),
        RunState::Waiting => t.import_waiting(),
        RunState::Running => t.import_progress(run.done, run.total),
        RunState::Done => t.import_hsds_sum(run.added, run.changed, run.same, run.refused().len()),
        RunState::GoingBack => t.import_going_back(),
        RunState::Undone => t.import_undone(),
    }
}

pub(super) fn tone(run: &Run) -> Tone {
    match run.state() {
        RunState::Waiting
        | RunState::Unread
        | RunState::LookedAt
        | RunState::Running
        | RunState::GoingBack => Tone::Warm,
        RunState::Done => Tone::Good,
        RunState::Undone | RunState::Broken => Tone::Plain,
    }
}

fn unread(v: &Visitor, run: &Run) -> Markup {
    html! {
        @if let Some(why) = run.why_broken() { p.note { (why) } }
        div.actions { (button_form(&at(v, run, "forget"), &v.t.import_forget(), "button plain")) }
    }
}

fn would(v: &Visitor, run: &Run, look: &Look) -> Markup {
    let t = v.t;
    let sum = match run.kind() {
        Kind::Observations => t.import_stories_would(look.stories, look.same, look.refused),
        _ => t.import_hsds_would(look.added, look.changed, look.same, look.refused),
    };
    let shown = look.added - look.hidden;
    let passed_over = run.passed_over();
    html! {
        p { (sum) }
        @if shown > 0 { p { (t.import_shown(shown)) } }
        @if look.hidden > 0 { p.note { (t.import_hidden(look.hidden)) } }
        @if !passed_over.is_empty() { p.muted { (t.import_passed_over(passed_over.join(", "))) } }
        (refused(v, run, &look.not_taken, look.refused))
        @if !look.changes.is_empty() {
            h2 { (t.import_changed()) }
            ul { @for change in &look.changes {
                li { a href=(v.at(&format!("/offers/{}", change.id))) { bdi { (change.name) } } ": " (change.names(t).join(", ")) }
            } }
            (more(v, look.changed))
        }
        @if !look.new.is_empty() {
            h2 { (t.import_new()) }
            ul { @for name in &look.new { li { bdi { (name) } } } }
            (more(v, look.added))
        }
        div.actions {
            @if run.state() == RunState::Waiting {
                (button_form(&at(v, run, "start"), &t.import_bring_in(), "button"))
            }
            (button_form(&at(v, run, "forget"), &t.import_forget(), "button plain"))
        }
    }
}

fn at(v: &Visitor, run: &Run, what: &str) -> String {
    v.at(&format!("/imports/{}/{what}", run.id))
}

/// How many there are beside those shown.
fn more(v: &Visitor, all: usize) -> Markup {
    html! { @if all > NAMED { p.muted { (v.t.import_many_more(all - NAMED)) } } }
}

fn refused(v: &Visitor, run: &Run, refused: &[(usize, String, Reason)], all: usize) -> Markup {
    html! {
        @if !refused.is_empty() {
            h2 { (v.t.import_not_taken()) }
            ul { @for (number, column, reason) in refused.iter().take(NAMED) {
                li { (run.place(v.t, *number)) ", " bdi { (column) } ": " (reason.sentence(v.t)) }
            } }
            (more(v, all))
        }
    }
}

async fn did(v: &Visitor, run: &Run) -> Result<Markup, Fail> {
    let t = v.t;
    let left = match run.state() {
        RunState::GoingBack => import::to_take_back(v.desk(), v.actor()?, run.id).await?,
        _ => 0,
    };
    let not_taken = run.refused();
    let regret = match run.kind() {
        Kind::Observations => t.import_tell_regret_text(),
        _ => t.import_regret_text(),
    };
    Ok(html! {
        p.muted { (t.moment(run.created_at())) "\u{a0}· " (run.person) }
        @if left > 0 { p role="status" { (t.import_left(left)) } }
        (refused(v, run, &not_taken, not_taken.len()))
        @if run.state() == RunState::Done {
            h2 { (t.import_regret()) }
            p { (regret) }
            div.actions { (button_form(&at(v, run, "undo"), &t.import_undo(), "button quiet")) }
        }
    })
}

/// `POST /{m}/imports/{id}/start`
pub async fn start(v: Visitor, Target(id): Target) -> Answer {
    import::start(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(&format!("/imports/{id}")), None))
}

/// `POST /{m}/imports/{id}/forget`: it was only looked at.
pub async fn forget(v: Visitor, Target(id): Target) -> Answer {
    import::forget(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/imports"), None))
}

/// `POST /{m}/imports/{id}/undo`
pub async fn undo(v: Visitor, Target(id): Target) -> Answer {
    import::take_back(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(&format!("/imports/{id}")), None))
}
