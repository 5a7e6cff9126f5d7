//! How much was answered and how much changed, counted by hand.
use crate::initiative::{change, trial};
use crate::need::{ask, tell, written};
use samskab_app::insight::{Became, Needs, outcome};
use samskab_app::{answer, felt, initiative, need, observation, practice_change};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::Draft;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::practice_change::OutcomeDraft;
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// Who is in the town of these figures.
struct People {
    circle: Actor,
    leader: Actor,
}

impl People {
    async fn of(town: &Town) -> Self {
        Self {
            circle: town.member(Role::Coordinator).await,
            leader: town.member_of(Role::Leader, town.public).await,
        }
    }

    /// A need that `stories` carry, put to the public organisation.
    async fn raise(&self, town: &Town, stories: &[Id]) -> (Id, Id) {
        let need = written(town, &self.circle, stories).await;
        let asked = need::raise(&town.desk, &self.circle, need, &ask(&[town.public])).await;
        (need, asked.unwrap()[0])
    }

    async fn give(&self, town: &Town, answer: Id, kind: &str) {
        let draft = Draft {
            kind: kind.into(),
            reason: "Vi spørger fremover, før borgeren kommer hjem.".into(),
            meaning: "Hun bliver ringet op dagen før.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            what: "Planlæggeren ringer".into(),
            by: town.desk.today().plus(10).to_string(),
            missing: "Hvor mange det er".into(),
            missing_from: "Seniorforeningen".into(),
            ..Draft::default()
        };
        let given = answer::give(&town.desk, &self.leader, answer, &draft, DANISH).await;
        given.unwrap();
    }

    async fn figures(&self, town: &Town) -> Became {
        outcome(&town.desk, &self.leader).await.unwrap()
    }
}

async fn says(town: &Town, teller: &Actor, answer: Id, word: &str) {
    let desk = &town.desk;
    felt::ask(desk, town.municipality, answer).await.unwrap();
    let open = felt::open(desk, teller).await.unwrap();
    let question = open.iter().find(|q| q.answer_id == answer).unwrap();
    let draft = felt::Draft {
        says: word.into(),
        ..felt::Draft::default()
    };
    felt::say(desk, teller, question.id, &draft, DANISH)
        .await
        .unwrap();
}

/// A small trial that a story led to, and what was done differently because of it.
async fn tried(town: &Town, teller: &Actor, story: Id, outcome: &str) {
    let desk = &town.desk;
    let draft = trial(town.public, None);
    let trial = initiative::start_trial(desk, teller, Some(story), &draft, DANISH).await;
    let trial = trial.unwrap();
    let agreed = practice_change::agree(desk, teller, trial, &change(town.voluntary), DANISH).await;
    let outcome = OutcomeDraft {
        outcome: outcome.into(),
        note: "Ingen kunne den dag".into(),
        ..OutcomeDraft::default()
    };
    practice_change::follow_up(desk, teller, agreed.unwrap(), &outcome)
        .await
        .unwrap();
}

#[tokio::test]
async fn every_figure_is_a_part_of_all_that_was_raised() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let people = People::of(&town).await;
        let desk = &town.desk;
        let teller = town.member(Role::Frontline).await;
        let story = tell(&town, &teller, "9000").await;
        let other = tell(&town, &teller, "9000").await;

        let (_, felt_one) = people.raise(&town, &[story]).await;
        let (_, disputed) = people.raise(&town, &[story]).await;
        let (_, refused) = people.raise(&town, &[story]).await;
        let (_, together) = people.raise(&town, &[other]).await;
        let (_, asked_back) = people.raise(&town, &[story]).await;
        people.raise(&town, &[story]).await;
        for (answer, kind) in [
            (felt_one, "act"),
            (disputed, "act"),
            (refused, "cannot"),
            (together, "together"),
            (asked_back, "know_more"),
        ] {
            people.give(&town, answer, kind).await;
        }
        for answer in [felt_one, disputed] {
            answer::done(desk, &people.leader, answer).await.unwrap();
        }
        tried(&town, &teller, other, "done").await;
        let undone = tell(&town, &teller, "9000").await;
        people.raise(&town, &[undone]).await;
        tried(&town, &teller, undone, "not_done").await;
        assert_eq!(
            people.figures(&town).await.needs,
            Needs::default(),
            "a quarter that is not over counts nothing"
        );

        town.clock.advance(60 * Moment::DAY);
        says(&town, &teller, felt_one, "yes").await;
        says(&town, &teller, disputed, "no").await;
        people.raise(&town, &[story]).await;
        let found = people.figures(&town).await;
        assert_eq!(
            found.needs,
            Needs {
                raised: 7,
                answered: 5,
                promised: 3,
                done: 2,
                changed: 1,
            }
        );
        assert_eq!((found.felt, found.objected), (1, 1));
        let days = ["2025-01-01", "2027-01-01"].map(|day| Day::parse(day).unwrap());
        assert_eq!([found.from, found.until], days);
    })
    .await;
}

#[tokio::test]
async fn a_neighbouring_municipality_counts_nothing_here() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let there = Town::named(&engine, "Nabostad", "nabostad").await;
        let (people, neighbours) = (People::of(&town).await, People::of(&there).await);
        let story = tell(&there, &neighbours.circle, "9000").await;
        neighbours.raise(&there, &[story]).await;
        for clock in [&town.clock, &there.clock] {
            clock.advance(60 * Moment::DAY);
        }
        assert_eq!(people.figures(&town).await.needs.raised, 0);
        assert_eq!(neighbours.figures(&there).await.needs.raised, 1);
    })
    .await;
}

#[tokio::test]
async fn who_tells_again_is_counted_once_many_have_been_heard_and_few_never() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let people = People::of(&town).await;
        let mut tellers = Vec::new();
        let mut stories = Vec::new();
        for place in ["9000", "9200", "9220", "9400", "9500", "9600", "9700"] {
            let teller = town.member(Role::Frontline).await;
            stories.push(tell(&town, &teller, place).await);
            tellers.push(teller);
        }
        let (_, first) = people.raise(&town, &stories).await;
        let (_, second) = people.raise(&town, &stories).await;
        people.give(&town, first, "cannot").await;
        town.clock.advance(20 * Moment::DAY);
        people.give(&town, second, "act").await;
        for teller in &tellers[..4] {
            tell(&town, teller, "9000").await;
            tell(&town, teller, "9000").await;
        }
        town.clock.advance(60 * Moment::DAY);
        let early = people.figures(&town).await;
        assert_eq!(
            (early.heard, early.returned),
            (Some(0), Some(0)),
            "not yet three months"
        );

        town.clock.advance(60 * Moment::DAY);
        let found = people.figures(&town).await;
        assert_eq!(
            (found.heard, found.returned),
            (Some(7), Some(4)),
            "seven people, whatever they told"
        );

        observation::withdraw(&town.desk, &tellers[6], stories[6])
            .await
            .unwrap();
        observation::withdraw(&town.desk, &tellers[5], stories[5])
            .await
            .unwrap();
        let few = people.figures(&town).await;
        assert_eq!(
            (few.heard, few.returned),
            (Some(5), None),
            "one who stayed away could be known"
        );
    })
    .await;
}

#[tokio::test]
async fn the_busiest_tenth_is_told_of_ten_tellers_and_of_no_fewer() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let people = People::of(&town).await;
        let busy = town.member(Role::Frontline).await;
        for _ in 0..11 {
            tell(&town, &busy, "9000").await;
        }
        for _ in 0..8 {
            let teller = town.member(Role::Frontline).await;
            tell(&town, &teller, "9000").await;
        }
        let tenth = town.member(Role::Frontline).await;
        let taken_back = tell(&town, &tenth, "9000").await;
        observation::withdraw(&town.desk, &tenth, taken_back)
            .await
            .unwrap();
        town.clock.advance(60 * Moment::DAY);
        assert_eq!(
            people.figures(&town).await.busiest_tenth,
            None,
            "nine have told"
        );

        let late = town.member(Role::Frontline).await;
        tell(&town, &late, "9000").await;
        assert_eq!(
            people.figures(&town).await.busiest_tenth,
            None,
            "this quarter is not over"
        );
        town.clock.advance(90 * Moment::DAY);
        // One of ten has told 11 of 20.
        assert_eq!(people.figures(&town).await.busiest_tenth, Some(55));
    })
    .await;
}
