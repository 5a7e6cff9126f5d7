//! A file brought in through pages: looked at, followed, taken back.
use crate::browser::{Browser, site};
use axum::http::StatusCode;
use samskab_app::import::{go_on, look_on};
use samskab_domain::access::Role;
use samskab_testkit::{Engine, Town};

const FILE: &str = r#"[{"id":"01a2093d-d989-7aad-916c-1f04204b9a01","name":"Sprogcafé ved åen","status":"active"},
    {"id":"nonsense","name":"Uden id","status":"active"}]"#;

/// A town, whoever brings files in there, and where.
async fn importing(engine: &Engine) -> (Town, Browser, String) {
    let town = Town::new(engine).await;
    let (cookie, _) = town.session(Role::Facilitator, town.public).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let imports = format!("/{}/imports", town.slug);
    (town, browser, imports)
}

#[tokio::test]
async fn one_sees_what_will_happen_and_can_regret_it() {
    let engine = Engine::sqlite().await;
    let (town, browser, imports) = importing(&engine).await;
    let area = town.area.to_string();
    let fields = [("area", area.as_str()), ("language", "da")];

    let nothing = browser.upload(&imports, &fields, ("x.json", "{}")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("error-summary"));
    let no_area = browser
        .upload(&imports, &[("language", "da")], ("x.json", FILE))
        .await;
    assert_eq!(no_area.status, StatusCode::UNPROCESSABLE_ENTITY);

    let looked = browser
        .upload(&imports, &fields, ("naboen.json", FILE))
        .await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.body);
    let place = looked.location().unwrap().to_owned();
    let would = browser.get(&place).await.body;
    assert!(
        would.contains("Sprogcafé ved åen") && would.contains("Nr. 2"),
        "{would}"
    );
    let offers = format!("/{}/offers", town.slug);
    assert!(
        !browser.get(&offers).await.body.contains("ved åen"),
        "looking changes nothing"
    );

    let again = browser
        .upload(&imports, &fields, ("naboen.json", FILE))
        .await;
    let again = again.location().unwrap().to_owned();
    browser.post(&format!("{again}/forget"), &[]).await;
    assert_eq!(browser.get(&again).await.status, StatusCode::NOT_FOUND);

    browser.post(&format!("{place}/start"), &[]).await;
    let under_way = browser.get(&place).await;
    assert_eq!(under_way.headers["refresh"], "5");
    let run = place.rsplit('/').next().unwrap().parse().unwrap();
    go_on(&town.desk, town.municipality, run).await.unwrap();
    let done = browser.get(&place).await;
    assert!(done.body.contains("1 nyt") && !done.headers.contains_key("refresh"));
    assert!(browser.get(&offers).await.body.contains("ved åen"));

    browser.post(&format!("{place}/undo"), &[]).await;
    assert!(browser.get(&place).await.body.contains("Fortrudt"));
    assert!(!browser.get(&offers).await.body.contains("ved åen"));
    let twice = browser.post(&format!("{place}/undo"), &[]).await;
    assert_eq!(twice.status, StatusCode::GONE);
}

const SHEET: &str = "id;navn;resumé;telefon;sidst opdateret;farve\n1;Kaffe;Snak;70 00 00 11;01-11-2026;rød\n\
    2;Te;Snak;ingen;;grøn\n3;Suppe;Varm;;01-05-2021;blå\n";

#[tokio::test]
async fn a_spreadsheet_goes_the_same_way_and_says_what_citizens_will_not_meet() {
    let engine = Engine::sqlite().await;
    let (town, browser, imports) = importing(&engine).await;
    let area = town.area.to_string();
    let fields = [("area", area.as_str()), ("language", "da")];
    let looked = browser
        .upload(&imports, &fields, ("tilbud.da.csv", SHEET))
        .await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.body);
    let place = looked.location().unwrap().to_owned();
    let would = browser.get(&place).await.body;
    for told in [
        "<h1>tilbud</h1>",
        "Kaffe",
        "Suppe",
        "Linje 3",
        "telefon",
        "farve",
        "ikke vist for borgere",
    ] {
        assert!(would.contains(told), "{told}: {would}");
    }
    browser.post(&format!("{place}/start"), &[]).await;
    let run = place.rsplit('/').next().unwrap().parse().unwrap();
    go_on(&town.desk, town.municipality, run).await.unwrap();
    let again = SHEET.replace("70 00 00 11", "70 00 00 12");
    let again = browser
        .upload(&imports, &fields, ("tilbud.csv", &again))
        .await;
    let would = browser.get(again.location().unwrap()).await.body;
    assert!(
        would.contains("1 ændret, 1 som før") && would.contains(": Telefon<"),
        "{would}"
    );

    let nonsense = browser
        .upload(&imports, &fields, ("x.csv", "farve\nrød\n"))
        .await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let picture = browser
        .upload(&imports, &fields, ("x.png", "\u{0}PNG"))
        .await;
    assert_eq!(picture.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn stories_have_a_page_of_their_own_and_go_the_same_way() {
    let engine = Engine::sqlite().await;
    let (town, browser, imports) = importing(&engine).await;
    let form = browser.get(&format!("{imports}/stories")).await;
    assert!(form.body.contains("looked_through"));
    let area = town.area.to_string();
    let fields = [
        ("area", area.as_str()),
        ("language", "da"),
        ("about", "stories"),
    ];
    let file = "fortælling\nBussen kom ikke.\nRing til 70 12 34 56\n";
    let looked = browser.upload(&imports, &fields, ("kø.csv", file)).await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.body);
    let would = browser.get(looked.location().unwrap()).await.body;
    assert!(
        would.contains("1 ny fortælling") && would.contains("Linje 3"),
        "{would}"
    );
    assert!(
        !would.contains("70 12 34 56"),
        "what a refused row says is told to nobody"
    );
    let wrong = browser
        .upload(&imports, &fields, ("kø.csv", "farve\nrød\n"))
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("looked_through"), "the same form again");
}

/// The page of a large file once it is read: until then it asks to be looked at again.
async fn once_read(browser: &Browser, place: &str) -> String {
    loop {
        let page = browser.get(place).await;
        if !page.body.contains("bliver læst") {
            return page.body;
        }
        assert_eq!(page.headers["refresh"], "5");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_large_file_is_read_and_looked_through_while_its_page_tells_how_far() {
    let engine = Engine::sqlite().await;
    let (town, browser, imports) = importing(&engine).await;
    let area = town.area.to_string();
    let fields = [("area", area.as_str()), ("language", "da")];
    let rows = (1..=500).map(|n| format!("{n};Kaffe {n};{}\n", "Snak ".repeat(150)));
    let large = format!("id;navn;beskrivelse\n{}", rows.collect::<String>());

    let no_area = browser
        .upload(&imports, &[("language", "da")], ("stort.csv", &large))
        .await;
    assert_eq!(no_area.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sent = browser
        .upload(&imports, &fields, ("stort.csv", &large))
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let place = sent.location().unwrap().to_owned();
    let read = once_read(&browser, &place).await;
    assert!(
        read.contains("0 af 500") && !read.contains("/start"),
        "{read}"
    );
    let too_soon = browser.post(&format!("{place}/start"), &[]).await;
    assert_eq!(too_soon.status, StatusCode::GONE);

    let run = place.rsplit('/').next().unwrap().parse().unwrap();
    look_on(&town.desk, town.municipality, run).await.unwrap();
    let half = browser.get(&place).await.body;
    assert!(half.contains("200 af 500"), "{half}");
    for _ in 0..3 {
        look_on(&town.desk, town.municipality, run).await.unwrap();
    }
    let would = browser.get(&place).await;
    assert!(
        would.body.contains("500 nye") && would.body.contains("/start"),
        "{}",
        would.body
    );
    assert!(would.body.contains("400 til") && !would.headers.contains_key("refresh"));

    let nonsense = "{".repeat(300_000);
    let sent = browser
        .upload(&imports, &fields, ("x.json", &nonsense))
        .await;
    let place = sent.location().unwrap().to_owned();
    let broken = once_read(&browser, &place).await;
    assert!(
        broken.contains("kan ikke bruges") && broken.contains("Det er ikke"),
        "{broken}"
    );
    browser.post(&format!("{place}/forget"), &[]).await;
    assert_eq!(browser.get(&place).await.status, StatusCode::NOT_FOUND);
}
