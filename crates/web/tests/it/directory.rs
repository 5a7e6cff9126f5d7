//! Tending the directory in pages: what needs a look, two that become one, a change that waits.
use crate::browser::{Answer, Browser, site};
use axum::http::{StatusCode, header};
use samskab_app::{fault, offer, upkeep, vacancy};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language};
use samskab_domain::offer::Draft;
use samskab_domain::schedule;
use samskab_testkit::{Engine, Town};

struct Here {
    town: Town,
    keeper: Actor,
    browser: Browser,
    facilitator: Browser,
    _engine: Engine,
}

async fn here() -> Here {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let (cookie, session) = town.session(Role::Coordinator, town.voluntary).await;
    let (other, _) = town.session(Role::Facilitator, town.public).await;
    Here {
        keeper: session.actor,
        browser: Browser::new(&router, &town, Some(cookie)),
        facilitator: Browser::new(&router, &town, Some(other)),
        town,
        _engine: engine,
    }
}

impl Here {
    async fn offer(&self, name: &str, contact: Option<&Actor>) -> Id {
        let draft = Draft {
            name: name.into(),
            summary: "Kom og drik en kop kaffe med os hver torsdag.".into(),
            area: self.town.area.to_string(),
            topic_group: "alone".into(),
            bearers: vec![self.town.voluntary.to_string()],
            phone: "70 00 00 11".into(),
            contact_title: "Vært".into(),
            contact: contact
                .map(|c| c.membership.to_string())
                .unwrap_or_default(),
            ..Draft::default()
        };
        offer::create(
            &self.town.desk,
            &self.keeper,
            &draft,
            None,
            Language::Danish,
        )
        .await
        .unwrap()
    }

    /// An offer on a weekday in a district.
    async fn weekly(&self, name: &str, weekday: &str, postcode: &str) -> Id {
        let draft = Draft {
            name: name.into(),
            summary: "Kom og vær med, også alene.".into(),
            area: self.town.area.to_string(),
            topic_group: "alone".into(),
            bearers: vec![self.town.voluntary.to_string()],
            location_name: "Kilden".into(),
            postcode: postcode.into(),
            city: "Fjordby".into(),
            when: schedule::Draft {
                weekdays: vec![weekday.into()],
                starts_at: "16.30".into(),
                ends_at: "18.30".into(),
                closed_from: "2026-12-20".into(),
                closed_until: "2027-01-05".into(),
                ..schedule::Draft::default()
            },
            ..Draft::default()
        };
        let desk = &self.town.desk;
        let made = offer::create(desk, &self.keeper, &draft, None, Language::Danish).await;
        made.unwrap()
    }

    fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.town.slug)
    }
}

fn led_on(answer: &Answer, place: &str) {
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    let location = answer.headers.get(header::LOCATION).unwrap();
    let location = location.to_str().unwrap();
    assert!(location.starts_with(place), "{location}");
}

#[tokio::test]
async fn two_that_look_alike_become_one_and_every_old_address_leads_on() {
    let here = here().await;
    let kept = here.offer("Torsdagskaffe", None).await;
    let gone = here.offer("Torsdagskaffe på Kilden", None).await;
    upkeep::compare(&here.town.desk, here.town.municipality)
        .await
        .unwrap();
    let overview = here.browser.get(&here.at("/upkeep")).await;
    assert!(overview.body.contains("Måske det samme"));
    let pairs = here.browser.get(&here.at("/upkeep/alike")).await;
    let (first, second) = (kept.min(gone), kept.max(gone));
    assert!(
        pairs
            .body
            .contains(&format!("/offers/{first}/merge?with={second}"))
    );

    let looked = here
        .browser
        .get(&here.at(&format!("/offers/{kept}/merge?with={gone}")))
        .await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.body.contains("Torsdagskaffe på Kilden går ud"));
    let searched = here
        .browser
        .get(&here.at(&format!("/offers/{kept}/merge?q=kilden")))
        .await;
    assert!(searched.body.contains(&gone.to_string()));
    let with = gone.to_string();
    let merged = here
        .browser
        .post(
            &here.at(&format!("/offers/{kept}/merge")),
            &[("with", &with)],
        )
        .await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER);
    for path in [
        format!("/offers/{gone}"),
        format!("/offers/{gone}/calendar.ics"),
        format!("/api/hsds/services/{gone}"),
    ] {
        let old = here.browser.get(&here.at(&path)).await;
        let new = here.at(&path.replace(&gone.to_string(), &kept.to_string()));
        led_on(&old, &new);
    }
}

#[tokio::test]
async fn a_change_that_waits_shows_to_those_who_keep_the_offer_and_not_to_citizens() {
    let here = here().await;
    let id = here.offer("Kaffe", None).await;
    let set = here
        .facilitator
        .post(&here.at("/upkeep/settings"), &[("wait", "everybody")])
        .await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    let nonsense = here
        .facilitator
        .post(
            &here.at("/upkeep/settings"),
            &[("wait", "x"), ("alone", "7")],
        )
        .await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let edit = here.at(&format!("/offers/{id}/edit"));
    let (area, bearer) = (here.town.area.to_string(), here.town.voluntary.to_string());
    let form = [
        ("name", "Kaffe og kage"),
        ("summary", "Kom og drik en kop kaffe med os hver torsdag."),
        ("area", &area),
        ("topic_group", "alone"),
        ("bearers", &bearer),
        ("phone", "70 00 00 11"),
        ("contact_title", "Vært"),
    ];
    let sent = here.browser.post(&edit, &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = here.at(&format!("/offers/{id}"));
    let citizen = Browser {
        cookie: None,
        ..here.browser.clone()
    };
    let public = citizen.get(&page).await.body;
    assert!(!public.contains("kage") && !public.contains("venter"));
    assert!(
        here.browser
            .get(&page)
            .await
            .body
            .contains("En rettelse fra")
    );

    let proposal = here.at(&format!("/offers/{id}/proposal"));
    let own = here.browser.get(&proposal).await.body;
    assert!(
        own.contains("<ins>") && !own.contains("let_through"),
        "she may not let it through"
    );
    let looked = here.facilitator.get(&proposal).await.body;
    let seen = looked
        .split("name=\"seen\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let list = here.facilitator.get(&here.at("/upkeep/waiting")).await;
    assert!(list.body.contains(&proposal));
    let decided = here
        .facilitator
        .post(&proposal, &[("seen", seen), ("decision", "let_through")])
        .await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER);
    assert!(citizen.get(&page).await.body.contains("Kaffe og kage"));
    let history = here
        .browser
        .get(&here.at(&format!("/offers/{id}/history")))
        .await;
    assert!(history.body.contains("<ins>") && history.body.contains("en anden sagde ja"));
}

#[tokio::test]
async fn what_is_said_to_be_wrong_and_who_is_gone_have_pages_that_mend_them() {
    let here = here().await;
    let (desk, m) = (&here.town.desk, here.town.municipality);
    let leaving = here.town.member(Role::Frontline).await;
    let heir = here.town.member(Role::Frontline).await;
    let id = here.offer("Kaffe", Some(&leaving)).await;
    let citizen = Browser {
        cookie: None,
        ..here.browser.clone()
    };
    let said = citizen
        .post(
            &here.at(&format!("/offers/{id}/faults")),
            &[("kind", "wrong_number")],
        )
        .await;
    assert!(
        said.status.is_success() || said.status == StatusCode::SEE_OTHER,
        "{}",
        said.status
    );
    assert_eq!(fault::list(desk, &here.keeper, id).await.unwrap().len(), 1);
    let listed = here.browser.get(&here.at("/upkeep/faulty")).await;
    assert!(listed.body.contains("Sagt én gang"));

    let gone = here.at(&format!("/offers/{id}/contact-gone"));
    assert_eq!(
        here.browser.post(&gone, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let open = vacancy::list(desk, &here.keeper).await.unwrap();
    let place = here.at(&format!("/vacancies/{}", open[0].id));
    assert!(
        here.browser
            .get(&here.at("/vacancies"))
            .await
            .body
            .contains(&place)
    );
    let page = here.browser.get(&place).await.body;
    assert!(page.contains("Kaffe") && page.contains(&heir.membership.to_string()));
    let nobody = here
        .browser
        .post(&place, &[("note", "Nøglen hænger i køkkenet.")])
        .await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nobody.body.contains("Nøglen hænger i køkkenet."),
        "nothing typed is lost"
    );
    let to = heir.membership.to_string();
    let given = here.browser.post(&place, &[("to", &to)]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER);
    let now = offer::read(desk, m, Some(&here.keeper), id, Language::Danish)
        .await
        .unwrap();
    assert!(now.contacts[0].person.is_some());
    let outsider = here
        .town
        .session(Role::Coordinator, here.town.public)
        .await
        .0;
    let outsider = Browser {
        cookie: Some(outsider),
        ..here.browser.clone()
    };
    assert_eq!(outsider.get(&place).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_offer_a_place_and_a_search_each_have_their_calendar() {
    let here = here().await;
    let cafe = here.weekly("Sprogcafé", "TH", "9000").await;
    here.weekly("Strikkeklub", "MO", "9400").await;
    let citizen = Browser::new(&site(&here.town), &here.town, None);
    let feed = async |path: &str| {
        let answer = citizen.get(&here.at(path)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(
            answer.headers[header::CONTENT_TYPE],
            "text/calendar; charset=utf-8"
        );
        answer.body.replace("\r\n ", "")
    };
    let named = |feed: &str, name: &str| feed.matches(&format!("SUMMARY:{name}\r\n")).count();
    let one = feed(&format!("/offers/{cafe}/calendar.ics")).await;
    // Seventeen Thursdays ahead, but for those within the closure: 24 and 31 December.
    assert_eq!(
        (
            named(&one, "Sprogcafé"),
            one.matches("BEGIN:VEVENT").count()
        ),
        (15, 15),
        "{one}"
    );
    assert!(
        one.contains("20261126T163000") && !one.contains("20261224T"),
        "{one}"
    );
    for (path, cafes, clubs) in [
        ("/offers/calendar.ics", 15, 15),
        ("/offers/calendar.ics?place=9400", 0, 15),
        ("/offers/calendar.ics?q=strikkeklubben", 0, 15),
        ("/offers/calendar.ics?place=9999", 0, 0),
    ] {
        let all = feed(path).await;
        let found = (named(&all, "Sprogcafé"), named(&all, "Strikkeklub"));
        assert_eq!(found, (cafes, clubs), "{path}: {all}");
    }
    let arabic = feed("/offers/calendar.ics?language=ar&place=9000").await;
    assert!(
        arabic.contains(&format!("/offers/{cafe}?language=ar")),
        "{arabic}"
    );
}
