//! `samskab import`
use crate::fail::Fail;
use crate::settings::Data;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Import {
    /// Observations from a CSV file
    Observations { file: std::path::PathBuf },
}

pub async fn run(_: &Data, asked: Import) -> Result<(), Fail> {
    let Import::Observations { file } = asked;
    Err(Fail::Usage(file.display().to_string()))
}
