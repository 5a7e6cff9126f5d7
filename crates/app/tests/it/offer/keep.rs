//! What a keeper may not change by changing an offer: other contacts.
use super::{DANISH, named};
use samskab_app::offer::{change, create, draft, read};
use samskab_database::sql;
use samskab_domain::access::Role;
use samskab_domain::offer::Draft;
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
