//! The town is whole, on both engines: everything the files tell has happened.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]
use samskab_app::Key;
use samskab_app::municipality::{self, NewMunicipality};
use samskab_app::token::{DEMO_SIGN_IN, Secret};
use samskab_app::{Desk, Refusal, journal, offer, session};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_demo::{LOGINS, Problem, SLUG, prepare};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id};
use samskab_testkit::{Engine, HandClock, on_every_engine};
use std::collections::BTreeMap;
use std::sync::Arc;

fn desk(engine: &Engine) -> Desk {
    Desk::new(
        engine.db.clone(),
        Arc::new(HandClock::monday()),
        Key::from_text("town"),
    )
}

async fn prepared(desk: &Desk) -> Vec<(String, Secret)> {
    prepare(desk).await.unwrap_or_else(|e| panic!("{e}"))
}

#[derive(FromRow)]
struct Group {
    word: String,
    count: i64,
}

/// How many rows there are of each word.
async fn groups(desk: &Desk, sql: Sql) -> BTreeMap<String, i64> {
    let rows: Vec<Group> = desk.db.all(sql).await.unwrap();
    rows.into_iter().map(|g| (g.word, g.count)).collect()
}

async fn count(desk: &Desk, table: &'static str) -> i64 {
    let sql = Sql::default().text("select 'all' as word, count(*) as count from ");
    groups(desk, sql.text(table)).await["all"]
}

/// What the files say: the state of everything that has one, by its title or name.
fn told(file: &str, word: &str, name: &str) -> BTreeMap<String, String> {
    let table: toml::Table = toml::from_str(file).unwrap();
    let entries = table[word].as_array().unwrap();
    let text = |entry: &toml::Value, field: &str| entry[field].as_str().unwrap().to_owned();
    let states = entries.iter().map(|e| (text(e, name), text(e, "state")));
    states.collect()
}

#[derive(FromRow)]
struct Stands {
    name: String,
    state: String,
}

async fn stands(desk: &Desk, sql: &'static str) -> BTreeMap<String, String> {
    let rows: Vec<Stands> = desk.db.all(sql!(sql)).await.unwrap();
    rows.into_iter().map(|s| (s.name, s.state)).collect()
}

#[tokio::test]
async fn the_town_is_whole() {
    on_every_engine(|engine| async move {
        let desk = desk(&engine);
        prepared(&desk).await;
        let expected = [
            ("observation", 200),
            ("need", 16),
            ("need_succession", 1),
            ("need_refusal", 1),
            ("answer_version", 1),
            ("answer_draft", 1),
            ("answer", 24),
            ("initiative", 6),
            ("practice_change", 13),
            ("offer", 41),
            ("interest", 7),
            ("frame_item", 19),
            ("frame_challenge", 3),
            ("political_handover", 2),
            ("task", 6),
            ("change_wish", 10),
            ("initiative_frame_item", 8),
            ("organisation", 10),
            ("person", 36),
            ("membership", 38),
            ("quote", 31),
            ("need_observation", 130),
            ("need_note", 57),
            ("initiative_note", 17),
            ("initiative_invitation", 13),
            ("understanding", 1),
            ("understanding_voice", 3),
            ("meeting", 13),
            ("minute_line", 11),
            ("offer_change", 9),
        ];
        let mut counted = Vec::new();
        for (table, _) in expected {
            counted.push((table, count(&desk, table).await));
        }
        assert_eq!(counted, expected, "{}", engine.name);
        let kinds = sql!(
            "select coalesce(kind, 'waits') as word, count(*) as count from answer group by kind"
        );
        let kinds = groups(&desk, kinds).await;
        let expected = [
            ("act", 6),
            ("cannot", 7),
            ("know_more", 3),
            ("passed_on", 3),
            ("together", 3),
            ("waits", 2),
        ];
        assert_eq!(kinds, expected.map(|(k, n)| (k.to_owned(), n)).into());
        let town = municipality::find(&desk, SLUG).await.unwrap();
        assert!(town.fictive);
        assert_eq!(journal::check(&desk, town.id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn everything_stands_where_the_files_say() {
    on_every_engine(|engine| async move {
        let desk = desk(&engine);
        prepared(&desk).await;
        let needs = told(include_str!("../data/needs.toml"), "need", "title");
        let now = stands(&desk, "select title as name, state from need").await;
        assert_eq!(now, needs, "{}", engine.name);
        let initiatives = told(
            include_str!("../data/initiatives.toml"),
            "initiative",
            "title",
        );
        let now = stands(&desk, "select title as name, state from initiative").await;
        assert_eq!(now, initiatives, "{}", engine.name);
        let offers = told(include_str!("../data/offers.toml"), "offer", "name");
        let now = stands(&desk, "select name, state from offer").await;
        assert_eq!(now, offers, "{}", engine.name);
    })
    .await;
}

#[derive(FromRow)]
struct Told {
    id: Id,
    at: KeptMoment,
    written: KeptMoment,
}

#[tokio::test]
async fn ids_and_journal_follow_the_time_of_the_story() {
    on_every_engine(|engine| async move {
        let desk = desk(&engine);
        prepared(&desk).await;
        let stories: Vec<Told> = desk
            .db
            .all(sql!(
                "select observation.id, observation.created_at as at, journal.at as written \
                 from observation join journal on journal.municipality_id = observation.municipality_id \
                 and journal.subject_id = observation.id and journal.verb = 'recorded' \
                 order by journal.sequence"
            ))
            .await
            .unwrap();
        assert_eq!(stories.len(), 200);
        assert!(stories.is_sorted_by_key(|s| *s.written) && stories.is_sorted_by_key(|s| s.id));
        for story in &stories {
            let (seconds, _) = story.id.get_timestamp().unwrap().to_unix();
            let of_id = i64::try_from(seconds).unwrap() * 1_000_000;
            assert!((story.at.0.0 - of_id).abs() < 2_000_000 && *story.written < desk.now());
        }
    })
    .await;
}

#[tokio::test]
async fn prepared_again_only_the_links_are_new() {
    on_every_engine(|engine| async move {
        let desk = desk(&engine);
        let before = prepared(&desk).await;
        let town = municipality::find(&desk, SLUG).await.unwrap().id;
        let entries = count(&desk, "journal").await;
        let tokens = count(&desk, "token").await;
        let after = prepared(&desk).await;
        assert_eq!(count(&desk, "journal").await, entries, "{}", engine.name);
        assert_eq!(count(&desk, "token").await, tokens, "{}", engine.name);
        let logins: Vec<&str> = after.iter().map(|(login, _)| login.as_str()).collect();
        assert_eq!(logins, LOGINS);
        for ((login, old), (_, new)) in before.iter().zip(&after) {
            let old = session::look(&desk, town, old, DEMO_SIGN_IN).await;
            assert!(
                matches!(old, Err(Refusal::Missing)),
                "{login}: the old link"
            );
            session::enter(&desk, town, new, DEMO_SIGN_IN)
                .await
                .unwrap();
            let again = session::enter(&desk, town, new, DEMO_SIGN_IN).await;
            assert!(again.is_ok(), "{login}: the link works again");
        }
    })
    .await;
}

#[tokio::test]
async fn each_login_signs_in_under_the_role_it_names() {
    let engine = Engine::sqlite().await;
    let desk = desk(&engine);
    let links = prepared(&desk).await;
    let town = municipality::find(&desk, SLUG).await.unwrap().id;
    let mut signed_in = Vec::new();
    for (login, link) in &links {
        let cookie = session::enter(&desk, town, link, DEMO_SIGN_IN)
            .await
            .unwrap();
        let session = session::find(&desk, town, &cookie).await.unwrap().unwrap();
        signed_in.push((
            login.as_str(),
            session.actor.role,
            session.actor.sector.code(),
        ));
    }
    let expected = [
        ("volunteer", Role::Frontline, "voluntary"),
        ("staff", Role::Frontline, "public"),
        ("coordinator", Role::Coordinator, "voluntary"),
        ("leader", Role::Leader, "public"),
        ("voluntary_leader", Role::Leader, "voluntary"),
        ("facilitator", Role::Facilitator, "public"),
        ("researcher", Role::Researcher, "public"),
        ("administrator", Role::Administrator, "public"),
    ];
    assert_eq!(signed_in, expected);
}

#[tokio::test]
async fn from_the_offer_back_to_the_one_who_told() {
    let engine = Engine::sqlite().await;
    let desk = desk(&engine);
    let links = prepared(&desk).await;
    let town = municipality::find(&desk, SLUG).await.unwrap().id;
    let (_, volunteer) = &links[0];
    let cookie = session::enter(&desk, town, volunteer, DEMO_SIGN_IN)
        .await
        .unwrap();
    let birthe = session::find(&desk, town, &cookie).await.unwrap().unwrap();
    let offer: Option<Named> = desk
        .db
        .first(sql!(
            "select id from offer where name = ?",
            "Nogen er hjemme"
        ))
        .await
        .unwrap();
    let causes = offer::causes(&desk, &birthe.actor, offer.unwrap().id)
        .await
        .unwrap();
    let own = |c: &offer::CauseStory| c.story.starts_with("Jeg har selv prøvet det nu");
    assert!(causes.stories.iter().any(own));
    assert_eq!(causes.needs[0].title, "Hjem fra sygehus til et tomt hus");
    assert!(causes.changes[0].lane);
}

#[derive(FromRow)]
struct Named {
    id: Id,
}

#[tokio::test]
async fn a_half_made_town_is_not_served_as_whole() {
    let engine = Engine::sqlite().await;
    let desk = desk(&engine);
    let new = NewMunicipality {
        slug: SLUG,
        name: "Fjordby Kommune",
        fictive: true,
    };
    municipality::create(&desk, new).await.unwrap();
    let refused = prepare(&desk).await;
    assert!(matches!(refused, Err(Problem::Unfinished { .. })));
}
