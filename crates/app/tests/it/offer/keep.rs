//! What a keeper may not change by changing an offer: other contacts, and others' changes.
use super::{DANISH, named};
use crate::initiative::{change as agreed, trial};
use samskab_app::Refusal;
use samskab_app::initiative::start_trial;
use samskab_app::offer::{change, create, draft, read};
use samskab_app::organisation;
use samskab_app::practice_change::agree;
use samskab_database::sql;
use samskab_domain::access::Role;
use samskab_domain::offer::Draft;
use samskab_domain::organisation::Draft as OrganisationDraft;
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn a_new_first_contact_leaves_the_others() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        town.clock.advance(1_000_000);
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "insert into contact (municipality_id, id, offer_id, title, from_day) values (?, ?, ?, 'Vagten', ?)",
            m,
            desk.id(),
            offer,
            desk.today()
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let edited = Draft {
            contact_title: "Leder".into(),
            ..draft(desk, &keeper, offer).await.unwrap()
        };
        change(desk, &keeper, offer, &edited, None).await.unwrap();
        let now = read(desk, m, None, offer, DANISH).await.unwrap();
        let mut titles: Vec<_> = now.contacts.iter().map(|c| c.title.as_str()).collect();
        titles.sort_unstable();
        assert_eq!(titles, ["Leder", "Vagten"]);
    })
    .await;
}

#[tokio::test]
async fn an_offer_comes_only_of_a_change_its_bearers_or_keeper_had_a_part_in() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let with = trial(town.public, Some(town.area));
        let initiative = start_trial(desk, &birthe, None, &with, DANISH)
            .await
            .unwrap();
        let because = agree(desk, &birthe, initiative, &agreed(town.public), DANISH)
            .await
            .unwrap();
        let because = Some(because);
        let administrator = town.member(Role::Administrator).await;
        let third = OrganisationDraft {
            name: "De uvedkommende".into(),
            sector: "voluntary".into(),
            form: "informal".into(),
            ..OrganisationDraft::default()
        };
        let third = organisation::create(desk, &administrator, &third)
            .await
            .unwrap();
        let outsider = town.member_of(Role::Leader, third).await;
        let facilitator = town.member_of(Role::Facilitator, third).await;
        let mut offered = Draft {
            bearers: vec![third.to_string()],
            effect: "new".into(),
            ..named(&town, "Kaffe")
        };
        let refused = create(desk, &outsider, &offered, because, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
        let offer = create(desk, &outsider, &offered, None, DANISH)
            .await
            .unwrap();
        let refused = change(desk, &outsider, offer, &offered, because).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
        change(desk, &facilitator, offer, &offered, because)
            .await
            .unwrap();
        offered.bearers.push(town.voluntary.to_string());
        create(desk, &outsider, &offered, because, DANISH)
            .await
            .unwrap();
    })
    .await;
}
