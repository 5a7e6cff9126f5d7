//! A large file is read and looked through after it was sent.
use super::{rows_in, terms};
use samskab_app::import::{self, File, Parcel, RunState, Sent};
use samskab_app::{Outcome, Refusal};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

fn parcel(text: String) -> Parcel {
    Parcel {
        files: vec![("tilbud.csv".into(), text.into_bytes())],
        read: File::offers,
    }
}

/// Six hundred offers, one of which has a number that is none.
fn large() -> Parcel {
    let about = "Snak ".repeat(150);
    let rows = (1..=600).map(|n| format!("{n};Kaffe {n};Kom og snak;{about};70 00 00 11\n"));
    let rows: String = rows.collect();
    parcel(format!(
        "id;navn;resumé;beskrivelse;telefon\n{rows}601;Te;Kom og snak;;ingen\n"
    ))
}

async fn later(town: &Town, actor: &Actor, parcel: &Parcel) -> Id {
    match import::send(&town.desk, actor, parcel, &terms("tilbud", DANISH)).await {
        Ok(Sent::Later(id)) => id,
        _ => panic!("it is large"),
    }
}

async fn unpacked(town: &Town, actor: &Actor, parcel: Parcel) -> Id {
    let id = later(town, actor, &parcel).await;
    let sent = (parcel, terms("tilbud", DANISH));
    import::unpack(&town.desk, actor, id, sent, DANISH)
        .await
        .unwrap();
    id
}

fn too_soon(started: &Outcome<()>) -> bool {
    matches!(started, Err(Refusal::Done))
}

#[tokio::test]
async fn what_would_become_of_it_is_found_part_by_part_and_is_what_a_preview_says() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let id = later(&town, &actor, &large()).await;
        let state = async || import::run(desk, &actor, id).await.unwrap().state();
        assert_eq!(state().await, RunState::Unread);
        assert_eq!(
            rows_in(&town, "import_part").await,
            0,
            "nothing of it is anywhere"
        );
        assert!(too_soon(&import::start(desk, &actor, id).await));

        let sent = (large(), terms("tilbud", DANISH));
        import::unpack(desk, &actor, id, sent, DANISH)
            .await
            .unwrap();
        let mut seen = vec![];
        while state().await == RunState::LookedAt {
            assert!(too_soon(&import::start(desk, &actor, id).await));
            seen.push(import::run(desk, &actor, id).await.unwrap().looked());
            import::look_on(desk, m, id).await.unwrap();
        }
        assert_eq!(
            (seen, state().await),
            (vec![0, 200, 400], RunState::Waiting)
        );
        // Once too often.
        import::look_on(desk, m, id).await.unwrap();
        let look = import::looked(desk, &actor, id).await.unwrap();
        let preview = import::preview(desk, &actor, id).await.unwrap();
        assert_eq!(
            (look.added, look.new.len(), look.refused),
            (600, import::NAMED, 1)
        );
        assert_eq!((look.added, look.same), (preview.added.len(), preview.same));
        assert_eq!(look.not_taken, preview.refused);

        import::start(desk, &actor, id).await.unwrap();
        assert_eq!(rows_in(&town, "import_look").await, 0);
        while import::step(desk, &actor, id).await.unwrap() {}
        assert_eq!(import::run(desk, &actor, id).await.unwrap().added, 600);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_says_why_and_is_forgotten_with_all_that_was_seen() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let id = unpacked(
            &town,
            &actor,
            parcel("farve\n".to_owned() + &"rød\n".repeat(90_000)),
        )
        .await;
        let run = import::run(desk, &actor, id).await.unwrap();
        assert_eq!(run.state(), RunState::Broken);
        assert!(
            run.why_broken().unwrap().contains("name"),
            "{:?}",
            run.why_broken()
        );
        import::forget(desk, &actor, id).await.unwrap();
        assert_eq!(rows_in(&town, "import_look").await, 0);

        let id = unpacked(&town, &actor, large()).await;
        let stranger = town.member(Role::Coordinator).await;
        let seen = import::looked(desk, &stranger, id).await;
        assert!(matches!(seen, Err(Refusal::Denied(_))));
        import::forget(desk, &actor, id).await.unwrap();
        import::look_on(desk, town.municipality, id).await.unwrap();
        for table in ["import_run", "import_part", "import_look"] {
            assert_eq!(rows_in(&town, table).await, 0, "{table}");
        }
    })
    .await;
}
