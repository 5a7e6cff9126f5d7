//! What the pages of meetings and initiatives show, and to whom.
use crate::browser::{Answer, Browser, site};
use axum::http::StatusCode;
use samskab_app::initiative::{self, start_trial};
use samskab_app::meeting::{self, ClosingDraft, Of};
use samskab_domain::access::{Actor, Role};
use samskab_domain::initiative::TrialDraft;
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::kernel::{Id, Language};
use samskab_domain::meeting::Draft;
use samskab_testkit::{Engine, Town};
use scraper::{Html, Selector};

const DANISH: Language = Language::Danish;

/// A trial, whoever began it, and her browser.
struct Begun {
    town: Town,
    birthe: Actor,
    hers: Browser,
    trial: Id,
    _engine: Engine,
}

async fn begun() -> Begun {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, session) = town.session(Role::Leader, town.voluntary).await;
    let draft = TrialDraft {
        what: "En er der, når bilen kommer.".into(),
        with: town.public.to_string(),
        until: town.desk.today().plus(28).to_string(),
        notice: "Der er lys.".into(),
        area: town.area.to_string(),
        ..TrialDraft::default()
    };
    let trial = start_trial(&town.desk, &session.actor, None, &draft, DANISH).await;
    Begun {
        hers: Browser::new(&site(&town), &town, Some(cookie)),
        birthe: session.actor,
        trial: trial.unwrap(),
        town,
        _engine: engine,
    }
}

impl Begun {
    async fn call(&self, who: &Actor, of: Of, seminar: bool) -> Id {
        let draft = Draft {
            purpose: if seminar { "knowledge" } else { "practice" }.into(),
            title: "Hvem ringer?".into(),
            day: self.town.desk.today().to_string(),
            place: "Køkkenet".into(),
            seminar,
            ..Draft::default()
        };
        let called = meeting::call(&self.town.desk, who, of, &draft, DANISH).await;
        called.unwrap()
    }

    async fn as_role(&self, role: Role, organisation: Id) -> (Browser, Actor) {
        let (cookie, session) = self.town.session(role, organisation).await;
        let browser = Browser::new(&site(&self.town), &self.town, Some(cookie));
        (browser, session.actor)
    }
}

fn all(body: &str, selector: &str, attribute: &str) -> Vec<String> {
    let page = Html::parse_document(body);
    let found = Selector::parse(selector).unwrap();
    let found = page.select(&found).filter_map(|e| e.attr(attribute));
    found.map(str::to_owned).collect()
}

async fn moved(browser: &Browser, path: &str, [title, version]: [&str; 2]) -> Answer {
    let fields = [
        ("purpose", "practice"),
        ("title", title),
        ("day", "2026-12-01"),
        ("place", "Køkkenet"),
        ("version", version),
    ];
    browser.post(path, &fields).await
}

#[tokio::test]
async fn of_two_who_change_a_meeting_the_second_sees_how_it_stands_and_keeps_what_she_wrote() {
    let begun = begun().await;
    let of = Of::Initiative(begun.trial);
    let id = begun.call(&begun.birthe, of, false).await;
    let path = format!("/provestad/meetings/{id}/change");
    let (other, _) = begun.as_role(Role::Coordinator, begun.town.voluntary).await;
    let version = |body: &str| all(body, "input[name=version]", "value").remove(0);
    let opened = version(&begun.hers.get(&path).await.body);
    let first = moved(&other, &path, ["Hvem henter?", &opened]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let late = moved(&begun.hers, &path, ["Hvem bringer?", &opened]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Sådan står mødet nu"), "{}", late.body);
    assert!(late.body.contains("Hvem henter?"), "what stands now");
    assert_eq!(
        all(&late.body, "input[name=title]", "value"),
        ["Hvem bringer?"]
    );
    let again = version(&late.body);
    let saved = moved(&begun.hers, &path, ["Hvem bringer?", &again]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}

/// A fresh trial lacks nearly everything, and every point leads where that is mended.
#[tokio::test]
async fn each_point_of_the_practice_check_leads_to_where_it_is_mended() {
    let begun = begun().await;
    let page = begun
        .hers
        .get(&format!("/provestad/initiatives/{}", begun.trial))
        .await
        .body;
    let links = all(&page, "#check a", "href");
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        let (path, place) = link.split_once('#').unwrap_or((&link, ""));
        let led = match path {
            "" => page.clone(),
            path => begun.hers.get(path).await.body,
        };
        // Where there is nothing to choose among yet, it says what comes first.
        let forms = all(&led, "main form[method=post], main .empty", "class").len()
            + all(&led, "main form[method=post]", "action").len();
        assert!(forms > 0, "{link}");
        assert!(
            place.is_empty() || !all(&led, &format!("#{place}"), "id").is_empty(),
            "{link}"
        );
    }
    assert_eq!(all(&page, "p.phone-only a", "href"), ["#check"]);
}

/// Someone from elsewhere who is invited sees the loop with the others, and no way to end what is not hers.
#[tokio::test]
async fn the_ways_out_of_a_loop_are_those_one_may_take() {
    let begun = begun().await;
    let desk = &begun.town.desk;
    let of = Of::Initiative(begun.trial);
    for _ in 0..3 {
        let id = begun.call(&begun.birthe, of, false).await;
        let none = ClosingDraft {
            none: true,
            ..ClosingDraft::default()
        };
        meeting::close(desk, &begun.birthe, id, &none)
            .await
            .unwrap();
    }
    let next = begun.call(&begun.birthe, of, false).await;
    let (_, facilitator) = begun.as_role(Role::Facilitator, begun.town.public).await;
    let elsewhere = samskab_domain::organisation::Draft {
        name: "Havneklubben".into(),
        sector: "voluntary".into(),
        form: "informal".into(),
        ..samskab_domain::organisation::Draft::default()
    };
    let keeper = begun.town.member(Role::Administrator).await;
    let elsewhere = samskab_app::organisation::create(desk, &keeper, &elsewhere).await;
    let (guest, rahel) = begun.as_role(Role::Frontline, elsewhere.unwrap()).await;
    meeting::invite(desk, &facilitator, next, &[rahel.membership])
        .await
        .unwrap();
    let path = format!("/provestad/meetings/{next}");
    let end = format!("/provestad/initiatives/{}#end", begun.trial);
    let ways =
        async |browser: &Browser| all(&browser.get(&path).await.body, "[role=note] a", "href");
    assert!(ways(&begun.hers).await.contains(&end));
    let hers = ways(&guest).await;
    assert_eq!(hers.len(), 1, "{hers:?}");
    assert!(hers[0].ends_with("/trials/new"));
}

#[tokio::test]
async fn where_nobody_is_in_it_one_is_told_to_invite_first() {
    let begun = begun().await;
    let desk = &begun.town.desk;
    let (_, karin) = begun.as_role(Role::Leader, begun.town.public).await;
    for party in [&begun.birthe, &karin] {
        initiative::leave(desk, party, begun.trial).await.unwrap();
    }
    let (facilitator, _) = begun.as_role(Role::Facilitator, begun.town.public).await;
    let path = format!("/provestad/initiatives/{}/changes", begun.trial);
    let page = facilitator.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Ingen er med i samarbejdet lige nu"));
    assert!(all(&page.body, "main form", "action").is_empty());
}

#[tokio::test]
async fn a_contract_is_named_in_the_pack_on_the_page_and_on_paper() {
    let begun = begun().await;
    let desk = &begun.town.desk;
    let place = PlaceDraft {
        relation: "contract".into(),
        ..PlaceDraft::default()
    };
    initiative::place(desk, &begun.birthe, begun.trial, &place)
        .await
        .unwrap();
    let (browser, nadia) = begun.as_role(Role::Facilitator, begun.town.public).await;
    let id = begun.call(&nadia, Of::Area(begun.town.area), true).await;
    let named = "Kontrakt, tælles ikke som samskabelse";
    let page = browser
        .get(&format!("/provestad/meetings/{id}/seminar"))
        .await;
    assert!(page.body.contains(named), "{}", page.body);
    let seminar = meeting::seminar::read(desk, &nadia, id).await.unwrap();
    let paper = samskab_web::seminar_paper(&seminar, DANISH);
    assert!(serde_json::to_string(&paper).unwrap().contains(named));
}
