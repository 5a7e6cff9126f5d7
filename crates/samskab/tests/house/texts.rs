//! Texts: the same messages in every language of a folder, all of them used, and in our own words.
use crate::rust::Parts;
use crate::{none, tree};
use std::collections::{BTreeMap, BTreeSet};

const BUNDLES: &[&str] = &["public", "staff"];

/// The messages of one file: their words without comments, by their ids.
type Messages = BTreeMap<String, String>;

#[test]
fn every_language_says_the_same_with_the_same_values() {
    let mut faults = Vec::new();
    for bundle in BUNDLES {
        let english = language(bundle, "en");
        for code in languages(bundle) {
            let other = language(bundle, &code);
            let names: BTreeSet<_> = other.keys().chain(english.keys()).collect();
            for name in names {
                let place = format!("{bundle}/{code}/{name}");
                match (other.get(name), english.get(name)) {
                    (Some(other), Some(english)) => {
                        faults.extend(differences(&place, other, english))
                    }
                    (None, _) => faults.push(format!("{place} is missing")),
                    (_, None) => faults.push(format!("{place} has no English")),
                }
            }
        }
    }
    none("the languages differ", faults);
}

fn differences(place: &str, other: &Messages, english: &Messages) -> Vec<String> {
    let ids: BTreeSet<_> = other.keys().chain(english.keys()).collect();
    let mut faults = Vec::new();
    for id in ids {
        match (other.get(id), english.get(id)) {
            (Some(other), Some(en)) if values(other) != values(en) => faults.push(format!(
                "{place}: {id} takes {:?}, and {:?} in English",
                values(other),
                values(en)
            )),
            (Some(_), Some(_)) => {}
            (None, _) => faults.push(format!("{place}: {id} is missing")),
            (_, None) => faults.push(format!("{place}: {id} is missing in English")),
        }
    }
    faults
}

/// Words that turn people into cases, or promise what nobody can keep.
const WHOLE_WORDS: &[&str] = &["sag", "sagen", "sager", "sagerne"];
const BEGINNINGS: &[&str] = &["anonym", "klient", "indberet", "registrer"];

#[test]
fn danish_says_it_in_our_words() {
    let mut faults = Vec::new();
    for bundle in BUNDLES {
        for (file, messages) in language(bundle, "da") {
            for (id, text) in messages {
                if let Some(word) = banned(&text) {
                    faults.push(format!("{bundle}/da/{file}: {id} says *{word}*"));
                }
            }
        }
    }
    none(
        "a relation is not a case, and nobody is reported or promised to be hidden; say what people say",
        faults,
    );
}

fn banned(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let found = words
        .find(|word| WHOLE_WORDS.contains(word) || BEGINNINGS.iter().any(|b| word.contains(b)));
    found.map(str::to_owned)
}

#[test]
fn every_text_is_shown_somewhere() {
    let code: String = tree::rust_files()
        .iter()
        .filter(|file| !file.is_for_tests())
        .map(|file| Parts::of(&file.text).code_without_tests())
        .collect();
    let called = called(&code);
    let mut faults = Vec::new();
    for bundle in BUNDLES {
        for (file, messages) in language(bundle, "en") {
            let unused = messages
                .keys()
                .filter(|id| !called.contains(id.replace('-', "_").as_str()));
            faults.extend(unused.map(|id| format!("{bundle}/*/{file}: {id}")));
        }
    }
    none(
        "nothing shows these; use them, or take them out in every language",
        faults,
    );
}

/// Every name that stands after a dot or two colons.
fn called(code: &str) -> BTreeSet<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(['.', ':'])
        .map(|(i, _)| &code[i + 1..])
        .map(|rest| &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())])
        .collect()
}

/// The codes of the languages a bundle has.
fn languages(bundle: &str) -> BTreeSet<String> {
    let folder = format!("locales/{bundle}/");
    let files = tree::files(&folder).into_iter();
    let code = |path: String| Some(path.strip_prefix(&folder)?.split_once('/')?.0.to_owned());
    files.filter_map(|file| code(file.path)).collect()
}

/// The files of one language of a bundle, by their names.
fn language(bundle: &str, language: &str) -> BTreeMap<String, Messages> {
    let folder = format!("locales/{bundle}/{language}/");
    tree::files(&folder)
        .into_iter()
        .map(|file| (file.path.replace(&folder, ""), parse(&file.text)))
        .collect()
}

/// A message begins at the edge with its id; what follows belongs to it until the next.
fn parse(text: &str) -> Messages {
    let mut messages = Messages::new();
    let mut current = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let id = line.split_once('=').map(|(id, _)| id.trim_end());
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let Some(id) = id.filter(|_| begins) {
            current = Some(id.to_owned());
        }
        if let Some(id) = &current {
            let said = line.strip_prefix(id.as_str()).unwrap_or(line);
            let words = messages.entry(id.clone()).or_default();
            words.push_str(said);
            words.push('\n');
        }
    }
    messages
}

fn values(text: &str) -> BTreeSet<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    text.split('$')
        .skip(1)
        .map(|rest| &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())])
        .collect()
}

#[test]
fn messages_are_read_as_they_stand() {
    let text = "# $not (String) - a comment\na-b = One { $c }\n    and { $d ->\n  *[other] x\n}\ne = { $f }\n";
    let messages = parse(text);
    assert_eq!(messages.len(), 2);
    assert_eq!(values(&messages["a-b"]), BTreeSet::from(["c", "d"]));
    assert_eq!(values(&messages["e"]), BTreeSet::from(["f"]));
    let other = parse("a-b = { $c }\ng = h\n");
    assert_eq!(differences("x", &messages, &other).len(), 3);
    assert_eq!(banned("Din sag er sendt"), Some("sag".into()));
    assert_eq!(banned("Det er en god bagsag"), None);
    assert!(banned("Vi registrerer det").is_some());
}
