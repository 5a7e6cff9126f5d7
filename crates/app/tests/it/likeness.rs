//! Needs like what one is writing: with reasons, within sight, and added to by the teller herself.
mod learning;

use crate::need::{ask, draft, tell, written};
use samskab_app::likeness::{Kind, Near, Writing, nearest, stories};
use samskab_app::need::{self, Wish};
use samskab_app::observation::Told;
use samskab_app::{Refusal, observation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::observation::Draft;
use samskab_testkit::{Town, on_every_engine};

async fn near(town: &Town, actor: &Actor, text: &str) -> Vec<Near> {
    let writing = Writing {
        text: text.into(),
        ..Writing::default()
    };
    nearest(&town.desk, actor, &writing).await.unwrap()
}

/// A raised need, carried by a coordinator's story.
async fn raised(town: &Town) -> Id {
    let coordinator = town.member(Role::Coordinator).await;
    let story = tell(town, &coordinator, "9000").await;
    let need = written(town, &coordinator, &[story]).await;
    need::raise(&town.desk, &coordinator, need, &ask(&[town.public]))
        .await
        .unwrap();
    need
}

#[tokio::test]
async fn a_story_in_other_words_finds_the_need_with_reasons_from_both_texts() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let need = raised(&town).await;
        let volunteer = town.member(Role::Frontline).await;
        let text = "Da hun blev udskrevet fra hospitalet, var der ingen mælk eller brød.";
        let found = near(&town, &volunteer, text).await;
        assert_eq!(found.iter().map(|n| n.need.id).collect::<Vec<_>>(), [need]);
        for reason in &found[0].reasons {
            assert!(text.to_lowercase().contains(&reason.own));
            assert!(matches!(reason.kind, Kind::Word | Kind::About));
        }
        assert!(near(&town, &volunteer, "").await.is_empty());
        assert!(near(&town, &volunteer, "xyzzy").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_offered_in_its_circle_only_and_new_words_are_found_at_once() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let stranger = town.member_of(Role::Coordinator, town.public).await;
        let researcher = town.member(Role::Researcher).await;
        let need = written(&town, &coordinator, &[]).await;
        let text = "Huset var uden mad, da hun kom fra sygehus.";
        assert_eq!(near(&town, &coordinator, text).await[0].need.id, need);
        assert!(near(&town, &stranger, text).await.is_empty());
        assert!(near(&town, &researcher, text).await.is_empty());

        let mut better = draft(&town, &[]);
        better.title = "Lektier uden hjælp".into();
        better.statement = "Elever sidder fast i matematik.".into();
        need::change(&town.desk, &coordinator, need, &better)
            .await
            .unwrap();
        assert!(near(&town, &coordinator, text).await.is_empty());
        let found = near(&town, &coordinator, "Eleven kan ikke sine lektier.").await;
        assert_eq!(found[0].need.id, need);
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_adds_her_own_story_once_and_nobody_elses() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let need = raised(&town).await;
        let volunteer = town.member(Role::Frontline).await;
        let other = town.member(Role::Coordinator).await;
        let story = tell(&town, &volunteer, "9000").await;
        let desk = &town.desk;
        let by_another = need::also(desk, &other, need, story).await;
        assert!(
            matches!(by_another, Err(Refusal::Denied(_))),
            "{by_another:?}"
        );
        need::also(desk, &volunteer, need, story).await.unwrap();
        let again = need::also(desk, &volunteer, need, story).await;
        assert!(matches!(again, Err(Refusal::Done)), "{again:?}");
        let list = need::list(desk, &other, &Wish::default()).await.unwrap();
        assert_eq!(
            list.items[0].evidence,
            samskab_domain::need::Evidence::Several
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_is_added_to_a_draft_or_from_a_story_that_is_gone() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let drafted = written(&town, &coordinator, &[]).await;
        let story = tell(&town, &coordinator, "9000").await;
        let desk = &town.desk;
        let to_draft = need::also(desk, &coordinator, drafted, story).await;
        assert!(matches!(to_draft, Err(Refusal::Missing)), "{to_draft:?}");
        let need = raised(&town).await;
        observation::withdraw(desk, &coordinator, story)
            .await
            .unwrap();
        assert!(need::also(desk, &coordinator, need, story).await.is_err());
    })
    .await;
}

#[test]
fn what_is_marked_is_said_with_its_words_and_once() {
    let marked = observation::marks("Grethe kom. Grethe ringede på 70 12 34 56.");
    let words: Vec<_> = marked.iter().map(|m| m.words.as_str()).collect();
    assert_eq!(words, ["Grethe", "70 12 34 56"]);
}

#[tokio::test]
async fn a_need_finds_the_stories_like_it_and_folds_a_campaign_into_one() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let stranger = town.member_of(Role::Coordinator, town.public).await;
        let need = written(&town, &coordinator, &[]).await;
        let campaign = "Hun kom hjem fra sygehuset uden mad i huset. Gør noget nu!";
        for end in ["", " Del.", " Del!"] {
            said(&town, &coordinator, &format!("{campaign}{end}")).await;
        }
        let milk = said(
            &town,
            &coordinator,
            "Efter hospitalet var der hverken mælk eller brød",
        )
        .await;
        said(&town, &coordinator, "Bussen kører ikke om søndagen").await;
        said(&town, &stranger, "Ingen mad i huset efter sygehuset").await;

        let found = stories(desk, &coordinator, need).await.unwrap();
        assert_eq!(found.len(), 2, "neither the bus nor another circle's story");
        let echoes: Vec<_> = found.iter().map(|a| a.echoes).collect();
        assert_eq!(echoes.iter().sum::<usize>(), 2);
        assert!(found.iter().all(|a| !a.reasons.is_empty()));

        need::link(desk, &coordinator, need, &[milk], false)
            .await
            .unwrap();
        let left = stories(desk, &coordinator, need).await.unwrap();
        assert!(left.iter().all(|a| a.observation.id != milk));
        let out_of_sight = stories(desk, &stranger, need).await;
        assert!(matches!(out_of_sight, Err(Refusal::Missing)));
        let volunteer = town.member(Role::Frontline).await;
        let denied = stories(desk, &volunteer, need).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
    })
    .await;
}

async fn said(town: &Town, actor: &Actor, story: &str) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = Draft {
        story: story.into(),
        source: "saw".into(),
        topic_group: "other".into(),
        area: town.area.to_string(),
        harmless: true,
        ..Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    observation::record(&town.desk, actor, told)
        .await
        .unwrap()
        .id
}
