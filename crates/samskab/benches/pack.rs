//! How long one waits for a seminar's pack of an area with 300 needs: read, composed, set and kept; and fetched.
//!
//! ```text
//! cargo bench -p samskab --bench pack
//! scripts/with-postgres cargo bench -p samskab --bench pack
//! ```
//!
//! Each need is raised to one organisation, carried by three stories and understood in two ways; `PACK_NEEDS` says how many (300).
use samskab_app::meeting::seminar::{self, Fetched};
use samskab_app::meeting::{self, Of};
use samskab_app::need::{self, NoteDraft};
use samskab_app::observation::{Told, record};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::meeting::Draft;
use samskab_domain::need::Draft as NeedDraft;
use samskab_domain::observation::Draft as Story;
use samskab_domain::topic::TopicGroup;
use samskab_report::Typesetter;
use samskab_testkit::{Engine, Town};
use std::sync::Arc;
use std::time::{Duration, Instant};

const DANISH: Language = Language::Danish;
/// A pack is made so often.
const TIMES: usize = 5;

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let engine = Engine::sqlite().await;
        measure("SQLite", &engine).await;
        if let Some((engine, done)) = Engine::postgres().await {
            measure("PostgreSQL", &engine).await;
            done.now().await;
        }
    });
}

async fn measure(name: &str, engine: &Engine) {
    let needs = std::env::var("PACK_NEEDS")
        .ok()
        .and_then(|n| n.parse().ok());
    let needs: usize = needs.unwrap_or(300);
    let town = Town::new(engine).await;
    let desk = &town.desk.clone().with_press(Arc::new(Typesetter));
    let nadia = town.member_of(Role::Facilitator, town.public).await;
    for i in 0..needs {
        fill(&town, &nadia, i).await;
    }
    let called = Draft {
        purpose: "knowledge".into(),
        title: "En dag om at være ældre".into(),
        day: desk.today().plus(14).to_string(),
        place: "Biblioteket".into(),
        seminar: true,
        ..Draft::default()
    };
    let id = meeting::call(desk, &nadia, Of::Area(town.area), &called, DANISH);
    let id = id.await.expect("a seminar");
    let (mut made, mut fetched, mut pages, mut bytes) = (vec![], vec![], 0, 0);
    for _ in 0..TIMES {
        let begun = Instant::now();
        let paper = seminar::order(desk, &nadia, id, DANISH)
            .await
            .expect("ordered");
        seminar::make(desk, town.municipality, paper, samskab_web::seminar_paper)
            .await
            .expect("made");
        made.push(begun.elapsed());
        let begun = Instant::now();
        let set = seminar::fetch(desk, &nadia, paper, samskab_web::seminar_paper).await;
        fetched.push(begun.elapsed());
        if let Ok(Fetched::Pdf(pdf, _)) = set {
            bytes = pdf.len();
        }
        let paper = seminar::paper(desk, &nadia, paper).await.expect("a paper");
        pages = paper.pages.unwrap_or(0);
    }
    let slowest = |all: &[Duration]| all.iter().max().map_or(0.0, Duration::as_secs_f64);
    println!(
        "{name}: {needs} needs, {pages} pages, {} KB; made in {:.2} s at the most, fetched in {:.2} s",
        bytes / 1024,
        slowest(&made),
        slowest(&fetched)
    );
}

/// One need with all that stands around it.
async fn fill(town: &Town, nadia: &Actor, i: usize) {
    let desk = &town.desk;
    let group = TopicGroup::ALL[i % TopicGroup::ALL.len()].code();
    let mut observations = Vec::new();
    for n in 0..3 {
        town.clock.advance(Moment::SECOND);
        observations.push(tell(town, nadia, group, i, n).await.to_string());
    }
    let draft = NeedDraft {
        title: format!("Nummer {i}: hjem fra sygehuset til et tomt hus"),
        statement:
            "Ældre, der bor alene, kommer hjem til et hus uden mad og uden nogen, der venter."
                .into(),
        area: town.area.to_string(),
        topic_group: group.into(),
        observations,
        ..NeedDraft::default()
    };
    let need = need::write(desk, nadia, &draft, DANISH)
        .await
        .expect("a need");
    let raise = RaiseDraft {
        organisations: vec![town.public.to_string()],
        due: String::new(),
    };
    need::raise(desk, nadia, need, &raise)
        .await
        .expect("raised");
    for body in [
        "Ingen aftaler på forhånd, hvem der er hjemme, når bilen kommer, og derfor er der ingen.",
        "De vil ikke være til besvær og siger, at det nok skal gå.",
    ] {
        let note = NoteDraft {
            kind: "interpretation".into(),
            body: body.into(),
            ..NoteDraft::default()
        };
        need::note(desk, nadia, need, &note, DANISH)
            .await
            .expect("a note");
    }
}

async fn tell(town: &Town, teller: &Actor, group: &str, i: usize, n: usize) -> Id {
    let draft = Story {
        story: format!("Køleskabet var tomt, da hun kom hjem, gang {n} i hus {i}."),
        source: "saw".into(),
        topic_group: group.into(),
        area: town.area.to_string(),
        harmless: true,
        ..Story::default()
    };
    let told = Told {
        draft: &draft,
        language: DANISH,
        submission: None,
        membership: None,
    };
    record(&town.desk, teller, told).await.expect("told").id
}
