//! What the nearest needs cost while someone writes, without the way over HTTP: who asks, and what is near, among a
//! thousand needs: `scripts/with-postgres cargo bench -p samskab-app --bench near`. Each line also stands as a
//! share of asking the database for one row, measured in the same run.
#![allow(
    clippy::unwrap_used,
    reason = "a bench stops where something is not there"
)]
use samskab_app::likeness::{Writing, nearest};
use samskab_app::token::Secret;
use samskab_app::{Desk, municipality, need, session};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::Language;
use samskab_domain::need::Draft;
use samskab_testkit::{Engine, Town, on_every_engine};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const NEEDS: usize = 1_000;
const READINGS: usize = 400;
const CLIENTS: [usize; 2] = [1, 8];

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(on_every_engine(measure));
}

async fn measure(engine: Engine) {
    let town = Town::new(&engine).await;
    let (cookie, session) = town.session(Role::Facilitator, town.public).await;
    write_needs(&town, &session.actor).await;
    let around = Arc::new(Around {
        desk: town.desk.clone(),
        slug: town.slug.clone(),
        cookie,
        writing: Writing {
            text: WRITTEN.into(),
            topic_group: "getting_about".into(),
            area: town.area.to_string(),
            topic: None,
        },
    });
    for clients in CLIENTS {
        let row = waits(clients, &around, false).await;
        let near = waits(clients, &around, true).await;
        for (what, waits) in [("one row", &row), ("nearest needs", &near)] {
            let (half, most) = (waits[waits.len() / 2], waits[waits.len() * 99 / 100]);
            let ratio = half.as_secs_f64() / row[row.len() / 2].as_secs_f64();
            println!(
                "{:10} {clients} clients {what:14} p50 {half:>10.2?} p99 {most:>10.2?} ({ratio:.1} times one row)",
                engine.name
            );
        }
    }
}

struct Around {
    desk: Desk,
    slug: String,
    cookie: Secret,
    writing: Writing,
}

impl Around {
    async fn ask(&self, near: bool) {
        let town = municipality::find(&self.desk, &self.slug).await.unwrap();
        if near {
            let found = session::find(&self.desk, town.id, &self.cookie).await;
            let actor = found.unwrap().unwrap().actor;
            let near = nearest(&self.desk, &actor, &self.writing).await.unwrap();
            assert_eq!(near.len(), 3);
        }
    }
}

/// How long so many clients wait, each asking anew as soon as it is answered.
async fn waits(clients: usize, around: &Arc<Around>, near: bool) -> Vec<Duration> {
    let mut asking = JoinSet::new();
    for _ in 0..clients {
        let around = around.clone();
        asking.spawn(async move {
            let mut waits = Vec::new();
            for _ in 0..READINGS {
                let begun = Instant::now();
                around.ask(near).await;
                waits.push(begun.elapsed());
            }
            waits
        });
    }
    let mut waits: Vec<Duration> = asking.join_all().await.into_iter().flatten().collect();
    waits.sort();
    waits
}

const WRITTEN: &str = "Hun kom hjem fra sygehuset i fredags, og køleskabet var tomt. Bussen går ikke om aftenen, og taxaen \
     koster mere, end hun har. Naboen plejer at køre, men han er selv blevet syg, og nu tør hun ikke spørge flere.";
const WHO: [&str; 8] = [
    "Ældre",
    "Unge",
    "Familier",
    "Pårørende",
    "Nye danskere",
    "Enlige",
    "Forældre",
    "Naboer",
];
const WHAT: [&str; 8] = [
    "mangler transport til lægen",
    "venter længe på svar",
    "forstår ikke brevet fra kommunen",
    "er alene i weekenden",
    "mangler tolk til samtalen",
    "glemmer at spise",
    "tør ikke gå ud om aftenen",
    "venter på hjælpemidler",
];
const TOPICS: [&str; 4] = ["illness_and_home", "getting_about", "alone", "language"];

async fn write_needs(town: &Town, writer: &Actor) {
    for i in 0..NEEDS {
        let (who, what) = (WHO[i % 8], WHAT[i / 8 % 8]);
        let other = WHAT[(i * 7 + 3) % 8];
        let draft = Draft {
            title: format!("{who} {what} ({i})"),
            statement: format!(
                "{who} i kommunen {what}, og mange {other}. Det sker hver uge, og ingen følger op."
            ),
            area: town.area.to_string(),
            topic_group: TOPICS[i % TOPICS.len()].into(),
            harmless: true,
            ..Draft::default()
        };
        need::write(&town.desk, writer, &draft, Language::Danish)
            .await
            .unwrap();
    }
}
