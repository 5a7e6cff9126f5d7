//! The two keys: the answerer says *done*, those who told say whether it can be felt.
use crate::need::{ask, tell, written};
use samskab_app::felt::{self, Draft};
use samskab_app::token::{self, Purpose};
use samskab_app::{Refusal, answer, job, my_day, need, observation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::Draft as Answer;
use samskab_domain::felt::{Keys, Line};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::need::State;
use samskab_testkit::{Town, on_every_engine};

const FOUR_WEEKS: i64 = 28 * Moment::DAY;

fn says(word: &str) -> Draft {
    Draft {
        says: word.into(),
        ..Draft::default()
    }
}

/// A volunteer's story in a need that the municipality has promised something about.
struct Story {
    teller: Actor,
    circle: Actor,
    leader: Actor,
    need: Id,
    answer: Id,
}

async fn answered(town: &Town, kind: &str) -> Story {
    let (desk, teller) = (&town.desk, town.member(Role::Frontline).await);
    let circle = town.member(Role::Coordinator).await;
    let leader = town.member_of(Role::Leader, town.public).await;
    let story = tell(town, &teller, "9000").await;
    let need = written(town, &circle, &[story]).await;
    let asked = need::raise(desk, &circle, need, &ask(&[town.public])).await;
    let answer = asked.unwrap()[0];
    let draft = Answer {
        kind: kind.into(),
        reason: "Vi spørger fremover, før borgeren kommer hjem.".into(),
        meaning: "Hun bliver ringet op dagen før.".into(),
        mandate: "Leder af hjemmeplejen".into(),
        what: "Planlæggeren ringer".into(),
        by: "2026-12-01".into(),
        ..Answer::default()
    };
    let given = answer::give(desk, &leader, answer, &draft, Language::Danish).await;
    given.unwrap();
    Story {
        teller,
        circle,
        leader,
        need,
        answer,
    }
}

/// Does every job that is due, and gives how many mails went to be sent.
async fn work(town: &Town) -> usize {
    let mut mails = 0;
    while let Some(claimed) = job::claim(&town.desk).await.unwrap() {
        match claimed.kind() {
            Some(job::Kind::AskWhetherFelt) => {
                let answer = claimed.payload["answer"].as_str().unwrap();
                let answer = answer.parse().unwrap();
                felt::ask(&town.desk, town.municipality, answer)
                    .await
                    .unwrap();
            }
            Some(job::Kind::SendMail) => mails += 1,
            _ => {}
        }
        job::finish(&town.desk, &claimed).await.unwrap();
    }
    mails
}

async fn of(town: &Town, reader: &Actor, story: &Story, in_circle: bool) -> felt::Felt {
    let felt = felt::of_needs(&town.desk, reader, &[story.need], in_circle).await;
    felt.unwrap().pop().unwrap()
}

#[tokio::test]
async fn four_weeks_after_done_she_is_asked_and_a_no_stays_open_for_both() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let s = answered(&town, "act").await;
        answer::done(desk, &s.leader, s.answer).await.unwrap();
        work(&town).await;
        assert!(
            felt::open(desk, &s.teller).await.unwrap().is_empty(),
            "too early"
        );

        town.clock.advance(FOUR_WEEKS);
        assert_eq!(work(&town).await, 1, "one mail");
        felt::ask(desk, town.municipality, s.answer).await.unwrap();
        let open = felt::open(desk, &s.teller).await.unwrap();
        assert_eq!(open.len(), 1, "asked once, however often the job runs");
        let question = open[0].id;
        assert_eq!(
            of(&town, &s.leader, &s, false).await.observers,
            Line::Unheard
        );

        for other in [&s.circle, &s.leader] {
            let refused = felt::say(desk, other, question, &says("yes"), Language::Danish).await;
            assert!(matches!(
                refused,
                Err(Refusal::Missing | Refusal::Denied(_))
            ));
        }
        let no = Draft {
            note: "Der ringer stadig ingen".into(),
            ..says("no")
        };
        felt::say(desk, &s.teller, question, &no, Language::Danish)
            .await
            .unwrap();
        assert!(felt::open(desk, &s.teller).await.unwrap().is_empty());

        let seen = of(&town, &s.leader, &s, false).await;
        assert_eq!(
            (seen.observers, seen.users, seen.keys),
            (Line::NotFelt, Line::Unheard, Keys::Disagree)
        );
        assert_eq!(seen.added.len(), 1, "the answerer reads why");
        let stranger = town.member_of(Role::Coordinator, town.public).await;
        let stranger = Actor {
            organisation: desk.id(),
            ..stranger
        };
        assert!(of(&town, &stranger, &s, false).await.added.is_empty());
        for side in [&s.circle, &s.leader] {
            let waiting = my_day::waiting(desk, side).await.unwrap();
            assert_eq!(waiting.objections.len(), 1);
        }
        assert!(
            my_day::waiting(desk, &s.teller).await.unwrap().is_empty(),
            "nothing waits for a volunteer"
        );

        answer::take_back_done(desk, &s.leader, s.answer)
            .await
            .unwrap();
        let need = need::read(desk, &s.leader, s.need).await.unwrap().need;
        assert_eq!(need.state(), State::Planned);
        let again = answer::take_back_done(desk, &s.leader, s.answer).await;
        assert!(matches!(again, Err(Refusal::Done)));
        assert!(
            my_day::waiting(desk, &s.circle)
                .await
                .unwrap()
                .objections
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn asked_again_after_done_only_the_new_word_counts_and_users_keep_their_own_line() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let s = answered(&town, "act").await;
        town.clock.advance(120 * Moment::DAY);
        work(&town).await;
        let first = felt::open(desk, &s.teller).await.unwrap()[0].id;
        felt::say(desk, &s.teller, first, &says("no"), Language::Danish)
            .await
            .unwrap();
        assert_eq!(
            of(&town, &s.leader, &s, false).await.keys,
            Keys::Open,
            "promised, not done"
        );

        answer::done(desk, &s.leader, s.answer).await.unwrap();
        town.clock.advance(FOUR_WEEKS);
        work(&town).await;
        assert_eq!(
            of(&town, &s.leader, &s, false).await.observers,
            Line::Unheard
        );
        let second = felt::open(desk, &s.teller).await.unwrap()[0].id;
        felt::say(desk, &s.teller, second, &says("yes"), Language::Danish)
            .await
            .unwrap();
        assert_eq!(of(&town, &s.leader, &s, false).await.keys, Keys::Closed);

        let users = felt::users_say(desk, &s.circle, s.answer, &says("no"), Language::Danish).await;
        users.unwrap();
        let both = of(&town, &s.leader, &s, false).await;
        assert_eq!(
            (both.observers, both.users, both.keys),
            (Line::Felt, Line::NotFelt, Keys::Disagree)
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_said_before_it_was_done_does_not_hold_it_open_and_done_again_is_asked_about_again()
 {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let s = answered(&town, "act").await;
        let users = |word: &str| {
            let draft = says(word);
            let s = &s;
            async move {
                felt::users_say(desk, &s.circle, s.answer, &draft, Language::Danish)
                    .await
                    .unwrap();
            }
        };
        users("no").await;
        answer::done(desk, &s.leader, s.answer).await.unwrap();
        let now = of(&town, &s.leader, &s, false).await;
        assert_eq!((now.users, now.keys), (Line::Unheard, Keys::Open));
        let waiting = my_day::waiting(desk, &s.circle).await.unwrap();
        assert!(waiting.objections.is_empty(), "it was said before");

        town.clock.advance(FOUR_WEEKS);
        work(&town).await;
        let question = felt::open(desk, &s.teller).await.unwrap()[0].id;
        felt::say(desk, &s.teller, question, &says("no"), Language::Danish)
            .await
            .unwrap();
        users("yes").await;
        assert_eq!(of(&town, &s.leader, &s, false).await.keys, Keys::Disagree);

        answer::take_back_done(desk, &s.leader, s.answer)
            .await
            .unwrap();
        town.clock.advance(Moment::DAY);
        answer::done(desk, &s.leader, s.answer).await.unwrap();
        assert_eq!(of(&town, &s.leader, &s, false).await.keys, Keys::Open);
        town.clock.advance(FOUR_WEEKS);
        assert_eq!(work(&town).await, 1, "asked again");
        let again = felt::open(desk, &s.teller).await.unwrap();
        assert_eq!(again.len(), 1);
        assert_ne!(again[0].id, question);
        felt::say(desk, &s.teller, again[0].id, &says("yes"), Language::Danish)
            .await
            .unwrap();
        assert_eq!(of(&town, &s.leader, &s, false).await.keys, Keys::Closed);
        let waiting = my_day::waiting(desk, &s.leader).await.unwrap();
        assert!(waiting.objections.is_empty());
    })
    .await;
}

#[tokio::test]
async fn those_told_no_are_asked_too_but_not_those_who_took_their_story_back() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let s = answered(&town, "cannot").await;
        let other = town.member(Role::Frontline).await;
        let hers = tell(&town, &other, "9000").await;
        need::link(desk, &s.circle, s.need, &[hers], false)
            .await
            .unwrap();
        observation::withdraw(desk, &other, hers).await.unwrap();
        town.clock.advance(FOUR_WEEKS);
        assert_eq!(work(&town).await, 1);
        assert_eq!(felt::open(desk, &s.teller).await.unwrap().len(), 1);
        assert!(felt::open(desk, &other).await.unwrap().is_empty());
        town.clock.advance(61 * Moment::DAY);
        assert!(
            felt::open(desk, &s.teller).await.unwrap().is_empty(),
            "it goes by itself"
        );
    })
    .await;
}

#[tokio::test]
async fn the_link_of_a_mail_says_it_without_signing_in_and_lets_nobody_in() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let s = answered(&town, "cannot").await;
        town.clock.advance(FOUR_WEEKS);
        work(&town).await;
        let question = felt::open(desk, &s.teller).await.unwrap()[0].id;
        let mut tx = desk.db.write().await.unwrap();
        let link = token::give(
            &mut tx,
            desk,
            town.municipality,
            Purpose::Felt,
            question,
            Moment::DAY,
        );
        let link = link.await.unwrap();
        tx.commit().await.unwrap();

        let looked = felt::by_link(desk, town.municipality, &link).await.unwrap();
        assert_eq!(looked.says(), None, "looking says nothing");
        for word in ["partly", "no"] {
            let said = felt::say_by_link(
                desk,
                town.municipality,
                &link,
                &says(word),
                Language::Danish,
            )
            .await;
            said.unwrap();
        }
        assert_eq!(
            of(&town, &s.leader, &s, false).await.observers,
            Line::NotFelt
        );
        let cpr = Draft {
            note: "Hun hedder 010150-1234".into(),
            harmless: true,
            ..says("yes")
        };
        let refused =
            felt::say_by_link(desk, town.municipality, &link, &cpr, Language::Danish).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        assert!(
            token::look(desk, town.municipality, &link, token::SIGN_IN, desk.now())
                .await
                .is_err()
        );
        town.clock.advance(2 * Moment::DAY);
        let late = felt::by_link(desk, town.municipality, &link).await;
        assert!(matches!(late, Err(Refusal::Missing)));
    })
    .await;
}
