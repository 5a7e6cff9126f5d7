//! A citizen tells without an account, is held, let through, and sees by her code what came of it.
use crate::need::{ask, written};
use samskab_app::citizen::{self, Code};
use samskab_app::felt::{self};
use samskab_app::observation::{self, Wish};
use samskab_app::{Refusal, answer, need};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::Draft as Answer;
use samskab_domain::citizen::Step;
use samskab_domain::felt::Line;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::observation::Draft;
use samskab_testkit::{Town, on_every_engine};

fn draft(town: &Town) -> Draft {
    Draft {
        story: "Bussen kører ikke om aftenen, så jeg kommer ikke hjem fra sprogcaféen.".into(),
        source: "lived".into(),
        topic_group: "getting_about".into(),
        area: town.area.to_string(),
        ..Draft::default()
    }
}

async fn told(town: &Town) -> Code {
    let (desk, draft) = (&town.desk, draft(town));
    let told = citizen::tell(desk, town.municipality, &draft, Language::Arabic, desk.id());
    told.await.unwrap()
}

async fn steps(town: &Town, code: &Code) -> Vec<Step> {
    let followed = citizen::follow(&town.desk, town.municipality, code).await;
    followed
        .unwrap()
        .steps
        .into_iter()
        .map(|(step, _)| step)
        .collect()
}

async fn facilitator(town: &Town) -> Actor {
    town.member_of(Role::Facilitator, town.public).await
}

async fn only_held(town: &Town, actor: &Actor) -> Id {
    let held = citizen::held(&town.desk, actor).await.unwrap();
    assert_eq!(held.len(), 1);
    held[0].id
}

#[tokio::test]
async fn nobody_reads_it_before_a_facilitator_has_looked() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let code = told(&town).await;
        assert_eq!(steps(&town, &code).await, [Step::Held]);
        let facilitator = facilitator(&town).await;
        let id = only_held(&town, &facilitator).await;
        for role in [
            Role::Frontline,
            Role::Coordinator,
            Role::Leader,
            Role::Researcher,
        ] {
            let other = town.member_of(role, town.public).await;
            let read = observation::read(desk, &other, id).await;
            assert!(matches!(read, Err(Refusal::Missing)), "{role:?}");
            let released = citizen::release(desk, &other, id).await;
            assert!(
                matches!(released, Err(Refusal::Missing | Refusal::Denied(_))),
                "{role:?}"
            );
        }
        let inbox = observation::inbox(desk, &facilitator, &Wish::default())
            .await
            .unwrap();
        assert!(inbox.items.is_empty());
        citizen::release(desk, &facilitator, id).await.unwrap();
        assert!(matches!(
            citizen::release(desk, &facilitator, id).await,
            Err(Refusal::Done)
        ));
        let inbox = observation::inbox(desk, &facilitator, &Wish::default())
            .await
            .unwrap();
        assert_eq!(inbox.items[0].organisation, None);
        assert_eq!(steps(&town, &code).await, [Step::Held, Step::Read]);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_story_with_one_code() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m, form) = (&town.desk, town.municipality, town.desk.id());
        let draft = draft(&town);
        let first = citizen::tell(desk, m, &draft, Language::Danish, form)
            .await
            .unwrap();
        let again = citizen::tell(desk, m, &draft, Language::Danish, form)
            .await
            .unwrap();
        assert!(first == again);
        only_held(&town, &facilitator(&town).await).await;
        let typed = Code::typed(&first.in_groups().to_lowercase()).unwrap();
        assert_eq!(steps(&town, &typed).await, [Step::Held]);
    })
    .await;
}

#[tokio::test]
async fn by_her_code_she_sees_how_far_it_came_and_says_whether_it_can_be_felt() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let code = told(&town).await;
        let facilitator = facilitator(&town).await;
        let id = only_held(&town, &facilitator).await;
        citizen::release(desk, &facilitator, id).await.unwrap();
        let leader = town.member_of(Role::Leader, town.public).await;
        let need = written(&town, &facilitator, &[id]).await;
        assert_eq!(steps(&town, &code).await.last(), Some(&Step::Gathered));
        let asked = need::raise(desk, &facilitator, need, &ask(&[town.public]))
            .await
            .unwrap()[0];
        let answer = Answer {
            kind: "cannot".into(),
            reason: "Der er ikke penge til en aftenbus i år.".into(),
            meaning: "Hun kan blive kørt hjem af en frivillig.".into(),
            mandate: "Leder".into(),
            ..Answer::default()
        };
        answer::give(desk, &leader, asked, &answer, Language::Danish)
            .await
            .unwrap();
        use Step::{Answered, Asked, Gathered, Held, Read};
        assert_eq!(
            steps(&town, &code).await,
            [Held, Read, Gathered, Asked, Answered]
        );

        town.clock.advance(28 * Moment::DAY);
        felt::ask(desk, m, asked).await.unwrap();
        felt::ask(desk, m, asked).await.unwrap();
        let followed = citizen::follow(desk, m, &code).await.unwrap();
        let [question] = followed.questions.as_slice() else {
            panic!("one question");
        };
        let other = told(&town).await;
        let by_other = citizen::say(desk, m, &other, question.id, "yes", Language::Arabic).await;
        assert!(matches!(by_other, Err(Refusal::Missing)));
        citizen::say(desk, m, &code, question.id, "no", Language::Arabic)
            .await
            .unwrap();
        let felt = felt::of_needs(desk, &facilitator, &[need], true)
            .await
            .unwrap();
        assert_eq!(felt[0].observers, Line::NotFelt);
    })
    .await;
}

#[derive(FromRow)]
struct Kept {
    story: String,
}

#[tokio::test]
async fn set_aside_or_taken_back_the_words_are_gone() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let facilitator = facilitator(&town).await;
        let aside = told(&town).await;
        let id = only_held(&town, &facilitator).await;
        citizen::set_aside(desk, &facilitator, id).await.unwrap();
        assert!(matches!(
            citizen::set_aside(desk, &facilitator, id).await,
            Err(Refusal::Done | Refusal::Missing)
        ));
        assert_eq!(steps(&town, &aside).await, [Step::Held, Step::SetAside]);
        let back = told(&town).await;
        citizen::take_back(desk, m, &back).await.unwrap();
        assert!(matches!(
            citizen::take_back(desk, m, &back).await,
            Err(Refusal::Done)
        ));
        assert_eq!(steps(&town, &back).await, [Step::Held, Step::TakenBack]);
        let left: Vec<Kept> = desk
            .db
            .all(sql!(
                "select story from observation where municipality_id = ?",
                m
            ))
            .await
            .unwrap();
        assert!(left.len() == 2 && left.iter().all(|kept| kept.story.is_empty()));
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_gets_no_code_and_a_code_opens_one_municipality() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let with_number = Draft {
            story: "Min mor, 010190-1234, fik ingen hjælp.".into(),
            ..draft(&town)
        };
        let refused = citizen::tell(desk, m, &with_number, Language::Danish, desk.id()).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        let nowhere = Draft {
            area: desk.id().to_string(),
            ..draft(&town)
        };
        let refused = citizen::tell(desk, m, &nowhere, Language::Danish, desk.id()).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        assert!(
            citizen::held(desk, &facilitator(&town).await)
                .await
                .unwrap()
                .is_empty()
        );
        let code = told(&town).await;
        let elsewhere = citizen::follow(desk, desk.id(), &code).await;
        assert!(matches!(elsewhere, Err(Refusal::Missing)));
    })
    .await;
}
