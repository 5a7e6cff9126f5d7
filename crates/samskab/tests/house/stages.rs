//! A stage of the loop is found under the same word in `domain`, `app` and `web`: what is allowed,
//! what is done, what is shown.
use crate::{none, tree};

/// Shown, but no stage of its own to do.
const SHOWN_ONLY: &[(&str, &str)] = &[
    ("front", "the way in; what it shows, other stages do"),
    ("kit", "what all pages share"),
    (
        "administration",
        "areas, organisations, people, topics and settings under one roof",
    ),
];

/// Done, but without a place of its own among the pages.
const DONE_ONLY: &[(&str, &str)] = &[
    ("area", "kept under administration"),
    ("municipality", "kept under administration"),
    ("organisation", "kept under administration"),
    ("person", "kept under administration"),
    ("topic", "kept under administration"),
    ("trail", "shown on the pages of what it leads to and from"),
    ("journal", "written by every action, shown as trails"),
    ("job", "done by the worker"),
    ("mail", "carried out by post"),
    ("press", "what pages hand out, set by the crate report"),
    ("token", "spent by signing in"),
    ("translation", "shown in place of the text it translates"),
];

/// Done, but with no rule to hold: nothing in them can be right or wrong by itself.
const WITHOUT_RULES: &[(&str, &str)] = &[
    ("hsds", "what the standard asks, the crate of its name says"),
    ("session", "who may sign in, the rules of `person` say"),
    ("insight", "counts by the formulas of `figures`"),
    ("likeness", "what makes texts alike, `words` says"),
    ("my_day", "gathers what other stages hold"),
    ("trail", "walks the links that other stages made"),
    ("import", "each row is held by the rules of its stage"),
    ("journal", "written as it happened"),
    ("job", "when to try again is no rule of the loop"),
    ("mail", "when to try again is no rule of the loop"),
    ("press", "a document is set as it is handed over"),
    ("token", "random, spent once"),
    ("translation", "a text in another language"),
];

/// Rules that no one stage owns.
const RULES_OF_ALL: &[(&str, &str)] = &[
    ("access", "who may do what, asked by all stages"),
    ("calendar", "days and working days, asked by all stages"),
    ("kernel", "what all stages share"),
    ("moment", "points in time, asked by all stages"),
    (
        "region",
        "where a postcode lies, asked by what leaves the house",
    ),
    ("schedule", "times that repeat, asked by all stages"),
];

#[test]
fn a_stage_has_the_same_name_in_all_three_rooms() {
    let domain = tree::modules("crates/domain/src");
    let app = tree::folders("crates/app/src");
    let web = tree::folders("crates/web/src");
    let mut faults = Vec::new();
    for stage in web.iter().filter(|s| !is_in(s, SHOWN_ONLY)) {
        if !app.contains(stage) {
            faults.push(format!(
                "web shows {stage}, but app does nothing of that name"
            ));
        }
    }
    for stage in &app {
        if !web.contains(stage) && !is_in(stage, DONE_ONLY) {
            faults.push(format!(
                "app does {stage}, but web shows nothing of that name"
            ));
        }
        if !domain.contains(stage) && !is_in(stage, WITHOUT_RULES) {
            faults.push(format!(
                "app does {stage}, but domain has no rules of that name"
            ));
        }
    }
    for rules in domain.iter().filter(|s| !is_in(s, RULES_OF_ALL)) {
        if !app.contains(rules) {
            faults.push(format!(
                "domain rules {rules}, but app does nothing of that name"
            ));
        }
    }
    none(
        "a reader looks under one word in three places; give it that name, or list it with its reason",
        faults,
    );
}

#[test]
fn what_is_let_through_is_still_there() {
    let mut there = tree::modules("crates/domain/src");
    there.extend(tree::folders("crates/app/src"));
    there.extend(tree::folders("crates/web/src"));
    let gone: Vec<_> = [SHOWN_ONLY, DONE_ONLY, WITHOUT_RULES, RULES_OF_ALL]
        .into_iter()
        .flatten()
        .filter(|(name, _)| !there.iter().any(|t| t == name))
        .map(|(name, reason)| format!("{name} ({reason})"))
        .collect();
    none("these are excused and gone; take them off the list", gone);
}

fn is_in(name: &str, list: &[(&str, &str)]) -> bool {
    list.iter().any(|(known, _)| *known == name)
}
