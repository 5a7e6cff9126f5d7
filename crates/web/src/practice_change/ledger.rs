//! *Whose practice changed?*: counts by side first, then every change.
use crate::initiative::areas;
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, day, empty, tag};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::practice_change::{Count, LedgerWish, Line, ledger};
use samskab_domain::access::Sector;
use samskab_domain::practice_change::{Outcome, Willingness};
use samskab_locale::Named;

/// `GET /{m}/changes`
pub async fn show(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = LedgerWish {
        area: query.id("area"),
        sector: query.choice("sector"),
        before: query.id("before"),
    };
    let ledger = ledger(v.desk(), v.actor()?, &wish).await?;
    let areas = areas(&v).await?;
    let none = ledger.public.agreed + ledger.voluntary.agreed == 0;
    let body = html! {
        h1 { (t.ledger_title()) }
        p.lead { (t.ledger_lead()) }
        (filters(&v, html! {
            (filter(&v, "area", &t.initiative_area(), &areas, &query.text("area")))
            (filter(&v, "sector", &t.ledger_side(), &options::<Sector>(t), &query.text("sector")))
        }))
        @if none { (empty(&t.ledger_none(), &t.ledger_none_text(), None)) }
        @else {
            (counts(&v, &ledger.public, &ledger.voluntary))
            @if ledger.lines.items.is_empty() { p.muted { (t.ledger_none()) } }
            ul.rows role="list" { @for line in &ledger.lines.items { (row(&v, line)) } }
            (paging(&v, "before", ledger.lines.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.ledger_title(), body).into_response())
}

/// What a row of the table is called, and its number on one side.
type Row = (String, fn(&Count) -> i64);

/// The two sides beside each other, in numbers of changes.
fn counts(v: &Visitor, public: &Count, voluntary: &Count) -> Markup {
    let t = v.t;
    let rows: [Row; 8] = [
        (t.ledger_agreed(), |c| c.agreed),
        (Outcome::Done.name(t), |c| c.done),
        (Outcome::Differently.name(t), |c| c.differently),
        (Outcome::NotDone.name(t), |c| c.not_done),
        (Willingness::Willing.name(t), |c| c.willing),
        (Willingness::Divided.name(t), |c| c.divided),
        (Willingness::Unwilling.name(t), |c| c.unwilling),
        (Willingness::Unheard.name(t), |c| c.unheard),
    ];
    let (one, other) = (Sector::Public.name(t), Sector::Voluntary.name(t));
    html! {
        div.table-scroll {
            table {
                caption { (t.ledger_counts()) }
                thead { tr { th scope="col" { (t.ledger_what()) } th.number scope="col" { (one) } th.number scope="col" { (other) } } }
                tbody {
                    @for (label, of) in rows {
                        tr {
                            th scope="row" { (label) }
                            td.number data-label=(one) { (of(public)) }
                            td.number data-label=(other) { (of(voluntary)) }
                        }
                    }
                }
            }
        }
    }
}

fn row(v: &Visitor, line: &Line) -> Markup {
    let t = v.t;
    let change = &line.change;
    html! {
        li {
            p {
                a href=(v.at(&format!("/changes/{}/outcome", change.id))) { (change.what) }
                br; span.muted.small {
                    (change.organisation) ", " (change.sector().name(t))
                    @if let Some(from) = change.from() { "\u{a0}· " (day(v, from)) }
                    "\u{a0}· " a href=(v.at(&format!("/initiatives/{}", change.initiative_id))) { (change.initiative) }
                }
            }
            p {
                @if let Some(outcome) = change.outcome() {
                    (tag(if outcome == Outcome::NotDone { Tone::Warm } else { Tone::Good }, outcome.name(t)))
                }
                @if line.willingness != Willingness::Unheard { " " (tag(Tone::Plain, line.willingness.name(t))) }
            }
        }
    }
}
