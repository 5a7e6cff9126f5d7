//! The way in: links that show a page and are spent by its button; forms from elsewhere refused.
use crate::browser::{BASE, Browser, site, site_of};
use axum::http::{Method, StatusCode, header};
use samskab_app::token::{self, Purpose, Secret};
use samskab_domain::access::Role;
use samskab_domain::kernel::Moment;
use samskab_testkit::{Engine, Town};

async fn link(town: &Town) -> Secret {
    link_for(town, Purpose::SignIn).await
}

async fn link_for(town: &Town, purpose: Purpose) -> Secret {
    let person = town.member(Role::Frontline).await.person;
    let mut tx = town.desk.db.write().await.unwrap();
    let lifetime = 15 * 60 * Moment::SECOND;
    let secret = token::give(
        &mut tx,
        &town.desk,
        town.municipality,
        purpose,
        person,
        lifetime,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    secret
}

#[tokio::test]
async fn looking_spends_nothing_and_the_button_spends_it_once() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let browser = Browser::new(&site(&town), &town, None);
    let path = format!("/provestad/sign-in/{}", link(&town).await.reveal());
    for _ in 0..3 {
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);
    }
    let entered = browser.post(&path, &[]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let cookie = entered
        .headers
        .get(header::SET_COOKIE)
        .unwrap()
        .to_str()
        .unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(browser.post(&path, &[]).await.status, StatusCode::GONE);
    assert_eq!(browser.get(&path).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn the_demonstrations_links_work_again_and_again_there_and_nowhere_else() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let link = link_for(&town, Purpose::DemoSignIn).await;
    let path = format!("/provestad/sign-in/{}", link.reveal());
    let served = Browser::new(&site(&town), &town, None);
    assert_eq!(served.get(&path).await.status, StatusCode::GONE);
    assert_eq!(served.post(&path, &[]).await.status, StatusCode::GONE);
    let shown = Browser::new(&site_of(&town, true), &town, None);
    for _ in 0..2 {
        assert_eq!(shown.get(&path).await.status, StatusCode::OK);
        assert_eq!(shown.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_forged_link_and_an_expired_one_are_gone() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let browser = Browser::new(&site(&town), &town, None);
    let late = format!("/provestad/sign-in/{}", link(&town).await.reveal());
    town.clock.advance(16 * 60 * Moment::SECOND);
    for path in [
        late.as_str(),
        "/provestad/sign-in/0000",
        "/provestad/sign-in/%27%20or%201=1",
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::GONE, "{path}");
        assert_eq!(
            browser.post(path, &[]).await.status,
            StatusCode::GONE,
            "{path}"
        );
    }
}

#[tokio::test]
async fn asking_for_a_link_tells_nobody_who_is_a_member() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    town.member(Role::Frontline).await;
    let browser = Browser::new(&site(&town), &town, None);
    let known = browser
        .post(
            "/provestad/sign-in",
            &[("email", "proeve0@provestad.example")],
        )
        .await;
    let unknown = browser
        .post(
            "/provestad/sign-in",
            &[("email", "nobody@provestad.example")],
        )
        .await;
    assert_eq!((known.status, known.body), (unknown.status, unknown.body));
    let wrong = browser
        .post("/provestad/sign-in", &[("email", "ikke en adresse")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("value=\"ikke en adresse\""),
        "what was typed stands there"
    );
    assert!(wrong.body.contains("error-summary"));
}

#[tokio::test]
async fn one_comes_where_one_was_going_and_nowhere_else() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let browser = Browser::new(&site(&town), &town, None);
    let sent_away = browser.get("/provestad/needs?area=7").await;
    assert_eq!(
        sent_away.location(),
        Some("/provestad/sign-in?next=%2Fprovestad%2Fneeds%3Farea%3D7")
    );
    for (next, place) in [
        ("/provestad/needs?area=7", "/provestad/needs?area=7"),
        ("//elsewhere.example", "/provestad/my-day"),
        ("https://elsewhere.example/provestad/", "/provestad/my-day"),
        ("/provestad/needs\r\nx: y", "/provestad/my-day"),
        ("", "/provestad/my-day"),
    ] {
        let form = [("email", "nobody@provestad.example"), ("next", next)];
        let asked = browser.post("/provestad/sign-in", &form).await;
        let cookie = asked
            .headers
            .get(header::SET_COOKIE)
            .unwrap()
            .to_str()
            .unwrap();
        let path = format!("/provestad/sign-in/{}", link(&town).await.reveal());
        let carried = cookie.split(';').next().unwrap();
        let entered = browser.post_carrying(&path, carried).await;
        assert_eq!(entered.location(), Some(place), "{next}");
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, _) = town.session(Role::Frontline, town.voluntary).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    for origin in [Some("https://elsewhere.example"), Some("null"), None] {
        let answer = browser
            .send(
                Method::POST,
                "/provestad/observations",
                String::new(),
                origin,
            )
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?}");
        assert!(answer.body.contains("<h1>"));
    }
    let ours = browser
        .send(
            Method::POST,
            "/provestad/observations",
            String::new(),
            Some(BASE),
        )
        .await;
    assert_eq!(ours.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let person = town.member(Role::Frontline).await.person;
    let mut browsers = Vec::new();
    for _ in 0..2 {
        let mut tx = town.desk.db.write().await.unwrap();
        let cookie = samskab_app::session::open(&mut tx, &town.desk, town.municipality, person)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        browsers.push(Browser::new(&router, &town, Some(cookie)));
    }
    assert_eq!(
        browsers[1].get("/provestad/my-day").await.status,
        StatusCode::OK
    );
    browsers[0]
        .post("/provestad/sign-out/everywhere", &[])
        .await;
    assert_eq!(
        browsers[1].get("/provestad/my-day").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_person_who_left_is_out_at_once() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, session) = town.session(Role::Coordinator, town.voluntary).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let keeper = town.member_of(Role::Administrator, town.public).await;
    samskab_app::person::leave(&town.desk, &keeper, session.actor.person)
        .await
        .unwrap();
    assert_eq!(
        browser.get("/provestad/my-day").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn every_answer_carries_its_protection() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let browser = Browser::new(&site(&town), &town, None);
    for path in [
        "/",
        "/provestad",
        "/nowhere",
        "/healthz",
        "/provestad/sign-in",
    ] {
        let answer = browser.get(path).await;
        let policy = answer
            .headers
            .get(header::CONTENT_SECURITY_POLICY)
            .unwrap()
            .to_str()
            .unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(
            answer.headers.get("x-content-type-options").unwrap(),
            "nosniff"
        );
    }
}
