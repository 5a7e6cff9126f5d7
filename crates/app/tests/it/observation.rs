//! Telling, and who may read it.
use samskab_app::observation::{
    QuoteDraft, Told, Wish, inbox, own, read, record, release, take_back, withdraw,
};
use samskab_app::{Refusal, person};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::observation::Draft;
use samskab_testkit::{Town, on_every_engine};

fn draft(town: &Town, story: &str) -> Draft {
    Draft {
        story: story.into(),
        source: "saw".into(),
        topic_group: "illness_and_home".into(),
        area: town.area.to_string(),
        ..Draft::default()
    }
}

async fn tell(town: &Town, actor: &Actor, draft: &Draft) -> Result<Id, Refusal> {
    let told = Told {
        draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    record(&town.desk, actor, told).await.map(|r| r.id)
}

#[tokio::test]
async fn a_story_stays_in_its_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let id = tell(&town, &teller, &draft(&town, "Køleskabet var tomt."))
            .await
            .unwrap();
        let coordinator = town.member(Role::Coordinator).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        for inside in [&teller, &coordinator, &facilitator] {
            assert!(read(&town.desk, inside, id).await.is_ok());
        }
        for outside in [
            town.member(Role::Frontline).await,
            town.member(Role::Leader).await,
            town.member_of(Role::Coordinator, town.public).await,
            town.member_of(Role::Researcher, town.public).await,
            town.member_of(Role::Administrator, town.public).await,
        ] {
            let refused = read(&town.desk, &outside, id).await.unwrap_err();
            assert!(matches!(refused, Refusal::Missing), "{:?}", outside.role);
        }
    })
    .await;
}

#[tokio::test]
async fn the_teller_may_widen_the_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let wide = Draft {
            circle: "wide".into(),
            ..draft(&town, "Bussen holder 400 meter væk.")
        };
        let id = tell(&town, &teller, &wide).await.unwrap();
        let other = town.member_of(Role::Frontline, town.public).await;
        assert!(read(&town.desk, &other, id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn another_municipality_sees_and_takes_nothing() {
    on_every_engine(|engine| async move {
        let here = Town::named(&engine, "Her", "her").await;
        let there = Town::named(&engine, "Der", "der").await;
        let teller = here.member(Role::Frontline).await;
        let id = tell(&here, &teller, &draft(&here, "Noget")).await.unwrap();
        let facilitator = there.member(Role::Facilitator).await;
        assert!(matches!(
            read(&there.desk, &facilitator, id).await,
            Err(Refusal::Missing)
        ));
        let stolen_area = draft(&here, "Noget andet");
        let refused = tell(&there, &facilitator, &stolen_area).await.unwrap_err();
        let Refusal::Remarks(remarks) = refused else {
            panic!("not a remark: {refused:?}")
        };
        assert_eq!((remarks[0].field, &remarks[0].why), ("area", &Why::Unknown));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_is_taken_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let draft = draft(&town, "Sendt i en tunnel");
        let told = Told {
            draft: &draft,
            language: Language::Danish,
            submission: Some(town.desk.id()),
            membership: None,
        };
        let first = record(&town.desk, &teller, told).await.unwrap();
        let second = record(&town.desk, &teller, told).await.unwrap();
        assert_eq!(first.id, second.id);
        assert!(second.again && !first.again);
        let stranger = town.member(Role::Frontline).await;
        assert!(matches!(
            record(&town.desk, &stranger, told).await,
            Err(Refusal::Denied(_))
        ));
        let mine = own(&town.desk, &teller, &Wish::default()).await.unwrap();
        assert_eq!(mine.items.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_cpr_number_is_refused_and_stands_nowhere() {
    #[derive(FromRow)]
    struct Count {
        count: i64,
    }
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let harmless = Draft {
            harmless: true,
            ..draft(&town, "Hun er 010190-1234 og bor alene")
        };
        let refused = tell(&town, &teller, &harmless).await.unwrap_err();
        assert!(matches!(refused, Refusal::Remarks(r) if r[0].why == Why::Cpr));
        let kept: Option<Count> = town
            .desk
            .db
            .first(sql!(
                "select count(*) as count from observation where municipality_id = ?",
                town.municipality
            ))
            .await
            .unwrap();
        assert_eq!(kept.unwrap().count, 0);
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_writes_for_her_own_and_the_teller_stays_the_teller() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let volunteer = town.member(Role::Frontline).await;
        let stranger = town.member_of(Role::Frontline, town.public).await;
        let colleagues = person::colleagues(&town.desk, &coordinator).await.unwrap();
        assert!(
            colleagues
                .iter()
                .any(|c| c.membership == volunteer.membership)
        );
        assert!(
            colleagues
                .iter()
                .all(|c| c.membership != stranger.membership)
        );
        let for_her = |who: &Actor| Draft {
            teller: who.membership.to_string(),
            ..draft(&town, "Hun ville hellere fortælle det end skrive det.")
        };
        let id = tell(&town, &coordinator, &for_her(&volunteer))
            .await
            .unwrap();
        assert!(read(&town.desk, &volunteer, id).await.unwrap().own);
        assert!(!read(&town.desk, &coordinator, id).await.unwrap().own);
        let refused = tell(&town, &coordinator, &for_her(&stranger))
            .await
            .unwrap_err();
        assert!(matches!(refused, Refusal::Remarks(r) if r[0].field == "teller"));
        let refused = tell(&town, &volunteer, &for_her(&coordinator))
            .await
            .unwrap_err();
        assert!(matches!(refused, Refusal::Denied(_)));
    })
    .await;
}

#[tokio::test]
async fn only_the_teller_lets_a_sentence_out_and_takes_it_back() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let id = tell(
            &town,
            &teller,
            &draft(
                &town,
                "Køleskabet var tomt,\nog hun ville ikke være til besvær.",
            ),
        )
        .await
        .unwrap();
        let quote = |body: &str| QuoteDraft {
            body: body.into(),
            harmless: false,
        };
        let language = Language::Danish;
        let denied = release(
            &town.desk,
            &coordinator,
            id,
            &quote("Køleskabet var tomt"),
            language,
        )
        .await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
        let made_up = release(
            &town.desk,
            &teller,
            id,
            &quote("Kommunen svigter"),
            language,
        )
        .await;
        assert!(matches!(made_up, Err(Refusal::Remarks(_))));
        let out = quote("Køleskabet var tomt, og hun ville ikke være til besvær.");
        let out = release(&town.desk, &teller, id, &out, language)
            .await
            .unwrap();
        assert_eq!(
            read(&town.desk, &coordinator, id)
                .await
                .unwrap()
                .quotes
                .len(),
            1
        );
        assert!(matches!(
            take_back(&town.desk, &coordinator, out).await,
            Err(Refusal::Missing)
        ));
        take_back(&town.desk, &teller, out).await.unwrap();
        assert!(
            read(&town.desk, &coordinator, id)
                .await
                .unwrap()
                .quotes
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_nobody_reads_again() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let id = tell(&town, &teller, &draft(&town, "Det fortryder jeg"))
            .await
            .unwrap();
        assert!(matches!(
            withdraw(&town.desk, &facilitator, id).await,
            Err(Refusal::Denied(_))
        ));
        withdraw(&town.desk, &teller, id).await.unwrap();
        assert!(matches!(
            withdraw(&town.desk, &teller, id).await,
            Err(Refusal::Done)
        ));
        assert!(matches!(
            read(&town.desk, &facilitator, id).await,
            Err(Refusal::Missing)
        ));
        let left = read(&town.desk, &teller, id).await.unwrap().observation;
        assert_eq!(
            (left.story.as_str(), left.state.as_str()),
            ("", "withdrawn")
        );
    })
    .await;
}

#[tokio::test]
async fn the_inbox_comes_in_pages_newest_first() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        for i in 0..30 {
            town.clock.advance(1_000_000);
            tell(&town, &teller, &draft(&town, &format!("Nummer {i}")))
                .await
                .unwrap();
        }
        let first = inbox(&town.desk, &coordinator, &Wish::default())
            .await
            .unwrap();
        assert_eq!(first.items[0].story, "Nummer 29");
        assert_eq!(first.items.len(), samskab_app::SIZE);
        let wish = Wish {
            before: first.next.map(|id| id.parse().unwrap()),
            ..Wish::default()
        };
        let second = inbox(&town.desk, &coordinator, &wish).await.unwrap();
        assert_eq!(second.items.len(), 30 - samskab_app::SIZE);
        assert_eq!(second.items.last().unwrap().story, "Nummer 0");
        assert_eq!(second.next, None);
    })
    .await;
}

/// How often two things are done at once, so that each order comes up.
const RACES: usize = 20;

#[tokio::test]
async fn no_word_stays_of_a_story_withdrawn_while_it_is_quoted_or_gathered() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let kept = tell(&town, &teller, &draft(&town, "Den bliver")).await;
        let need = super::need::written(&town, &coordinator, &[kept.unwrap()]).await;
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

#[tokio::test]
async fn a_facilitator_of_one_area_reads_wide_stories_of_the_others() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let wide = Draft {
            circle: "wide".into(),
            ..draft(&town, "Bussen holder 400 meter væk.")
        };
        let shared = tell(&town, &teller, &wide).await.unwrap();
        let close = tell(&town, &teller, &draft(&town, "Kun for os")).await;
        let elsewhere = Actor {
            areas: vec![town.desk.id()],
            ..town.member_of(Role::Facilitator, town.public).await
        };
        assert!(read(&town.desk, &elsewhere, shared).await.is_ok());
        let refused = read(&town.desk, &elsewhere, close.unwrap()).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
        let page = inbox(&town.desk, &elsewhere, &Wish::default()).await;
        let ids: Vec<_> = page.unwrap().items.iter().map(|o| o.id).collect();
        assert_eq!(ids, [shared]);
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_for_one_who_has_not_begun_or_tells_nothing() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let soon = town.member(Role::Frontline).await;
        let mut tx = town.desk.db.write().await.unwrap();
        let later = sql!(
            "update membership set from_day = ? where municipality_id = ? and id = ?",
            town.desk.today().plus(1),
            town.municipality,
            soon.membership
        );
        tx.run(later).await.unwrap();
        tx.commit().await.unwrap();
        for other in [
            soon,
            town.member(Role::Researcher).await,
            town.member(Role::Administrator).await,
        ] {
            let for_other = Draft {
                teller: other.membership.to_string(),
                ..draft(&town, "Hun sagde det til mig.")
            };
            let refused = tell(&town, &facilitator, &for_other).await;
            assert!(
                matches!(&refused, Err(Refusal::Remarks(r)) if r[0].field == "teller"),
                "{:?}: {refused:?}",
                other.role
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_opened_under_another_membership_comes_back_with_the_name_one_writes_as() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (_, session) = town.session(Role::Frontline, town.voluntary).await;
        let teller = session.actor;
        let before = town.member_of(Role::Frontline, town.public).await;
        let typed = Draft {
            source: String::new(),
            ..draft(&town, "Det så jeg i den anden forening.")
        };
        let told = Told {
            draft: &typed,
            language: Language::Danish,
            submission: None,
            membership: Some(before.membership),
        };
        let Err(Refusal::Remarks(remarks)) = record(&town.desk, &teller, told).await else {
            panic!("it was taken");
        };
        let fields: Vec<_> = remarks.iter().map(|r| r.field).collect();
        assert_eq!(fields, ["source", "membership"]);
        let why = Why::WritingAs {
            name: session.name,
            organisation: "Seniorforeningen".into(),
        };
        assert_eq!(remarks[1].why, why);
        let whole = draft(&town, "Det så jeg i den anden forening.");
        let told = Told {
            draft: &whole,
            ..told
        };
        let refused = record(&town.desk, &teller, told).await;
        assert!(matches!(refused, Err(Refusal::Remarks(r)) if r[0].field == "membership"));
        let told = Told {
            membership: Some(teller.membership),
            ..told
        };
        assert!(record(&town.desk, &teller, told).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_inbox_holds_what_may_be_read_and_nothing_else() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let mut stories = Vec::new();
        let other = town.member_of(Role::Frontline, town.public).await;
        let hers_elsewhere = town.member_of(Role::Frontline, town.public).await;
        for teller in [
            &town.member(Role::Frontline).await,
            &coordinator,
            &other,
            &hers_elsewhere,
        ] {
            for circle in ["close", "wide"] {
                town.clock.advance(1_000_000);
                let told = Draft {
                    circle: circle.into(),
                    ..draft(&town, "Noget")
                };
                stories.push(tell(&town, teller, &told).await.unwrap());
            }
        }
        let mut tx = town.desk.db.write().await.unwrap();
        let same_person = sql!(
            "update membership set person_id = ? where municipality_id = ? and id = ?",
            coordinator.person,
            town.municipality,
            hers_elsewhere.membership
        );
        tx.run(same_person).await.unwrap();
        tx.commit().await.unwrap();
        stories.reverse();
        let neutral = town.member_of(Role::Facilitator, town.public).await;
        for (who, expected) in [
            (&coordinator, 7),
            (&neutral, 8),
            (&limited(&neutral, vec![town.area]), 8),
            (&limited(&neutral, vec![town.desk.id()]), 4),
        ] {
            let mut readable = Vec::new();
            for &id in &stories {
                if read(&town.desk, who, id).await.is_ok() {
                    readable.push(id);
                }
            }
            assert_eq!(readable.len(), expected);
            let page = inbox(&town.desk, who, &Wish::default()).await.unwrap();
            let shown: Vec<_> = page.items.iter().map(|o| o.id).collect();
            assert_eq!(shown, readable, "{}: {:?}", engine.name, who.role);
        }
        let mine = own(&town.desk, &coordinator, &Wish::default()).await;
        assert_eq!(mine.unwrap().items.len(), 4, "under both memberships");
    })
    .await;
}

fn limited(facilitator: &Actor, areas: Vec<Id>) -> Actor {
    Actor {
        areas,
        ..facilitator.clone()
    }
}
