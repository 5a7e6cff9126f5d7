//! What a person types. One file for each command.
mod check;
mod demo;
mod export;
mod import;
mod mail;
mod municipality;
mod person;
mod serve;

use crate::fail::Fail;
use crate::settings::Data;
use clap::{Parser, Subcommand};

/// Samskab: from what was seen in practice to a better offer.
#[derive(Parser)]
#[command(name = "samskab", version, about, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    data: Data,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site and do the work that waits
    Serve(serve::Serve),
    /// Serve the fictive Fjordby Kommune, and print a sign-in link for each role
    Demo(demo::Demo),
    /// Bring the database up to this version
    Migrate,
    /// Create a municipality
    #[command(subcommand)]
    Municipality(municipality::Municipality),
    /// Invite a person and print the link
    #[command(subcommand)]
    Person(person::Person),
    /// Bring in observations or offers from a file
    #[command(subcommand)]
    Import(import::Import),
    /// Take in mail: what came back, and answers to invitations
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Write all offers by the Human Services Data Specification
    Export(export::Export),
    /// Check that the journal is whole
    Check,
}

pub async fn run(cli: Cli) -> Result<(), Fail> {
    match cli.command {
        Command::Serve(serve) => serve::run(&cli.data, serve).await,
        Command::Demo(demo) => demo::run(&cli.data, demo).await,
        Command::Migrate => cli.data.open().await.map(drop),
        Command::Municipality(municipality) => municipality::run(&cli.data, municipality).await,
        Command::Person(person) => person::run(&cli.data, person).await,
        Command::Import(import) => import::run(&cli.data, import).await,
        Command::Mail(mail) => mail::run(&cli.data, mail).await,
        Command::Export(export) => export::run(&cli.data, export).await,
        Command::Check => check::run(&cli.data).await,
    }
}
