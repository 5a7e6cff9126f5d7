//! What the environment or the flags say. Secrets are never printed.
use crate::fail::Fail;
use clap::Args;
use samskab_app::{Clock, Desk};
use samskab_database::Db;
use samskab_domain::kernel::Moment;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Where the data is.
#[derive(Args, Clone)]
pub struct Data {
    /// Folder for the database and files
    #[arg(long, env = "SAMSKAB_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// Database: postgres://... (default: SQLite in the data folder)
    #[arg(
        long,
        env = "SAMSKAB_DATABASE_URL",
        hide_env_values = true,
        global = true
    )]
    pub database_url: Option<String>,
}

/// How the program is reached and reaches others.
#[derive(Args, Clone)]
pub struct Network {
    /// Address and port to listen on
    #[arg(long, env = "SAMSKAB_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address people type, such as https://samskab.example.dk
    #[arg(long, env = "SAMSKAB_BASE_URL")]
    pub base_url: Option<String>,
    /// Mail server, such as smtps://user:password@host
    #[arg(long, env = "SAMSKAB_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Sender of mails, such as "Samskab <samskab@example.dk>"
    #[arg(long, env = "SAMSKAB_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Proxies whose word on who is calling is taken, with commas between
    #[arg(long, env = "SAMSKAB_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Forms a minute from one person or address, before they are asked to wait
    #[arg(long, env = "SAMSKAB_WRITES_PER_MINUTE", default_value = "240")]
    pub writes_per_minute: NonZeroU32,
}

impl Network {
    /// The address people type, without a slash at the end; the address that is listened on
    /// when none was given.
    pub fn base_url(&self, listening: SocketAddr) -> String {
        let given = self
            .base_url
            .as_deref()
            .map(|url| url.trim_end_matches('/').to_owned());
        given.unwrap_or_else(|| format!("http://{listening}"))
    }
}

struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the clock is read"
    )]
    fn now(&self) -> Moment {
        let since = std::time::SystemTime::now().duration_since(UNIX_EPOCH);
        let us = since.map_or(0, |d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX));
        Moment(us)
    }
}

impl Data {
    /// Opens the database, bringing it up to date.
    ///
    /// # Errors
    /// When the folder cannot be made or the database does not answer.
    pub async fn open(&self) -> Result<Desk, Fail> {
        let url = match &self.database_url {
            Some(url) => url.clone(),
            None => {
                std::fs::create_dir_all(&self.data)
                    .map_err(|e| Fail::failure("the data folder cannot be made", e))?;
                format!("sqlite://{}", self.data.join("samskab.db").display())
            }
        };
        let db = Db::open(&url)
            .await
            .map_err(|e| Fail::failure("the database cannot be opened", e))?;
        Ok(Desk::new(db, Arc::new(SystemClock)))
    }
}
