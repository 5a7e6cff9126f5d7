//! Services nobody here wrote, most of them long out of date.
use super::work;
use samskab_app::import;
use samskab_app::offer::{CheckWish, Wish, checks, find, follow_all, verify};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Language, Moment};
use samskab_testkit::{Town, on_every_engine, real_data};

#[derive(FromRow)]
struct Counts {
    all_of_them: i64,
    checked: i64,
}

async fn counts(town: &Town) -> Counts {
    let sql = sql!(
        "select count(*) as all_of_them, count(checked_day) as checked from offer where municipality_id = ?",
        town.municipality
    );
    town.desk.db.first(sql).await.unwrap().unwrap()
}

/// How many a visitor finds, page by page, once the index has come along.
async fn found(town: &Town, keeper: Option<&Actor>) -> usize {
    follow_all(&town.desk).await.unwrap();
    let (mut count, mut after) = (0, None);
    loop {
        let wish = Wish {
            keeper: keeper.cloned(),
            after,
            ..Wish::default()
        };
        let page = find(&town.desk, town.municipality, &wish)
            .await
            .unwrap()
            .page;
        count += page.items.len();
        after = page.next;
        if after.is_none() {
            return count;
        }
    }
}

#[tokio::test]
async fn of_services_that_ended_years_ago_citizens_meet_none_and_one_mail_asks_about_them_all() {
    let Some(folder) = real_data("upkeep") else {
        return;
    };
    let read = |name: &str| {
        let bytes = std::fs::read(folder.join("refugee-services").join(name)).unwrap();
        import::File::rows(&bytes).unwrap()
    };
    let (english, arabic) = &(read("services.en.json"), read("services.ar.json"));
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        for (sheet, language) in [(english, Language::English), (arabic, Language::Arabic)] {
            crate::import::offer(&town, &facilitator, sheet, "services", language).await;
        }
        let kept = counts(&town).await;
        assert_eq!(
            (kept.all_of_them, kept.checked),
            (562, 0),
            "coming in is no check"
        );
        assert_eq!(
            found(&town, None).await,
            0,
            "each ended years ago, says its source"
        );
        assert_eq!(found(&town, Some(&facilitator)).await, 562);

        work(&town).await;
        town.clock.advance(Moment::DAY);
        let letters = work(&town).await;
        let about: Vec<_> = letters
            .iter()
            .filter(|(_, text)| text.contains("/still-right/"))
            .collect();
        assert_eq!(
            about.len(),
            1,
            "the importer's organisation bears them: one mail, not 562"
        );
        assert!(about[0].1.contains("562"));

        let page = checks(&town.desk, &facilitator, &CheckWish::default())
            .await
            .unwrap();
        for offer in &page.items {
            verify(&town.desk, &facilitator, offer.id).await.unwrap();
        }
        assert_eq!(
            found(&town, None).await,
            page.items.len(),
            "those somebody vouches for are back"
        );
        // To January 2016: of those that ran till May 2015 or longer, 101 were still to be met.
        town.clock.advance(-3_976 * Moment::DAY);
        let then = found(&town, None).await;
        assert!((101..=126).contains(&then), "{then}");
    })
    .await;
}
