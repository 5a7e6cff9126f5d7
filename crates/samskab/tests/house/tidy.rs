//! Where things stand, and how much of them.
use crate::none;
use crate::rust::Parts;
use crate::tree::{self, File};

/// Longer than this nobody reads a file from end to end.
const LONGEST: usize = 600;

#[test]
fn every_rust_file_says_first_what_it_is() {
    let silent = tree::rust_files()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path);
    none("these do not open with `//!`", silent.collect());
}

#[test]
fn no_file_is_too_long_to_read() {
    let code = [".rs", ".ts", ".js", ".mjs", ".scss"];
    let long = tree::files("")
        .into_iter()
        .filter(|file| file.is(&code))
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines} lines"));
    none(
        "more than 600 lines; find the two things it does and part them",
        long.collect(),
    );
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not hold them itself.
    let needles = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("todo", "!("),
        concat!("unimpl", "emented!("),
        concat!("//! Place", "holder"),
    ];
    let mut faults = Vec::new();
    for file in ours(&["package-lock.json", "Cargo.lock"]) {
        for needle in needles {
            let lines = Parts::lines_with(&file.text, needle).into_iter();
            faults.extend(lines.map(|line| format!("{}:{line}: {needle}", file.path)));
        }
    }
    none(
        "left for later; do it now, or write down in an issue what is missing",
        faults,
    );
}

#[test]
fn sql_stands_only_where_actions_and_engines_are() {
    let mut faults = Vec::new();
    for file in tree::rust_files() {
        let at_home = ["crates/app/", "crates/database/"];
        if at_home.iter().any(|home| file.path.starts_with(home)) || file.is_for_tests() {
            continue;
        }
        for (line, text) in Parts::of(&file.text).quoted {
            if is_sql(&text) {
                faults.push(format!("{}:{line}: {text}", file.path));
            }
        }
    }
    none(
        "SQL outside app and database passes by the rules and the journal",
        faults,
    );
}

fn is_sql(text: &str) -> bool {
    let text = text.to_lowercase();
    let both = |one: &str, two: &str| {
        let first = text.find(one);
        first.is_some_and(|i| text[i..].contains(two))
    };
    both("select ", " from ")
        || both("update ", " set ")
        || text.contains("insert into ")
        || text.contains("delete from ")
}

#[test]
fn sql_is_known_when_it_is_seen() {
    assert!(is_sql("\"select id from need\"") && is_sql("\"Delete from need\""));
    assert!(!is_sql("\"select\"") && !is_sql("\"data-select row\""));
}

#[test]
fn nothing_outside_tests_is_unwrapped() {
    let needle = ".unwrap()";
    let mut faults = Vec::new();
    for file in tree::rust_files().iter().filter(|f| !f.is_for_tests()) {
        let code = Parts::of(&file.text).code_without_tests();
        let lines = Parts::lines_with(&code, needle).into_iter();
        faults.extend(lines.map(|line| format!("{}:{line}", file.path)));
    }
    none("a panic is no answer to give anyone", faults);
}

#[test]
fn nothing_reaches_outside_the_repository() {
    let beside = concat!("../", "shared");
    let data = concat!("SAMSKAB_REAL", "_DATA");
    let mut faults = Vec::new();
    for file in ours(&[]) {
        if file.path != "Makefile" && file.text.contains(beside) {
            faults.push(format!("{}: names {beside}", file.path));
        }
        let code = file.is(&[".rs", ".ts", ".js", ".mjs"]);
        if code && file.path != "crates/testkit/src/lib.rs" && file.text.contains(data) {
            faults.push(format!(
                "{}: names {data}; ask testkit::real_data, which says so where there is none",
                file.path
            ));
        }
    }
    none("the project stands alone", faults);
}

#[test]
fn pages_hold_no_style_and_no_script() {
    let mut faults = Vec::new();
    for file in tree::files("crates/web/src") {
        let parts = Parts::of(&file.text);
        for (i, line) in parts.code.lines().enumerate() {
            faults.extend(inline(line).map(|what| format!("{}:{}: {what}", file.path, i + 1)));
        }
        let quoted = parts
            .quoted
            .iter()
            .filter(|(_, text)| inline(text).is_some());
        faults.extend(quoted.map(|(line, text)| format!("{}:{line}: {text}", file.path)));
    }
    none(
        "our security policy lets no browser run or show it; use a class or a data attribute",
        faults,
    );
}

/// `style=` or `onclick=` and their like as attributes, which stand after a blank or a quote.
fn inline(line: &str) -> Option<String> {
    let mut words = line.split([' ', '"', '{', '\'']);
    let found = words.find(|word| {
        let Some((name, _)) = word.split_once('=') else {
            return false;
        };
        let event = name.strip_prefix("on");
        name == "style"
            || event.is_some_and(|e| !e.is_empty() && e.chars().all(|c| c.is_ascii_lowercase()))
    });
    found.map(str::to_owned)
}

#[test]
fn inline_style_and_script_are_known_when_they_are_seen() {
    assert!(inline("p style=(x) {").is_some() && inline("a href=\"/\" onclick=\"f()\"").is_some());
    assert!(
        inline("let style = one;").is_none() && inline("div.style-on { p { (on) } }").is_none()
    );
}

/// Every text file but `except`.
fn ours(except: &[&str]) -> Vec<File> {
    let mut files = tree::files("");
    files.retain(|file| !file.is(except));
    files
}
