//! The open API: every answer holds by the official schemas, read strictly.
mod schema;

use crate::browser::{BASE, Browser, site};
use crate::fjordby::Fjordby;
use axum::http::{Method, StatusCode, header};
use samskab_app::import::{File, Options};
use samskab_app::offer::{create, verify};
use samskab_domain::access::Role;
use samskab_domain::kernel::Language;
use samskab_domain::offer::Draft;
use samskab_testkit::{Engine, Town, real_data};
use schema::Schemas;
use serde_json::Value;

async fn asked(browser: &Browser, path: &str) -> Value {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "application/json",
        "{path}"
    );
    assert_eq!(
        answer.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN],
        "*",
        "{path}"
    );
    serde_json::from_str(&answer.body).unwrap()
}

/// Everything of a list, page by page, each of which says truly which it is.
async fn all(browser: &Browser, path: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for number in 1.. {
        let sign = if path.contains('?') { '&' } else { '?' };
        let page = asked(browser, &format!("{path}{sign}page={number}&per_page=40")).await;
        let contents = page["contents"].as_array().unwrap().clone();
        assert_eq!(page["page_number"], number);
        assert_eq!(page["size"], contents.len());
        assert_eq!(page["first_page"], number == 1);
        assert_eq!(page["empty"], contents.is_empty());
        found.extend(contents);
        if page["last_page"] == true {
            assert_eq!(page["total_items"], found.len(), "{path}");
            return found;
        }
    }
    found
}

/// Every answer there is of a municipality, each held against its schema. Says how many.
async fn hold_all(browser: &Browser, slug: &str) -> usize {
    let schemas = Schemas::strict();
    let at = |path: &str| format!("/{slug}/api/hsds/{path}");
    let mut held = 0;
    for (list, schema) in [
        ("services", "service"),
        ("services?full=true", "service"),
        ("services?minimal=true", "service"),
        ("service_at_locations", "service_at_location"),
        ("service_at_locations?full=true", "service_at_location"),
        ("organizations", "organization"),
        ("organizations?full_service=true", "organization"),
        ("taxonomies", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term"),
    ] {
        let things = all(browser, &at(list)).await;
        assert!(!things.is_empty() || list.contains("locations"), "{list}");
        for thing in &things {
            schemas.hold(schema, thing);
        }
        if !list.contains('?') {
            let id = things.first().map(|t| t["id"].as_str().unwrap().to_owned());
            if let Some(id) = id {
                schemas.hold(schema, &asked(browser, &at(&format!("{list}/{id}"))).await);
            }
        }
        held += things.len();
    }
    for list in [
        "services?full=true",
        "service_at_locations?full=true",
        "organizations?full_service=true",
        "taxonomy_terms?top_only=true",
    ] {
        let stream = browser.get(&at(&format!("{list}&format=ndjson"))).await;
        assert_eq!(stream.headers[header::CONTENT_TYPE], "application/x-ndjson");
        let lines = stream.body.lines();
        let lines: Vec<Value> = lines.map(|l| serde_json::from_str(l).unwrap()).collect();
        let listed = all(browser, &at(list)).await;
        assert!(
            lines == listed,
            "{list}: {} lines, {}",
            lines.len(),
            listed.len()
        );
    }
    held
}

#[tokio::test]
async fn every_answer_holds_by_the_official_schemas() {
    let fjordby = Fjordby::new().await;
    let browser = Browser {
        cookie: None,
        ..fjordby.browsers[0].2.clone()
    };
    let slug = browser.slug.clone();
    let held = hold_all(&browser, &slug).await;
    assert!(held > 200, "only {held}");
    let about = asked(&browser, &format!("/{slug}/api/hsds")).await;
    assert_eq!(about["version"], "3.2.3");
    let openapi = about["openapi_url"]
        .as_str()
        .unwrap()
        .strip_prefix(BASE)
        .unwrap()
        .to_owned();
    let openapi = asked(&browser, &openapi).await;
    assert_eq!(openapi["paths"].as_object().unwrap().len(), 11);
    assert!(!openapi.to_string().contains("raw.githubusercontent.com"));
    assert!(
        !openapi.to_string().contains(":null"),
        "nothing is described as nothing"
    );
    let everything = browser
        .get(&format!(
            "/{slug}/api/hsds/services?format=ndjson&full=true"
        ))
        .await
        .body;
    for person in ["Inga", "Knud", "Yusuf"] {
        assert!(!everything.contains(person), "{person} is named");
    }
}

#[tokio::test]
async fn real_services_hold_too() {
    let Some(folder) = real_data("hsds") else {
        return;
    };
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let actor = town.member_of(Role::Administrator, town.public).await;
    for language in ["en", "ar"] {
        let file = folder.join(format!("refugee-services/services.{language}.json"));
        let bytes = std::fs::read(file).unwrap();
        let file = File::rows(&without_dates(&bytes)).unwrap();
        let options = Options {
            source: "services".into(),
            language: language.into(),
            area: "Ældre".into(),
            create_organisations: true,
            ..Options::default()
        };
        town.bring_in(&actor, &file, &options).await.unwrap();
    }
    let browser = Browser::new(&site(&town), &town, None);
    let held = hold_all(&browser, &town.slug).await;
    assert!(held > 2_500, "only {held}");
    let services = all(
        &browser,
        &format!("/{}/api/hsds/services?full=true", town.slug),
    )
    .await;
    assert_eq!(services.len(), 562);
    let arabic = services
        .iter()
        .filter(|s| s["attributes"].to_string().contains("name@ar"))
        .count();
    assert_eq!(arabic, 562);
}

/// The real services as if they still ran: those that ended years ago nobody is told of.
fn without_dates(services: &[u8]) -> Vec<u8> {
    let mut services: Vec<Value> = serde_json::from_slice(services).unwrap();
    for service in &mut services {
        let properties = service["properties"].as_object_mut().unwrap();
        properties.retain(|name, _| !name.ends_with("Date"));
    }
    serde_json::to_vec(&services).unwrap()
}

fn cafe(town: &Town, name: &str) -> Draft {
    Draft {
        name: name.into(),
        summary: "Kaffe og snak".into(),
        area: town.area.to_string(),
        topic_group: "language".into(),
        bearers: vec![town.voluntary.to_string()],
        address: "Havnepladsen 4".into(),
        postcode: "9000".into(),
        city: "Fjordby".into(),
        when: samskab_domain::schedule::Draft {
            weekdays: vec!["TH".into()],
            starts_at: "16:30".into(),
            ends_at: "18:30".into(),
            ..samskab_domain::schedule::Draft::default()
        },
        ..Draft::default()
    }
}

#[tokio::test]
async fn filters_narrow_and_drafts_do_not_exist() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let keeper = town.member(Role::Coordinator).await;
    let desk = &town.desk;
    let mut young = cafe(&town, "Klub");
    young.terms.minimum_age = "12".into();
    young.terms.maximum_age = "17".into();
    young.postcode = "8000".into();
    young.when.weekdays = vec!["MO".into()];
    let first = create(
        desk,
        &keeper,
        &cafe(&town, "Sprogcafé"),
        None,
        Language::Danish,
    )
    .await
    .unwrap();
    let moment = desk.now();
    town.clock.advance(samskab_domain::kernel::Moment::DAY);
    create(desk, &keeper, &young, None, Language::Danish)
        .await
        .unwrap();
    let hidden = Draft {
        state: "draft".into(),
        ..cafe(&town, "Kladde")
    };
    let draft = create(desk, &keeper, &hidden, None, Language::Danish)
        .await
        .unwrap();
    let browser = Browser::new(&site(&town), &town, None);
    let at = |query: &str| format!("/{}/api/hsds/services{query}", town.slug);
    let terms = asked(
        &browser,
        &format!("/{}/api/hsds/taxonomy_terms?search=sprog", town.slug),
    )
    .await;
    let term = terms["contents"][0]["id"].as_str().unwrap().to_owned();
    let day = samskab_domain::calendar::rfc3339(moment.plus(1));
    for (query, names) in [
        ("".to_owned(), &["Sprogcafé", "Klub"][..]),
        ("?search=sprogcafe".to_owned(), &["Sprogcafé"]),
        ("?minimum_age=18".to_owned(), &["Sprogcafé"]),
        ("?maximum_age=11".to_owned(), &["Sprogcafé"]),
        ("?day=mo".to_owned(), &["Klub"]),
        ("?start_time=17:00".to_owned(), &[]),
        ("?end_time=18:30&day=TH".to_owned(), &["Sprogcafé"]),
        ("?postcode=8000".to_owned(), &["Klub"]),
        ("?postcode=9000&proximity=500".to_owned(), &["Sprogcafé"]),
        (format!("?modified_after={day}"), &["Klub"]),
        (
            format!("?organization_id={}", town.voluntary),
            &["Sprogcafé", "Klub"],
        ),
        (format!("?organization_id={}", town.public), &[]),
        (format!("?taxonomy_term_id={term}"), &["Sprogcafé", "Klub"]),
        (
            format!("?taxonomy_term_id={}", town.area),
            &["Sprogcafé", "Klub"],
        ),
        ("?taxonomy_term_id=nonsense".to_owned(), &[]),
        ("?taxonomy_id=nonsense".to_owned(), &[]),
        ("?page=2&per_page=1".to_owned(), &["Klub"]),
        ("?page=9".to_owned(), &[]),
    ] {
        let page = asked(&browser, &at(&query)).await;
        let found: Vec<_> = page["contents"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s["name"].as_str().unwrap())
            .collect();
        assert_eq!(found, names, "{query}");
    }
    assert_eq!(
        browser.get(&at(&format!("/{draft}"))).await.status,
        StatusCode::NOT_FOUND
    );
    let before = asked(&browser, &at(&format!("/{first}"))).await;
    assert!(
        before.get("assured_date").is_none(),
        "nobody has said that it holds"
    );
    verify(desk, &keeper, first).await.unwrap();
    let after = asked(&browser, &at(&format!("/{first}"))).await;
    assert_eq!(after["assured_date"], desk.today().to_string());
    assert_eq!(
        after["service_at_locations"][0]["location"]["addresses"][0]["state_province"],
        "Region Nordjylland"
    );
    assert_eq!(after["schedules"][0]["byday"], "TH");
}

#[tokio::test]
async fn words_are_found_in_other_forms_and_languages_the_best_first_and_nobody_hidden() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let keeper = town.member(Role::Coordinator).await;
    let desk = &town.desk;
    let offered = async |draft: &Draft| {
        create(desk, &keeper, draft, None, Language::Danish)
            .await
            .unwrap()
    };
    for n in 0..3 {
        offered(&Draft {
            summary: "Vi går en tur med hunde".into(),
            ..cafe(&town, &format!("Tur {n}"))
        })
        .await;
    }
    let best = Draft {
        summary: "Hundelufteklub".into(),
        ..cafe(&town, "Hundeklubben")
    };
    let best = offered(&best).await;
    offered(&Draft {
        state: "draft".into(),
        ..cafe(&town, "Hundekladde")
    })
    .await;
    let gone = offered(&cafe(&town, "Hundepension")).await;
    let browser = Browser::new(&site(&town), &town, None);
    let list = |query: &str| format!("/{}/api/hsds/services?search={query}", town.slug);
    let names = async |query: &str| {
        let page = asked(&browser, &list(query)).await;
        let total = page["total_items"].as_u64().unwrap();
        let names = page["contents"].as_array().unwrap().iter();
        let names: Vec<String> = names
            .map(|s| s["name"].as_str().unwrap().to_owned())
            .collect();
        (total, names)
    };
    let (total, first) = names("hundeklubben&per_page=2").await;
    assert_eq!(first[0], "Hundeklubben", "the best first");
    assert!(total >= 1 && first.len() <= 2);
    let (total, dogs) = names("hunden").await;
    assert_eq!(
        (total as usize, dogs.len()),
        (5, 5),
        "{dogs:?}: in another form than it was written"
    );
    assert!(!dogs.contains(&"Hundekladde".to_owned()));
    let mut paged = Vec::new();
    for page in 1..=3 {
        let (all, part) = names(&format!("hunden&per_page=2&page={page}")).await;
        assert_eq!(all, 5);
        paged.extend(part);
    }
    assert_eq!(paged, dogs, "page by page the same");
    assert_eq!(names("zzzzqqqq").await, (0, vec![]));

    let moment = samskab_domain::calendar::rfc3339(desk.now().plus(1));
    town.clock.advance(samskab_domain::kernel::Moment::DAY);
    let mut down = samskab_app::offer::draft(desk, &keeper, gone)
        .await
        .unwrap();
    down.state = "withdrawn".into();
    samskab_app::offer::change(desk, &keeper, gone, &down, None)
        .await
        .unwrap();
    assert!(
        !names("hundepension")
            .await
            .1
            .contains(&"Hundepension".to_owned())
    );
    let since = names(&format!("hundepension&modified_after={moment}")).await;
    assert_eq!(
        since,
        (1, vec!["Hundepension".to_owned()]),
        "told that it went"
    );
    let term = format!("/{}/api/hsds/services/{best}", town.slug);
    assert_eq!(browser.get(&term).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_merged_offers_place_leads_to_the_place_that_took_its_place() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let keeper = town.member(Role::Coordinator).await;
    let desk = &town.desk;
    let mut ids = Vec::new();
    for name in ["Kaffe", "Kaffe om torsdagen"] {
        ids.push(
            create(desk, &keeper, &cafe(&town, name), None, Language::Danish)
                .await
                .unwrap(),
        );
    }
    let browser = Browser::new(&site(&town), &town, None);
    let at = |path: &str| format!("/{}/api/hsds/{path}", town.slug);
    let mut places = Vec::new();
    for id in &ids {
        let service = asked(&browser, &at(&format!("services/{id}"))).await;
        let place = service["service_at_locations"][0]["id"].as_str().unwrap();
        places.push(at(&format!("service_at_locations/{place}")));
    }
    samskab_app::offer::merge(desk, &keeper, ids[0], ids[1])
        .await
        .unwrap();
    let moved = browser.get(&places[1]).await;
    assert_eq!(
        moved.status,
        StatusCode::PERMANENT_REDIRECT,
        "{}",
        moved.body
    );
    assert_eq!(moved.location(), Some(places[0].as_str()));
    assert_eq!(browser.get(&places[0]).await.status, StatusCode::OK);
    let service = browser.get(&at(&format!("services/{}", ids[1]))).await;
    assert_eq!(service.status, StatusCode::PERMANENT_REDIRECT);
}

#[tokio::test]
async fn who_has_it_already_is_told_so_and_nonsense_is_named() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let browser = Browser::new(&site(&town), &town, None);
    let path = format!("/{}/api/hsds/services", town.slug);
    let first = browser.get(&path).await;
    let tag = first.headers[header::ETAG].to_str().unwrap();
    let again = browser.carrying(&path, header::IF_NONE_MATCH, tag).await;
    assert_eq!(
        (again.status, again.body.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    for (query, parameter) in [
        ("page=en", "page"),
        ("page=", "page"),
        ("full=", "full"),
        ("modified_after=", "modified_after"),
        ("day=", "day"),
        ("end_time=", "end_time"),
        ("proximity=null", "proximity"),
        ("full=måske", "full"),
        ("modified_after=i+går", "modified_after"),
        ("day=torsdag", "day"),
        ("start_time=25:00", "start_time"),
    ] {
        let answer = browser.get(&format!("{path}?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(
            answer.headers[header::CONTENT_TYPE],
            "application/problem+json"
        );
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["errors"][0]["parameter"], parameter);
    }
    for missing in ["nonsense", "01a2093d-d989-7aad-916c-1f04204b9aab"] {
        for list in [
            "services",
            "organizations",
            "taxonomies",
            "taxonomy_terms",
            "service_at_locations",
        ] {
            let answer = browser
                .get(&format!("/{}/api/hsds/{list}/{missing}", town.slug))
                .await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{list}");
            assert_eq!(
                answer.headers[header::CONTENT_TYPE],
                "application/problem+json"
            );
        }
    }
}

#[tokio::test]
async fn a_search_may_be_sent_from_anywhere() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let keeper = town.member(Role::Coordinator).await;
    create(
        &town.desk,
        &keeper,
        &cafe(&town, "Sprogcafé"),
        None,
        Language::Danish,
    )
    .await
    .unwrap();
    let browser = Browser::new(&site(&town), &town, None);
    let path = format!("/{}/api/hsds/services", town.slug);
    let elsewhere = Some("https://elsewhere.example");
    let answer = browser
        .send(Method::POST, &path, "search=sprog".into(), elsewhere)
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let page: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(page["total_items"], 1);
    let first = browser
        .send(Method::OPTIONS, &path, String::new(), elsewhere)
        .await;
    assert_eq!(first.status, StatusCode::NO_CONTENT);
    assert_eq!(first.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
}
