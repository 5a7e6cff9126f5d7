//! What stands out in a place, and what is told everywhere.
use super::outcome::became;
use super::suggestions::right;
use crate::kit::parts::{day, empty};
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::insight::{Picture, Signal, Spread, outcome, signals, suggestions};
use samskab_locale::Named;

/// `GET /{m}/insight`
pub async fn show(v: Visitor) -> Answer {
    let t = v.t;
    let picture = signals(v.desk(), v.actor()?).await?;
    let outcome = outcome(v.desk(), v.actor()?).await?;
    let months = suggestions(v.desk(), v.actor()?).await?;
    let body = html! {
        h1 { (t.insight_title()) }
        p.lead { (t.insight_lead()) }
        p.muted { (t.insight_until()) " " (day(&v, picture.until.plus(-1))) "." }
        (became(&v, &outcome))
        (standing_out(&v, &picture))
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

fn standing_out(v: &Visitor, picture: &Picture) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.insight_signals()) }
        @if picture.signals.is_empty() { (empty(&t.insight_none_title(), &t.insight_none_text(), None)) }
        @else {
            p { (t.insight_signals_text()) }
            div.table-scroll {
                table {
                    thead { tr {
                        th scope="col" { (t.insight_topic()) }
                        th scope="col" { (t.insight_place()) }
                        th scope="col" { (t.insight_told()) }
                        th scope="col" { (t.insight_against()) }
                    } }
                    tbody { @for signal in &picture.signals { (row(v, signal)) } }
                }
            }
            p.small.muted { (t.insight_not_refused()) }
        }
    }
}

fn row(v: &Visitor, signal: &Signal) -> Markup {
    let t = v.t;
    let times = if signal.times < 1.5 {
        t.insight_somewhat_more()
    } else {
        t.insight_times(signal.times.floor().max(2.0))
    };
    html! {
        tr {
            th scope="row" { (signal.topic_group.name(t)) }
            td data-label=(t.insight_place()) { (signal.place) }
            td data-label=(t.insight_told()) { (t.insight_at_least(signal.at_least)) }
            td data-label=(t.insight_against()) { (times) }
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
