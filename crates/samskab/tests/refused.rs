//! What was refused for personal data is found nowhere afterwards: in no file of the database, no
//! journal, log, index or temporary file.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_database::{FromRow, sql};
use samskab_testkit::{Engine, Installed, Visitor, on_every_engine};
use std::path::{Path, PathBuf};

/// Said in what is refused, and nowhere else.
const REFUSED: &str = "Kvistgrundsvandet";
/// Said in what is kept: the search that does not find it looks in the wrong places.
const KEPT: &str = "Hedemoseliften";
const CPR: &str = "010190-1234";

#[derive(FromRow)]
struct Setting {
    setting: String,
}

/// The folders all bytes lie in: the program's own, and that of the database server where this
/// machine has it.
async fn folders(engine: &Engine, own: &Path) -> Vec<PathBuf> {
    let mut folders = vec![own.to_owned()];
    if engine.url.starts_with("postgres") {
        let place = sql!("select setting from pg_settings where name = 'data_directory'");
        let place: Option<Setting> = engine.db.first(place).await.unwrap();
        folders.extend(
            place
                .map(|p| PathBuf::from(p.setting))
                .filter(|p| p.exists()),
        );
    }
    folders
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_is_in_no_byte_on_the_disk() {
    on_every_engine(|engine| async move {
        let own = tempfile::tempdir().unwrap();
        let installed = Installed {
            program: PathBuf::from(env!("CARGO_BIN_EXE_samskab")),
            folder: own.path().to_owned(),
            database_url: engine
                .url
                .starts_with("postgres")
                .then(|| engine.url.clone()),
        };
        tokio::task::spawn_blocking(move || story(&installed))
            .await
            .unwrap();
        for folder in folders(&engine, own.path()).await {
            for word in [REFUSED, CPR] {
                assert_eq!(holding(&folder, word), Vec::<PathBuf>::new(), "{word}");
            }
        }
        let all = folders(&engine, own.path()).await;
        let found: Vec<_> = all
            .iter()
            .flat_map(|folder| holding(folder, KEPT))
            .collect();
        assert!(!found.is_empty(), "the search finds what was kept");
    })
    .await;
}

/// Files beneath `folder` that hold `word`, in UTF-8.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(holding(&path, word));
        } else if kind.is_file() {
            // A server may take a file away while it is looked for.
            let bytes = std::fs::read(&path).unwrap_or_default();
            if memchr::memmem::find(&bytes, word.as_bytes()).is_some() {
                found.push(path);
            }
        }
    }
    found
}

fn told(text: &str, area: &str) -> Vec<(&'static str, String)> {
    vec![
        ("story", text.to_owned()),
        ("source", "saw".to_owned()),
        ("topic_group", "other".to_owned()),
        ("area", area.to_owned()),
    ]
}

fn sent(who: &Visitor, path: &str, form: &[(&'static str, String)]) -> u16 {
    let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (*k, v.as_str())).collect();
    who.post(path, &form).status
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
    let who = |role: &str| {
        let address = format!("{role}@fjordby.example");
        installed.sign_in(&program, &address, "Seniorforeningen", role)
    };
    let (teller, coordinator) = (who("frontline"), who("coordinator"));
    let refused = format!("Hun hedder {CPR} og bor ved {REFUSED}.");
    let kept = format!("Elevatoren ved {KEPT} virker ikke.");

    let tell = "/fjordby/observations";
    assert_eq!(sent(&teller, tell, &told(&refused, &area)), 422);
    assert_eq!(sent(&teller, "/fjordby/tell", &told(&refused, &area)), 422);
    let looked = [("text", refused.clone())];
    assert_eq!(sent(&teller, "/fjordby/personal-data", &looked), 200);
    sent(
        &coordinator,
        "/fjordby/likeness",
        &[("text", refused.clone())],
    );

    let place = teller.post(
        tell,
        &told(&kept, &area)
            .iter()
            .map(|(k, v)| (*k, v.as_str()))
            .collect::<Vec<_>>(),
    );
    let place = place.location.unwrap();
    let place = place.split('?').next().unwrap();
    let correction = [("story", refused.clone())];
    assert_eq!(sent(&teller, &format!("{place}/correct"), &correction), 422);
    let quote = [("body", refused.clone())];
    assert_eq!(sent(&teller, &format!("{place}/quotes"), &quote), 422);
    let need = [
        ("title", "Elevatorer".to_owned()),
        ("statement", refused),
        ("area", area),
        ("topic_group", "other".to_owned()),
    ];
    assert_eq!(sent(&coordinator, "/fjordby/needs", &need), 422);
    program.kill();
}
