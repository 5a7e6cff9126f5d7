//! How often the tool's suggestions were right, month by month.
use crate::kit::Visitor;
use maud::{Markup, html};
use samskab_app::insight::Month;

pub(super) fn right(v: &Visitor, months: &[Month]) -> Markup {
    let t = v.t;
    let percent = |share: i64| t.insight_percent(share);
    html! {
        h2 { (t.insight_suggestions()) }
        @if months.is_empty() { p { (t.insight_suggestions_none()) } }
        @else {
            p { (t.insight_suggestions_text()) }
            div.table-scroll {
                table {
                    thead { tr {
                        th scope="col" { (t.insight_month()) }
                        th scope="col" { (t.insight_linked()) }
                        th scope="col" { (t.insight_first()) }
                        th scope="col" { (t.insight_first_three()) }
                    } }
                    tbody {
                        @for month in months {
                            tr {
                                th scope="row" { (t.month_of(month.from)) }
                                td data-label=(t.insight_linked()) { (month.linked) }
                                td data-label=(t.insight_first()) { (percent(month.first)) }
                                td data-label=(t.insight_first_three()) { (percent(month.first_three)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
