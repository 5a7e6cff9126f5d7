//! `docs/access.md` says who may do what and who may come where, as the code has it.
use crate::{none, tree};
use samskab_domain::access::{Act, Role};
use samskab_domain::kernel::Coded;
use samskab_web::kit::Access;
use std::fmt::Write;

const DOCUMENT: &str = "docs/access.md";

const HEAD: &str = "\
# Who may do what

Written by a test from `crates/domain/src/access.rs` and the routes in `crates/web/src`. Change those, then run
`UPDATE_DOCS=1 cargo test -p samskab --test house access`.

A person acts under one membership at a time, and the membership has one role. No rule asks for the sector: what a role
of a public organisation may do, the same role of a voluntary one may do too. The table says whether the act is open to
the role at all; which rows it covers (one's own, one's organisation's, those of one's areas) stands in the functions
beside it, and what may not be seen does not exist.
";

const ADDRESSES: &str = "\
## Who may come where

Every address under a municipality (`{m}` is its slug). *All* need no sign-in; *signed in* is any role. Nothing else is
served but what belongs to no municipality: `/` (the list of them), `/assets`, `/favicon.ico`, `/robots.txt`, `/healthz`,
`/readyz` and `/metrics`.
";

#[test]
fn the_document_is_as_the_code_has_it() {
    let path = tree::root().join(DOCUMENT);
    let wanted = format!("{HEAD}\n{}\n{ADDRESSES}\n{}", acts(), routes());
    if std::env::var_os("UPDATE_DOCS").is_some_and(|v| v == "1") {
        std::fs::write(&path, &wanted).expect(DOCUMENT);
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    let mut differences = only_in(&found, &wanted, "no longer so");
    differences.extend(only_in(&wanted, &found, "now"));
    if found != wanted {
        differences.push(String::from(
            "look at what changed, then run UPDATE_DOCS=1 cargo test -p samskab --test house access",
        ));
    }
    none(
        &format!("{DOCUMENT} does not say what the code does"),
        differences,
    );
}

fn only_in(one: &str, other: &str, what: &str) -> Vec<String> {
    let other: Vec<_> = other.lines().collect();
    one.lines()
        .filter(|line| !other.contains(line))
        .map(|line| format!("{what}: {line}"))
        .collect()
}

fn acts() -> String {
    let roles: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
    let mut table = format!("| act | meaning | {} |\n", roles.join(" | "));
    let _ = writeln!(table, "| --- | --- |{}", " :-: |".repeat(roles.len()));
    for act in Act::ALL {
        let may = Role::ALL.iter().map(|role| {
            let may = act.roles().contains(role);
            if may { " yes |" } else { " |" }
        });
        let may: String = may.collect();
        let _ = writeln!(table, "| `{}` | {} |{may}", act.code(), act.meaning());
    }
    table
}

fn routes() -> String {
    let mut table = String::from("| method | path | who |\n| --- | --- | --- |\n");
    for route in samskab_web::routes() {
        let who = match route.access {
            Access::Public => "all".to_owned(),
            Access::SignedIn => "signed in".to_owned(),
            Access::May(act) => format!("`{}`", act.code()),
        };
        let _ = writeln!(table, "| {} | `{}` | {who} |", route.method, route.path);
    }
    table
}

#[test]
fn every_address_stands_under_a_municipality() {
    for route in samskab_web::routes() {
        let under = route.path == "/{m}" || route.path.starts_with("/{m}/");
        assert!(under, "{} is nobody's", route.path);
    }
}
