//! From a problem in practice to a changed practice.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
mod at_once;
mod depth;
mod story;
mod writing;

use samskab_app::initiative::{
    self, EndDraft, JoinDraft, NoteDraft, Origin, Wish, answer_invitation, end, join, note, open,
    start_trial, waiting_for,
};
use samskab_app::observation::{Told, record};
use samskab_app::practice_change::{self, agree, follow_up};
use samskab_app::{Outcome, Refusal, my_day, organisation};
use samskab_database::sql;
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::initiative::{Draft, Gap, State, TrialDraft};
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::observation::Draft as Story;
use samskab_domain::organisation::Draft as OrganisationDraft;
use samskab_domain::practice_change::{Draft as ChangeDraft, OutcomeDraft};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// A story told by `actor`, for her circle only.
pub(crate) async fn story(town: &Town, actor: &Actor) -> Id {
    let draft = Story {
        story: "Køleskabet var tomt, da hun kom hjem.".into(),
        source: "saw".into(),
        topic_group: "illness_and_home".into(),
        area: town.area.to_string(),
        ..Story::default()
    };
    let told = Told {
        draft: &draft,
        language: DANISH,
        submission: None,
        membership: None,
    };
    record(&town.desk, actor, told).await.unwrap().id
}

pub(crate) fn trial(with: Id, area: Option<Id>) -> TrialDraft {
    TrialDraft {
        what: "En ringer dagen før. En er der, når bilen kommer.".into(),
        with: with.to_string(),
        until: "2026-12-21".into(),
        notice: "Der er lys, når hun kommer hjem.".into(),
        area: area.map(|a| a.to_string()).unwrap_or_default(),
        harmless: false,
    }
}

pub(crate) fn change(organisation: Id) -> ChangeDraft {
    ChangeDraft {
        what: "Vi ringer dagen før en hjemkomst.".into(),
        organisation: organisation.to_string(),
        who: "Planlæggeren".into(),
        from: "2026-12-01".into(),
        notice: "Du bliver ringet op.".into(),
        ..ChangeDraft::default()
    }
}

pub(crate) fn opening(town: &Town, parties: &[Id]) -> Draft {
    Draft {
        title: "Nogen i døren".into(),
        problem: "Ældre kommer hjem til et tomt hus.".into(),
        area: town.area.to_string(),
        parties: parties.iter().map(Id::to_string).collect(),
        aim: "At ingen sidder alene.".into(),
        ..Draft::default()
    }
}

/// Opened by `opener`, and all who are invited say yes.
pub(crate) async fn opened_together(town: &Town, opener: &Actor, draft: &Draft) -> Id {
    let desk = &town.desk;
    let id = open(desk, opener, &Origin::default(), draft, DANISH)
        .await
        .unwrap();
    let read = initiative::read(desk, opener, id).await.unwrap();
    for asked in read.invitations {
        let speaks = town.member_of(Role::Leader, asked.organisation_id).await;
        answer_invitation(desk, &speaks, asked.id, true, DANISH)
            .await
            .unwrap();
    }
    id
}

/// A small trial of two practitioners, in the town's own area.
pub(crate) async fn begun(town: &Town, by: &Actor) -> Id {
    let draft = trial(town.public, Some(town.area));
    start_trial(&town.desk, by, None, &draft, DANISH)
        .await
        .unwrap()
}

fn why<T: std::fmt::Debug>(outcome: Outcome<T>) -> (&'static str, Why) {
    match outcome {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("no remark but {other:?}"),
    }
}

fn noted(body: &str) -> NoteDraft {
    NoteDraft {
        kind: "meeting".into(),
        body: body.into(),
        harmless: false,
    }
}

/// Another organisation of a town that otherwise has two.
pub(crate) async fn third(town: &Town, sector: &str, form: &str) -> Id {
    let keeper = town.member(Role::Administrator).await;
    let draft = OrganisationDraft {
        name: format!("Den tredje {sector}"),
        sector: sector.into(),
        form: form.into(),
        ..OrganisationDraft::default()
    };
    organisation::create(&town.desk, &keeper, &draft)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_trial_has_one_from_each_sector() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let birthe = town.member(Role::Frontline).await;
        let desk = &town.desk;
        let alike = third(&town, "voluntary", "informal").await;
        let area = Some(town.area);
        for with in [alike, town.voluntary] {
            let refused = start_trial(desk, &birthe, None, &trial(with, area), DANISH).await;
            assert_eq!(why(refused), ("with", Why::NeedsBothSectors));
        }
        let unknown = trial(Id::from_u128(9), area);
        let refused = start_trial(desk, &birthe, None, &unknown, DANISH).await;
        assert_eq!(why(refused), ("with", Why::Unknown));
        let nowhere = trial(town.public, None);
        let refused = start_trial(desk, &birthe, None, &nowhere, DANISH).await;
        assert_eq!(why(refused), ("area", Why::Missing));

        let id = start_trial(desk, &birthe, None, &trial(town.public, area), DANISH)
            .await
            .unwrap();
        let read = initiative::read(desk, &birthe, id).await.unwrap();
        assert_eq!(read.initiative.title, "En ringer dagen før");
        assert_eq!(read.initiative.state(), State::Trial);
        assert!(read.initiative.lane && read.may_write && read.party);
        assert_eq!(read.parties.len(), 2);
        let practitioner = read.parties.iter().find(|p| p.practitioner).unwrap();
        assert_eq!(practitioner.membership_id, Some(birthe.membership));
        assert!(read.gaps.contains(&Gap::NoPractitioner(Sector::Public)));
        assert!(!read.gaps.contains(&Gap::NoPractitioner(Sector::Voluntary)));
    })
    .await;
}

#[tokio::test]
async fn a_trial_starts_from_a_story_only_within_its_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let told = story(&town, &birthe).await;
        let stranger = town.member_of(Role::Frontline, town.public).await;
        let draft = trial(town.voluntary, None);
        let refused = start_trial(desk, &stranger, Some(told), &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");

        let draft = trial(town.public, None);
        let id = start_trial(desk, &birthe, Some(told), &draft, DANISH)
            .await
            .unwrap();
        let own = initiative::read(desk, &birthe, id).await.unwrap();
        assert_eq!(own.origin.observation, Some(told));
        let other = initiative::read(desk, &stranger, id).await.unwrap();
        assert_eq!(other.origin.observation, None);
    })
    .await;
}

#[tokio::test]
async fn an_initiative_is_opened_with_both_sectors_or_not_at_all() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let from = Origin::default();
        let alone = opening(&town, &[town.public]);
        let refused = open(desk, &leader, &from, &alone, DANISH).await;
        assert_eq!(why(refused), ("parties", Why::NeedsBothSectors));
        let mut marked = opening(&town, &[town.voluntary]);
        marked.problem = "Ring til hende på 20 12 34 56.".into();
        let refused = open(desk, &leader, &from, &marked, DANISH).await;
        assert_eq!(why(refused).0, "problem");
        marked.harmless = true;
        open(desk, &leader, &from, &marked, DANISH).await.unwrap();

        let draft = opening(&town, &[town.voluntary]);
        let id = open(desk, &leader, &from, &draft, DANISH).await.unwrap();
        let read = initiative::read(desk, &leader, id).await.unwrap();
        assert_eq!(read.initiative.state(), State::Problem);
        let own = read.parties.iter().find(|p| p.sector() == Sector::Public);
        assert_eq!(own.unwrap().aim.as_deref(), Some("At ingen sidder alene."));
        assert_eq!(read.parties.len(), 1, "nobody is put into it");

        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let refused = open(desk, &facilitator, &from, &draft, DANISH).await;
        assert_eq!(why(refused), ("parties", Why::NeedsBothSectors));
        let frontline = town.member(Role::Frontline).await;
        let refused = open(desk, &frontline, &from, &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let made_up = Origin {
            answer: Some(Id::from_u128(7)),
            need: None,
        };
        let refused = open(desk, &leader, &made_up, &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn those_chosen_are_invited_and_in_it_from_their_yes() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let from = Origin::default();
        let leader = town.member_of(Role::Leader, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let chair = town.member(Role::Leader).await;
        let birthe = town.member(Role::Frontline).await;
        let learnt = noted("Vi var der.");

        let draft = opening(&town, &[town.voluntary]);
        let id = open(desk, &leader, &from, &draft, DANISH).await.unwrap();
        let read = initiative::read(desk, &birthe, id).await.unwrap();
        assert!(!read.party && !read.may_write);
        assert!(!read.invitations[0].asking);
        for who in [&chair, &birthe] {
            let refused = note(desk, who, id, &learnt, DANISH).await;
            assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
        }
        let theirs = agree(desk, &leader, id, &change(town.voluntary), DANISH).await;
        assert_eq!(why(theirs), ("organisation", Why::Unknown));
        let asked = waiting_for(desk, &chair, 9).await.unwrap();
        assert_eq!(asked[0].initiative_id, id);
        assert!(
            my_day::waiting(desk, &chair)
                .await
                .unwrap()
                .brought_in
                .is_empty()
        );
        answer_invitation(desk, &chair, asked[0].id, true, DANISH)
            .await
            .unwrap();
        note(desk, &birthe, id, &learnt, DANISH).await.unwrap();

        let both = opening(&town, &[town.public, town.voluntary]);
        let id = open(desk, &facilitator, &from, &both, DANISH)
            .await
            .unwrap();
        let read = initiative::read(desk, &facilitator, id).await.unwrap();
        assert_eq!((read.parties.len(), read.invitations.len()), (0, 2));
        assert!(read.may_write && !read.party);
        let asked = waiting_for(desk, &chair, 9).await.unwrap();
        answer_invitation(desk, &chair, asked[0].id, false, DANISH)
            .await
            .unwrap();
        let read = initiative::read(desk, &facilitator, id).await.unwrap();
        assert_eq!((read.parties.len(), read.invitations.len()), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn an_answer_brings_its_need_and_a_need_in_the_making_stays_in_its_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let writer = town.member(Role::Coordinator).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let (need, answer, now) = (desk.id(), desk.id(), desk.now());
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "insert into need (municipality_id, id, area_id, organisation_id, title, statement, language, \
             topic_group, state, version, created_by, created_at) \
             values (?, ?, ?, ?, 'Et tomt hus', 'Ældre kommer hjem alene.', 'da', 'alone', 'draft', 1, ?, ?)",
            m, need, town.area, town.voluntary, writer.membership, now
        ))
        .await
        .unwrap();
        tx.run(sql!(
            "insert into answer (municipality_id, id, need_id, organisation_id, asked_by, asked_at, due_day, \
             kind, language) values (?, ?, ?, ?, ?, ?, '2026-12-21', 'together', 'da')",
            m, answer, need, town.public, writer.membership, now
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();

        let from_need = Origin { need: Some(need), answer: None };
        let from_answer = Origin { need: None, answer: Some(answer) };
        let draft = opening(&town, &[town.voluntary]);
        for from in [&from_need, &from_answer] {
            let refused = open(desk, &leader, from, &draft, DANISH).await;
            assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");
        }
        let own = opening(&town, &[town.public]);
        let early = open(desk, &writer, &from_need, &own, DANISH).await.unwrap();
        let seen = initiative::read(desk, &leader, early).await.unwrap().origin;
        assert!(seen.need.is_none(), "the draft stays in its circle");

        let mut tx = desk.db.write().await.unwrap();
        let raised = "update need set state = 'raised', raised_at = ? where municipality_id = ? and id = ?";
        tx.run(sql!(raised, now, m, need)).await.unwrap();
        tx.commit().await.unwrap();
        let id = open(desk, &leader, &from_answer, &draft, DANISH).await.unwrap();
        let seen = initiative::read(desk, &leader, id).await.unwrap().origin;
        assert_eq!(seen.need.unwrap().id, need);
        assert_eq!(seen.answer.unwrap().organisation_id, town.public);
        let mismatch = Origin { need: Some(Id::from_u128(3)), answer: Some(answer) };
        let refused = open(desk, &leader, &mismatch, &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn another_municipality_s_initiatives_do_not_exist() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let id = begun(&town, &birthe).await;
        let changed = agree(desk, &birthe, id, &change(town.public), DANISH)
            .await
            .unwrap();
        let told = story(&town, &birthe).await;

        let foreign = other.member(Role::Facilitator).await;
        let done = OutcomeDraft {
            outcome: "done".into(),
            ..OutcomeDraft::default()
        };
        for refused in [
            initiative::read(desk, &foreign, id).await.map(drop),
            practice_change::read(desk, &foreign, changed)
                .await
                .map(drop),
            note(desk, &foreign, id, &noted("Hej"), DANISH)
                .await
                .map(drop),
            follow_up(desk, &foreign, changed, &done).await,
            start_trial(
                desk,
                &foreign,
                Some(told),
                &trial(other.public, None),
                DANISH,
            )
            .await
            .map(drop),
        ] {
            assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");
        }
        let borrowed = trial(town.public, Some(other.area));
        let refused = start_trial(desk, &foreign, None, &borrowed, DANISH).await;
        assert_eq!(why(refused), ("with", Why::Unknown));
        let borrowed = trial(other.public, Some(town.area));
        let refused = start_trial(desk, &foreign, None, &borrowed, DANISH).await;
        assert_eq!(why(refused), ("area", Why::Unknown));
        let list = initiative::list(desk, &foreign, &Wish::default()).await;
        assert!(list.unwrap().items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_list_runs_newest_first_page_by_page() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let draft = trial(town.public, Some(town.area));
        for _ in 0..27 {
            town.clock.advance(1_000_000);
            start_trial(desk, &birthe, None, &draft, DANISH)
                .await
                .unwrap();
        }
        let first = initiative::list(desk, &birthe, &Wish::default())
            .await
            .unwrap();
        assert_eq!(first.items.len(), samskab_app::SIZE);
        assert_eq!(first.items[0].parties.len(), 2);
        let wish = Wish {
            before: first.next.and_then(|next| next.parse().ok()),
            state: Some(State::Trial),
            area: Some(town.area),
        };
        let rest = initiative::list(desk, &birthe, &wish).await.unwrap();
        assert_eq!(rest.items.len(), 2);
        assert_eq!(rest.next, None);
    })
    .await;
}
