//! A citizen tells on the open pages and looks it up by her code.
use crate::fjordby::Fjordby;
use axum::http::StatusCode;
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Language};
use samskab_locale::texts;

fn between<'a>(body: &'a str, from: &str, to: &str) -> &'a str {
    let start = body.find(from).map(|at| at + from.len()).unwrap();
    let rest = &body[start..];
    &rest[..rest.find(to).unwrap()]
}

#[tokio::test]
async fn a_citizen_tells_and_finds_it_again_by_the_code_alone() {
    let town = Fjordby::new().await;
    let browser = town.nobody();
    let form = browser.get("/fjordby/tell").await;
    assert_eq!(form.status, StatusCode::OK);
    let area = between(&form.body, "name=\"area\" value=\"", "\"").to_owned();
    let key = between(&form.body, "name=\"form\" value=\"", "\"").to_owned();
    let story = "Jeg venter altid længe i telefonen, når jeg skal have hjælp.";
    let sent = [
        ("story", story),
        ("source", "lived"),
        ("topic_group", "post_and_rules"),
        ("area", &area),
        ("form", &key),
    ];
    let received = browser.post("/fjordby/tell", &sent).await;
    assert_eq!(received.status, StatusCode::OK);
    let code = between(&received.body, "<bdi dir=\"ltr\">", "</bdi>").to_owned();
    let again = browser.post("/fjordby/tell", &sent).await;
    assert!(again.body.contains(&code));

    let typed = code.to_lowercase().replace('-', " ");
    let followed = browser.post("/fjordby/told", &[("code", &typed)]).await;
    assert_eq!(followed.status, StatusCode::OK);
    assert!(
        followed
            .body
            .contains("Vi har det, og det venter på at blive læst")
    );
    assert!(
        !followed.body.contains("telefonen"),
        "states alone, no words"
    );

    let gone = browser
        .post("/fjordby/told/take-back", &[("code", &code)])
        .await;
    assert!(gone.body.contains("Du tog det tilbage"));
    for wrong in ["", "nonsense", "0000-0000-0000", "\u{0}"] {
        let answer = browser.post("/fjordby/told", &[("code", wrong)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
}

#[tokio::test]
async fn what_is_missing_is_said_in_the_language_of_the_one_who_tells() {
    let town = Fjordby::new().await;
    let browser = town.nobody();
    for (language, direction) in [("ar", "rtl"), ("fa", "rtl")] {
        let path = format!("/fjordby/tell?language={language}");
        let page = browser.get(&path).await;
        assert!(
            page.body
                .contains(&format!("<html lang=\"{language}\" dir=\"{direction}\""))
        );
        assert!(!page.body.contains("What happened?") && !page.body.contains("Hvad skete der"));
        let refused = browser.post(&path, &[("story", "010190-1234")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains("010190-1234"),
            "nothing typed is lost"
        );
    }
    let staff = browser.get("/fjordby/offline?language=ar").await;
    assert!(
        !staff.body.contains("lang=\"ar\" dir"),
        "never a mix of languages"
    );
}

#[tokio::test]
async fn where_to_turn_stands_under_the_form_in_the_readers_language() {
    let town = Fjordby::new().await;
    let (nobody, keeper) = (town.nobody(), town.browser(Role::Administrator));
    let before = nobody.get("/fjordby/tell?language=da").await.body;
    assert!(before.contains("href=\"tel:112\""), "112 always");

    let place = "/fjordby/administration/signposts";
    let wrong = [
        ("concern_phone", "12 34"),
        ("complaint_url", "javascript:alert(1)"),
    ];
    let refused = keeper.post(place, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("javascript:alert(1)"),
        "nothing typed is lost"
    );

    let typed = [
        ("danger_phone", "70 20 30 40"),
        ("concern_phone", "+45 11 22 33 44"),
        (
            "concern_url",
            "https://fjordby.example/underretning?a=1&b=2",
        ),
        ("complaint_url", ""),
    ];
    let kept = keeper.post(place, &typed).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    assert!(keeper.get(place).await.body.contains("+45 11 22 33 44"));
    for (language, question) in [
        ("da", "Er du bekymret for et barn eller en voksen?"),
        ("en", "Are you worried about a child or an adult?"),
        ("ar", "هل أنت قلق على طفل أو على شخص بالغ؟"),
    ] {
        let page = nobody
            .get(&format!("/fjordby/tell?language={language}"))
            .await;
        for part in [
            question,
            "href=\"tel:112\"",
            "href=\"tel:70203040\"",
            "href=\"tel:+4511223344\"",
            "href=\"https://fjordby.example/underretning?a=1&amp;b=2\"",
        ] {
            assert!(page.body.contains(part), "{language}: {part}");
        }
    }
    let complaint = "Vil du klage?";
    let members = town.browser(Role::Frontline);
    for path in ["/fjordby/observations/new", "/fjordby/observations/offline"] {
        let page = members.get(path).await.body;
        assert!(page.contains("href=\"tel:+4511223344\""), "{path}");
        assert!(!page.contains(complaint), "what is not set is not shown");
    }

    keeper.post(place, &[("danger_phone", "")]).await;
    let after = nobody.get("/fjordby/tell?language=da").await.body;
    assert!(!after.contains("70203040") && after.contains("tel:112"));
}

#[tokio::test]
async fn what_may_point_to_a_person_is_named_while_a_citizen_writes_in_her_own_language() {
    let town = Fjordby::new().await;
    let browser = town.nobody();
    let written = "Jeg talte med Grethe Hansen. Hun har telefon 20 30 40 50.";
    for language in Language::ALL {
        let (code, t) = (language.code(), &texts(*language).public);
        let form = browser.get(&format!("/fjordby/tell?language={code}")).await;
        assert!(form.body.contains("data-look=\"/fjordby/personal-data\""));
        let place = format!("/fjordby/personal-data?language={code}");
        let part = browser.post(&place, &[("text", written)]).await.body;
        let harmless = browser
            .post(&place, &[("text", "Bussen kører ikke.")])
            .await;
        assert_eq!(harmless.body, "", "{code}");
        let sent = [("story", written)];
        let place = format!("/fjordby/tell?language={code}");
        let refused = browser.post(&place, &sent).await.body;
        for body in [&part, &refused] {
            for said in ["Grethe", "20 30 40 50", &t.marks_eight_digits()] {
                assert!(body.contains(said), "{code}: {said}");
            }
        }
        assert!(part.contains(&t.marks_title()) && part.contains(&t.marks_hint()));
        assert!(!part.contains("<html"), "a part of a page");
    }
}
