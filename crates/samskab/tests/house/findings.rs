//! `docs/findings.md` walks from the report to the code, and the code names findings that exist.
use crate::rust::Parts;
use crate::{none, tree};
use std::collections::BTreeMap;

const LAST: u32 = 27;
const DOCUMENT: &str = "docs/findings.md";

#[test]
fn each_finding_has_one_row_that_says_what_serves_it() {
    let rows = rows();
    let found: Vec<u32> = rows.iter().map(|(finding, _)| *finding).collect();
    let wanted: Vec<u32> = (1..=LAST).collect();
    assert_eq!(
        found, wanted,
        "{DOCUMENT} has one row for each finding, in order"
    );
    let empty = rows
        .iter()
        .filter(|(_, row)| !row.contains("`crates/") && !row.contains("Not yet"))
        .map(|(finding, _)| format!("F{finding}"));
    none(
        "these rows neither name a place in the code nor say *Not yet*",
        empty.collect(),
    );
}

#[test]
fn code_names_only_findings_that_exist() {
    let mut faults = Vec::new();
    for file in tree::rust_files() {
        for (line, comment) in Parts::of(&file.text).comments {
            let unknown = named(&comment)
                .into_iter()
                .filter(|f| !(1..=LAST).contains(f));
            faults.extend(unknown.map(|f| format!("{}:{line}: F{f}", file.path)));
        }
    }
    none("the report has F1 to F27", faults);
}

#[test]
fn what_a_rule_serves_leads_back_to_it() {
    let rows: BTreeMap<u32, String> = rows().into_iter().collect();
    let mut faults = Vec::new();
    for file in tree::files("crates/domain/src") {
        let head: Vec<_> = file
            .text
            .lines()
            .take_while(|l| l.starts_with("//!"))
            .collect();
        for finding in named(&head.join("\n")) {
            let row = rows.get(&finding).map(String::as_str).unwrap_or_default();
            if !row.contains(&file.path) {
                faults.push(format!("the row F{finding} does not name {}", file.path));
            }
        }
    }
    none(
        &format!("a rule says which findings it serves; {DOCUMENT} leads back"),
        faults,
    );
}

/// The rows of the table: each finding and what stands beside it.
fn rows() -> Vec<(u32, String)> {
    let path = tree::root().join(DOCUMENT);
    let text = std::fs::read_to_string(path).expect(DOCUMENT);
    let rows = text.lines().filter_map(|line| {
        let (finding, row) = line.strip_prefix("| F")?.split_once(" |")?;
        Some((finding.parse().ok()?, row.to_owned()))
    });
    rows.collect()
}

/// The findings a comment names: `F5`, `F8-F11` for all of them.
fn named(comment: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for word in comment.split(|c: char| !c.is_alphanumeric() && c != '-') {
        let ends: Vec<u32> = word.split('-').filter_map(finding).collect();
        match ends.as_slice() {
            [from, to] => found.extend(*from..=*to),
            single => found.extend(single),
        }
    }
    found
}

fn finding(word: &str) -> Option<u32> {
    word.strip_prefix('F')?.parse().ok()
}

#[test]
fn findings_are_read_one_by_one_and_in_rows() {
    assert_eq!(named("(F1, F3, F8-F11)"), [1, 3, 8, 9, 10, 11]);
    assert_eq!(named("Form, UTF-8, FF1"), [] as [u32; 0]);
}
