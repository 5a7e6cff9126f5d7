//! Files come in whole rows, once, and say what they could not give.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not there"
)]
use samskab_app::import::{self, File, Options, Reason, Run};
use samskab_app::{Outcome, Refusal, journal, observation};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Coded, Language, PersonalKind, Why};
use samskab_testkit::{Town, on_every_engine};
use std::collections::BTreeMap;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/import/",
            $name
        ))
    };
}
use fixture;

mod again;
mod hsds;
mod look;
mod offers;
mod real;
mod stories;

#[derive(FromRow)]
struct Count {
    n: i64,
}

async fn count(town: &Town, sql: Sql) -> i64 {
    town.desk.db.first::<Count>(sql).await.unwrap().unwrap().n
}

async fn rows_in(town: &Town, table: &'static str) -> i64 {
    let sql = sql!("select count(*) as n from ")
        .text(table)
        .and(" where municipality_id = ?", [town.municipality.into()]);
    count(town, sql).await
}

async fn tell(town: &Town, actor: &Actor, file: &File, area: &str, source: &str) -> Outcome<Run> {
    let options = Options {
        area: area.into(),
        source: source.into(),
        language: "da".into(),
        ..Options::default()
    };
    town.bring_in(actor, file, &options).await
}

fn terms(source: &str, language: Language) -> Options {
    Options {
        area: "Ældre".into(),
        source: source.into(),
        language: language.code().into(),
        ..Options::default()
    }
}

pub async fn offer(
    town: &Town,
    actor: &Actor,
    file: &File,
    source: &str,
    language: Language,
) -> Run {
    let run = town.bring_in(actor, file, &terms(source, language)).await;
    run.unwrap()
}

/// How many are new, changed, and as they were.
fn sum(run: &Run) -> (i64, i64, i64) {
    (run.added, run.changed, run.same)
}

fn observations_of(bytes: &[u8]) -> File {
    File::observations(bytes).unwrap()
}

type Reasons = BTreeMap<usize, Vec<(String, Reason)>>;

fn reasons(run: &Run) -> Reasons {
    let mut reasons = Reasons::new();
    for (line, column, reason) in run.refused() {
        reasons.entry(line).or_default().push((column, reason));
    }
    reasons
}

fn expected<const N: usize>(all: [(usize, Vec<(&str, Reason)>); N]) -> Reasons {
    let named = |(column, reason): (&str, Reason)| (column.to_owned(), reason);
    let lines = all.into_iter();
    lines
        .map(|(line, list)| (line, list.into_iter().map(named).collect()))
        .collect()
}

#[tokio::test]
async fn a_danish_spreadsheet_comes_in_and_says_what_it_could_not_give() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let sheet = observations_of(fixture!("observations-excel-da.csv"));
        let report = tell(&town, &actor, &sheet, "", "excel").await.unwrap();
        assert_eq!(report.passed_over(), ["Farve"]);
        assert_eq!(sum(&report), (4, 0, 0));
        let phone = Why::Personal {
            kind: PersonalKind::Phone,
        };
        let email = Why::Personal {
            kind: PersonalKind::Email,
        };
        let wanted = expected([
            (6, vec![("Fortælling", Reason::Rule(phone))]),
            (7, vec![("Fortælling", Reason::Rule(Why::Cpr))]),
            (8, vec![("Fortælling", Reason::Rule(email))]),
            (
                9,
                vec![
                    ("Område", Reason::NoSuchArea),
                    ("Dato", Reason::Rule(Why::NotADate)),
                    ("Hvor ved du det fra?", Reason::Rule(Why::Unknown)),
                    ("Postnummer", Reason::Rule(Why::NotAPostcode)),
                ],
            ),
            (10, vec![("Fortælling", Reason::Rule(Why::Missing))]),
            (11, vec![("Fortælling", Reason::TooManyCells)]),
        ]);
        assert_eq!(reasons(&report), wanted);
        let page = observation::inbox(&town.desk, &actor, &observation::Wish::default())
            .await
            .unwrap();
        let bus = page.items.last().unwrap();
        assert_eq!(
            bus.story,
            "Bussen kom ikke.\nHun ventede i \"en time\"; i regnen."
        );
        assert_eq!(bus.place.as_deref(), Some("9000"));
        assert_eq!(
            samskab_domain::calendar::Day::of(bus.created_at()).to_string(),
            "2026-09-30"
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_file_twice_adds_nothing_and_another_source_is_another_file() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let sheet = observations_of(fixture!("observations-excel-da.csv"));
        let before = rows_in(&town, "journal").await;
        tell(&town, &actor, &sheet, "Ældre", "excel").await.unwrap();
        let entries = rows_in(&town, "journal").await;
        assert_eq!(entries, before + 1);
        let again = tell(&town, &actor, &sheet, "Ældre", "excel").await.unwrap();
        assert_eq!((sum(&again), reasons(&again).len()), ((0, 0, 4), 6));
        assert_eq!(rows_in(&town, "observation").await, 4);
        assert_eq!(rows_in(&town, "journal").await, entries);
        let other = tell(&town, &actor, &sheet, "Ældre", "another")
            .await
            .unwrap();
        assert_eq!(other.added, 4);
        assert_eq!(
            journal::check(&town.desk, town.municipality).await.unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn one_copy_more_in_a_later_file_is_one_row_more() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let file = |copies: usize| format!("story\n{}", "Der er lang kø.\n".repeat(copies));
        let taken = async |copies| {
            let sheet = observations_of(file(copies).as_bytes());
            tell(&town, &actor, &sheet, "elderly", "kø")
                .await
                .unwrap()
                .added
        };
        assert_eq!([taken(2).await, taken(3).await, taken(1).await], [2, 1, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_large_file_comes_in_part_by_part_and_each_is_gone_when_it_is_in() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let others: String = (0..448).map(|i| format!("Bus {i} kom ikke.\n")).collect();
        let file = format!("story\nDer er lang kø.\n{others}Der er lang kø.\n");
        let (file, terms) = (
            observations_of(file.as_bytes()),
            terms("kø", Language::Danish),
        );
        let id = import::begin(&town.desk, &actor, &file, &terms).await;
        let id = id.unwrap();
        let would = import::preview(&town.desk, &actor, id).await.unwrap();
        assert_eq!(would.stories, 450);
        let mut waiting = vec![rows_in(&town, "import_part").await];
        while import::step(&town.desk, &actor, id).await.unwrap() {
            waiting.push(rows_in(&town, "import_part").await);
        }
        assert_eq!(waiting, [3, 2, 1]);
        assert_eq!(rows_in(&town, "import_part").await, 0);
        let run = import::run(&town.desk, &actor, id).await.unwrap();
        assert_eq!(
            (sum(&run), run.done),
            ((450, 0, 0), 450),
            "copies lie in two parts"
        );
    })
    .await;
}

#[tokio::test]
async fn columns_a_file_lacks_are_filled_in_and_the_area_must_be_known() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let sheet = observations_of(fixture!("observations-en.csv"));
        let refused = tell(&town, &actor, &sheet, "Flygtninge", "en").await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        let without = tell(&town, &actor, &sheet, "", "en").await;
        assert!(matches!(without, Err(Refusal::Remarks(_))));
        let area = town.area.to_string();
        let there = tell(&town, &actor, &sheet, &area, "en").await.unwrap();
        assert_eq!(there.added, 2);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_may_import_do_and_only_into_areas_they_cover() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let sheet = observations_of(fixture!("observations-en.csv"));
        for role in [
            Role::Frontline,
            Role::Coordinator,
            Role::Leader,
            Role::Researcher,
        ] {
            let actor = town.member(role).await;
            let refused = tell(&town, &actor, &sheet, "Ældre", "en").await;
            assert!(matches!(refused, Err(Refusal::Denied(_))), "{role:?}");
            let mail = address(&town, &actor).await;
            let refused = import::importer(&town.desk, town.municipality, &mail).await;
            assert!(matches!(refused, Err(Refusal::Missing)), "{role:?}");
        }
        let mut actor = town.member(Role::Facilitator).await;
        let mail = address(&town, &actor).await.to_uppercase();
        assert_eq!(
            import::importer(&town.desk, town.municipality, &mail)
                .await
                .unwrap(),
            actor
        );
        actor.areas = vec![town.public];
        assert!(tell(&town, &actor, &sheet, "Ældre", "en").await.is_err());
        let making = Options {
            create_organisations: true,
            ..terms("o", Language::Danish)
        };
        let rows = File::rows(b"name,summary\nKaffe,Snak\n").unwrap();
        let making = import::begin(&town.desk, &actor, &rows, &making).await;
        assert!(matches!(making, Err(Refusal::Denied(_))));
        assert_eq!(rows_in(&town, "observation").await, 0);
    })
    .await;
}

#[derive(FromRow)]
struct Address {
    email: String,
}

async fn address(town: &Town, actor: &Actor) -> String {
    let sql = sql!(
        "select email from person where municipality_id = ? and id = ?",
        town.municipality,
        actor.person
    );
    town.desk
        .db
        .first::<Address>(sql)
        .await
        .unwrap()
        .unwrap()
        .email
}
