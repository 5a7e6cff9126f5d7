//! Which crate may lean on which.
use crate::{none, tree};
use cargo_metadata::{Dependency, DependencyKind, MetadataCommand, Package};

/// A crate, the crates of ours it may use, and what is lost where it uses another.
struct Arrow {
    from: &'static str,
    may_use: &'static [&'static str],
    because: &'static str,
}

const ARROWS: &[Arrow] = &[
    Arrow {
        from: "domain",
        may_use: &[],
        because: "the rules can be read and tested without anything around them",
    },
    Arrow {
        from: "words",
        may_use: &["domain"],
        because: "what a text says depends on the text alone",
    },
    Arrow {
        from: "search",
        may_use: &["words"],
        because: "what is like what depends on the texts alone",
    },
    Arrow {
        from: "figures",
        may_use: &[],
        because: "a formula knows nothing of what is counted",
    },
    Arrow {
        from: "hsds",
        may_use: &[],
        because: "a standard can be read and written without anything around it",
    },
    Arrow {
        from: "locale",
        may_use: &["domain"],
        because: "a text needs only the names of what it speaks of",
    },
    Arrow {
        from: "database",
        may_use: &["domain"],
        because: "it knows two engines, and nothing of what is kept in them",
    },
    Arrow {
        from: "calendar",
        may_use: &["domain"],
        because: "it writes what it is handed, and knows nothing of who may see it",
    },
    Arrow {
        from: "app",
        may_use: &[
            "calendar", "database", "domain", "figures", "hsds", "locale", "search", "words",
        ],
        because: "actions know nothing of pages, mail servers or commands, so that all of these can call them",
    },
    Arrow {
        from: "post",
        may_use: &["app"],
        because: "it carries what an action asks for, by the trait that app owns",
    },
    Arrow {
        from: "report",
        may_use: &["app"],
        because: "it sets what pages hand out, by the trait that app owns",
    },
    Arrow {
        from: "web",
        may_use: &["app", "domain", "hsds", "locale"],
        because: "a page that reaches the database passes by the rules and the journal",
    },
    Arrow {
        from: "demo",
        may_use: &["app", "database", "domain"],
        because: "the fictive municipality is told through the same actions people use",
    },
    Arrow {
        from: "testkit",
        may_use: &["app", "database", "domain"],
        because: "tests begin with a municipality, not with a browser",
    },
    Arrow {
        from: "samskab",
        may_use: &[
            "app", "database", "demo", "domain", "hsds", "locale", "post", "report", "web",
        ],
        because: "the program puts the parts together, and takes no tools of tests along",
    },
];

/// A crate from outside, where it may be used, and why only there.
const FROM_OUTSIDE: &[(&str, &[&str], &str)] = &[
    (
        "sqlx",
        &["app", "database", "testkit"],
        "SQL stands beside the action it serves, and both engines behind one door",
    ),
    (
        "axum",
        &["web", "samskab"],
        "only pages know that there are requests",
    ),
    ("maud", &["web"], "only pages know that there is HTML"),
    (
        "typst",
        &["report"],
        "how pages are set is one crate's business, and costs more to build than all others",
    ),
    (
        "lettre",
        &["post"],
        "how mail leaves the house is one crate's business",
    ),
    (
        "clap",
        &["samskab"],
        "settings are read in one place and handed in",
    ),
    (
        "tokio",
        &[
            "app", "database", "post", "web", "demo", "samskab", "testkit",
        ],
        "rules and texts wait for nothing",
    ),
];

/// All that the rules need from outside: days, errors, ids.
const OUTSIDE_DOMAIN: &[&str] = &["jiff", "thiserror", "uuid"];
/// These are tested alone; others may use more in their tests than they do themselves.
const TESTED_ALONE: &[&str] = &[
    "calendar", "domain", "figures", "hsds", "locale", "search", "words",
];
/// Tools for tests never travel with the program.
const FOR_TESTS: &str = "testkit";

#[test]
fn crates_lean_only_on_those_below_them() {
    let packages = packages();
    let mut faults = Vec::new();
    for package in &packages {
        let from = short(&package.name);
        let Some(arrow) = ARROWS.iter().find(|arrow| arrow.from == from) else {
            faults.push(format!(
                "the crate {from} is new: say in ARROWS what it may use, and why"
            ));
            continue;
        };
        faults.extend(package.dependencies.iter().filter_map(|d| fault(arrow, d)));
    }
    none("an arrow points the wrong way", faults);
    assert_eq!(packages.len(), ARROWS.len(), "a crate in ARROWS is gone");
}

#[test]
fn what_comes_from_outside_stays_where_it_belongs() {
    let mut faults = Vec::new();
    for package in packages() {
        let from = short(&package.name);
        for dependency in runtime(&package) {
            let name = dependency.name.as_str();
            if from == "domain" && !is_ours(name) && !OUTSIDE_DOMAIN.contains(&name) {
                faults.push(format!(
                    "domain -> {name}: the rules use {OUTSIDE_DOMAIN:?} and nothing else, so that no clock, file or network gets in"
                ));
            }
            let rule = FROM_OUTSIDE.iter().find(|(outside, ..)| *outside == name);
            if let Some((_, places, because)) = rule
                && !places.contains(&from)
            {
                faults.push(format!("{from} -> {name}: only in {places:?}; {because}"));
            }
        }
    }
    none("a crate from outside stands where it should not", faults);
}

fn fault(arrow: &Arrow, dependency: &Dependency) -> Option<String> {
    if !is_ours(&dependency.name) {
        return None;
    }
    let (from, to, because) = (arrow.from, short(&dependency.name), arrow.because);
    if dependency.kind == DependencyKind::Development {
        let alone = TESTED_ALONE.contains(&from) && !arrow.may_use.contains(&to);
        return alone
            .then(|| format!("tests of {from} -> {to}: {from} is tested alone; {because}"));
    }
    if to == FOR_TESTS {
        return Some(format!(
            "{from} -> {to}: a dev-dependency only; tools of tests never travel with the program"
        ));
    }
    let may = arrow.may_use.contains(&to);
    (!may).then(|| {
        format!(
            "{from} -> {to}: {from} may use {:?}; {because}",
            arrow.may_use
        )
    })
}

fn packages() -> Vec<Package> {
    let metadata = MetadataCommand::new()
        .manifest_path(tree::root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo tells what depends on what");
    metadata.packages
}

fn runtime(package: &Package) -> impl Iterator<Item = &Dependency> {
    let all = package.dependencies.iter();
    all.filter(|d| d.kind == DependencyKind::Normal)
}

fn is_ours(name: &str) -> bool {
    name.starts_with("samskab")
}

fn short(name: &str) -> &str {
    name.trim_start_matches("samskab-")
}
