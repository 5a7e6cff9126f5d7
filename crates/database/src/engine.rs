//! The two engines behind one door.
use crate::{Sql, migrate, value::arguments};
use sqlx::{
    AssertSqlSafe, Connection, FromRow, PgConnection, PgPool, Postgres, Sqlite, SqlitePool,
    Transaction,
    pool::PoolConnectionMetadata,
    postgres::{PgPoolOptions, PgRow},
    sqlite::{
        SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
        SqliteSynchronous,
    },
};
use std::{str::FromStr, time::Duration};

/// The database. Cheap to clone.
#[derive(Clone)]
pub enum Db {
    /// One connection writes, the others read: SQLite takes one writer at a time, and waiting
    /// in a queue of ours is fairer than waiting for its lock.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

/// A write transaction. Dropped without [`Tx::commit`], it leaves nothing.
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A row both engines can give. Comes with `#[derive(FromRow)]`.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

const READERS: u32 = 6;
const POSTGRES_CONNECTIONS: u32 = 16;
const PATIENCE: Duration = Duration::from_secs(10);
const RESTED: Duration = Duration::from_secs(1);

impl Db {
    /// Opens the database at `url` (`sqlite://FILE` or `postgres://...`) and brings it up to
    /// the newest migration.
    ///
    /// # Errors
    /// When it cannot be reached, or was made by a newer version.
    pub async fn open(url: &str) -> sqlx::Result<Self> {
        let db = Self::connect(url).await?;
        match &db {
            Self::Sqlite { write, .. } => migrate::sqlite().run(write).await?,
            Self::Postgres(pool) => migrate::postgres().run(pool).await?,
        }
        Ok(db)
    }

    pub(crate) async fn connect(url: &str) -> sqlx::Result<Self> {
        if url.starts_with("postgres") {
            let pool = PgPoolOptions::new()
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(PATIENCE)
                .test_before_acquire(false)
                .before_acquire(|connection, known| Box::pin(still_there(connection, known)))
                .connect(url)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .auto_vacuum(SqliteAutoVacuum::Incremental)
            .busy_timeout(PATIENCE)
            .pragma("cache_size", "-4000");
        // What people wrote is on disk before they are told so; what they took back is gone.
        let writing = options
            .clone()
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON");
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .connect_with(writing)
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .connect_lazy_with(options.read_only(false).pragma("query_only", "ON"));
        Ok(Self::Sqlite { read, write })
    }

    /// Begins a write transaction. On SQLite it takes the write lock at once: taken later,
    /// 153 of 200 concurrent writers failed; taken at once, none.
    ///
    /// # Errors
    /// When no connection comes free within ten seconds.
    pub async fn write(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Every row of a query.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn all<T: Row>(&self, sql: Sql) -> sqlx::Result<Vec<T>> {
        match self {
            Self::Sqlite { read, .. } => {
                let again = sql.comes_again();
                let arguments = arguments::<Sqlite>(sql.values)?;
                sqlx::query_as_with(AssertSqlSafe(sql.text), arguments)
                    .persistent(again)
                    .fetch_all(read)
                    .await
            }
            Self::Postgres(pool) => {
                let (text, again) = (sql.numbered(), sql.comes_again());
                let arguments = arguments::<Postgres>(sql.values)?;
                sqlx::query_as_with(AssertSqlSafe(text), arguments)
                    .persistent(again)
                    .fetch_all(pool)
                    .await
            }
        }
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn first<T: Row>(&self, sql: Sql) -> sqlx::Result<Option<T>> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Text that only PostgreSQL understands; the place to look for every such spot.
    pub fn only_postgres(&self, text: &'static str) -> &'static str {
        match self {
            Self::Postgres(_) => text,
            Self::Sqlite { .. } => "",
        }
    }

    /// Lets SQLite look at how full its tables are, by a few hundred rows of each. Until then it may go
    /// through a whole municipality for the few rows of one offer, rather than sort those few.
    /// PostgreSQL does so by itself.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn weigh(&self) -> sqlx::Result<()> {
        if let Self::Sqlite { write, .. } = self {
            sqlx::raw_sql("pragma analysis_limit = 400; analyze")
                .execute(write)
                .await?;
        }
        Ok(())
    }

    /// Closes every connection, writing SQLite's log back into its file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Asks a connection that has rested for a second whether its server is still there. One that answered just
/// now need not be asked again before each query: that is a way to the server and back for each.
async fn still_there(
    connection: &mut PgConnection,
    known: PoolConnectionMetadata,
) -> sqlx::Result<bool> {
    if known.idle_for > RESTED {
        connection.ping().await?;
    }
    Ok(true)
}

impl Tx {
    /// Every row of a query, seen from inside the transaction.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn all<T: Row>(&mut self, sql: Sql) -> sqlx::Result<Vec<T>> {
        match self {
            Self::Sqlite(tx) => {
                let again = sql.comes_again();
                let arguments = arguments::<Sqlite>(sql.values)?;
                sqlx::query_as_with(AssertSqlSafe(sql.text), arguments)
                    .persistent(again)
                    .fetch_all(&mut **tx)
                    .await
            }
            Self::Postgres(tx) => {
                let (text, again) = (sql.numbered(), sql.comes_again());
                let arguments = arguments::<Postgres>(sql.values)?;
                sqlx::query_as_with(AssertSqlSafe(text), arguments)
                    .persistent(again)
                    .fetch_all(&mut **tx)
                    .await
            }
        }
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn first<T: Row>(&mut self, sql: Sql) -> sqlx::Result<Option<T>> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Runs a statement; gives the number of rows it touched.
    ///
    /// # Errors
    /// What the engine answers.
    pub async fn run(&mut self, sql: Sql) -> sqlx::Result<u64> {
        match self {
            Self::Sqlite(tx) => {
                let again = sql.comes_again();
                let arguments = arguments::<Sqlite>(sql.values)?;
                let done = sqlx::query_with(AssertSqlSafe(sql.text), arguments)
                    .persistent(again)
                    .execute(&mut **tx)
                    .await?;
                Ok(done.rows_affected())
            }
            Self::Postgres(tx) => {
                let (text, again) = (sql.numbered(), sql.comes_again());
                let arguments = arguments::<Postgres>(sql.values)?;
                let done = sqlx::query_with(AssertSqlSafe(text), arguments)
                    .persistent(again)
                    .execute(&mut **tx)
                    .await?;
                Ok(done.rows_affected())
            }
        }
    }

    /// Text that only PostgreSQL understands: SQLite has one writer, so a transaction needs no
    /// locks on rows there.
    pub fn only_postgres(&self, text: &'static str) -> &'static str {
        match self {
            Self::Postgres(_) => text,
            Self::Sqlite(_) => "",
        }
    }

    /// Makes it so. When this returns, it is on disk.
    ///
    /// # Errors
    /// What the engine answers; then nothing was kept.
    pub async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

/// Whether an error says that a unique key is already taken.
pub fn is_taken(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

/// Whether an error says that something else still hangs on the row, or that what it hangs on is gone.
pub fn is_held(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_foreign_key_violation)
}
