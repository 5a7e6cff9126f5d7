//! Every route times every role: who may come there, and who may not.
use crate::browser::{BASE, Browser, site};
use axum::http::{Method, StatusCode, header};
use samskab_domain::access::Role;
use samskab_domain::kernel::Coded;
use samskab_testkit::{Engine, Town};
use samskab_web::kit::Access;
use samskab_web::routes;

/// An address with its parts filled in by what does not exist: those who may come there hear
/// that it is missing, those who may not never get that far.
fn filled(path: &str, slug: &str) -> String {
    path.replace("{m}", slug)
        .replace("{id}", "01a2093d-d989-7aad-916c-1f04204b9aab")
        .replace("{other}", "01a2093d-d989-7aad-916c-1f04204b9aac")
        .replace("{token}", "nonsense")
        .replace("{file}", "x.css")
}

#[tokio::test]
async fn every_route_lets_in_whom_it_says_and_nobody_else() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let mut visitors = vec![(None, Browser::new(&router, &town, None))];
    for role in Role::ALL {
        let (cookie, _) = town.session(*role, town.public).await;
        visitors.push((Some(*role), Browser::new(&router, &town, Some(cookie))));
    }
    let mut asked = 0;
    for route in routes() {
        if route.path.starts_with("/{m}/sign-out") {
            continue;
        }
        for (role, browser) in &visitors {
            let path = filled(route.path, &town.slug);
            let answer = browser
                .send(
                    route.method.clone(),
                    &path,
                    String::new(),
                    Some(crate::browser::BASE),
                )
                .await;
            let what = format!(
                "{} {} as {role:?}: {}",
                route.method, route.path, answer.status
            );
            let sent_to_sign_in = answer.status == StatusCode::SEE_OTHER
                && answer.location().is_some_and(|l| l.contains("/sign-in"));
            match (route.access, role) {
                (Access::Public, _) | (Access::SignedIn, Some(_)) => {
                    assert!(
                        answer.status != StatusCode::FORBIDDEN && !sent_to_sign_in,
                        "{what}"
                    );
                }
                (Access::SignedIn | Access::May(_), None) => {
                    assert!(sent_to_sign_in, "{what}");
                    assert_eq!(
                        answer.location().unwrap().contains("next="),
                        route.method == Method::GET,
                        "{what}"
                    );
                }
                (Access::May(act), Some(role)) => {
                    let may = act.roles().contains(role);
                    assert_eq!(answer.status != StatusCode::FORBIDDEN, may, "{what}");
                }
            }
            assert!(!answer.status.is_server_error(), "{what}");
            asked += 1;
        }
    }
    assert!(asked > 200, "only {asked} were asked");
}

#[tokio::test]
async fn what_is_not_listed_is_not_there() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let browser = Browser::new(&router, &town, None);
    for path in [
        "/nowhere",
        "/provestad/nothing/here",
        "/provestad/needs/x/y/z",
        "/%00",
        "/provestad/%ff",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("<h1>"), "{path} has no page");
    }
}

#[tokio::test]
async fn a_session_of_one_municipality_opens_no_door_in_another() {
    let engine = Engine::sqlite().await;
    let here = Town::named(&engine, "Her", "her").await;
    let there = Town::named(&engine, "Der", "der").await;
    let router = site(&here);
    let (cookie, _) = here.session(Role::Administrator, here.public).await;
    let stranger = Browser::new(&router, &there, Some(cookie));
    let answer = stranger.get("/der/my-day").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

/// A browser saves an answer without anything in it as a file: whoever loads such an address again after
/// a form came back, or changes the language there, is told on a page where to go.
#[tokio::test]
async fn an_address_asked_in_a_way_it_does_not_take_says_so_on_a_page() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let mut visitors = vec![Browser::new(&router, &town, None)];
    for role in Role::ALL {
        let (cookie, _) = town.session(*role, town.public).await;
        visitors.push(Browser::new(&router, &town, Some(cookie)));
    }
    let routes = routes();
    let takes = |path: &str, method: Method| {
        let mut there = routes.iter().filter(|r| r.path == path);
        there.any(|r| r.method == method)
    };
    let mut told = 0;
    for route in &routes {
        let other = match route.method == Method::GET {
            true => Method::POST,
            false => Method::GET,
        };
        if takes(route.path, other.clone()) {
            continue;
        }
        for browser in &visitors {
            for language in ["da", "en"] {
                let path = format!("{}?language={language}", filled(route.path, &town.slug));
                let answer = browser
                    .send(other.clone(), &path, String::new(), Some(BASE))
                    .await;
                if answer.status == StatusCode::SEE_OTHER {
                    continue;
                }
                let kind = answer.headers.get(header::CONTENT_TYPE);
                let kind = kind.map(|k| k.to_str().unwrap()).unwrap_or_default();
                let page = format!("<html lang=\"{language}\"");
                let reads = match route.open {
                    true => kind == "application/problem+json",
                    false => kind.starts_with("text/html") && answer.body.contains(&page),
                };
                assert!(reads, "{other} {path}: {} as {kind:?}", answer.status);
                if answer.status == StatusCode::METHOD_NOT_ALLOWED {
                    let allowed = answer.headers.get(header::ALLOW);
                    assert!(allowed.is_some(), "{other} {path}: nothing is allowed");
                    assert!(route.open || answer.body.contains("class=\"button\""));
                    told += 1;
                }
            }
        }
    }
    assert!(told > 500, "only {told} were told");
    let outside = visitors[0].send(Method::POST, "/robots.txt", String::new(), Some(BASE));
    let outside = outside.await;
    assert_eq!(outside.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(outside.body.contains("<h1>"), "{}", outside.body);
}
