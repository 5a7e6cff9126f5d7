//! What the tool learns from what people gather and refuse, and that it learns nobody's story by heart.
use super::*;
use samskab_app::insight::suggestions;
use samskab_app::{job, likeness, organisation};
use samskab_database::{FromRow, sql};
use samskab_domain::need::Evidence;
use samskab_domain::organisation as organisation_rules;

/// Does what waits for the worker.
async fn work(town: &Town) {
    while let Some(claimed) = job::claim(&town.desk).await.unwrap() {
        if claimed.kind() == Some(job::Kind::LearnWords) {
            let need = claimed.payload["need"].as_str().unwrap();
            likeness::learn(&town.desk, town.municipality, need.parse().unwrap())
                .await
                .unwrap();
        }
        job::finish(&town.desk, &claimed).await.unwrap();
    }
}

/// A coordinator of each of so many organisations.
async fn coordinators(town: &Town, many: usize) -> Vec<Actor> {
    let keeper = town.member(Role::Administrator).await;
    let mut found = vec![
        town.member(Role::Coordinator).await,
        town.member_of(Role::Coordinator, town.public).await,
    ];
    for number in 2..many {
        let draft = organisation_rules::Draft {
            name: format!("Forening {number}"),
            sector: "voluntary".into(),
            form: "informal".into(),
            areas: vec![town.area.to_string()],
            ..organisation_rules::Draft::default()
        };
        let organisation = organisation::create(&town.desk, &keeper, &draft).await;
        let member = town.member_of(Role::Coordinator, organisation.unwrap());
        found.push(member.await);
    }
    found.truncate(many);
    found
}

/// Different in all but one word.
const TOLD: [&str; 6] = [
    "Der var kun en gammel gulerod i køleskabet.",
    "Køleskabet var slukket, da vi kom op ad trappen.",
    "Ambulancen kørte, og så stod hun der foran et tomt køleskab.",
    "Ingen havde set efter i køleskabet i to uger.",
    "Vi fandt sur mælk i køleskabet og intet andet.",
    "Hun åbnede køleskabet og lukkede det igen.",
];

/// A need, raised, under which each teller in turn has one of these stories.
async fn gathered(town: &Town, tellers: &[Actor]) -> Id {
    let neutral = town.member(Role::Facilitator).await;
    let need = raised(town).await;
    for (i, story) in TOLD.iter().enumerate() {
        let story = said(town, &tellers[i % tellers.len()], story).await;
        need::link(&town.desk, &neutral, need, &[story], false)
            .await
            .unwrap();
    }
    work(town).await;
    need
}

async fn words(town: &Town, need: Id) -> Vec<String> {
    let neutral = town.member(Role::Facilitator).await;
    let learnt = likeness::words(&town.desk, &neutral, need).await.unwrap();
    learnt.into_iter().map(|w| w.word).collect()
}

#[tokio::test]
async fn words_of_three_organisations_weigh_in_and_say_so() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let tellers = coordinators(&town, 3).await;
        let volunteer = town.member(Role::Frontline).await;
        let text = "Hendes køleskab brummer.";
        let need = gathered(&town, &tellers).await;
        assert!(
            words(&town, need)
                .await
                .iter()
                .any(|w| w.starts_with("køleskab"))
        );
        let found = near(&town, &volunteer, text).await;
        assert_eq!(found[0].need.id, need);
        let learnt = found[0].reasons.iter().find(|r| r.kind == Kind::Learnt);
        let learnt = learnt.unwrap();
        assert_eq!(
            (learnt.own.as_str(), learnt.theirs.as_str()),
            ("køleskab", "")
        );
    })
    .await;
}

#[tokio::test]
async fn words_of_two_organisations_are_not_learnt() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let tellers = coordinators(&town, 1).await;
        let public = town.member_of(Role::Coordinator, town.public).await;
        let need = gathered(&town, &[tellers[0].clone(), public]).await;
        assert!(words(&town, need).await.is_empty());
        let volunteer = town.member(Role::Frontline).await;
        let found = near(&town, &volunteer, "Hendes køleskab brummer.").await;
        let learnt = |n: &Near| n.reasons.iter().any(|r| r.kind == Kind::Learnt);
        assert!(!found.iter().any(learnt));
    })
    .await;
}

#[tokio::test]
async fn a_story_that_is_taken_back_takes_its_words_with_it() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let tellers = coordinators(&town, 3).await;
        let need = gathered(&town, &tellers).await;
        assert!(!words(&town, need).await.is_empty());
        let wish = observation::Wish::default();
        for told in observation::inbox(&town.desk, &tellers[2], &wish)
            .await
            .unwrap()
            .items
        {
            if told.teller_id == Some(tellers[2].membership) {
                observation::withdraw(&town.desk, &tellers[2], told.id)
                    .await
                    .unwrap();
            }
        }
        work(&town).await;
        assert!(words(&town, need).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_was_refused_is_suggested_no_more_and_may_still_be_linked() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let other = town.member_of(Role::Coordinator, town.public).await;
        let need = written(&town, &coordinator, &[]).await;
        let story = said(&town, &coordinator, "Huset var uden mad efter sygehus").await;
        let suggested = async || stories(desk, &coordinator, need).await.unwrap().len();
        assert_eq!(suggested().await, 1);
        let foreign = need::refuse(desk, &other, need, &[story]).await;
        assert!(matches!(foreign, Err(Refusal::Missing)), "{foreign:?}");
        let nothing = need::refuse(desk, &coordinator, need, &[]).await;
        assert!(matches!(nothing, Err(Refusal::Remarks(_))), "{nothing:?}");
        need::refuse(desk, &coordinator, need, &[story])
            .await
            .unwrap();
        need::refuse(desk, &coordinator, need, &[story])
            .await
            .unwrap();
        assert_eq!(suggested().await, 0);
        need::link(desk, &coordinator, need, &[story], false)
            .await
            .unwrap();
        need::unlink(desk, &coordinator, need, story).await.unwrap();
        assert_eq!(suggested().await, 1, "linking it took the refusal back");
    })
    .await;
}

#[tokio::test]
async fn a_teller_says_of_her_own_story_that_it_is_another_matter() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let need = raised(&town).await;
        let volunteer = town.member(Role::Frontline).await;
        let colleague = town.member(Role::Frontline).await;
        let text = "Huset var uden mad, da hun kom fra sygehus.";
        let story = said(&town, &volunteer, text).await;
        let writing = Writing {
            text: text.into(),
            ..Writing::default()
        };
        let offered = async || {
            let near = likeness::for_story(desk, &volunteer, story, &writing).await;
            near.unwrap().len()
        };
        assert_eq!(offered().await, 1);
        let foreign = need::not_also(desk, &colleague, need, story).await;
        assert!(foreign.is_err(), "{foreign:?}");
        need::not_also(desk, &volunteer, need, story).await.unwrap();
        assert_eq!(offered().await, 0);
        assert_eq!(near(&town, &colleague, text).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_campaign_counts_once_whoever_sends_it_and_the_rest_counts_on_when_the_first_goes() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let neutral = town.member(Role::Facilitator).await;
        let tellers = coordinators(&town, 3).await;
        let mut sent = Vec::new();
        for (i, teller) in tellers.iter().enumerate() {
            let text = format!("Kære kommune, hun kom hjem til et hus uden mad. Gør noget nu! {i}");
            sent.push(said(&town, teller, &text).await);
        }
        let need = written(&town, &neutral, &sent).await;
        let read = async || need::read(desk, &neutral, need).await.unwrap();
        work(&town).await;
        let campaign = read().await;
        assert_eq!(campaign.evidence, Evidence::One);
        let profile = campaign.profile.unwrap();
        assert_eq!((profile.observations, profile.echoes), (Some(1), Some(2)));
        let listed = need::list(desk, &neutral, &Wish::default()).await.unwrap();
        assert_eq!(
            listed.items[0].evidence,
            Evidence::One,
            "the list says the same"
        );

        observation::withdraw(desk, &tellers[0], sent[0])
            .await
            .unwrap();
        work(&town).await;
        let profile = read().await.profile.unwrap();
        assert_eq!((profile.observations, profile.echoes), (Some(1), Some(1)));
    })
    .await;
}

#[derive(FromRow)]
struct Place {
    suggested: Option<i64>,
}

#[tokio::test]
async fn the_tool_says_how_often_it_was_right_of_months_that_are_over() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let leader = town.member(Role::Leader).await;
        let need = written(&town, &coordinator, &[]).await;
        for i in 0..12 {
            let text = match i {
                0 => "Lektierne driller, og ingen kan hjælpe.".to_owned(),
                i => format!("Huset var uden mad efter sygehus, {i}. gang."),
            };
            let story = said(&town, &coordinator, &text).await;
            need::link(desk, &coordinator, need, &[story], false)
                .await
                .unwrap();
        }
        work(&town).await;
        let sql = sql!(
            "select suggested from need_observation where municipality_id = ?",
            town.municipality
        );
        let places: Vec<Place> = desk.db.all(sql).await.unwrap();
        assert_eq!(places.iter().filter(|p| p.suggested == Some(1)).count(), 11);
        assert!(
            suggestions(desk, &leader).await.unwrap().is_empty(),
            "the month runs on"
        );
        town.clock.advance(40 * Moment::DAY);
        let months = suggestions(desk, &leader).await.unwrap();
        assert_eq!(months.len(), 1);
        let month = months[0];
        assert_eq!((month.linked, month.first, month.first_three), (12, 92, 92));
        let volunteer = town.member(Role::Frontline).await;
        let denied = suggestions(desk, &volunteer).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))), "{denied:?}");
    })
    .await;
}
