//! Finding offers: what sinks, what is searched for, page by page.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
use super::*;
use samskab_app::Page;
use samskab_app::offer::ListItem;

#[tokio::test]
async fn what_nobody_checks_sinks_and_waits_to_be_checked() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let mut made = Vec::new();
        for name in ["Aftenkaffe", "Bingo", "Cykelhold", "Åben dør"] {
            made.push(
                create(desk, &keeper, &named(&town, name), None, DANISH)
                    .await
                    .unwrap(),
            );
        }
        verify(desk, &keeper, made[3]).await.unwrap();
        town.clock.advance(100 * Moment::DAY);
        verify(desk, &keeper, made[2]).await.unwrap();
        // Checked a hundred days ago is due, but does not sink yet.
        let order = ["Cykelhold", "Åben dør", "Aftenkaffe", "Bingo"];
        assert_eq!(names(&town, &Wish::default()).await, order);
        let due = checks(desk, &keeper, &CheckWish::default()).await.unwrap();
        let due: Vec<_> = due.items.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(due.len(), 3);
        assert_eq!(due[2], "Åben dør", "never checked come first");
        town.clock.advance(81 * Moment::DAY);
        let order = ["Cykelhold", "Aftenkaffe", "Bingo", "Åben dør"];
        assert_eq!(names(&town, &Wish::default()).await, order);

        let outsider = town.member_of(Role::Coordinator, town.public).await;
        let none = checks(desk, &outsider, &CheckWish::default())
            .await
            .unwrap();
        assert!(none.items.is_empty());
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let all = checks(desk, &facilitator, &CheckWish::default())
            .await
            .unwrap();
        assert_eq!(all.items.len(), 3, "checked 81 days ago is not due");
    })
    .await;
}

#[tokio::test]
async fn pages_run_on_from_the_checked_to_the_stale() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        for i in 0..30 {
            let draft = named(&town, &format!("Tilbud {i:02}"));
            let offer = create(desk, &keeper, &draft, None, DANISH).await.unwrap();
            if i % 2 == 0 {
                verify(desk, &keeper, offer).await.unwrap();
            }
        }
        let first = page(&town, &Wish::default()).await;
        let wish = Wish {
            after: first.next.clone(),
            ..Wish::default()
        };
        let second = page(&town, &wish).await;
        assert_eq!((first.items.len(), second.items.len()), (25, 5));
        assert_eq!(second.next, None);
        let mut all: Vec<_> = first
            .items
            .iter()
            .chain(&second.items)
            .map(|o| o.id())
            .collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 30);
        assert_eq!(second.items[4].name(), "Tilbud 29");

        let waiting = checks(desk, &keeper, &CheckWish::default()).await.unwrap();
        assert_eq!(waiting.items.len(), 15);
    })
    .await;
}

async fn page(town: &Town, wish: &Wish) -> Page<ListItem> {
    let found = find(&town.desk, town.municipality, wish).await;
    found.unwrap().page
}

#[tokio::test]
async fn a_keeper_s_drafts_come_first_and_none_is_lost_between_pages() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let keeper = town.member(Role::Coordinator).await;
        for i in 0..60 {
            let draft = Draft {
                state: if i < 28 { "draft" } else { "published" }.into(),
                ..named(&town, &format!("Tilbud {i:02}"))
            };
            create(&town.desk, &keeper, &draft, None, DANISH)
                .await
                .unwrap();
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let wish = Wish {
                keeper: Some(keeper.clone()),
                after,
                ..Wish::default()
            };
            let page = page(&town, &wish).await;
            seen.extend(page.items.iter().map(|o| o.name().to_owned()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let all: Vec<_> = (0..60).map(|i| format!("Tilbud {i:02}")).collect();
        assert_eq!(seen, all, "drafts first, each once");
        assert_eq!(
            names(&town, &Wish::default()).await.len(),
            25,
            "citizens meet none"
        );
    })
    .await;
}

#[tokio::test]
async fn search_takes_what_is_typed_as_words() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let mut coffee = named(&town, "Åben kaffe");
        coffee.for_whom = "Alle, 100% gratis".into();
        let id = create(desk, &keeper, &coffee, None, DANISH).await.unwrap();
        create(desk, &keeper, &named(&town, "Bingo"), None, DANISH)
            .await
            .unwrap();
        for (q, hits) in [
            ("aaben", 1),
            ("KAFFE åben", 1),
            ("kaffe bingo", 2),
            ("seniorforeningen", 2),
            ("fjordby hjem", 2),
            ("100%", 1),
            ("%", 2),
            ("_", 2),
            ("\\", 2),
            ("'; drop table offer", 0),
            ("a\0b", 0),
            ("", 2),
        ] {
            assert_eq!(names(&town, &found(q)).await.len(), hits, "{q}");
        }
        let mut tx = desk.db.write().await.unwrap();
        let name = ("offer", id);
        translation::put(
            &mut tx,
            desk,
            town.municipality,
            name,
            "name",
            Language::English,
            "Open coffee",
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let english = Wish {
            language: Language::English,
            ..found("kaffe")
        };
        assert_eq!(names(&town, &english).await, ["Open coffee"]);
        let told = read(desk, town.municipality, None, id, Language::English)
            .await
            .unwrap();
        assert_eq!(told.name.body, "Open coffee");
        assert_eq!(told.summary.language, DANISH);
        assert!(!told.name.outdated());
        let later = Draft {
            summary: "Kaffe og brød hver torsdag".to_owned(),
            ..coffee.clone()
        };
        for (draft, minor, outdated) in [
            (&coffee, false, false),
            (&later, true, false),
            (&coffee, false, true),
        ] {
            let draft = Draft {
                minor,
                ..draft.clone()
            };
            change(desk, &keeper, id, &draft, None).await.unwrap();
            let told = read(desk, town.municipality, None, id, Language::English)
                .await
                .unwrap();
            assert_eq!(told.name.outdated(), outdated, "{}", draft.summary);
        }
    })
    .await;
}
