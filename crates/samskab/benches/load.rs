//! How many a second, and how long one waits: recording an observation and the busiest pages.
//!
//! ```text
//! cargo bench -p samskab --bench load            # SQLite
//! DURABLE=1 scripts/with-postgres cargo bench -p samskab --bench load
//! ```
//!
//! `LOAD_SECONDS` for each measurement (5), `LOAD_SIZES` observations in the base (200,100000), `LOAD_NEEDS` needs (1000),
//! `LOAD_ONLY` a part of the name of what alone is measured beside the health page (`nearest`, `my-day`).
//! A closed loop over HTTP with 1 and 8 clients on the same machine, the real program over a
//! real file. Machines differ, so each line also stands as a share of the health page's rate,
//! measured in the same run with the same clients.
use samskab_testkit::{Engine, Installed, Measured, Program, Visitor, setting};
use std::io::Write;
use std::path::PathBuf;

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for size in sizes() {
        let engine = runtime.block_on(Engine::sqlite());
        measure("SQLite", None, &engine, size);
        if let Some((engine, done)) = runtime.block_on(Engine::postgres()) {
            measure("PostgreSQL", Some(engine.url.clone()), &engine, size);
            runtime.block_on(done.now());
        }
    }
}

const PAGES: [&str; 4] = [
    "/fjordby/my-day",
    "/fjordby/inbox",
    "/fjordby/observations/new",
    "/fjordby/insight",
];

fn sizes() -> Vec<usize> {
    setting("LOAD_SIZES", "200,100000")
        .split(',')
        .filter_map(|s| s.parse().ok())
        .collect()
}

fn measure(name: &str, database_url: Option<String>, _engine: &Engine, size: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let installed = Installed {
        program: PathBuf::from(env!("CARGO_BIN_EXE_samskab")),
        folder: folder.path().to_owned(),
        database_url,
    };
    installed.run(&[
        "municipality",
        "create",
        "fjordby",
        "Fjordby Kommune",
        "--fictive",
    ]);
    let program = installed.serve();
    let area = installed.first_area(&program);
    let facilitator = installed.sign_in(&program, "nadia@fjordby.example", "Staben", "facilitator");
    fill(&installed, size);
    for i in 0..setting("LOAD_NEEDS", "1000").parse().unwrap_or(0) {
        assert!(write_need(&facilitator, &area, i), "a need is written");
    }
    println!(
        "\n{name}, {size} observations; resident {} MB",
        resident(&program)
    );
    println!(
        "{:28} {:>7} {:>10} {:>9} {:>9} {:>8}",
        "what", "clients", "a second", "p50 ms", "p99 ms", "share"
    );
    for clients in [1, 8] {
        let health = Measured::of(clients, || facilitator.get("/healthz").status == 200);
        line("health page", clients, &health, &health);
        let asked = |what: &str, once: &(dyn Fn() -> bool + Sync)| {
            if what.contains(&setting("LOAD_ONLY", "")) {
                line(what, clients, &Measured::of(clients, once), &health);
            }
        };
        asked("record an observation", &|| tell(&facilitator, &area));
        asked("nearest needs", &|| near(&facilitator, &area));
        for page in PAGES {
            asked(page, &|| facilitator.get(page).status == 200);
        }
    }
    println!("resident afterwards {} MB", resident(&program));
}

fn resident(program: &Program) -> u64 {
    program.resident_kib().unwrap_or(0) / 1024
}

/// Observations from a file, as an operator brings them in.
fn fill(installed: &Installed, size: usize) {
    let path = installed.folder.join("observations.csv");
    let mut file = std::fs::File::create(&path).expect("a file");
    writeln!(file, "story;source;topic_group;area;place").expect("written");
    for i in 0..size {
        let story = format!(
            "Nummer {i}: hun kom hjem fra sygehuset i fredags, og køleskabet var tomt. Ingen vidste det."
        );
        let topic = TOPICS[i % TOPICS.len()];
        let place = 9000 + 20 * (i / TOPICS.len() % 12);
        writeln!(file, "{story};saw;{topic};Ældre;{place}").expect("written");
    }
    let path = path.display().to_string();
    installed.run(&[
        "import",
        "observations",
        &path,
        "--municipality",
        "fjordby",
        "--as",
        "nadia@fjordby.example",
    ]);
}

fn tell(teller: &Visitor, area: &str) -> bool {
    let form = [
        (
            "story",
            "Bussen holder 400 meter væk. Med rollator er det en rejse.",
        ),
        ("source", "saw"),
        ("topic_group", "getting_about"),
        ("area", area),
    ];
    let answer = teller.post("/fjordby/observations", &form);
    answer.status == 303
}

const TOPICS: [&str; 4] = ["illness_and_home", "getting_about", "alone", "language"];
const WHO: [&str; 8] = [
    "Ældre",
    "Unge",
    "Familier",
    "Pårørende",
    "Nye danskere",
    "Borgere med demens",
    "Enlige",
    "Forældre",
];
const WHAT: [&str; 16] = [
    "mangler transport til lægen",
    "venter længe på svar",
    "forstår ikke brevet fra kommunen",
    "er alene i weekenden",
    "har ikke råd til medicin",
    "kan ikke bruge MitID",
    "mangler tolk til samtalen",
    "finder ingen bolig",
    "glemmer at spise",
    "tør ikke gå ud om aftenen",
    "kender ingen i byen",
    "får ikke besked ved udskrivning",
    "mangler et sted at mødes",
    "kan ikke betale kontingentet",
    "venter på hjælpemidler",
    "savner aflastning",
];

/// Needs in many words, as a municipality has them after some years.
fn write_need(writer: &Visitor, area: &str, i: usize) -> bool {
    let (who, what) = (WHO[i % WHO.len()], WHAT[i / WHO.len() % WHAT.len()]);
    let title = format!("{who} {what} ({i})");
    let other = WHAT[(i * 7 + 3) % WHAT.len()];
    let statement = format!(
        "{who} i kommunen {what}, og mange {other}. Det sker hver uge, og ingen følger op."
    );
    let form = [
        ("title", title.as_str()),
        ("statement", &statement),
        ("area", area),
        ("topic_group", TOPICS[i % TOPICS.len()]),
        ("harmless", "yes"),
    ];
    writer.post("/fjordby/needs", &form).status == 303
}

/// What the form for telling asks while someone writes.
fn near(teller: &Visitor, area: &str) -> bool {
    let form = [
        (
            "text",
            "Hun kom hjem fra sygehuset i fredags, og køleskabet var tomt. Bussen går ikke om aftenen, og taxaen koster \
             mere, end hun har. Naboen plejer at køre, men han er selv blevet syg, og nu tør hun ikke spørge flere.",
        ),
        ("topic_group", "getting_about"),
        ("area", area),
    ];
    let answer = teller.post("/fjordby/likeness", &form);
    answer.status == 200 && answer.body.contains("/needs/")
}

fn line(what: &str, clients: usize, measured: &Measured, health: &Measured) {
    println!(
        "{what:28} {clients:>7} {:>10.0} {:>9.2} {:>9.2} {:>8.3}",
        measured.rate,
        measured.wait(0.5),
        measured.wait(0.99),
        measured.rate / health.rate
    );
}
