//! Areas, organisations, people, topics and settings: who may, what holds, what comes of it.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not there"
)]
use samskab_app::person::{self, Invitation, Wish};
use samskab_app::{Desk, Refusal, area, journal, municipality, organisation, session, topic};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Role, Sector};
use samskab_domain::kernel::{Id, Language, Remark, Why};
use samskab_domain::municipality::SettingsDraft;
use samskab_domain::{
    area as area_rules, organisation as organisation_rules, person as person_rules,
    topic as topic_rules,
};
use samskab_testkit::{Town, on_every_engine};

mod people;

fn remarks<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> Vec<Remark> {
    match refused.unwrap_err() {
        Refusal::Remarks(remarks) => remarks,
        other => panic!("not remarks: {other}"),
    }
}

fn remark(field: &'static str, why: Why) -> Vec<Remark> {
    vec![Remark { field, why }]
}

fn invitation(email: &str, organisation: Id) -> Invitation {
    Invitation {
        person: person_rules::Draft {
            name: "Birthe Holm".into(),
            email: email.into(),
            ..person_rules::Draft::default()
        },
        membership: person_rules::MembershipDraft {
            organisation: organisation.to_string(),
            role: "coordinator".into(),
            ..person_rules::MembershipDraft::default()
        },
    }
}

fn group(name: &str, cvr: &str) -> organisation_rules::Draft {
    organisation_rules::Draft {
        name: name.into(),
        sector: "voluntary".into(),
        form: "informal".into(),
        cvr: cvr.into(),
        ..organisation_rules::Draft::default()
    }
}

#[derive(FromRow)]
struct Count {
    n: i64,
}

async fn waiting_mails(desk: &Desk, municipality: Id) -> i64 {
    let sql = sql!(
        "select count(*) as n from mail where municipality_id = ?",
        municipality
    );
    desk.db.first::<Count>(sql).await.unwrap().unwrap().n
}

#[tokio::test]
async fn only_administrators_keep_who_is_who() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        for role in [
            Role::Frontline,
            Role::Coordinator,
            Role::Leader,
            Role::Facilitator,
            Role::Researcher,
        ] {
            let actor = town.member_of(role, town.public).await;
            let area = area_rules::Draft {
                name: "Flygtninge".into(),
                ..area_rules::Draft::default()
            };
            let refused = [
                area::create(desk, &actor, &area).await.err(),
                area::close(desk, &actor, town.area).await.err(),
                organisation::create(desk, &actor, &group("Naboerne", ""))
                    .await
                    .err(),
                organisation::close(desk, &actor, town.voluntary)
                    .await
                    .err(),
                person::invite(desk, &actor, &invitation("b@town.example", town.public))
                    .await
                    .err(),
                person::list(desk, &actor, &Wish::default()).await.err(),
                topic::create(desk, &actor, &topic_rules::Draft::default())
                    .await
                    .err(),
                municipality::change(desk, &actor, &SettingsDraft::default())
                    .await
                    .err(),
            ];
            for refusal in refused {
                assert!(
                    matches!(refusal, Some(Refusal::Denied(_))),
                    "{role:?}: {refusal:?}"
                );
            }
        }
        assert_eq!(waiting_mails(desk, town.municipality).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_area_is_added_renamed_and_closed() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let mut draft = area_rules::Draft {
            name: "Flygtninge".into(),
            names: vec![(Language::English, "Refugees".into())],
            answer_days: "10".into(),
        };
        let id = area::create(desk, &keeper, &draft).await.unwrap();
        assert_eq!(area::answer_days(desk, m, id).await.unwrap(), 10);
        assert_eq!(
            remarks(area::create(desk, &keeper, &draft).await),
            remark("name", Why::Taken)
        );
        draft.answer_days = "0".into();
        let why = Why::NotInRange { min: 1, max: 120 };
        assert_eq!(
            remarks(area::change(desk, &keeper, id, &draft).await),
            remark("answer_days", why)
        );
        draft.answer_days = String::new();
        draft.names.clear();
        area::change(desk, &keeper, id, &draft).await.unwrap();
        assert_eq!(area::answer_days(desk, m, id).await.unwrap(), 20);
        let names: Vec<_> = area::list(desk, m, Language::English).await.unwrap();
        let names: Vec<_> = names.into_iter().map(|a| a.name).collect();
        assert_eq!(names, ["Flygtninge", "Elderly"]);
        area::close(desk, &keeper, id).await.unwrap();
        assert!(matches!(
            area::close(desk, &keeper, id).await,
            Err(Refusal::Missing)
        ));
        assert_eq!(
            area::list(desk, m, Language::Danish).await.unwrap().len(),
            1
        );
        assert_eq!(journal::check(desk, m).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_needs_no_cvr_number_and_departments_share_one_that_holds() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        organisation::create(desk, &keeper, &group("Naboerne", ""))
            .await
            .unwrap();
        organisation::create(desk, &keeper, &group("De andre naboer", ""))
            .await
            .unwrap();
        let wrong = organisation::create(desk, &keeper, &group("Ny", "29189421")).await;
        assert_eq!(remarks(wrong), remark("cvr", Why::NotACvr));
        let id = organisation::create(desk, &keeper, &group("Ny", "29 18 94 20"))
            .await
            .unwrap();
        organisation::create(desk, &keeper, &group("Nyere", "29189420"))
            .await
            .unwrap();
        let mut draft = organisation::draft(desk, town.municipality, id)
            .await
            .unwrap();
        assert_eq!(draft.cvr, "29189420");
        draft.areas = vec![town.area.to_string(), town.area.to_string()];
        organisation::change(desk, &keeper, id, &draft)
            .await
            .unwrap();
        let draft = organisation::draft(desk, town.municipality, id)
            .await
            .unwrap();
        assert_eq!(draft.areas, [town.area.to_string()]);
    })
    .await;
}

#[tokio::test]
async fn another_municipalitys_ids_are_not_known_here() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let mut draft = group("Naboerne", "");
        draft.areas = vec![other.area.to_string()];
        let refused = organisation::create(desk, &keeper, &draft).await;
        assert_eq!(remarks(refused), remark("areas", Why::Unknown));
        let refused =
            person::invite(desk, &keeper, &invitation("b@town.example", other.public)).await;
        assert_eq!(remarks(refused), remark("organisation", Why::Unknown));
        let mut foreign = invitation("b@town.example", town.public);
        foreign.membership.areas = vec![other.area.to_string()];
        let refused = person::invite(desk, &keeper, &foreign).await;
        assert_eq!(remarks(refused), remark("areas", Why::Unknown));
        let stranger = other.member(Role::Frontline).await;
        for refusal in [
            organisation::close(desk, &keeper, other.public).await.err(),
            area::close(desk, &keeper, other.area).await.err(),
            person::leave(desk, &keeper, stranger.person).await.err(),
            person::end_membership(desk, &keeper, stranger.membership)
                .await
                .err(),
            person::read(desk, &keeper, stranger.person).await.err(),
            person::give_membership(
                desk,
                &keeper,
                stranger.person,
                &invitation("", town.public).membership,
            )
            .await
            .err(),
        ] {
            assert!(matches!(refusal, Some(Refusal::Missing)), "{refusal:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn closing_an_organisation_signs_its_members_out() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let (cookie, _) = town.session(Role::Coordinator, town.voluntary).await;
        assert!(session::find(desk, m, &cookie).await.unwrap().is_some());
        organisation::close(desk, &keeper, town.voluntary)
            .await
            .unwrap();
        assert!(session::find(desk, m, &cookie).await.unwrap().is_none());
        let wish = organisation::Wish {
            sector: Some(Sector::Voluntary),
            after: None,
        };
        assert!(
            organisation::list(desk, m, &wish)
                .await
                .unwrap()
                .items
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_topic_is_added_moved_and_taken_out_of_use() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let mut draft = topic_rules::Draft {
            name: "Cykelhjælp".into(),
            names: vec![
                (Language::English, "Help with bicycles".into()),
                (Language::Arabic, "مساعدة في الدراجات".into()),
            ],
            group: "getting_about".into(),
            kle: "05.01".into(),
        };
        let id = topic::create(desk, &keeper, &draft).await.unwrap();
        assert_eq!(
            remarks(topic::create(desk, &keeper, &draft).await),
            remark("name", Why::Taken)
        );
        draft.group = "nowhere".into();
        assert_eq!(
            remarks(topic::change(desk, &keeper, id, &draft).await),
            remark("group", Why::Unknown)
        );
        draft.group = "alone".into();
        topic::change(desk, &keeper, id, &draft).await.unwrap();
        let kept = topic::draft(desk, m, id).await.unwrap();
        assert_eq!(
            (kept.group.as_str(), kept.named(Language::Arabic)),
            ("alone", "مساعدة في الدراجات")
        );
        topic::retire(desk, &keeper, id).await.unwrap();
        assert!(matches!(
            topic::draft(desk, m, id).await,
            Err(Refusal::Missing)
        ));
        let listed = topic::list(desk, m, Language::Danish).await.unwrap();
        assert!(listed.iter().all(|t| t.id != id));
    })
    .await;
}

#[tokio::test]
async fn settings_are_kept_only_when_all_of_them_hold() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let mut draft = SettingsDraft {
            name: "Prøvestad Kommune".into(),
            primary: "#ffcc00".into(),
            answer_days: "15".into(),
        };
        let refused = municipality::change(desk, &keeper, &draft).await;
        assert_eq!(remarks(refused), remark("primary", Why::TooPale));
        assert_eq!(
            municipality::find(desk, &town.slug)
                .await
                .unwrap()
                .answer_days,
            20
        );
        draft.primary = "#0B5C6B".into();
        municipality::change(desk, &keeper, &draft).await.unwrap();
        let kept = municipality::find(desk, &town.slug).await.unwrap();
        assert_eq!(
            (kept.primary_colour.as_str(), kept.answer_days),
            ("#0b5c6b", 15)
        );
    })
    .await;
}
