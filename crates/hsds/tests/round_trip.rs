//! The official examples, in and out without loss.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
use proptest::prelude::*;
use samskab_hsds::package::{Package, read_csv, write_csv};
use samskab_hsds::{Object, Service, for_everyone};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples")
}

fn example(name: &str) -> Object {
    let text = std::fs::read_to_string(examples().join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_service_that_nobody_changed_goes_out_as_it_came() {
    let doc = example("service_full.json");
    let service = Service::read(&doc);
    assert_eq!(
        (
            service.minimum_age,
            service.phones.len(),
            service.places.len()
        ),
        (Some(12), 1, 1)
    );
    assert_eq!(service.write(Some(&doc)), doc);
}

#[test]
fn what_changed_goes_out_changed_and_all_else_as_it_came() {
    let doc = example("service_full.json");
    let mut service = Service::read(&doc);
    service.name = "Rådgivning".into();
    service.phones[0].description = None;
    service.minimum_age = None;
    let out = service.write(Some(&doc));
    assert_eq!(out["name"], "Rådgivning");
    assert!(!out.contains_key("minimum_age"));
    assert_eq!(out["phones"][0]["extension"], 100);
    assert!(out["phones"][0].get("description").is_none());
    let mut rest = (out, doc);
    for name in ["name", "phones", "minimum_age"] {
        rest.0.remove(name);
        rest.1.remove(name);
    }
    assert_eq!(rest.0, rest.1);
    assert_eq!(Service::read(&service.write(None)).name, service.name);
}

#[test]
fn nested_documents_become_tables_and_nested_documents_again() {
    let doc = example("service_full.json");
    let package = Package::of_services([&doc]);
    assert_eq!(package.0["phones"].len(), 1, "one phone that many point at");
    assert_eq!(package.services(), [doc]);
}

#[test]
fn the_csv_package_goes_out_as_it_came() {
    let folder = examples().join("csv");
    let files: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read_to_string(entry.path()).unwrap(),
            )
        })
        .collect();
    let package = read_csv(files.iter().map(|(n, c)| (n.as_str(), c.as_str()))).unwrap();
    assert_eq!(package.0.len(), files.len());
    let services = package.services();
    assert_eq!(
        services[0]["service_at_locations"][0]["location"]["addresses"][0]["country"],
        "US"
    );
    let mut out = Package::of_services(&services);
    let rest = package.beyond(&out);
    out.fill(rest);
    let again = write_csv(&out);
    let again = read_csv(again.iter().map(|(n, c)| (n.as_str(), c.as_str()))).unwrap();
    for (table, rows) in &package.0 {
        for row in rows {
            let same = again.0[table]
                .iter()
                .find(|r| r["id"] == row["id"])
                .unwrap();
            for (name, value) in row {
                assert_eq!(same.get(name), Some(value), "{table}.{name}");
            }
        }
    }
}

#[test]
fn nobody_is_named_to_everyone() {
    let out = Value::Object(for_everyone(example("service_full.json"))).to_string();
    assert!(!out.contains("Persona"), "{out}");
    assert!(out.contains("Reception Manager"));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_000i64..1_000).prop_map(Value::from),
        "[a-zæøå0-9:-]{0,10}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("id"),
        Just("name"),
        Just("phones"),
        Just("number"),
        Just("schedules"),
        Just("freq"),
        Just("opens_at"),
        Just("service_at_locations"),
        Just("location"),
        Just("addresses"),
        Just("latitude"),
        Just("organization"),
        Just("attributes"),
        Just("link_type"),
        Just("contacts"),
        Just("capacities"),
        Just("minimum_age"),
        Just("x"),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_came_goes_out_as_it_came(value in any_json()) {
        if let Value::Object(doc) = value {
            prop_assert_eq!(Service::read(&doc).write(Some(&doc)), doc.clone());
            let _ = Package::of_services([&doc]).services();
            let _ = for_everyone(doc);
        }
    }
}
