//! What stands out in a place, and what is told everywhere.
use super::outcome::became;
use super::suggestions::right;
use crate::kit::parts::{day, empty, lang};
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::insight::{
    Closer, Picture, Signal, Spread, Subject, outcome, signals, suggestions,
};
use samskab_app::topic::{self, Topic};
use samskab_locale::{Named, Texts};

/// `GET /{m}/insight`
pub async fn show(v: Visitor) -> Answer {
    let t = v.t;
    let picture = signals(v.desk(), v.actor()?).await?;
    let outcome = outcome(v.desk(), v.actor()?).await?;
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let months = suggestions(v.desk(), v.actor()?).await?;
    let body = html! {
        h1 { (t.insight_title()) }
        p.lead { (t.insight_lead()) }
        p.muted { (t.insight_until()) " " (day(&v, picture.until.plus(-1))) "." }
        (became(&v, &outcome))
        (standing_out(&v, &picture, &topics))
        (everywhere(&v, &picture.spread))
        (right(&v, &months))
        details {
            summary { (t.insight_how()) }
            p { (t.insight_how_text()) }
            p { (t.insight_how_shown()) }
        }
    };
    Ok(Page::new(&v, t.insight_title(), body).into_response())
}

fn standing_out(v: &Visitor, picture: &Picture, topics: &[Topic]) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.insight_signals()) }
        @if picture.signals.is_empty() && picture.closer.is_empty() { (empty(&t.insight_none_title(), &t.insight_none_text(), None)) }
        @else {
            p { (t.insight_signals_text()) }
            div.table-scroll {
                table {
                    thead { tr {
                        th scope="col" { (t.insight_topic()) }
                        th scope="col" { (t.insight_place()) }
                        th scope="col" { (t.insight_told()) }
                        th scope="col" { (t.insight_expected()) }
                        th scope="col" { (t.insight_against()) }
                    } }
                    tbody {
                        @for signal in &picture.signals { (row(v, &html! { (signal.topic_group.name(t)) }, signal)) }
                        @for closer in &picture.closer { (row(v, &subject(v, closer, topics), &closer.signal)) }
                    }
                }
            }
            p.small.muted { (t.insight_not_refused()) }
        }
    }
}

/// A topic by its name, a need by its title and the way to it.
fn subject(v: &Visitor, closer: &Closer, topics: &[Topic]) -> Markup {
    match &closer.subject {
        Subject::Topic(id) => {
            let name = topics.iter().find(|t| t.id == *id).map(|t| t.name.as_str());
            html! { (closer.signal.topic_group.name(v.t)) @if let Some(name) = name { ": " (name) } }
        }
        Subject::Need {
            id,
            title,
            language,
        } => html! {
            a href=(v.at(&format!("/needs/{id}"))) lang=[lang(v, *language)] { (title) }
        },
    }
}

/// How much a signal stands out against what was to be expected.
pub(crate) fn against(t: &Texts, signal: &Signal) -> String {
    let least = match signal.times < 1.5 {
        true => t.insight_somewhat_more(),
        false => t.insight_times(signal.times.floor().max(2.0)),
    };
    format!("{least}, {}", t.insight_at_most(signal.at_most.ceil()))
}

fn row(v: &Visitor, subject: &Markup, signal: &Signal) -> Markup {
    let t = v.t;
    let expected = match signal.expected < 1.0 {
        true => t.insight_expected_few(),
        false => t.insight_expected_about(signal.expected.round()),
    };
    html! {
        tr {
            th scope="row" { (subject) }
            td data-label=(t.insight_place()) { (signal.place) }
            td data-label=(t.insight_told()) { (t.insight_at_least(signal.at_least)) }
            td data-label=(t.insight_expected()) { (expected) }
            td data-label=(t.insight_against()) { (against(t, signal)) }
        }
    }
}

fn everywhere(v: &Visitor, spread: &[Spread]) -> Markup {
    let t = v.t;
    let count = |n: Option<i64>| n.map_or_else(|| t.insight_few(), |n| n.to_string());
    html! {
        @if !spread.is_empty() {
            h2 { (t.insight_spread()) }
            p { (t.insight_spread_text()) }
            div.table-scroll {
                table {
                    thead { tr {
                        th scope="col" { (t.insight_topic()) }
                        th scope="col" { (t.insight_places()) }
                        th scope="col" { (t.insight_organisations()) }
                    } }
                    tbody {
                        @for s in spread {
                            tr {
                                th scope="row" { (s.topic_group.name(t)) }
                                td data-label=(t.insight_places()) { (count(s.places)) }
                                td data-label=(t.insight_organisations()) { (count(s.organisations)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
