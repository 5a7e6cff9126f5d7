//! From asking for a link to standing inside, by a letter that was really written.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_app::job::{Kind, claim, finish};
use samskab_app::token::{SIGN_IN, Secret};
use samskab_app::{mail, session};
use samskab_domain::access::Role;
use samskab_post::{Folder, Nobody};
use samskab_testkit::{Town, on_every_engine};
use std::path::Path;

/// The text of the one letter in a folder, its quoted-printable line breaks taken out.
fn letter(folder: &Path) -> String {
    let letters: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "eml"))
        .collect();
    assert_eq!(letters.len(), 1);
    std::fs::read_to_string(&letters[0])
        .unwrap()
        .replace("=\r\n", "")
}

async fn mail_job(town: &Town) -> Option<(samskab_app::job::Claimed, samskab_domain::kernel::Id)> {
    while let Some(job) = claim(&town.desk).await.unwrap() {
        if job.kind() == Some(Kind::SendMail) {
            let id = job.payload["mail"].as_str().unwrap().parse().unwrap();
            return Some((job, id));
        }
        finish(&town.desk, &job).await.unwrap();
    }
    None
}

#[tokio::test]
async fn a_link_asked_for_arrives_and_lets_its_owner_in() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        town.member(Role::Frontline).await;
        session::ask_for_link(&town.desk, town.municipality, "PROEVE0@provestad.example")
            .await
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let post = Folder::new(folder.path(), "Samskab <samskab@provestad.example>").unwrap();
        let (_, id) = mail_job(&town).await.expect("a mail waits");
        let base = "https://samskab.example";
        mail::send(&town.desk, &post, base, town.municipality, id)
            .await
            .unwrap();
        let text = letter(folder.path());
        let at = text
            .find("https://samskab.example/provestad/sign-in/")
            .expect("a link");
        let link = text[at..].split_whitespace().next().unwrap();
        let secret = Secret::from_outside(link.rsplit('/').next().unwrap());
        let cookie = session::enter(&town.desk, town.municipality, &secret, SIGN_IN)
            .await
            .unwrap();
        assert!(
            session::find(&town.desk, town.municipality, &cookie)
                .await
                .unwrap()
                .is_some()
        );
        // A second try finds it sent already, and sends no second letter.
        mail::send(&town.desk, &post, base, town.municipality, id)
            .await
            .unwrap();
        letter(folder.path());
    })
    .await;
}

#[tokio::test]
async fn without_a_mail_server_a_mail_is_given_up_at_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        town.member(Role::Frontline).await;
        session::ask_for_link(&town.desk, town.municipality, "proeve0@provestad.example")
            .await
            .unwrap();
        let (_, id) = mail_job(&town).await.expect("a mail waits");
        let base = "https://samskab.example";
        mail::send(&town.desk, &Nobody, base, town.municipality, id)
            .await
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let post = Folder::new(folder.path(), "Samskab <samskab@provestad.example>").unwrap();
        mail::send(&town.desk, &post, base, town.municipality, id)
            .await
            .unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_unknown_is_written_to() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        session::ask_for_link(&town.desk, town.municipality, "nobody@provestad.example")
            .await
            .unwrap();
        let (_, id) = mail_job(&town).await.expect("work as for a member");
        let folder = tempfile::tempdir().unwrap();
        let post = Folder::new(folder.path(), "Samskab <samskab@provestad.example>").unwrap();
        let base = "https://samskab.example";
        mail::send(&town.desk, &post, base, town.municipality, id)
            .await
            .unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    })
    .await;
}
