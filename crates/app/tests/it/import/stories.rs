//! Stories out of spreadsheets: looked at before, taken back after, but for what others have built on.
use super::{observations_of, rows_in, sum, terms};
use samskab_app::import::{self, RunState};
use samskab_app::observation::{self, Wish};
use samskab_app::{Refusal, journal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::Language;
use samskab_testkit::{Town, on_every_engine};

const FILE: &[u8] = "story\nBussen kom ikke.\nDer er lang kø.\nRing til 70 12 34 56\n".as_bytes();

#[tokio::test]
async fn stories_are_looked_at_brought_in_and_taken_back() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        let (file, terms) = (observations_of(FILE), terms("kø", Language::Danish));
        let id = import::begin(desk, &actor, &file, &terms).await.unwrap();
        #[derive(FromRow)]
        struct Kept {
            content: serde_json::Value,
        }
        let kept = sql!(
            "select content from import_part where municipality_id = ? and run_id = ?",
            town.municipality,
            id
        );
        let kept: Kept = desk.db.first(kept).await.unwrap().unwrap();
        assert!(
            !kept.content.to_string().contains("70 12"),
            "a refusal keeps nothing"
        );
        let would = import::preview(desk, &actor, id).await.unwrap();
        assert_eq!((would.stories, would.same, would.refused.len()), (2, 0, 1));
        assert_eq!(rows_in(&town, "observation").await, 0);
        while import::step(desk, &actor, id).await.unwrap() {}
        let run = import::run(desk, &actor, id).await.unwrap();
        assert_eq!((sum(&run), run.state()), ((2, 0, 0), RunState::Done));
        let bodies = sql!(
            "select body as content from imported where municipality_id = ? and body is not null",
            town.municipality
        );
        assert!(
            desk.db.first::<Kept>(bodies).await.unwrap().is_none(),
            "words stay in one place"
        );

        let page = observation::inbox(desk, &actor, &Wish::default())
            .await
            .unwrap();
        let built_on = page
            .items
            .iter()
            .find(|o| o.story.contains("kø"))
            .unwrap()
            .id;
        let need = crate::need::draft(&town, &[built_on]);
        samskab_app::need::write(desk, &actor, &need, Language::Danish)
            .await
            .unwrap();
        let undone = import::undo(desk, &actor, id).await.unwrap();
        assert_eq!((undone.removed, undone.kept), (1, 1));
        assert_eq!(rows_in(&town, "observation").await, 1);
        assert!(matches!(
            import::undo(desk, &actor, id).await,
            Err(Refusal::Done)
        ));
        let again = town.bring_in(&actor, &file, &terms).await.unwrap();
        assert_eq!(
            sum(&again),
            (1, 0, 1),
            "what stayed is known, what went comes again"
        );
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}
