//! The program. `samskab help` tells what it can do; each command has a file of its own.
mod commands;
mod fail;
mod settings;
mod worker;

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let asked = match commands::Cli::try_parse() {
        Ok(asked) => asked,
        Err(error) => return fail::usage(&error),
    };
    match commands::run(asked).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => fail.tell(),
    }
}
