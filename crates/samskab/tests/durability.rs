//! What was answered as kept is there after a power cut.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_testkit::{Engine, Installed, Visitor, on_every_engine};
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
