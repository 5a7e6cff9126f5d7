//! How long a need with 5,000 stories takes to read, evidence and all, beside one with five:
//! `scripts/with-postgres cargo bench -p samskab-app --bench evidence`. A hundred tellers of two sides, then a
//! thousand; twelve places; 200 readings each.
#![allow(
    clippy::unwrap_used,
    reason = "a bench stops where something is not there"
)]
use samskab_app::import::{File, Options};
use samskab_app::need;
use samskab_database::{Db, FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language};
use samskab_domain::need::Draft;
use samskab_testkit::{Engine, Town, on_every_engine};
use std::fmt::Write;
use std::time::{Duration, Instant};

const STORIES: usize = 5_000;
const TELLERS: [usize; 2] = [100, 1_000];
const READINGS: usize = 200;
/// How many stories are linked at once.
const AT_ONCE: usize = 500;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for tellers in TELLERS {
        runtime.block_on(on_every_engine(|engine| measure(engine, tellers)));
    }
}

async fn measure(engine: Engine, tellers: usize) {
    let town = Town::new(&engine).await;
    let writer = town.member_of(Role::Facilitator, town.public).await;
    let stories = tell(&town, tellers).await;
    let few = gather(&town, &writer, &stories[..5]).await;
    let many = gather(&town, &writer, &stories).await;
    // PostgreSQL does so by itself within a minute.
    if let Db::Postgres(_) = &engine.db {
        let mut tx = engine.db.write().await.unwrap();
        tx.run(sql!("analyze")).await.unwrap();
        tx.commit().await.unwrap();
    }
    let few = read(&town, &writer, few).await;
    let many = read(&town, &writer, many).await;
    for (name, waits) in [("5 stories", &few), ("5,000 stories", &many)] {
        let (half, most) = (waits[READINGS / 2], waits[READINGS * 99 / 100]);
        let ratio = half.as_secs_f64() / few[READINGS / 2].as_secs_f64();
        println!(
            "{:10} {tellers:5} tellers {name:14} p50 {half:>10.2?} p99 {most:>10.2?} ({ratio:.1} times five)",
            engine.name
        );
    }
}

async fn tell(town: &Town, tellers: usize) -> Vec<Id> {
    for teller in 0..tellers {
        let side = [town.public, town.voluntary][teller % 2];
        let actor = town.member_of(Role::Facilitator, side).await;
        let mut file = String::from("story;source;topic_group;place\n");
        for n in (teller..STORIES).step_by(tellers) {
            let place = 9000 + 10 * (n % 12);
            writeln!(
                file,
                "Nummer {n}: hun kom hjem til et tomt køleskab.;saw;alone;{place}"
            )
            .unwrap();
        }
        let file = File::observations(file.as_bytes()).unwrap();
        let options = Options {
            area: "Ældre".into(),
            source: format!("bench {teller}"),
            language: "da".into(),
            ..Options::default()
        };
        town.bring_in(&actor, &file, &options).await.unwrap();
    }
    #[derive(FromRow)]
    struct Told {
        id: Id,
    }
    let sql = sql!(
        "select id from observation where municipality_id = ? order by id",
        town.municipality
    );
    let told: Vec<Told> = town.desk.db.all(sql).await.unwrap();
    told.into_iter().map(|t| t.id).collect()
}

async fn gather(town: &Town, writer: &Actor, stories: &[Id]) -> Id {
    let draft = Draft {
        title: "Køleskabet er tomt".into(),
        statement: "Ældre kommer hjem fra sygehuset, og ingen har handlet ind.".into(),
        area: town.area.to_string(),
        topic_group: "alone".into(),
        observations: stories.iter().take(AT_ONCE).map(Id::to_string).collect(),
        ..Draft::default()
    };
    let need = need::write(&town.desk, writer, &draft, Language::Danish)
        .await
        .unwrap();
    for stories in stories.chunks(AT_ONCE).skip(1) {
        need::link(&town.desk, writer, need, stories, false)
            .await
            .unwrap();
    }
    need
}

async fn read(town: &Town, reader: &Actor, need: Id) -> Vec<Duration> {
    let mut waits = Vec::new();
    for _ in 0..READINGS {
        let begun = Instant::now();
        let reading = need::read(&town.desk, reader, need).await.unwrap();
        assert!(reading.profile.is_some());
        waits.push(begun.elapsed());
    }
    waits.sort();
    waits
}
