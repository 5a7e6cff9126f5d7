//! How the directory bears many offers: the pages citizens meet first, over the real program.
//!
//! ```text
//! cargo bench -p samskab --bench directory
//! ```
//!
//! `LOAD_SECONDS` for each measurement (5), `LOAD_OFFERS` how many (562,10000,100000). The 562 are real services in English
//! and Arabic; more are grown from them: each takes what one is, where another is and whom a third is for. SQLite, a closed loop
//! over HTTP with 1 and 8 clients on the same machine.
use samskab_testkit::{Installed, Measured, Program, Visitor, real_data, setting};
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

fn main() {
    let Some(real) = real_data("directory") else {
        return;
    };
    let sizes = setting("LOAD_OFFERS", "562,10000,100000");
    for size in sizes.split(',').filter_map(|s| s.parse().ok()) {
        measure(&real.join("refugee-services"), size);
    }
}

/// Words people would type, in both languages and with slips.
const ASKED: [&str; 12] = [
    "education for children",
    "cash assistance",
    "where can I find a doctor",
    "psychosocial support Zarqa",
    "shelter",
    "wheelchair",
    "language courses for women",
    "helath care",
    "vaccinaton Irbid",
    "دعم نفسي",
    "أين أجد طبيبا",
    "التعليم للأطفال",
];
const BEGUN: [&str; 6] = ["edu", "psy", "hea", "cas", "تعل", "صح"];

fn measure(real: &Path, size: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let installed = Installed {
        program: PathBuf::from(env!("CARGO_BIN_EXE_samskab")),
        folder: folder.path().to_owned(),
        database_url: None,
    };
    let town = [
        "municipality",
        "create",
        "fjordby",
        "Fjordby Kommune",
        "--fictive",
    ];
    installed.run(&town);
    let program = installed.serve();
    installed.first_area(&program);
    let visitor = installed.sign_in(&program, "nadia@fjordby.example", "Staben", "administrator");
    let begun = Instant::now();
    for language in ["en", "ar"] {
        fill(&installed, real, language, size);
    }
    let filled = begun.elapsed();
    drop(program);
    std::fs::remove_dir_all(folder.path().join("index")).expect("an index to remove");
    let begun = Instant::now();
    let program = installed.serve();
    let visitor = visitor.at(&program);
    while !suggests(&visitor) {
        std::thread::sleep(Duration::from_millis(20));
    }
    println!(
        "\n{size} offers: brought in in {:.0} s, index made anew in {:.1} s, on disk {} MB",
        filled.as_secs_f64(),
        begun.elapsed().as_secs_f64(),
        bytes(&folder.path().join("index")) / 1_000_000
    );
    println!(
        "{:28} {:>7} {:>10} {:>9} {:>9}",
        "what", "clients", "a second", "p50 ms", "p99 ms"
    );
    for clients in [1, 8] {
        pages(&visitor, clients);
    }
    println!("resident {} MB", resident(&program));
}

fn pages(visitor: &Visitor, clients: usize) {
    let turn = AtomicUsize::new(0);
    let next = |of: &[&str]| encoded(of[turn.fetch_add(1, Ordering::Relaxed) % of.len()]);
    let offers = offers(visitor);
    let page = |path: &str, holds: &str| {
        let answer = visitor.get(path);
        answer.status == 200 && answer.body.contains(holds)
    };
    let search = || page(&format!("/fjordby/offers?q={}", next(&ASKED)), "<h1");
    line("search", clients, &Measured::of(clients, search));
    let narrowed = || {
        page(
            &format!("/fjordby/offers?q={}&topic_group=other", next(&ASKED)),
            "<h1",
        )
    };
    line(
        "search, narrowed",
        clients,
        &Measured::of(clients, narrowed),
    );
    line(
        "all offers",
        clients,
        &Measured::of(clients, || page("/fjordby/offers", "<h1")),
    );
    let offer = || {
        page(
            &offers[turn.fetch_add(1, Ordering::Relaxed) % offers.len()],
            "<h1",
        )
    };
    line("an offer", clients, &Measured::of(clients, offer));
    let suggest = || page(&format!("/fjordby/offers/suggest?q={}", next(&BEGUN)), "[");
    line("suggestions", clients, &Measured::of(clients, suggest));
    let partner = |path: &str| {
        let address = Ipv4Addr::from_bits(turn.fetch_add(1, Ordering::Relaxed) as u32);
        let answer = visitor.get_from(
            address,
            &format!("/fjordby/api/hsds/services?per_page=25{path}"),
        );
        answer.status == 200 && answer.body.contains("total_items")
    };
    line("HSDS list", clients, &Measured::of(clients, || partner("")));
    let later = || partner("&page=20");
    line("HSDS list, page 20", clients, &Measured::of(clients, later));
    let searched = || partner(&format!("&search={}", next(&ASKED[..5])));
    line(
        "HSDS list, searched",
        clients,
        &Measured::of(clients, searched),
    );
}

/// Only the index suggests: until it is made, the database answers what it can.
fn suggests(visitor: &Visitor) -> bool {
    let answer = visitor.get("/fjordby/offers/suggest?q=edu");
    answer.status == 200 && answer.body.to_lowercase().contains("\"edu")
}

/// The addresses of some offers.
fn offers(visitor: &Visitor) -> Vec<String> {
    let body = visitor.get("/fjordby/offers?q=education").body;
    let links = body.split("<h2><a href=\"").skip(1);
    links
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

/// Offers from files, as an operator brings them in.
fn fill(installed: &Installed, real: &Path, language: &str, size: usize) {
    const AT_ONCE: usize = 5_000;
    let file = real.join(format!("services.{language}.json"));
    let text = std::fs::read(file).expect("the real services");
    let services: Vec<Value> = serde_json::from_slice(&text).expect("a list of features");
    for begin in (0..size).step_by(AT_ONCE) {
        let grown = (begin..size.min(begin + AT_ONCE)).map(|i| grown(&services, i));
        let path = installed.folder.join("offers.geojson");
        let features = Value::Array(grown.collect()).to_string();
        std::fs::write(&path, features).expect("a file");
        installed.run(&[
            "import",
            "offers",
            &path.display().to_string(),
            "--municipality",
            "fjordby",
            "--as",
            "nadia@fjordby.example",
            "--language",
            language,
            "--area",
            "Ældre",
            "--create-organisations",
        ]);
    }
}

/// The real ones first, as they are but for their dates, which are over; then mixtures of three.
fn grown(services: &[Value], i: usize) -> Value {
    let at = |step: usize| &services[i.wrapping_mul(step) % services.len()];
    let mut feature = services[i % services.len()].clone();
    feature["id"] = json!(i);
    let properties = feature["properties"].as_object_mut().expect("properties");
    for date in ["startDate", "endDate"] {
        properties.remove(date);
    }
    let round = i / services.len();
    if round > 0 {
        let place = at(7)["properties"]["locationName"]
            .as_str()
            .unwrap_or_default();
        properties.insert("locationName".into(), json!(format!("{place} {round}")));
        properties.insert(
            "indicators".into(),
            at(13)["properties"]["indicators"].clone(),
        );
        feature["geometry"] = at(7)["geometry"].clone();
    }
    feature
}

fn encoded(text: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn bytes(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() => bytes(&entry.path()),
            Ok(data) => data.len(),
            Err(_) => 0,
        })
        .sum()
}

fn resident(program: &Program) -> u64 {
    program.resident_kib().unwrap_or(0) / 1024
}

fn line(what: &str, clients: usize, measured: &Measured) {
    println!(
        "{what:28} {clients:>7} {:>10.0} {:>9.2} {:>9.2}",
        measured.rate,
        measured.wait(0.5),
        measured.wait(0.99)
    );
}
