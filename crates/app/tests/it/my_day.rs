//! What *My day* says is waiting.
use super::need::tell;
use samskab_app::my_day::{MANY, waiting};
use samskab_app::offer::create;
use samskab_database::sql;
use samskab_domain::access::Role;
use samskab_domain::kernel::{Language, Moment};
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn new_stories_no_need_has_gathered_are_counted_up_to_many() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let stories = async || {
            let waiting = waiting(&town.desk, &coordinator).await.unwrap();
            waiting.stories
        };
        tell(&town, &teller, "9000").await;
        town.clock.advance(15 * Moment::DAY);
        assert_eq!(stories().await, 0, "the old one waits no more");
        let gathered = tell(&town, &teller, "9000").await;
        tell(&town, &coordinator, "9000").await;
        assert_eq!(stories().await, 2, "hers is among her organisation's");
        super::need::written(&town, &coordinator, &[gathered]).await;
        assert_eq!(stories().await, 1);
        for _ in 0..MANY {
            tell(&town, &teller, "9000").await;
        }
        assert_eq!(stories().await, MANY);
    })
    .await;
}

#[tokio::test]
async fn an_offer_to_check_is_not_hidden_behind_older_ones_that_still_hold() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let coordinator = town.member(Role::Coordinator).await;
        let today = town.desk.today();
        let mut due = None;
        for (days, cadence) in [(300, 12), (290, 12), (280, 12), (100, 3)] {
            let draft = super::offer::named(&town, &format!("Tilbud {days}"));
            let created = create(&town.desk, &coordinator, &draft, None, Language::Danish).await;
            let id = created.unwrap();
            let mut tx = town.desk.db.write().await.unwrap();
            tx.run(sql!(
                "update offer set checked_day = ?, cadence = ? where municipality_id = ? and id = ?",
                today.plus(-days),
                cadence,
                town.municipality,
                id
            ))
            .await
            .unwrap();
            tx.commit().await.unwrap();
            due = Some(id);
        }
        let waiting = waiting(&town.desk, &coordinator).await.unwrap();
        let ids: Vec<_> = waiting.offers.iter().map(|o| Some(o.id)).collect();
        assert_eq!(ids, [due]);
    })
    .await;
}
