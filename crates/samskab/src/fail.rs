//! How the program says no: one line, exit code 2 for wrong use and 1 for failure.
use samskab_app::Refusal;
use samskab_domain::kernel::Language;
use samskab_locale::texts;
use std::process::ExitCode;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Fail {
    /// It was asked wrongly.
    Usage(String),
    /// It went wrong.
    Failure(String),
}

impl Fail {
    pub fn tell(&self) -> ExitCode {
        let (line, code) = match self {
            Self::Usage(line) => (line, 2),
            Self::Failure(line) => (line, 1),
        };
        eprintln!("samskab: {line}");
        ExitCode::from(code)
    }

    pub fn failure(what: &str, error: impl std::fmt::Display) -> Self {
        Self::Failure(format!("{what}: {error}"))
    }
}

impl From<Refusal> for Fail {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Remarks(remarks) => {
                let t = texts(Language::English);
                let lines: Vec<_> = remarks
                    .iter()
                    .map(|r| format!("{}: {}", r.field, t.why(&r.why)))
                    .collect();
                Self::Usage(lines.join("; "))
            }
            Refusal::Denied(_) => Self::Usage("that person may not do this".to_owned()),
            Refusal::Missing => Self::Usage("not found".to_owned()),
            other => Self::Failure(other.to_string()),
        }
    }
}

/// Clap's own words in one line, unless help was asked for.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let words = error.to_string();
    let said: Vec<_> = words
        .lines()
        .take_while(|l| !l.starts_with("Usage:"))
        .collect();
    let line = said.join(" ");
    let line = line.trim().trim_start_matches("error: ");
    let line: Vec<_> = line.split_whitespace().collect();
    Fail::Usage(format!("{} (samskab help tells more)", line.join(" "))).tell()
}
