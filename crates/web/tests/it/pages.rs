//! Every page of the demonstration, as every role, in both languages.
use crate::browser::Answer;
use crate::fjordby::Fjordby;
use axum::http::{Method, StatusCode, header};
use samskab_web::routes;
use scraper::{Html, Selector};
use std::collections::HashSet;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

fn is_page(answer: &Answer) -> bool {
    let kind = answer.headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// What holds for every page, whatever it is about.
fn check(path: &str, language: &str, body: &str) {
    let page = Html::parse_document(body);
    assert_eq!(
        all(&page, "h1").len(),
        1,
        "{path}: one heading of the first order"
    );
    assert_eq!(all(&page, "html")[0].attr("lang"), Some(language), "{path}");
    let title = all(&page, "title")[0].text().collect::<String>();
    assert!(title.len() > " – Samskab".len(), "{path}: a title");
    let mut ids = HashSet::new();
    for element in all(&page, "[id]") {
        let id = element.attr("id").unwrap();
        assert!(
            ids.insert(id.to_owned()),
            "{path}: two elements are called {id}"
        );
    }
    let inline = all(
        &page,
        "[style], [onclick], style, script:not([src], [type=\"application/ld+json\"])",
    );
    assert!(
        inline.is_empty(),
        "{path}: inline style or script: {}",
        inline[0].html()
    );
    let mut last = 1;
    for heading in all(&page, "main h1, main h2, main h3, main h4") {
        let order: u8 = heading.value().name()[1..].parse().unwrap();
        assert!(
            order <= last + 1,
            "{path}: a heading of order {order} under one of order {last}"
        );
        last = order;
    }
    for form in all(&page, "form[method=post]") {
        assert!(
            form.attr("action")
                .is_some_and(|a| a.starts_with("/fjordby/")),
            "{path}"
        );
    }
    for element in all(
        &page,
        "a[href], link[href]:not([rel=canonical]):not([rel=alternate]), script[src], img[src]",
    ) {
        let to = element.attr("href").or(element.attr("src")).unwrap();
        let outside = to.starts_with("http") && element.value().name() != "a";
        assert!(!outside, "{path}: asks another host for {to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_stands_in_both_languages_for_everyone_who_may_see_it() {
    let town = Fjordby::new().await;
    let nobody = town.nobody();
    let mut shown = 0;
    let mut largest = (0, String::new());
    for route in routes()
        .iter()
        .filter(|r| r.method == Method::GET && !r.open && !r.path.ends_with("{file}"))
    {
        let mut seen = false;
        for path in town.filled(route.path).await {
            let people = town
                .browsers
                .iter()
                .map(|(name, _, browser)| (name.as_str(), browser));
            for (name, browser) in people.chain([("nobody", &nobody)]) {
                for language in ["da", "en"] {
                    let path = format!("{path}?language={language}");
                    let (answer, packed) = browser.packed(&path).await;
                    assert!(
                        !answer.status.is_server_error(),
                        "{path} as {name}: {}",
                        answer.status
                    );
                    if answer.status == StatusCode::SEE_OTHER {
                        continue;
                    }
                    // Calendars and sitemaps are for machines; their own tests read them.
                    if answer.status == StatusCode::OK && !is_page(&answer) {
                        seen = true;
                        continue;
                    }
                    check(&format!("{path} as {name}"), language, &answer.body);
                    seen |= answer.status == StatusCode::OK;
                    shown += 1;
                    if route.path.ends_with("/offers/folder") {
                        // Made to be printed: a drawn code stands beside each offer.
                        assert!(packed <= 64 * 1024, "{packed} bytes compressed: {path}");
                    } else if packed > largest.0 {
                        largest = (packed, path);
                    }
                }
            }
        }
        assert!(
            seen || route.path.contains("{token}"),
            "nobody has seen {}",
            route.path
        );
    }
    assert!(shown > 300, "only {shown} pages were shown");
    println!(
        "{shown} pages; the largest is {} bytes compressed: {}",
        largest.0, largest.1
    );
    assert!(
        largest.0 <= 25 * 1024,
        "{} bytes compressed: {}",
        largest.0,
        largest.1
    );
}
