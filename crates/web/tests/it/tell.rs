//! The telling form when something is not as it was when it was opened.
use crate::browser::{Browser, site};
use axum::http::StatusCode;
use samskab_app::need;
use samskab_app::observation::{self, Told};
use samskab_app::trail::of_observation;
use samskab_domain::access::Role;
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Id, Language};
use samskab_domain::need::Draft;
use samskab_domain::observation as telling;
use samskab_testkit::{Engine, Town};

#[tokio::test]
async fn a_form_opened_under_another_membership_comes_back_with_everything_typed() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, session) = town.session(Role::Frontline, town.voluntary).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let blank = browser.get("/provestad/observations/new").await.body;
    let own = session.actor.membership.to_string();
    let hidden = format!("name=\"membership\" value=\"{own}\"");
    assert!(blank.contains(&hidden), "the form says for whom it is");
    let other = town.member_of(Role::Frontline, town.public).await;
    let (area, opened) = (town.area.to_string(), other.membership.to_string());
    let form = [
        ("story", "Det så jeg i den anden forening."),
        ("source", "saw"),
        ("topic_group", "illness_and_home"),
        ("area", &area),
        ("membership", &opened),
    ];
    let back = browser.post("/provestad/observations", &form).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sentence = format!(
        "Du skriver nu som {}, Seniorforeningen. Send igen, hvis det er rigtigt.",
        session.name
    );
    assert!(back.body.contains(&sentence), "{}", back.body);
    assert!(back.body.contains("Det så jeg i den anden forening."));
    assert!(back.body.contains(&hidden), "sent again, it is taken");
    let mut again = form;
    again[4].1 = &own;
    let taken = browser.post("/provestad/observations", &again).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn from_the_page_of_a_need_one_tells_of_it_and_it_is_added() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let (need, drafted) = needs(&town).await;
    let (cookie, _) = town.session(Role::Frontline, town.voluntary).await;
    let volunteer = Browser::new(&router, &town, Some(cookie));
    let (cookie, session) = town.session(Role::Frontline, town.public).await;
    let staff = Browser::new(&router, &town, Some(cookie));
    let page = |id| format!("/provestad/needs/{id}");
    let seen = volunteer.get(&page(need)).await.body;
    assert!(seen.contains("Det har jeg også set"));
    let seen = staff.get(&page(need)).await.body;
    assert!(seen.contains("Det ser vi også"), "those at work say we");

    let from = format!("/provestad/observations/new?need={need}");
    let blank = staff.get(&from).await.body;
    assert!(blank.contains("Du lægger det til:") && blank.contains("Weekenden er lang"));
    let hidden = staff
        .get(&format!("/provestad/observations/new?need={drafted}"))
        .await;
    assert_eq!(hidden.status, StatusCode::OK);
    assert!(!hidden.body.contains("Kun for kredsen"));

    let (area, needs) = (town.area.to_string(), [need, drafted]);
    for (at, id) in needs.iter().enumerate() {
        let id = id.to_string();
        let form = [
            ("story", "Hun taler med fjernsynet fra fredag."),
            ("source", "saw"),
            ("topic_group", "alone"),
            ("area", &area),
            ("need", &id),
        ];
        let told = staff.post("/provestad/observations", &form).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "told in any case");
        let receipt = told.location().unwrap();
        let mine = receipt.trim_start_matches("/provestad/observations/");
        let mine: Id = mine.split('?').next().unwrap().parse().unwrap();
        let trail = of_observation(&town.desk, &session.actor, mine).await;
        assert_eq!(trail.unwrap().len() > 1, at == 0, "not to a draft");
        let receipt = staff.get(receipt).await.body;
        let offers = format!("name=\"need\" value=\"{need}\"");
        assert_eq!(receipt.contains(&offers), at == 1, "not offered again");
    }
}

/// A raised need, and one that only its circle sees.
async fn needs(town: &Town) -> (Id, Id) {
    let desk = &town.desk;
    let writer = town.member(Role::Coordinator).await;
    let draft = telling::Draft {
        story: "Fra fredag klokken to er der ingen.".into(),
        source: "saw".into(),
        topic_group: "alone".into(),
        area: town.area.to_string(),
        ..telling::Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    let story = observation::record(desk, &writer, told).await.unwrap().id;
    let mut made = Vec::new();
    for title in ["Weekenden er lang", "Kun for kredsen"] {
        let draft = Draft {
            title: title.into(),
            statement: "Mange taler kun med fjernsynet fra fredag til mandag.".into(),
            area: town.area.to_string(),
            topic_group: "alone".into(),
            observations: vec![story.to_string()],
            ..Draft::default()
        };
        let need = need::write(desk, &writer, &draft, Language::Danish).await;
        made.push(need.unwrap());
    }
    let asked = RaiseDraft {
        organisations: vec![town.public.to_string()],
        due: String::new(),
    };
    need::raise(desk, &writer, made[0], &asked).await.unwrap();
    (made[0], made[1])
}

#[tokio::test]
async fn what_only_looks_like_a_name_is_named_and_can_be_sent_all_the_same() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, _) = town.session(Role::Frontline, town.voluntary).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let area = town.area.to_string();
    let form = [
        ("story", "Det var kun Flexturen, der kom. Ingen ringede."),
        ("source", "saw"),
        ("topic_group", "alone"),
        ("area", &area),
        ("harmless", "yes"),
    ];
    let told = browser.post("/provestad/observations", &form).await;
    let story = told.location().unwrap().split('?').next().unwrap();
    for (path, field, text, rest) in [
        (
            format!("{story}/quotes"),
            "quote",
            "Det var kun Flexturen, der kom.",
            None,
        ),
        (
            format!("{story}/correct"),
            "story",
            "Det var kun Flexturen, der kom til sidst.",
            None,
        ),
        (
            "/provestad/tell".to_owned(),
            "story",
            "Det var kun Flexturen, der kom.",
            Some([
                ("source", "saw"),
                ("topic_group", "alone"),
                ("area", area.as_str()),
            ]),
        ),
    ] {
        let mut sent = vec![(field, text)];
        sent.extend(rest.into_iter().flatten());
        let marked = browser.post(&path, &sent).await;
        assert_eq!(marked.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(marked.body.contains("<b>Flexturen</b>"), "{path} names it");
        assert!(marked.body.contains("name=\"harmless\""), "{path} asks");
        sent.push(("harmless", "yes"));
        let taken = browser.post(&path, &sent).await;
        assert!(
            taken.status.is_success() || taken.status.is_redirection(),
            "{path}"
        );
    }
}
