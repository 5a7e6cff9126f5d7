//! Holds the house together: which crate leans on which, where things stand, that texts, findings
//! and documents agree with the code. Needs no database and no browser.
//!
//! Each failure says what is wrong and why it matters. What a rule lets through is listed beside the
//! rule with its reason.
mod access;
mod direction;
mod documents;
mod findings;
mod rust;
mod stages;
mod texts;
mod tidy;
mod tree;

/// Fails with every fault there is, one a line, so that they are mended in one go.
fn none(of: &str, faults: Vec<String>) {
    let list = faults.join("\n  ");
    assert!(faults.is_empty(), "{of}:\n  {list}\n");
}
