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
    let need = |statement: &str| {
        vec![
            ("title", "Elevatorer".to_owned()),
            ("statement", statement.to_owned()),
            ("area", area.clone()),
            ("topic_group", "other".to_owned()),
            ("observations", id_in(place).to_owned()),
        ]
    };
    let needs = "/fjordby/needs";
    assert_eq!(sent(&coordinator, needs, &need(&refused)), 422);
    let form: Vec<_> = need("Elevatorer standser, og nogen kommer ikke ud.");
    let form: Vec<(&str, &str)> = form.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let need = coordinator.post(needs, &form).location.unwrap();
    along_the_way(&coordinator, &need, &refused);
    program.kill();
}

/// The last part of an address.
fn id_in(place: &str) -> &str {
    let path = place.split('?').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

/// The words along the way of an answer, each refused; the coordinator asks her own organisation, and answers.
fn along_the_way(coordinator: &Visitor, need: &str, refused: &str) {
    let organisation = choice(
        &coordinator.get(&format!("{need}/raise")).body,
        "organisations",
    );
    let raise = [("organisations", organisation)];
    assert_eq!(sent(coordinator, &format!("{need}/raise"), &raise), 303);
    let page = coordinator.get("/fjordby/answers").body;
    let answer = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|at| at.starts_with("/fjordby/answers/") && !at.ends_with("/overdue"))
        .expect("the answer that is asked for")
        .to_owned();
    let at = |step: &str| format!("{answer}{step}");
    let told = |name: &'static str| vec![(name, refused.to_owned())];
    let extension = [
        ("due", "2090-01-01".to_owned()),
        ("reason", refused.to_owned()),
    ];
    assert_eq!(sent(coordinator, &at("/extend"), &extension), 422);
    assert_eq!(sent(coordinator, &at("/withdraw"), &told("words")), 422);
    assert_eq!(sent(coordinator, &at("/draft"), &told("reason")), 422);
    let look = [
        ("look", "remark".to_owned()),
        ("remark", refused.to_owned()),
    ];
    assert_eq!(sent(coordinator, &at("/look"), &look), 422);
    let more = [
        ("kind", "know_more"),
        ("reason", "Vi kender ikke huset."),
        ("meaning", "Vi ringer til viceværten i morgen."),
        ("mandate", "Formanden"),
        ("missing", "Hvor mange det er"),
        ("missing_from", "Viceværten"),
    ]
    .map(|(k, v)| (k, v.to_owned()));
    let mut wrong = more.clone();
    wrong[1].1 = refused.to_owned();
    assert_eq!(sent(coordinator, &answer, &wrong), 422);
    assert_eq!(sent(coordinator, &answer, &more), 303);
    assert_eq!(sent(coordinator, &at("/reply"), &told("words")), 422);
    let mut correction = more.to_vec();
    correction.push(("words", refused.to_owned()));
    assert_eq!(sent(coordinator, &at("/correct"), &correction), 422);
}

/// The first value one can choose of a field.
fn choice(page: &str, name: &str) -> String {
    let named = format!("name=\"{name}\"");
    let input = page.split("<input").find(|input| input.contains(&named));
    let value = input.and_then(|input| input.split("value=\"").nth(1));
    let value = value.and_then(|rest| rest.split('"').next());
    value.expect("something to choose").to_owned()
}
