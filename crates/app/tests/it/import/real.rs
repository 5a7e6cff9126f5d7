//! Data nobody here wrote, where it is present.
use super::{count, observations_of, offer, rows_in, sum, tell, terms};
use samskab_app::import::{self, File, Options, Reason, Run};
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
async fn look_through(town: &Town, actor: &Actor, file: &File, source: &str) -> Run {
    let options = Options {
        looked_through: true,
        ..terms(source, Language::English)
    };
    town.bring_in(actor, file, &options).await.unwrap()
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
        assert_eq!(sheet.sheet().unwrap().rows.len(), 2_591);
        let report = look_through(&town, &actor, &sheet, "comments").await;
        eprintln!("{name}: 2,591 comments in {:?}", begun.elapsed());
        assert_eq!(sum(&report), (2_588, 0, 0));
        let too_long = Reason::Rule(Why::TooLong { max: 1_000 });
        assert!(report.refused().iter().all(|(_, _, why)| *why == too_long));
        assert_eq!(report.refused().len(), 3);
        let copies = sql!(
            "select count(*) as n from imported where municipality_id = ? and occurrence > 1",
            town.municipality
        );
        assert_eq!(count(&town, copies).await, 50);
        let again = look_through(&town, &actor, &sheet, "comments").await;
        assert_eq!(sum(&again), (0, 0, 2_588));
        assert_eq!(rows_in(&town, "observation").await, 2_588);
        let dated = observations_of(dated);
        let report = look_through(&town, &actor, &dated, "dated").await;
        // Some were written month first, as Americans do: those whose day cannot be a month.
        assert_eq!(report.added, 2_487);
        let careful = tell(&town, &actor, &sheet, "Ældre", "careful")
            .await
            .unwrap();
        assert!(
            (2_400..2_500).contains(&careful.added),
            "first names, hospitals called after people, and three that are too long: {}",
            careful.added
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
        File::rows(&bytes).unwrap()
    };
    let (english, arabic) = &(read("services.en.json"), read("services.ar.json"));
    on_every_engine(|engine| async move {
        let name = engine.name;
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let begun = std::time::Instant::now();
        let options = terms("services", Language::English);
        let would = import::begin(&town.desk, &actor, english, &options).await.unwrap();
        let preview = import::preview(&town.desk, &actor, would).await.unwrap();
        eprintln!("{name}: looked at in {:?}", begun.elapsed());
        assert_eq!(preview.added.len(), 562);
        assert!(preview.hidden > 500, "{} have ended long ago", preview.hidden);
        let first = offer(&town, &actor, english, "services", Language::English).await;
        let second = offer(&town, &actor, arabic, "services", Language::Arabic).await;
        eprintln!(
            "{name}: 562 services in two languages in {:?}",
            begun.elapsed()
        );
        assert_eq!((sum(&first), first.refused().len()), ((562, 0, 0), 0));
        assert_eq!((sum(&second), second.refused().len()), ((0, 562, 0), 0));
        assert_eq!(rows_in(&town, "offer").await, 562);
        for (sheet, language) in [(english, Language::English), (arabic, Language::Arabic)] {
            let again = offer(&town, &actor, sheet, "services", language).await;
            assert_eq!(sum(&again), (0, 0, 562));
        }
        let begun = std::time::Instant::now();
        let undone = import::undo(&town.desk, &actor, second.id).await.unwrap();
        assert_eq!(undone.restored, 562);
        let words = sql!(
            "select count(*) as n from translation where municipality_id = ? and subject_kind = 'offer'",
            town.municipality
        );
        assert_eq!(count(&town, words).await, 0);
        let undone = import::undo(&town.desk, &actor, first.id).await.unwrap();
        assert_eq!(undone.removed, 562);
        eprintln!("{name}: both taken back in {:?}", begun.elapsed());
        assert_eq!(rows_in(&town, "offer").await, 0);
        assert_eq!(rows_in(&town, "imported").await, 0);
        assert_eq!(
            journal::check(&town.desk, town.municipality).await.unwrap(),
            None
        );
    })
    .await;
}
