//! What happens when two do something at the same moment, and what is left of a story taken back.
use super::{draft, tell};
use samskab_app::Refusal;
use samskab_app::observation::{QuoteDraft, Told, read, record, release, withdraw};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::Language;
use samskab_testkit::{Town, on_every_engine};

/// How often two things are done at once, so that each order comes up.
const RACES: usize = 20;

#[tokio::test]
async fn no_word_stays_of_a_story_withdrawn_while_it_is_quoted_or_gathered() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let kept = tell(&town, &teller, &draft(&town, "Den bliver")).await;
        let need = crate::need::written(&town, &coordinator, &[kept.unwrap()]).await;
        let quote = QuoteDraft {
            body: "Det fortryder jeg".into(),
            harmless: false,
        };
        for _ in 0..RACES {
            let id = tell(&town, &teller, &draft(&town, "Det fortryder jeg"))
                .await
                .unwrap();
            let stories = [id];
            let (released, withdrawn, linked) = tokio::join!(
                release(&town.desk, &teller, id, &quote, Language::Danish),
                withdraw(&town.desk, &teller, id),
                samskab_app::need::link(&town.desk, &coordinator, need, &stories, false),
            );
            withdrawn.unwrap();
            assert!(!matches!(released, Err(Refusal::Database(_))));
            assert!(!matches!(linked, Err(Refusal::Database(_))));
            let left = read(&town.desk, &teller, id).await.unwrap();
            let words: Vec<_> = left.quotes.iter().map(|q| &q.body).collect();
            assert!(words.is_empty(), "{}: {words:?} stay", engine.name);
            assert_eq!(left.observation.needs, 0, "{}", engine.name);
            assert_eq!(count(&town, "released").await, 0, "{}", engine.name);
        }
    })
    .await;
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many quotes are in `state`.
async fn count(town: &Town, state: &str) -> i64 {
    let sql = sql!(
        "select count(*) as count from quote where municipality_id = ? and state = ?",
        town.municipality,
        state
    );
    let found: Option<Count> = town.desk.db.first(sql).await.unwrap();
    found.unwrap().count
}

#[tokio::test]
async fn a_story_is_withdrawn_once_even_from_two_windows() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        for _ in 0..RACES {
            let id = tell(&town, &teller, &draft(&town, "Det fortryder jeg"))
                .await
                .unwrap();
            let (one, other) = tokio::join!(
                withdraw(&town.desk, &teller, id),
                withdraw(&town.desk, &teller, id)
            );
            let done = [&one, &other]
                .iter()
                .filter(|r| matches!(r, Err(Refusal::Done)))
                .count();
            assert_eq!(done, 1, "{}: {one:?} {other:?}", engine.name);
        }
    })
    .await;
}

#[tokio::test]
async fn no_quote_is_shown_of_a_story_that_is_not_kept() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let story = draft(&town, "Køleskabet var tomt.");
        let id = tell(&town, &teller, &story).await.unwrap();
        let quote = QuoteDraft {
            body: "Køleskabet var tomt.".into(),
            harmless: false,
        };
        let out = release(&town.desk, &teller, id, &quote, Language::Danish).await;
        out.unwrap();
        let mut tx = town.desk.db.write().await.unwrap();
        let hold = sql!(
            "update observation set state = 'held' where municipality_id = ? and id = ?",
            town.municipality,
            id
        );
        tx.run(hold).await.unwrap();
        tx.commit().await.unwrap();
        let left = read(&town.desk, &teller, id).await.unwrap();
        assert!(left.quotes.is_empty());
        let again = release(&town.desk, &teller, id, &quote, Language::Danish).await;
        assert!(matches!(again, Err(Refusal::Done)));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_at_once_is_taken_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let draft = draft(&town, "To tryk på knappen");
        for _ in 0..RACES {
            let told = Told {
                draft: &draft,
                language: Language::Danish,
                submission: Some(town.desk.id()),
                membership: None,
            };
            let (one, other) = tokio::join!(
                record(&town.desk, &teller, told),
                record(&town.desk, &teller, told)
            );
            let (one, other) = (one.unwrap(), other.unwrap());
            assert_eq!(one.id, other.id, "{}", engine.name);
            assert!(one.again != other.again, "{}", engine.name);
        }
    })
    .await;
}
