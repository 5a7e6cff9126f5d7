//! `samskab mail receive` as a mail server's pipe calls it: a mail that comes back marks whom it
//! went to, and anything else is taken in without a word.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_app::mail;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_testkit::{Engine, Town};
use std::io::Write;
use std::process::{Command, Stdio};

/// What the program says to a message, and whether it went well.
fn received(url: &str, folder: &std::path::Path, message: &str) -> (String, bool) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_samskab"))
        .args(["mail", "receive"])
        .env("SAMSKAB_DATA", folder)
        .env("SAMSKAB_DATABASE_URL", url)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = program.stdin.take().unwrap();
    pipe.write_all(message.as_bytes()).unwrap();
    drop(pipe);
    let output = program.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    (said.trim().to_owned(), output.status.success())
}

/// A report of non-delivery (RFC 3464) about the mail with this number.
fn came_back(message_id: &str, action: &str, status: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mail.example\r\nTo: samskab@fjordby.example\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n\
         Final-Recipient: rfc822; gone@fjordby.example\r\nAction: {action}\r\nStatus: {status}\r\n\r\n\
         --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {message_id}\r\nSubject: Fjordby\r\n\r\nHej\r\n--b--\r\n"
    )
}

#[derive(FromRow)]
struct Marked {
    marked: bool,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_comes_back_marks_whom_it_went_to() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (desk, m) = (&town.desk, town.municipality);
    let person = town.member(Role::Frontline).await.person;
    let mut tx = desk.db.write().await.unwrap();
    let id = mail::ask(&mut tx, desk, m, mail::Kind::Invitation, person)
        .await
        .unwrap();
    let number = format!("<{id}@fjordby.example>");
    tx.run(sql!(
        "update mail set state = 'sent', message_id = ? where municipality_id = ? and id = ?",
        &number,
        m,
        id
    ))
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let marked = async || {
        let sql = sql!(
            "select bounced_at is not null as marked from person where municipality_id = ? and id = ?",
            m,
            person
        );
        let row: Option<Marked> = desk.db.first(sql).await.unwrap();
        row.unwrap().marked
    };
    let folder = tempfile::tempdir().unwrap();
    let say = |message: String| {
        let (url, folder) = (engine.url.clone(), folder.path().to_owned());
        tokio::task::spawn_blocking(move || received(&url, &folder, &message))
    };
    let nothing = ("nothing to do".to_owned(), true);
    for message in [
        String::new(),
        "From: a@b.example\r\n\r\nTak for mailen".to_owned(),
        came_back(&number, "delayed", "4.4.1"),
        came_back("<another@elsewhere.example>", "failed", "5.1.1"),
    ] {
        assert_eq!(say(message.clone()).await.unwrap(), nothing, "{message}");
        assert!(!marked().await);
    }
    let bounce = came_back(&number, "failed", "5.1.1");
    for _ in 0..2 {
        let said = say(bounce.clone()).await.unwrap();
        assert_eq!(said, ("a mail came back".to_owned(), true));
        assert!(marked().await);
    }
}
