//! Data nobody here wrote, where it is present.
use super::{count, observations_of, offer, rows_in, tell};
use samskab_app::import::{self, ObservationDefaults, Reason, Report, Sheet};
use samskab_app::journal;
use samskab_database::sql;
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Language, Why};
use samskab_testkit::{Town, on_every_engine, real_data};

#[derive(serde::Deserialize)]
struct Comment {
    text: String,
    date: String,
}

/// Real comments as the CSV another program would write, with their dates or without.
fn as_csv(lines: &str, dated: bool) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let header: &[&str] = if dated {
        &["Comment", "Dato"]
    } else {
        &["Comment"]
    };
    writer.write_record(header).unwrap();
    for line in lines.lines() {
        let comment: Comment = serde_json::from_str(line).unwrap();
        let cells = [comment.text, comment.date];
        writer.write_record(&cells[..header.len()]).unwrap();
    }
    writer.into_inner().unwrap()
}

/// Brought in by someone who has read the file.
async fn look_through(town: &Town, actor: &Actor, sheet: &Sheet, source: &str) -> Report {
    let defaults = ObservationDefaults {
        area: "Ældre".into(),
        looked_through: true,
        ..ObservationDefaults::default()
    };
    let desk = &town.desk;
    import::observations(desk, actor, sheet, &defaults, source, Language::English)
        .await
        .unwrap()
}

#[tokio::test]
async fn real_comments_come_in_but_for_three_that_are_too_long() {
    let Some(folder) = real_data("import") else {
        return;
    };
    let lines = std::fs::read_to_string(folder.join("patterns/patient-comments.en.jsonl")).unwrap();
    let (file, dated) = &(as_csv(&lines, false), as_csv(&lines, true));
    on_every_engine(|engine| async move {
        let name = engine.name;
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let begun = std::time::Instant::now();
        let sheet = observations_of(file);
        assert_eq!(sheet.rows.len(), 2_591);
        let report = look_through(&town, &actor, &sheet, "comments").await;
        eprintln!("{name}: 2,591 comments in {:?}", begun.elapsed());
        assert_eq!((report.taken, report.already), (2_588, 0));
        let too_long = vec![("story", Reason::Rule(Why::TooLong { max: 1_000 }))];
        assert!(report.refused.iter().all(|r| r.reasons == too_long));
        assert_eq!(report.refused.len(), 3);
        let copies = sql!(
            "select count(*) as n from imported where municipality_id = ? and occurrence > 1",
            town.municipality
        );
        assert_eq!(count(&town, copies).await, 50);
        let again = look_through(&town, &actor, &sheet, "comments").await;
        assert_eq!((again.taken, again.already), (0, 2_588));
        assert_eq!(rows_in(&town, "observation").await, 2_588);
        let dated = observations_of(dated);
        let report = look_through(&town, &actor, &dated, "dated").await;
        // Some were written month first, as Americans do: those whose day cannot be a month.
        assert_eq!((report.taken, report.refused.len()), (2_487, 104));
        let careful = tell(&town, &actor, &sheet, "Ældre", "careful")
            .await
            .unwrap();
        assert!(
            (2_400..2_500).contains(&careful.taken),
            "first names, hospitals called after people, and three that are too long: {}",
            careful.taken
        );
        assert_eq!(
            journal::check(&town.desk, town.municipality).await.unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn real_services_come_in_in_english_and_get_their_arabic_words() {
    let Some(folder) = real_data("import") else {
        return;
    };
    let read = |name: &str| {
        let bytes = std::fs::read(folder.join("refugee-services").join(name)).unwrap();
        import::read_geojson(&bytes).unwrap()
    };
    let (english, arabic) = &(read("services.en.json"), read("services.ar.json"));
    on_every_engine(|engine| async move {
        let name = engine.name;
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let begun = std::time::Instant::now();
        let first = offer(&town, &actor, english, "services", Language::English).await;
        let second = offer(&town, &actor, arabic, "services", Language::Arabic).await;
        eprintln!(
            "{name}: 562 services in two languages in {:?}",
            begun.elapsed()
        );
        assert_eq!(
            (first.taken, first.translated, first.refused.len()),
            (562, 0, 0)
        );
        assert_eq!(
            (second.taken, second.translated, second.refused.len()),
            (562, 562, 0)
        );
        assert_eq!(rows_in(&town, "offer").await, 562);
        for (sheet, language) in [(english, Language::English), (arabic, Language::Arabic)] {
            let again = offer(&town, &actor, sheet, "services", language).await;
            assert_eq!((again.taken, again.already), (0, 562));
        }
        assert_eq!(
            journal::check(&town.desk, town.municipality).await.unwrap(),
            None
        );
    })
    .await;
}
