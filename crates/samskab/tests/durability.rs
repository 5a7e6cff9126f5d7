//! What was answered as kept is there after a power cut.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_app::Clock;
use samskab_domain::calendar::Day;
use samskab_testkit::{Engine, Installed, SystemTime, Visitor, on_every_engine};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

fn installed(engine: &Engine, folder: &Path) -> Installed {
    Installed {
        program: PathBuf::from(env!("CARGO_BIN_EXE_samskab")),
        folder: folder.to_owned(),
        database_url: engine
            .url
            .starts_with("postgres")
            .then(|| engine.url.clone()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_among_two_hundred_records_it_keeps_every_one_it_said_it_had() {
    on_every_engine(|engine| async move {
        let folder = tempfile::tempdir().unwrap();
        let installed = installed(&engine, folder.path());
        tokio::task::spawn_blocking(move || story(&installed))
            .await
            .unwrap();
    })
    .await;
}

fn story(installed: &Installed) {
    installed.run(&[
        "municipality",
        "create",
        "fjordby",
        "Fjordby Kommune",
        "--fictive",
    ]);
    let program = installed.serve();
    let area = installed.first_area(&program);
    let teller = installed.sign_in(
        &program,
        "birthe@fjordby.example",
        "Seniorforeningen",
        "frontline",
    );

    let kept = Mutex::new(Vec::new());
    let answered = AtomicUsize::new(0);
    let program = Mutex::new(Some(program));
    let tell = |number: usize, teller: &Visitor| {
        let story = format!("Nummer {number}");
        let form = [
            ("story", story.as_str()),
            ("source", "saw"),
            ("topic_group", "other"),
            ("area", area.as_str()),
        ];
        let Some(answer) = teller.try_post("/fjordby/observations", &form) else {
            return;
        };
        if answer.status == 303 {
            kept.lock().unwrap().extend(answer.location);
        }
        // Half-way through, with all the others in the middle of theirs.
        if answered.fetch_add(1, Ordering::SeqCst) == 100
            && let Some(program) = program.lock().unwrap().take()
        {
            program.kill();
        }
    };
    std::thread::scope(|scope| {
        for number in 0..200 {
            let (tell, teller) = (&tell, teller.clone());
            scope.spawn(move || tell(number, &teller));
        }
    });
    let kept = kept.into_inner().unwrap();
    assert!(kept.len() >= 100, "only {} were answered", kept.len());
    assert!(kept.len() < 200, "it was killed too late to tell anything");

    let program = installed.serve();
    let teller = installed.sign_in(
        &program,
        "birthe@fjordby.example",
        "Seniorforeningen",
        "frontline",
    );
    for place in kept {
        assert_eq!(teller.get(&place).status, 200, "{place}");
    }
    assert!(installed.run(&["check"]).contains("whole"));
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_two_write_the_minutes_it_keeps_every_line_it_said_it_had() {
    on_every_engine(|engine| async move {
        let folder = tempfile::tempdir().unwrap();
        let installed = installed(&engine, folder.path());
        tokio::task::spawn_blocking(move || minutes(&installed))
            .await
            .unwrap();
    })
    .await;
}

fn minutes(installed: &Installed) {
    let name = ["Fjordby Kommune", "--fictive"];
    installed.run(&[&["municipality", "create", "fjordby"][..], &name].concat());
    let program = installed.serve();
    let area = installed.first_area(&program);
    let inga = ("inga@fjordby.example", "Seniorforeningen", "coordinator");
    let inga = installed.sign_in(&program, inga.0, inga.1, inga.2);
    let nadia = installed.sign_in(&program, "nadia@fjordby.example", "Staben", "facilitator");
    let today = Day::of(SystemTime.now()).to_string();
    let called = inga.post(
        "/fjordby/meetings",
        &[
            ("purpose", "knowledge"),
            ("title", "Hvem ringer?"),
            ("day", &today),
            ("place", "Køkkenet"),
            ("area", &area),
        ],
    );
    assert_eq!(called.status, 303, "{}", called.body);
    let meeting = called.location.unwrap();

    let kept = Mutex::new(Vec::new());
    let program = Mutex::new(Some(program));
    let write = |who: &str, writer: &Visitor| {
        for number in 0..60 {
            let line = format!("Linje {number} fra den {who}.");
            let answer = writer.try_post(&format!("{meeting}/lines"), &[("body", &line)]);
            if answer.is_some_and(|answer| answer.status == 303) {
                kept.lock().unwrap().push(line);
            }
            if kept.lock().unwrap().len() == 40
                && let Some(program) = program.lock().unwrap().take()
            {
                program.kill();
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| write("ene", &inga));
        scope.spawn(|| write("anden", &nadia));
    });
    let kept = kept.into_inner().unwrap();
    assert!((40..120).contains(&kept.len()), "{} were kept", kept.len());

    let program = installed.serve();
    let page = nadia.at(&program).get(&meeting).body;
    for line in kept {
        assert!(page.contains(&line), "{line} is gone");
    }
    assert!(installed.run(&["check"]).contains("whole"));
}
