//! Services of the standard, in and out without loss; looked at before, taken back after.
use crate::offer::named;
use samskab_app::hsds::{export, tables};
use samskab_app::import::hsds::{Incoming, read_json, read_tables};
use samskab_app::import::{File, Options, Reason, RunState, begin, preview, run, undo};
use samskab_app::offer::{change, create, draft, read, verify};
use samskab_app::{Refusal, journal};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language};
use samskab_hsds::Object;
use samskab_hsds::package::{read_csv, write_csv};
use samskab_testkit::{Town, on_every_engine};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../hsds/tests/examples")
}

fn example(name: &str) -> (Vec<u8>, Object) {
    let bytes = std::fs::read(examples().join(name)).unwrap();
    let doc = serde_json::from_slice(&bytes).unwrap();
    (bytes, doc)
}

fn options(town: &Town) -> Options {
    Options {
        source: "example".into(),
        language: "en".into(),
        area: town.area.to_string(),
        create_organisations: true,
        ..Options::default()
    }
}

fn file(incoming: &Incoming) -> File {
    File::Services(incoming.clone())
}

async fn bring_in(town: &Town, actor: &Actor, incoming: &Incoming) -> Id {
    let run = town.bring_in(actor, &file(incoming), &options(town)).await;
    run.unwrap().id
}

async fn counts(town: &Town, actor: &Actor, id: Id) -> (i64, i64, i64, usize) {
    let run = run(&town.desk, actor, id).await.unwrap();
    assert_eq!((run.state(), run.done), (RunState::Done, run.total));
    (run.added, run.changed, run.same, run.refused().len())
}

/// Whether all that `said` holds stands in `found` too.
fn holds(found: &Value, said: &Value) -> bool {
    match (found, said) {
        (Value::Object(found), Value::Object(said)) => said
            .iter()
            .all(|(name, value)| found.get(name).is_some_and(|f| holds(f, value))),
        (Value::Array(found), Value::Array(said)) => {
            said.iter().all(|s| found.iter().any(|f| holds(f, s)))
        }
        _ => found == said,
    }
}

#[tokio::test]
async fn the_official_examples_go_out_as_they_came() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let desk = &town.desk;
        for name in [
            "service_full.json",
            "service_at_location_full.json",
            "organization_full.json",
            "service_list.json",
        ] {
            let (bytes, doc) = example(name);
            let incoming = read_json(&bytes).unwrap();
            let id = bring_in(&town, &actor, &incoming).await;
            assert_eq!(counts(&town, &actor, id).await.3, 0, "{name}");
            let out = export(desk, &actor).await.unwrap();
            let service = Value::Object(out.services[0].clone());
            assert_eq!(out.services.len(), 1);
            match name {
                "service_full.json" => {
                    assert!(holds(&service, &Value::Object(doc.clone())), "{service:#}")
                }
                "service_at_location_full.json" => {
                    let mut place = doc.clone();
                    let said = place.remove("service").unwrap();
                    assert!(holds(
                        &service["service_at_locations"][0],
                        &Value::Object(place)
                    ));
                    assert!(holds(&service, &said));
                }
                "organization_full.json" => {
                    let mut said = doc.clone();
                    assert!(holds(&service, &said.remove("services").unwrap()[0]));
                    let found = out
                        .organizations
                        .iter()
                        .find(|o| o.get("id") == said.get("id"))
                        .unwrap();
                    assert_eq!(*found, said);
                }
                _ => assert!(holds(&service, &doc["contents"][0])),
            }
            undo(desk, &actor, id).await.unwrap();
        }
        let left = export(desk, &actor).await.unwrap();
        assert!(left.services.is_empty(), "taken back");
        for name in [
            "taxonomy.json",
            "taxonomy_term.json",
            "location.json",
            "taxonomy_list.json",
            "taxonomy_term_list.json",
        ] {
            let (bytes, doc) = example(name);
            bring_in(&town, &actor, &read_json(&bytes).unwrap()).await;
            let out = export(desk, &actor).await.unwrap().rest;
            let said = doc
                .get("contents")
                .map_or(Value::Object(doc.clone()), |c| c[0].clone());
            let found = out.0.keys().flat_map(|table| out.nested(table));
            let mut found = found.map(Value::Object);
            assert!(found.any(|thing| holds(&thing, &said)), "{name}");
        }
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_official_tables_go_out_as_they_came() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let files: Vec<(String, String)> = std::fs::read_dir(examples().join("csv"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (
                    path.file_name().unwrap().to_str().unwrap().to_owned(),
                    std::fs::read_to_string(path).unwrap(),
                )
            })
            .collect();
        let files = || {
            files
                .iter()
                .map(|(name, content)| (name.as_str(), content.as_str()))
        };
        let said = read_csv(files()).unwrap();
        bring_in(&town, &actor, &read_tables(files()).unwrap()).await;
        let out = write_csv(&tables(&export(&town.desk, &actor).await.unwrap()));
        let out = read_csv(out.iter().map(|(n, c)| (n.as_str(), c.as_str()))).unwrap();
        for (table, rows) in &said.0 {
            for row in rows {
                let same = out.0[table].iter().find(|r| r["id"] == row["id"]).unwrap();
                for (name, value) in row {
                    assert_eq!(same.get(name), Some(value), "{table}.{name}");
                }
            }
        }
    })
    .await;
}

fn changed(doc: &Object) -> Incoming {
    let mut doc = doc.clone();
    doc["name"] = "Rådgivning".into();
    doc["phones"][0]["number"] = "70 00 00 99".into();
    read_json(Value::Object(doc).to_string().as_bytes()).unwrap()
}

#[tokio::test]
async fn what_would_change_is_told_before_and_taken_back_after() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let desk = &town.desk;
        let (bytes, doc) = example("service_full.json");
        let incoming = read_json(&bytes).unwrap();
        let waiting = begin(desk, &actor, &file(&incoming), &options(&town))
            .await
            .unwrap();
        let would = preview(desk, &actor, waiting).await.unwrap();
        assert_eq!(
            (would.added.as_slice(), would.changed.len()),
            (&["Community Counselling".to_owned()][..], 0)
        );
        assert!(
            export(desk, &actor).await.unwrap().services.is_empty(),
            "looking writes nothing"
        );
        let first = bring_in(&town, &actor, &incoming).await;
        assert_eq!(counts(&town, &actor, first).await, (1, 0, 0, 0));
        let again = bring_in(&town, &actor, &incoming).await;
        assert_eq!(counts(&town, &actor, again).await, (0, 0, 1, 0));

        let before = export(desk, &actor).await.unwrap().services;
        let waiting = begin(desk, &actor, &file(&changed(&doc)), &options(&town))
            .await
            .unwrap();
        let would = preview(desk, &actor, waiting).await.unwrap();
        assert!(would.changed[0].properties.contains(&"name".to_owned()));
        let second = bring_in(&town, &actor, &changed(&doc)).await;
        assert_eq!(counts(&town, &actor, second).await, (0, 1, 0, 0));
        let now = export(desk, &actor).await.unwrap().services;
        assert_eq!(now[0]["phones"][0]["number"], "70 00 00 99");
        let undone = undo(desk, &actor, second).await.unwrap();
        assert_eq!((undone.removed, undone.restored), (0, 1));
        let after = export(desk, &actor).await.unwrap().services;
        let plain = |services: &[Object]| {
            let mut doc = services[0].clone();
            doc.remove("last_modified");
            doc
        };
        let (after, before) = (plain(&after), plain(&before));
        let differs = |name: &&String| after.get(*name) != before.get(*name);
        assert_eq!(
            before.keys().filter(differs).count(),
            0,
            "all but when it changed"
        );
        assert!(matches!(
            undo(desk, &actor, second).await,
            Err(Refusal::Done)
        ));
    })
    .await;
}

#[tokio::test]
async fn what_people_built_on_is_taken_down_and_not_torn_out() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        let (bytes, _) = example("service_full.json");
        let run = bring_in(&town, &actor, &read_json(&bytes).unwrap()).await;
        let out = export(desk, &actor).await.unwrap().services;
        let offer: Id = out[0]["id"].as_str().unwrap().parse().unwrap();
        let reading = read(
            desk,
            town.municipality,
            Some(&facilitator),
            offer,
            Language::English,
        )
        .await
        .unwrap();
        assert_eq!(
            reading.offer.checked(),
            None,
            "bringing in is no confirmation"
        );
        verify(desk, &facilitator, offer).await.unwrap();
        let undone = undo(desk, &actor, run).await.unwrap();
        assert_eq!((undone.removed, undone.taken_down), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn our_own_export_comes_in_elsewhere_as_it_is_here() {
    on_every_engine(|engine| async move {
        let here = Town::named(&engine, "Her", "her").await;
        let keeper = here.member(Role::Coordinator).await;
        let actor = here.member_of(Role::Administrator, here.public).await;
        let mut offered = named(&here, "Sprogcafé");
        offered.schedule = String::new();
        offered.when.weekdays = vec!["TH".into()];
        offered.when.starts_at = "16:30".into();
        offered.when.exceptions = "24.12.2026".into();
        offered.terms.amount = "40".into();
        offered.terms.available = "3".into();
        offered.terms.accessibility = vec!["lift".into()];
        let id = create(&here.desk, &keeper, &offered, None, Language::Danish)
            .await
            .unwrap();
        let out = export(&here.desk, &actor).await.unwrap();
        let same = bring_in(&here, &actor, &out).await;
        assert_eq!(
            counts(&here, &actor, same).await,
            (0, 0, 1, 0),
            "nothing is new at home"
        );

        let there = Town::named(&engine, "Der", "der").await;
        let stranger = there.member_of(Role::Administrator, there.public).await;
        let came = read_json(out.document().to_string().as_bytes()).unwrap();
        assert_eq!(came, out);
        let run = bring_in(&there, &stranger, &came).await;
        assert_eq!(counts(&there, &stranger, run).await, (1, 0, 0, 0));
        let facilitator = there.member_of(Role::Facilitator, there.public).await;
        let form = draft(&there.desk, &facilitator, id).await.unwrap();
        assert_eq!(
            (form.name.as_str(), form.summary.as_str()),
            ("Sprogcafé", offered.summary.as_str())
        );
        assert_eq!(form.when.weekdays, ["TH"]);
        assert_eq!(form.when.exceptions, "24.12.2026");
        assert_eq!(
            (form.terms.amount.as_str(), form.terms.available.as_str()),
            ("40", "3")
        );
        assert_eq!(form.terms.accessibility, ["lift"]);

        // Somebody mends it there: what she did not touch goes on as it came.
        let mended = samskab_domain::offer::Draft {
            phone: "70 11 22 33".into(),
            ..form
        };
        change(&there.desk, &facilitator, id, &mended, None)
            .await
            .unwrap();
        let onward = export(&there.desk, &stranger).await.unwrap().services;
        assert_eq!(onward[0]["phones"][0]["number"], "70 11 22 33");
        assert_eq!(onward[0]["schedules"], out.services[0]["schedules"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_told_and_the_rest_comes_in() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        let id = |n: u8| format!("01a2093d-d989-7aad-916c-1f04204b9a{n:02}");
        let services = json!([
            { "id": id(1), "name": "Café", "status": "active" },
            { "id": "nonsense", "name": "Uden id", "status": "active" },
            { "id": id(2), "name": "", "status": "active" },
            { "id": id(3), "name": "Ukendt", "status": "active", "organization": { "id": id(9), "name": "Nogen" } },
            { "id": id(4), "name": "CPR", "status": "active", "description": "Ring til 0101011234" },
            { "id": id(1), "name": "Café igen", "status": "active" },
        ]);
        let incoming = read_json(services.to_string().as_bytes()).unwrap();
        let terms = Options { create_organisations: false, ..options(&town) };
        let incoming = file(&incoming);
        let found = town.bring_in(&facilitator, &incoming, &terms).await.unwrap();
        assert_eq!(found.added, 1);
        let columns: Vec<_> = found.refused().into_iter().map(|(n, column, _)| (n, column)).collect();
        let expected = [(2, "id"), (3, "name"), (4, "organization"), (5, "description"), (6, "id")];
        assert_eq!(columns, expected.map(|(n, c)| (n, c.to_owned())));
        assert_eq!(found.refused()[2].2, Reason::NoSuchOrganisation);
        let wide = options(&town);
        assert!(matches!(begin(desk, &facilitator, &incoming, &wide).await, Err(Refusal::Denied(_))));
        let outsider = town.member(Role::Coordinator).await;
        assert!(matches!(begin(desk, &outsider, &incoming, &terms).await, Err(Refusal::Denied(_))));
        for nonsense in ["", "{", "[]", "{\"a\":1}", "12"] {
            assert!(read_json(nonsense.as_bytes()).is_err(), "{nonsense}");
        }
    })
    .await;
}
