//! The writer keeps what it says it keeps, and forgets what it is told to forget.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_database::{Db, FromRow, sql};

#[derive(FromRow)]
struct Synchronous {
    synchronous: i64,
}

#[derive(FromRow)]
struct SecureDelete {
    secure_delete: i64,
}

#[derive(FromRow)]
struct JournalMode {
    journal_mode: String,
}

/// An empty database, and the folder it lives in as long as that is held.
async fn fresh() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.db");
    let db = Db::open(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    (folder, db)
}

#[tokio::test]
async fn the_writer_syncs_fully_and_overwrites_what_it_deletes() {
    let (_folder, db) = fresh().await;
    let mut tx = db.write().await.unwrap();
    let synchronous: Option<Synchronous> = tx.first(sql!("pragma synchronous")).await.unwrap();
    let secure_delete: Option<SecureDelete> = tx.first(sql!("pragma secure_delete")).await.unwrap();
    let mode: Option<JournalMode> = tx.first(sql!("pragma journal_mode")).await.unwrap();
    assert_eq!(synchronous.unwrap().synchronous, 2, "FULL");
    assert_eq!(secure_delete.unwrap().secure_delete, 1, "ON");
    assert_eq!(mode.unwrap().journal_mode, "wal");
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let (_folder, db) = fresh().await;
    let tried: Result<Vec<Synchronous>, _> = db
        .all(sql!("delete from municipality returning 1 as synchronous"))
        .await;
    assert!(tried.is_err());
}

#[tokio::test]
async fn two_hundred_writers_at_once_all_get_through() {
    let (_folder, db) = fresh().await;
    let writers: Vec<_> = (0..200_i64)
        .map(|i| {
            let db = db.clone();
            tokio::spawn(async move {
                let mut tx = db.write().await?;
                tx.run(sql!(
                    "insert into municipality (id, slug, name, language, primary_colour, answer_days, fictive, created_at) \
                     values (?, ?, 'x', 'da', '#000000', 20, ?, ?)",
                    uuid::Uuid::from_u128(u128::from(i.unsigned_abs()) + 1),
                    format!("m{i}"),
                    true,
                    samskab_domain::kernel::Moment(i)
                ))
                .await?;
                tx.commit().await
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn what_was_written_and_taken_back_is_not_in_the_files() {
    let (folder, db) = fresh().await;
    let secret = "noget, der ikke skal kunne findes igen";
    let mut tx = db.write().await.unwrap();
    tx.run(sql!(
        "insert into municipality (id, slug, name, language, primary_colour, answer_days, fictive, created_at) \
         values (?, 'm', ?, 'da', '#000000', 20, ?, ?)",
        uuid::Uuid::from_u128(1),
        secret,
        true,
        samskab_domain::kernel::Moment(1)
    ))
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.write().await.unwrap();
    tx.run(sql!("delete from municipality")).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
        assert!(!found, "the words are still in a file");
    }
}
