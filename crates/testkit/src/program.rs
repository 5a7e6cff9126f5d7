//! The real program, started as an operator starts it, and someone who uses it over HTTP.
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running `samskab serve`. Killed when dropped.
pub struct Program {
    child: Child,
    pub base_url: String,
}

/// Which program, over which data.
#[derive(Clone, Debug)]
pub struct Installed {
    pub program: PathBuf,
    pub folder: PathBuf,
    /// None is SQLite in the folder.
    pub database_url: Option<String>,
}

impl Installed {
    /// A command of the program over this data.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env("SAMSKAB_DATA", &self.folder)
            .env("RUST_LOG", "warn")
            .env("SAMSKAB_WRITES_PER_MINUTE", "1000000")
            .env("SAMSKAB_TRUSTED_PROXIES", "127.0.0.1")
            .env_remove("SAMSKAB_DATABASE_URL");
        if let Some(url) = &self.database_url {
            command.env("SAMSKAB_DATABASE_URL", url);
        }
        command
    }

    /// Runs a command to its end and gives what it printed.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = self
            .command()
            .args(arguments)
            .output()
            .expect("the program runs");
        assert!(
            output.status.success(),
            "samskab {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("text")
    }

    /// Starts serving; returns when it is ready. What it logs and what it keeps for a while lies in
    /// its folder too.
    pub fn serve(&self) -> Program {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("program.log"))
            .expect("a file for its log");
        let aside = self.folder.join("aside");
        std::fs::create_dir_all(&aside).expect("a folder for temporary files");
        let mut child = self
            .command()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("TMPDIR", aside)
            .env("RUST_LOG", "debug")
            .stderr(log)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let ready = out
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("ready\t").map(str::to_owned));
        Program {
            child,
            base_url: ready.expect("it says that it is ready"),
        }
    }

    /// Makes an area as an administrator would, and gives its id.
    pub fn first_area(&self, program: &Program) -> String {
        let keeper = self.sign_in(program, "keeper@fjordby.example", "Staben", "administrator");
        let made = keeper.post("/fjordby/administration/areas", &[("name", "Ældre")]);
        assert_eq!(made.status, 303, "an area is made: {}", made.body);
        let teller = self.sign_in(program, "first@fjordby.example", "Staben", "frontline");
        let form = teller.get("/fjordby/observations/new").body;
        let choice = form
            .split("<input")
            .find(|i| i.contains("name=\"area\""))
            .expect("an area to choose");
        let value = choice.split("value=\"").nth(1).expect("its id");
        value.split('"').next().unwrap_or_default().to_owned()
    }

    /// Invites someone and signs her in over HTTP.
    pub fn sign_in(
        &self,
        program: &Program,
        email: &str,
        organisation: &str,
        role: &str,
    ) -> Visitor {
        let printed = self.run(&[
            "person",
            "invite",
            email,
            "--name",
            "Prøve",
            "--municipality",
            "fjordby",
            "--organisation",
            organisation,
            "--sector",
            "voluntary",
            "--role",
            role,
            "--base-url",
            &program.base_url,
        ]);
        let visitor = Visitor {
            agent: ureq::Agent::config_builder()
                .max_redirects(0)
                .http_status_as_error(false)
                .build()
                .into(),
            base_url: program.base_url.clone(),
            cookie: String::new(),
        };
        let answer = visitor.post(printed.trim().trim_start_matches(&program.base_url), &[]);
        let cookie = answer.cookie.expect("a session");
        Visitor { cookie, ..visitor }
    }
}

impl Program {
    /// Kills it as a power cut would (`SIGKILL`).
    pub fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }

    /// Resident memory in KiB (`VmRSS`); none where the machine does not tell.
    pub fn resident_kib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(
            Path::new("/proc")
                .join(self.child.id().to_string())
                .join("status"),
        );
        let status = status.ok()?;
        let line = status.lines().find(|l| l.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Someone signed in, who uses the site over HTTP.
#[derive(Clone)]
pub struct Visitor {
    agent: ureq::Agent,
    base_url: String,
    cookie: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
    cookie: Option<String>,
}

impl Visitor {
    /// The same visitor after the program was started anew.
    #[must_use]
    pub fn at(&self, program: &Program) -> Self {
        Self {
            base_url: program.base_url.clone(),
            ..self.clone()
        }
    }

    /// # Panics
    /// When the program does not answer at all.
    pub fn get(&self, path: &str) -> Answer {
        self.try_get(path).expect("an answer")
    }

    /// What a program at this address gets: each address has limits of its own.
    ///
    /// # Panics
    /// When the program does not answer at all.
    pub fn get_from(&self, address: Ipv4Addr, path: &str) -> Answer {
        let url = format!("{}{path}", self.base_url);
        let asked = self.agent.get(url);
        let sent = asked.header("x-forwarded-for", address.to_string()).call();
        read(sent.expect("an answer"))
    }

    /// None when the program does not answer at all.
    pub fn try_get(&self, path: &str) -> Option<Answer> {
        let url = format!("{}{path}", self.base_url);
        let sent = self.agent.get(url).header("cookie", &self.cookie).call();
        sent.ok().map(read)
    }

    /// # Panics
    /// When the program does not answer at all.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.try_post(path, form).expect("an answer")
    }

    /// None when the program does not answer at all.
    pub fn try_post(&self, path: &str, form: &[(&str, &str)]) -> Option<Answer> {
        let url = format!("{}{path}", self.base_url);
        let sent = self
            .agent
            .post(url)
            .header("cookie", &self.cookie)
            .header("origin", &self.base_url)
            .send_form(form.iter().copied());
        sent.ok().map(read)
    }
}

fn read(mut answer: ureq::http::Response<ureq::Body>) -> Answer {
    let header = |name: &str| {
        let value = answer.headers().get(name)?.to_str().ok()?;
        Some(value.to_owned())
    };
    let session = answer
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .find(|v| v.contains("samskab-"))
        .and_then(|v| v.split(';').next())
        .map(str::to_owned);
    Answer {
        status: answer.status().as_u16(),
        location: header("location"),
        cookie: session,
        body: answer.body_mut().read_to_string().unwrap_or_default(),
    }
}
