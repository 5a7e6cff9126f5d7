//! Every form with nonsense in it: each gets a clear answer, nothing panics, nothing is lost.
use crate::browser::{BASE, Browser};
use crate::fjordby::Fjordby;
use axum::http::{Method, StatusCode};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_web::kit::Access;
use samskab_web::routes;
use scraper::{Html, Selector};
use std::collections::BTreeSet;

/// The names of every field any form of the site has, read from the pages themselves.
async fn field_names(town: &Fjordby) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let fields = Selector::parse("main [name]").unwrap();
    for route in routes()
        .iter()
        .filter(|r| r.method == Method::GET && !r.open && !r.path.ends_with("{file}"))
    {
        for path in town.filled(route.path).await {
            for (_, _, browser) in &town.browsers {
                let page = Html::parse_document(&browser.get(&path).await.body);
                names.extend(
                    page.select(&fields)
                        .filter_map(|f| f.attr("name"))
                        .map(str::to_owned),
                );
            }
        }
    }
    names
}

/// Answered with a part of a page, for the script that asked while someone writes.
const PARTS: [&str; 4] = [
    "/{m}/likeness",
    "/{m}/personal-data",
    "/{m}/offers/advice",
    "/{m}/needs/general",
];

fn form(names: &BTreeSet<String>, value: &str) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(names.iter().map(|name| (name.as_str(), value)));
    body.finish()
}

#[derive(FromRow)]
struct Head {
    sequence: i64,
}

async fn written(town: &Fjordby) -> i64 {
    let head = sql!(
        "select sequence from journal_head where municipality_id = ?",
        town.municipality
    );
    let head: Option<Head> = town.desk.db.first(head).await.unwrap();
    head.unwrap().sequence
}

fn someone_who_may(town: &Fjordby, access: Access) -> &Browser {
    match access {
        Access::Public | Access::SignedIn => town.browser(Role::Frontline),
        Access::May(act) => town.browser(act.roles()[0]),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_answers_nonsense_with_a_page() {
    let town = Fjordby::new().await;
    let names = field_names(&town).await;
    assert!(names.len() > 40, "{names:?}");
    let kinds = [
        ("nothing", String::new()),
        ("empty fields", form(&names, "")),
        ("too long", form(&names, &"x".repeat(5_000))),
        ("of the wrong type", form(&names, "ikke-et-id")),
        ("control characters", form(&names, "a\u{0}b\u{7}c")),
        (
            "marks that turn the direction",
            form(&names, "\u{202e}\u{2066}אב\u{200f}"),
        ),
        (
            "broken encoding",
            "story=%ff%fe&source=%zz&=&&&==".to_owned(),
        ),
    ];
    let mut sent = 0;
    for route in routes().iter().filter(|r| r.method == Method::POST) {
        if route.path.contains("/sign-out") {
            continue;
        }
        let browser = someone_who_may(&town, route.access);
        for path in town.filled(route.path).await {
            for (kind, body) in &kinds {
                let answer = browser
                    .send(Method::POST, &path, body.clone(), Some(BASE))
                    .await;
                let what = format!("{path} with {kind}: {}", answer.status);
                assert!(!answer.status.is_server_error(), "{what}");
                let part = PARTS.contains(&route.path) && answer.status == StatusCode::OK;
                if route.open {
                    let told = serde_json::from_str::<serde_json::Value>(&answer.body);
                    assert!(told.is_ok(), "{what} has no JSON");
                } else if answer.status != StatusCode::SEE_OTHER && !part {
                    assert!(answer.body.contains("<h1"), "{what} has no page");
                }
                if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
                    assert!(
                        answer.body.contains("error-summary"),
                        "{what} does not say what is wrong"
                    );
                }
                sent += 1;
            }
            let before = written(&town).await;
            let huge = format!("story={}", "å".repeat(1 << 20));
            let answer = browser.send(Method::POST, &path, huge, Some(BASE)).await;
            let reads_a_form = answer.status != StatusCode::SEE_OTHER;
            assert!(!answer.status.is_server_error(), "{path} with a megabyte");
            if reads_a_form {
                assert_eq!(
                    written(&town).await,
                    before,
                    "{path} wrote something of a megabyte"
                );
            }
        }
    }
    assert!(sent > 150, "only {sent} were sent");
    assert_eq!(
        samskab_app::journal::check(&town.desk, town.municipality)
            .await
            .unwrap(),
        None
    );
}
