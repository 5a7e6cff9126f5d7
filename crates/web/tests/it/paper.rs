//! What is handed out on paper, by the press that sets it: read by poppler.
use crate::browser::{BASE, Browser};
use crate::fjordby::Fjordby;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use samskab_app::meeting::seminar;
use samskab_domain::access::Role;
use samskab_report::Typesetter;
use samskab_testkit::{can_read_pdf, poppler};
use samskab_web::{Settings, Site, router};
use std::num::NonZeroU32;
use std::sync::Arc;
use tower::ServiceExt;

/// The same town with a press that sets real pages.
fn printing(town: &Fjordby, role: Role) -> Browser {
    let settings = Settings {
        base_url: BASE.into(),
        trusted_proxies: vec![],
        writes_per_minute: NonZeroU32::MAX,
        demo: true,
        sms: true,
    };
    let desk = town.desk.clone().with_press(Arc::new(Typesetter));
    let mut browser = town.browser(role).clone();
    browser.router = router(Site::new(desk, settings));
    browser
}

async fn pdf(browser: &Browser, path: &str) -> Vec<u8> {
    let cookie = browser.cookie.as_ref().unwrap();
    let cookie = format!("samskab-{}={}", browser.slug, cookie.reveal());
    let request = Request::get(path).header(header::COOKIE, cookie);
    let request = request.body(Body::empty()).unwrap();
    let answer = browser.router.clone().oneshot(request).await.unwrap();
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/pdf");
    to_bytes(answer.into_body(), 16 << 20)
        .await
        .unwrap()
        .to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_of_each_initiative_stands_on_one_tagged_sheet() {
    if !can_read_pdf() {
        return;
    }
    let town = Fjordby::new().await;
    let browser = printing(&town, Role::Facilitator);
    for path in town.filled("/{m}/initiatives/{id}/story").await {
        let page = browser.get(&path).await.body;
        for (language, title) in [("da", "Hvad skete der?"), ("en", "What happened")] {
            let set = pdf(&browser, &format!("{path}.pdf?language={language}")).await;
            let info = poppler("pdfinfo", &set, &[], &[]);
            assert!(info.contains("Tagged:          yes"), "{info}");
            assert!(info.contains("Pages:           1\n"), "{path}: {info}");
            let text = poppler("pdftotext", &set, &["-layout"], &["-"]);
            assert!(text.contains(title), "{text}");
            let name = info.lines().find_map(|line| line.strip_prefix("Title:"));
            let name = name.unwrap().trim();
            assert!(
                page.contains(&maud::html! { (name) }.into_string()),
                "{name}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seminar_s_pack_is_set_whole_in_the_order_it_is_read() {
    if !can_read_pdf() {
        return;
    }
    let town = Fjordby::new().await;
    let browser = printing(&town, Role::Facilitator);
    let page = town.filled("/{m}/meetings/{id}/seminar").await.remove(0);
    let desk = town.desk.clone().with_press(Arc::new(Typesetter));
    for (language, parts) in [
        (
            "da",
            [
                "Behov efter emne",
                "Det skiller sig ud",
                "Det forstår vi forskelligt",
                "Det har vi prøvet",
                "Det kan vi tale om",
            ],
        ),
        (
            "en",
            [
                "Needs by theme",
                "What stands out",
                "What we understand differently",
                "What we have tried",
                "What we can talk about",
            ],
        ),
    ] {
        let ordered = browser
            .post(&format!("{page}/papers?in={language}"), &[])
            .await;
        let progress = ordered.location().unwrap().to_owned();
        let waiting = browser.get(&progress).await;
        assert_eq!(
            waiting.headers[header::REFRESH],
            "1",
            "it looks again by itself"
        );
        let paper = progress.rsplit('/').next().unwrap().parse().unwrap();
        seminar::make(&desk, town.municipality, paper, samskab_web::seminar_paper)
            .await
            .unwrap();
        let ready = browser.get(&progress).await;
        assert!(ready.headers.get(header::REFRESH).is_none());
        assert!(ready.body.contains(&format!("{progress}/pdf")));
        let set = pdf(&browser, &format!("{progress}/pdf")).await;
        let info = poppler("pdfinfo", &set, &[], &[]);
        assert!(info.contains("Tagged:          yes"), "{info}");
        let tree = poppler("pdfinfo", &set, &["-struct-text"], &[]);
        let places: Vec<_> = parts.iter().map(|part| tree.find(part)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{tree}"
        );
        assert!(tree.contains("TH <"), "tables say their headings");
        for other in [Role::Leader, Role::Frontline] {
            let refused = printing(&town, other).get(&format!("{progress}/pdf")).await;
            assert_eq!(refused.status, 404, "another's paper does not exist");
        }
    }
}
