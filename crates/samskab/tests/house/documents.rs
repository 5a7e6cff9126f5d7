//! What the documents point at is there.
use crate::{none, tree};

/// What a place in the repository begins with, when a document names it in code letters.
const PLACES: &[&str] = &[
    "crates/", "docs/", "locales/", "assets/", "e2e/", "scripts/",
];
/// Made by a build or a run, so not there from the start.
const MADE: &[&str] = &["assets/dist", "e2e/node_modules", "e2e/shots"];

#[test]
fn every_place_a_document_names_is_there() {
    let mut faults = Vec::new();
    for document in tree::files("") {
        if !document.is(&[".md"]) {
            continue;
        }
        let root = tree::root();
        let path = root.join(&document.path);
        let beside = path.parent().unwrap_or(&root);
        let links = links(&document.text).into_iter();
        let linked = links.map(|place| (place, beside.join(place)));
        let named = named(&document.text).into_iter();
        let named = named.map(|place| (place, root.join(place)));
        for (place, path) in linked.chain(named) {
            if !path.exists() {
                faults.push(format!("{}: {place}", document.path));
            }
        }
    }
    none("these are named and not there", faults);
}

/// `[words](place)`, where the place is in the repository.
fn links(text: &str) -> Vec<&str> {
    text.match_indices("](")
        .filter_map(|(i, opening)| text[i + opening.len()..].split([')', '#']).next())
        .filter(|place| !place.is_empty() && !place.contains(':'))
        .collect()
}

/// `crates/...` in code letters; patterns and places with a part left open are passed over.
fn named(text: &str) -> Vec<&str> {
    let open = ['*', '{', '<', '$', ' '];
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| PLACES.iter().any(|place| word.starts_with(place)))
        .filter(|word| !word.contains(open) && !MADE.contains(word))
        .collect()
}

#[test]
fn places_are_read_from_links_and_code_letters() {
    let text = "[a](b/c.md#d), [e](https://f) and `crates/g`, `crates/*/h`, `cargo i`";
    assert_eq!(links(text), ["b/c.md"]);
    assert_eq!(named(text), ["crates/g"]);
}
