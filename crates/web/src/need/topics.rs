//! What a need is about more precisely, to choose and to read.
use crate::kit::form::Choose;
use crate::kit::{Fail, FormView, Visitor};
use maud::{Markup, html};
use samskab_app::need::Reading;
use samskab_app::topic;
use samskab_domain::need::Draft;
use samskab_locale::Named;

/// The names of a need's topics, in the visitor's language.
pub async fn names(v: &Visitor, reading: &Reading) -> Result<Vec<String>, Fail> {
    if reading.topics.is_empty() {
        return Ok(vec![]);
    }
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let of_need = topics
        .into_iter()
        .filter(|t| reading.topics.contains(&t.id));
    Ok(of_need.map(|t| t.name).collect())
}

/// Every topic, with its group, to choose among.
pub(super) async fn options(v: &Visitor) -> Result<Vec<(String, String)>, Fail> {
    let mut topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    // Group by group; within each, the alphabet stays.
    topics.sort_by_key(|t| t.group() as usize);
    let named = |t: topic::Topic| {
        let name = format!("{}: {}", t.group().name(v.t), t.name);
        (t.id.to_string(), name)
    };
    Ok(topics.into_iter().map(named).collect())
}

/// Topics to tick, folded away until one is.
pub(super) fn choice(form: &FormView<'_>, draft: &Draft, options: &[(String, String)]) -> Markup {
    let t = form.visitor().t;
    html! {
        @if !options.is_empty() {
            details.more-fields open[!draft.topics.is_empty() || form.why("topics").is_some()] {
                summary { (t.observation_topic()) }
                (form.checks(Choose {
                    name: "topics",
                    label: &t.need_topics(),
                    hint: Some(&t.need_topics_hint()),
                    options,
                    chosen: &draft.topics,
                    optional: true,
                    two: true,
                    ..Choose::default()
                }))
            }
        }
    }
}
