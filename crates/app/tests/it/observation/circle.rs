//! Who reads and writes for whom, where several organisations and areas meet.
use super::{draft, tell};
use samskab_app::Refusal;
use samskab_app::observation::{Wish, inbox, own, read};
use samskab_database::sql;
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::Id;
use samskab_domain::observation::Draft;
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn a_facilitator_of_one_area_reads_wide_stories_of_the_others() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let wide = Draft {
            circle: "wide".into(),
            ..draft(&town, "Bussen holder 400 meter væk.")
        };
        let shared = tell(&town, &teller, &wide).await.unwrap();
        let close = tell(&town, &teller, &draft(&town, "Kun for os")).await;
        let elsewhere = Actor {
            areas: vec![town.desk.id()],
            ..town.member_of(Role::Facilitator, town.public).await
        };
        assert!(read(&town.desk, &elsewhere, shared).await.is_ok());
        let refused = read(&town.desk, &elsewhere, close.unwrap()).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
        let page = inbox(&town.desk, &elsewhere, &Wish::default()).await;
        let ids: Vec<_> = page.unwrap().items.iter().map(|o| o.id).collect();
        assert_eq!(ids, [shared]);
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_for_one_who_has_not_begun_or_tells_nothing() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let soon = town.member(Role::Frontline).await;
        let mut tx = town.desk.db.write().await.unwrap();
        let later = sql!(
            "update membership set from_day = ? where municipality_id = ? and id = ?",
            town.desk.today().plus(1),
            town.municipality,
            soon.membership
        );
        tx.run(later).await.unwrap();
        tx.commit().await.unwrap();
        for other in [
            soon,
            town.member(Role::Researcher).await,
            town.member(Role::Administrator).await,
        ] {
            let for_other = Draft {
                teller: other.membership.to_string(),
                ..draft(&town, "Hun sagde det til mig.")
            };
            let refused = tell(&town, &facilitator, &for_other).await;
            assert!(
                matches!(&refused, Err(Refusal::Remarks(r)) if r[0].field == "teller"),
                "{:?}: {refused:?}",
                other.role
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_inbox_holds_what_may_be_read_and_nothing_else() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let mut stories = Vec::new();
        let other = town.member_of(Role::Frontline, town.public).await;
        let hers_elsewhere = town.member_of(Role::Frontline, town.public).await;
        for teller in [
            &town.member(Role::Frontline).await,
            &coordinator,
            &other,
            &hers_elsewhere,
        ] {
            for circle in ["close", "wide"] {
                town.clock.advance(1_000_000);
                let told = Draft {
                    circle: circle.into(),
                    ..draft(&town, "Noget")
                };
                stories.push(tell(&town, teller, &told).await.unwrap());
            }
        }
        let mut tx = town.desk.db.write().await.unwrap();
        let same_person = sql!(
            "update membership set person_id = ? where municipality_id = ? and id = ?",
            coordinator.person,
            town.municipality,
            hers_elsewhere.membership
        );
        tx.run(same_person).await.unwrap();
        tx.commit().await.unwrap();
        stories.reverse();
        let neutral = town.member_of(Role::Facilitator, town.public).await;
        for (who, expected) in [
            (&coordinator, 7),
            (&neutral, 8),
            (&limited(&neutral, vec![town.area]), 8),
            (&limited(&neutral, vec![town.desk.id()]), 4),
        ] {
            let mut readable = Vec::new();
            for &id in &stories {
                if read(&town.desk, who, id).await.is_ok() {
                    readable.push(id);
                }
            }
            assert_eq!(readable.len(), expected);
            let page = inbox(&town.desk, who, &Wish::default()).await.unwrap();
            let shown: Vec<_> = page.items.iter().map(|o| o.id).collect();
            assert_eq!(shown, readable, "{}: {:?}", engine.name, who.role);
        }
        let mine = own(&town.desk, &coordinator, &Wish::default()).await;
        assert_eq!(mine.unwrap().items.len(), 4, "under both memberships");
    })
    .await;
}

fn limited(facilitator: &Actor, areas: Vec<Id>) -> Actor {
    Actor {
        areas,
        ..facilitator.clone()
    }
}
