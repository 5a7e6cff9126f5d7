//! The journal's chain shows what was done to it.
use samskab_app::journal::{Fault, check};
use samskab_database::sql;
use samskab_domain::access::Role;
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn a_changed_row_and_a_row_cut_off_both_show() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        town.member(Role::Frontline).await;
        let m = town.municipality;
        assert_eq!(check(&town.desk, m).await.unwrap(), None);

        let mut tx = town.desk.db.write().await.unwrap();
        tx.run(sql!(
            "update journal set verb = ? where municipality_id = ? and sequence = 2",
            "left",
            m
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            check(&town.desk, m).await.unwrap(),
            Some(Fault::Broken { sequence: 2 })
        );

        let mut tx = town.desk.db.write().await.unwrap();
        tx.run(sql!(
            "delete from journal where municipality_id = ? and sequence > 1",
            m
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            check(&town.desk, m).await.unwrap(),
            Some(Fault::CutShort { sequence: 1 })
        );
    })
    .await;
}

#[tokio::test]
async fn erasing_who_it_was_leaves_the_chain_whole() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        town.member(Role::Frontline).await;
        let mut tx = town.desk.db.write().await.unwrap();
        tx.run(sql!(
            "update journal set membership_id = null, salt = null where municipality_id = ?",
            town.municipality
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(check(&town.desk, town.municipality).await.unwrap(), None);
    })
    .await;
}
