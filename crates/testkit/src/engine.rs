//! A fresh database on each engine.
use samskab_database::Db;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::future::Future;
use tempfile::TempDir;

/// A fresh, empty database that goes away with the test. Hand it on whole: a closure that takes
/// only its `db` lets the folder go before the story is told.
pub struct Engine {
    pub name: &'static str,
    pub db: Db,
    pub url: String,
    _folder: Option<TempDir>,
}

/// Tells `story` on SQLite and, where there is a server, on PostgreSQL.
pub async fn on_every_engine<F: Future<Output = ()>>(story: impl Fn(Engine) -> F) {
    story(Engine::sqlite().await).await;
    if let Some((engine, drop)) = Engine::postgres().await {
        story(engine).await;
        drop.now().await;
    }
}

impl Engine {
    /// SQLite in a folder of its own.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let url = format!("sqlite://{}", folder.path().join("samskab.db").display());
        Self {
            name: "SQLite",
            db: Db::open(&url).await.expect("SQLite opens"),
            url,
            _folder: Some(folder),
        }
    }

    /// A database of its own on the PostgreSQL server, where there is one, and the means to drop it.
    pub async fn postgres() -> Option<(Self, Drop)> {
        let Ok(server) = std::env::var("SAMSKAB_TEST_DATABASE_URL") else {
            eprintln!("no PostgreSQL here (SAMSKAB_TEST_DATABASE_URL): told on SQLite alone");
            return None;
        };
        let name = format!("samskab_{}", uuid::Uuid::new_v4().simple());
        let mut connection = PgConnection::connect(&server)
            .await
            .expect("PostgreSQL answers");
        let create = AssertSqlSafe(format!("create database {name}"));
        sqlx::query(create)
            .execute(&mut connection)
            .await
            .expect("a database is made");
        let url = with_database(&server, &name);
        let engine = Self {
            name: "PostgreSQL",
            db: Db::open(&url).await.expect("PostgreSQL opens"),
            url,
            _folder: None,
        };
        Some((engine, Drop { server, name }))
    }
}

/// `postgres://user@host/name?options` with another name.
fn with_database(server: &str, name: &str) -> String {
    let (front, options) = server.split_once('?').unwrap_or((server, ""));
    let after_host = front.find("://").map_or(0, |i| i + 3);
    let host = match front[after_host..].find('/') {
        Some(slash) => &front[..after_host + slash],
        None => front,
    };
    format!("{host}/{name}?{options}")
}

/// Drops a test's database when told to.
pub struct Drop {
    server: String,
    name: String,
}

impl Drop {
    /// Drops it.
    pub async fn now(self) {
        let mut connection = PgConnection::connect(&self.server)
            .await
            .expect("PostgreSQL answers");
        let drop = AssertSqlSafe(format!(
            "drop database if exists {} with (force)",
            self.name
        ));
        sqlx::query(drop)
            .execute(&mut connection)
            .await
            .expect("the database goes");
    }
}
