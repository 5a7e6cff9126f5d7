//! Telling, and who may read it.
mod at_once;
mod circle;
mod correct;

use samskab_app::observation::{
    QuoteDraft, Told, Wish, check_quote, inbox, own, read, record, release, take_back,
    waiting_quotes, withdraw,
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
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let elsewhere = town.member_of(Role::Coordinator, town.public).await;
        let town = &town;
        let waits = async |actor| waiting_quotes(&town.desk, actor).await.unwrap().len();
        assert_eq!(waits(&coordinator).await, 1);
        assert_eq!((waits(&facilitator).await, waits(&elsewhere).await), (1, 0));
        for outside in [&teller, &elsewhere] {
            let refused = check_quote(&town.desk, outside, out).await;
            assert!(matches!(
                refused,
                Err(Refusal::Denied(_) | Refusal::Missing)
            ));
        }
        assert_eq!(
            check_quote(&town.desk, &coordinator, out).await.unwrap(),
            id
        );
        let again = check_quote(&town.desk, &facilitator, out).await;
        assert!(matches!(again, Err(Refusal::Done)));
        assert_eq!(waits(&facilitator).await, 0);
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
