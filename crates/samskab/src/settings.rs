//! What the environment or the flags say. Secrets are never printed.
use crate::fail::Fail;
use clap::Args;
use samskab_app::token::Secret;
use samskab_app::{Clock, Desk, Key};
use samskab_database::Db;
use samskab_domain::kernel::Moment;
use samskab_report::Typesetter;
use std::io::{ErrorKind, Write};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
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
    /// Secret that citizens' codes are kept under (default: one made once, in the data folder).
    /// The same on every node that shares a database
    #[arg(long, env = "SAMSKAB_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<String>,
}

/// The file in the data folder that holds the secret where the environment gives none.
const SECRET: &str = "secret";
/// Shorter ones could be tried out; in characters.
const SECRET_MIN: usize = 32;

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
    /// Gateway for short messages, such as https://user:password@gateway.example/send
    #[arg(long, env = "SAMSKAB_SMS_URL", hide_env_values = true)]
    pub sms_url: Option<String>,
    /// Proxies whose word on who is calling is taken, with commas between
    #[arg(long, env = "SAMSKAB_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Forms a minute from one person or address, before they are asked to wait
    #[arg(long, env = "SAMSKAB_WRITES_PER_MINUTE", default_value = "240")]
    pub writes_per_minute: NonZeroU32,
    /// Look each week whether the web addresses of offers lead anywhere (asks other servers)
    #[arg(long, env = "SAMSKAB_CHECK_LINKS")]
    pub check_links: bool,
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
    /// The secret that was given, else the one in the data folder, made there the first time.
    fn key(&self) -> Result<Key, Fail> {
        let told = match &self.secret {
            Some(secret) => secret.clone(),
            None => self.kept_secret()?,
        };
        match told.trim().chars().count() {
            0..SECRET_MIN => Err(Fail::Usage(format!(
                "the secret has to be at least {SECRET_MIN} characters"
            ))),
            _ => Ok(Key::from_text(&told)),
        }
    }

    fn kept_secret(&self) -> Result<String, Fail> {
        std::fs::create_dir_all(&self.data)
            .map_err(|e| Fail::failure("the data folder cannot be made", e))?;
        let file = self.data.join(SECRET);
        let failed = |e| Fail::failure("the secret in the data folder cannot be kept", e);
        match std::fs::read_to_string(&file) {
            Err(e) if e.kind() == ErrorKind::NotFound => {}
            read => return read.map_err(failed),
        }
        let made = Secret::new().map_err(|e| Fail::failure("no secret can be made", e))?;
        // Written aside and then given its name, so that no other process reads half of it, and
        // of two that make one at once, both use the first.
        let aside = self.data.join(format!("{SECRET}.{}", std::process::id()));
        write_private(&aside, made.reveal()).map_err(failed)?;
        let named = std::fs::hard_link(&aside, &file);
        std::fs::remove_file(&aside).map_err(failed)?;
        match named {
            Err(e) if e.kind() != ErrorKind::AlreadyExists => Err(failed(e)),
            _ => std::fs::read_to_string(&file).map_err(failed),
        }
    }

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
        let desk = Desk::new(db, Arc::new(SystemClock), self.key()?);
        let desk = desk.with_index_in(self.data.join("index"));
        Ok(desk.with_press(Arc::new(Typesetter)))
    }
}

/// Writes a file that its owner alone may read.
fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
