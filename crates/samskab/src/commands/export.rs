//! `samskab export PATH`
use super::import::Who;
use crate::fail::Fail;
use crate::settings::Data;
use clap::Args;
use samskab_app::hsds;
use samskab_hsds::package::{datapackage, write_csv};
use std::path::PathBuf;

#[derive(Args)]
pub struct Export {
    /// A JSON file to write, or with --tables a folder
    path: PathBuf,
    #[command(flatten)]
    who: Who,
    /// Write tables as CSV, with what describes them
    #[arg(long)]
    tables: bool,
}

/// Everything that is kept of offers, by the Human Services Data Specification.
pub async fn run(data: &Data, asked: Export) -> Result<(), Fail> {
    let (desk, actor) = asked.who.open(data).await?;
    let all = hsds::export(&desk, &actor).await?;
    let cannot =
        |e: std::io::Error| Fail::Usage(format!("{} cannot be written: {e}", asked.path.display()));
    if asked.tables {
        let package = hsds::tables(&all);
        std::fs::create_dir_all(&asked.path).map_err(cannot)?;
        for (name, content) in write_csv(&package) {
            std::fs::write(asked.path.join(name), content).map_err(cannot)?;
        }
        let describes = datapackage(&package, "samskab").to_string();
        std::fs::write(asked.path.join("datapackage.json"), describes).map_err(cannot)?;
    } else {
        std::fs::write(&asked.path, all.document().to_string()).map_err(cannot)?;
    }
    println!("{}", all.services.len());
    Ok(())
}
