//! The story of a need: written in its circle, carried by observations, raised for an answer.
mod at_once;
mod carrying;
mod succession;
mod topics;

use samskab_app::answer;
use samskab_app::need::{self, NoteDraft, Wish};
use samskab_app::observation::{self, QuoteDraft, Told};
use samskab_app::{Refusal, journal};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::need::{Draft, Evidence, NoteKind, State};
use samskab_domain::{answer as answer_rules, observation as telling};
use samskab_testkit::{Town, on_every_engine};

/// Tells a story at a place; stories told later have later ids.
pub async fn tell(town: &Town, teller: &Actor, place: &str) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = telling::Draft {
        story: "Køleskabet var tomt, og hun ville ikke være til besvær.".into(),
        source: "saw".into(),
        topic_group: "illness_and_home".into(),
        area: town.area.to_string(),
        place: place.into(),
        ..telling::Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    observation::record(&town.desk, teller, told)
        .await
        .unwrap()
        .id
}

pub fn draft(town: &Town, observations: &[Id]) -> Draft {
    Draft {
        title: "Hjem fra sygehus til et tomt hus".into(),
        statement: "Ældre, der bor alene, kommer hjem til et hus uden mad.".into(),
        area: town.area.to_string(),
        topic_group: "illness_and_home".into(),
        observations: observations.iter().map(Id::to_string).collect(),
        ..Draft::default()
    }
}

pub fn ask(organisations: &[Id]) -> RaiseDraft {
    RaiseDraft {
        organisations: organisations.iter().map(Id::to_string).collect(),
        due: String::new(),
    }
}

pub async fn written(town: &Town, writer: &Actor, observations: &[Id]) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = draft(town, observations);
    need::write(&town.desk, writer, &draft, Language::Danish)
        .await
        .unwrap()
}

async fn state(town: &Town, reader: &Actor, need: Id) -> State {
    let reading = need::read(&town.desk, reader, need).await.unwrap();
    reading.need.state()
}

fn remarked<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> (&'static str, Why) {
    match refused {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("expected remarks, got {other:?}"),
    }
}

#[tokio::test]
async fn a_draft_stays_in_its_circle_and_a_raised_need_is_seen_by_all() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let colleague = town.member(Role::Coordinator).await;
        let neutral = town.member_of(Role::Facilitator, town.public).await;
        let story = tell(&town, &writer, "9000").await;
        let id = written(&town, &writer, &[story]).await;
        let outside = [
            town.member_of(Role::Coordinator, town.public).await,
            town.member_of(Role::Leader, town.public).await,
            town.member(Role::Leader).await,
            town.member(Role::Frontline).await,
            town.member(Role::Researcher).await,
            town.member(Role::Administrator).await,
        ];
        for reader in [&writer, &colleague, &neutral] {
            assert_eq!(state(&town, reader, id).await, State::Draft);
        }
        for reader in &outside {
            let read = need::read(desk, reader, id).await;
            assert!(matches!(read, Err(Refusal::Missing)), "{:?}", reader.role);
            let list = need::list(desk, reader, &Wish::default()).await.unwrap();
            assert!(list.items.is_empty());
        }
        let noted = NoteDraft {
            kind: "idea".into(),
            body: "En pose med mælk og rugbrød.".into(),
            ..NoteDraft::default()
        };
        let refused = need::note(desk, &outside[0], id, &noted, Language::Danish).await;
        assert!(matches!(refused, Err(Refusal::Missing)));

        let asked = ask(&[town.public, town.voluntary, town.public]);
        let answers = need::raise(desk, &colleague, id, &asked).await.unwrap();
        assert_eq!(answers.len(), 2, "each is asked once");
        for reader in &outside {
            assert_eq!(state(&town, reader, id).await, State::Raised);
            let seen = need::list(desk, reader, &Wish::default()).await.unwrap();
            assert_eq!(seen.items.len(), 1);
            assert_eq!(seen.items[0].evidence, Evidence::One);
        }
        let again = need::raise(desk, &colleague, id, &asked).await;
        assert!(matches!(again, Err(Refusal::Done)));
        let outsider = need::raise(desk, &outside[0], id, &asked).await;
        assert!(matches!(outsider, Err(Refusal::Denied(_))));
        let due = answer::read(desk, &neutral, answers[0]).await.unwrap();
        let today = desk.today();
        let days = today.plus_working(answer_rules::DEFAULT_DAYS);
        assert_eq!(due.answer.due(), Some(days));
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_need_without_an_observation_cannot_be_raised() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let id = written(&town, &writer, &[]).await;
        let asked = ask(&[town.public]);
        let expected = ("observations", Why::NeedsObservation);
        assert_eq!(
            remarked(need::raise(desk, &writer, id, &asked).await),
            expected
        );
        let story = tell(&town, &writer, "").await;
        need::link(desk, &writer, id, &[story], true).await.unwrap();
        let carried = need::raise(desk, &writer, id, &asked).await;
        assert_eq!(
            remarked(carried),
            expected,
            "a counter-case carries nothing"
        );
        need::link(desk, &writer, id, &[story], false)
            .await
            .unwrap();
        need::raise(desk, &writer, id, &asked).await.unwrap();
        let unlinked = need::unlink(desk, &writer, id, story).await;
        assert_eq!(remarked(unlinked), expected, "the last one stays");
        assert_eq!(
            need::read(desk, &writer, id).await.unwrap().stories.len(),
            1
        );
        let nobody = need::raise(desk, &writer, id, &ask(&[])).await;
        assert_eq!(remarked(nobody), ("organisations", Why::Missing));
    })
    .await;
}

#[tokio::test]
async fn only_stories_of_ones_own_circle_are_linked_shown_and_taken_out() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let ours = town.member(Role::Coordinator).await;
        let theirs = town.member_of(Role::Coordinator, town.public).await;
        let (story, other) = (
            tell(&town, &ours, "9000").await,
            tell(&town, &theirs, "9220").await,
        );
        let unknown = ("observations", Why::Unknown);
        let sneaked = draft(&town, &[story, other]);
        let refused = need::write(desk, &ours, &sneaked, Language::Danish).await;
        assert_eq!(remarked(refused), unknown);

        let id = written(&town, &ours, &[story]).await;
        let refused = need::link(desk, &ours, id, &[other], false).await;
        assert_eq!(remarked(refused), unknown);
        let hidden = need::link(desk, &theirs, id, &[other], false).await;
        assert!(matches!(hidden, Err(Refusal::Missing)));

        need::raise(desk, &ours, id, &ask(&[town.public]))
            .await
            .unwrap();
        need::link(desk, &theirs, id, &[other], false)
            .await
            .unwrap();
        let seen = need::read(desk, &theirs, id).await.unwrap();
        assert_eq!(seen.evidence, Evidence::BothSectors);
        let shown: Vec<Id> = seen.stories.iter().map(|s| s.observation.id).collect();
        assert_eq!(shown, [other]);
        let taken = need::unlink(desk, &theirs, id, story).await;
        assert!(matches!(taken, Err(Refusal::Missing)));
        need::unlink(desk, &theirs, id, other).await.unwrap();
        let twice = need::unlink(desk, &theirs, id, other).await;
        assert!(matches!(twice, Err(Refusal::Missing)));
        let leader = town.member(Role::Leader).await;
        let refused = need::link(desk, &leader, id, &[story], false).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn another_municipalitys_ids_are_not_there() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let (ours, theirs) = (
            town.member(Role::Facilitator).await,
            other.member(Role::Facilitator).await,
        );
        let foreign = tell(&other, &theirs, "").await;
        let story = tell(&town, &ours, "").await;
        let id = written(&town, &ours, &[story]).await;
        let seen = need::read(desk, &theirs, id).await;
        assert!(matches!(seen, Err(Refusal::Missing)));
        let changed = need::change(desk, &theirs, id, &draft(&other, &[])).await;
        assert!(matches!(changed, Err(Refusal::Missing)));
        let raised = need::raise(desk, &theirs, id, &ask(&[other.public])).await;
        assert!(matches!(raised, Err(Refusal::Missing)));
        let linked = need::link(desk, &ours, id, &[foreign], false).await;
        assert_eq!(remarked(linked), ("observations", Why::Unknown));
        let elsewhere = need::write(desk, &ours, &draft(&other, &[]), Language::Danish).await;
        assert_eq!(remarked(elsewhere), ("area", Why::Unknown));
        let asked = need::raise(desk, &ours, id, &ask(&[other.public])).await;
        assert_eq!(remarked(asked), ("organisations", Why::Unknown));
        assert_eq!(state(&town, &ours, id).await, State::Draft);
    })
    .await;
}

#[tokio::test]
async fn numbers_are_for_the_parties_and_small_ones_for_the_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let one = tell(&town, &writer, "9000").await;
        let two = tell(&town, &writer, "9220").await;
        let three = tell(&town, &writer, "9220").await;
        let other = tell(&town, &writer, "9220").await;
        let id = written(&town, &writer, &[one, two, three]).await;
        need::link(desk, &writer, id, &[other], true).await.unwrap();
        need::raise(desk, &writer, id, &ask(&[town.public]))
            .await
            .unwrap();

        let circle = need::read(desk, &writer, id).await.unwrap();
        let inside = circle.profile.unwrap();
        assert_eq!(circle.evidence, Evidence::One, "one teller is one");
        assert_eq!(inside.observations, Some(3));
        assert_eq!((inside.observers, inside.places), (Some(1), Some(2)));
        assert_eq!(inside.counter, Some(1));

        let asked = town.member_of(Role::Leader, town.public).await;
        let outside = need::read(desk, &asked, id).await.unwrap();
        assert!(outside.stories.is_empty());
        let outside = outside.profile.unwrap();
        assert_eq!(outside.observations, Some(3));
        assert_eq!((outside.observers, outside.places), (None, None));
        assert_eq!(outside.counter, None);

        let researcher = samskab_domain::access::Actor {
            organisation: Id::nil(),
            ..town.member(Role::Researcher).await
        };
        let onlooker = need::read(desk, &researcher, id).await.unwrap();
        assert_eq!(onlooker.profile, None);
    })
    .await;
}

#[tokio::test]
async fn a_need_is_put_better_noted_on_and_seen_differently() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let frontline = town.member_of(Role::Frontline, town.public).await;
        let story = tell(&town, &writer, "").await;
        let quote = QuoteDraft {
            body: "hun ville ikke være til besvær".into(),
            harmless: false,
        };
        let quote = observation::release(desk, &writer, story, &quote, Language::Danish)
            .await
            .unwrap();
        let id = written(&town, &writer, &[story]).await;
        let early = need::see_differently(desk, &writer, id).await;
        assert!(matches!(early, Err(Refusal::Done)));
        need::raise(desk, &writer, id, &ask(&[town.public]))
            .await
            .unwrap();
        let better = Draft {
            title: "Hjem til et tomt hus".into(),
            ..draft(&town, &[])
        };
        need::change(desk, &writer, id, &better).await.unwrap();
        let denied = need::change(desk, &frontline, id, &better).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
        let personal = Draft {
            statement: "Ring til hende på 20 11 22 33".into(),
            ..better.clone()
        };
        let refused = need::change(desk, &writer, id, &personal).await;
        assert_eq!(remarked(refused).0, "statement");
        for kind in ["interpretation", "idea", "taken_back"] {
            let note = NoteDraft {
                kind: kind.into(),
                body: "Vi får først besked, når borgeren er hjemme.".into(),
                heard: "2026-11-20".into(),
                harmless: false,
            };
            town.clock.advance(Moment::SECOND);
            need::note(desk, &frontline, id, &note, Language::Danish)
                .await
                .unwrap();
        }
        let cpr = NoteDraft {
            kind: "idea".into(),
            body: "Spørg 010150-1234".into(),
            harmless: true,
            ..NoteDraft::default()
        };
        let refused = need::note(desk, &frontline, id, &cpr, Language::Danish).await;
        assert_eq!(remarked(refused), ("body", Why::Cpr));
        let named = NoteDraft {
            kind: "idea".into(),
            body: "Spørg Grethe Madsen om nøglen.".into(),
            ..NoteDraft::default()
        };
        let marked = need::note(desk, &frontline, id, &named, Language::Danish).await;
        assert!(matches!(remarked(marked), ("body", Why::Personal { .. })));

        let reading = need::read(desk, &frontline, id).await.unwrap();
        assert_eq!(reading.need.title, "Hjem til et tomt hus");
        assert_eq!(
            (reading.need.state(), reading.need.version),
            (State::Raised, 2)
        );
        assert!(reading.voices.is_empty(), "nobody has looked at it yet");
        let heard = |kind| {
            let note = reading.notes.iter().find(|n| n.kind() == kind).unwrap();
            note.heard().map(|day| day.to_string())
        };
        assert_eq!(heard(NoteKind::Idea), None);
        assert_eq!(heard(NoteKind::TakenBack).as_deref(), Some("2026-11-20"));
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        observation::check_quote(desk, &facilitator, quote)
            .await
            .unwrap();
        let reading = need::read(desk, &frontline, id).await.unwrap();
        assert_eq!(reading.voices.len(), 1);
        assert_eq!(reading.notes.len(), 3);
        assert_eq!(reading.notes[0].kind(), NoteKind::Interpretation);
        assert_eq!(reading.notes[0].organisation, "Hjemmeplejen");
        need::see_differently(desk, &writer, id).await.unwrap();
        assert_eq!(state(&town, &frontline, id).await, State::Differs);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_filtered_and_comes_in_pages() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        for _ in 0..27 {
            written(&town, &writer, &[]).await;
        }
        let first = need::list(desk, &writer, &Wish::default()).await.unwrap();
        assert_eq!(first.items.len(), 25);
        let before = first.next.and_then(|key| key.parse().ok());
        let wish = Wish {
            before,
            state: Some(State::Draft),
            area: Some(town.area),
            ..Wish::default()
        };
        let last = need::list(desk, &writer, &wish).await.unwrap();
        assert_eq!((last.items.len(), last.next), (2, None));
        let raised = Wish {
            state: Some(State::Raised),
            ..Wish::default()
        };
        let none = need::list(desk, &writer, &raised).await.unwrap();
        assert!(none.items.is_empty());
    })
    .await;
}
