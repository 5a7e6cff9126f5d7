//! A fresh database on each engine.
use samskab_database::Db;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::future::Future;
use tempfile::TempDir;
use tokio::sync::OnceCell;

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
        static MIGRATED: OnceCell<Vec<u8>> = OnceCell::const_new();
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("samskab.db");
        let empty = MIGRATED.get_or_init(migrated_file).await;
        std::fs::write(&file, empty).expect("a database is made");
        let url = format!("sqlite://{}", file.display());
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
        static MIGRATED: OnceCell<()> = OnceCell::const_new();
        MIGRATED.get_or_init(|| migrated_template(&server)).await;
        let name = format!("samskab_{}", uuid::Uuid::new_v4().simple());
        let create = format!("create database {name} template {TEMPLATE}");
        command(&server, create).await.expect("a database is made");
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

/// What every test of this process begins from: making the tables takes longer than most stories.
async fn migrated_file() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("empty.db");
    let db = Db::open(&format!("sqlite://{}", file.display()))
        .await
        .expect("SQLite opens");
    db.close().await;
    std::fs::read(file).expect("a database to copy")
}

/// The same on a server, where it stays for the tests to come: made anew once the tables are others.
const TEMPLATE: &str = "samskab_template";

async fn migrated_template(server: &str) {
    let url = with_database(server, TEMPLATE);
    if let Ok(db) = Db::open(&url).await {
        return db.close().await;
    }
    let remove = format!("drop database if exists {TEMPLATE} with (force)");
    command(server, remove).await.expect("the old one goes");
    let create = format!("create database {TEMPLATE}");
    command(server, create).await.expect("a template is made");
    let db = Db::open(&url).await.expect("PostgreSQL opens");
    db.close().await;
}

async fn command(server: &str, text: String) -> sqlx::Result<()> {
    let mut connection = PgConnection::connect(server).await?;
    sqlx::query(AssertSqlSafe(text))
        .execute(&mut connection)
        .await?;
    connection.close().await
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
        let remove = format!("drop database if exists {} with (force)", self.name);
        command(&self.server, remove)
            .await
            .expect("the database goes");
    }
}
