//! `samskab municipality create SLUG NAME`
use crate::fail::Fail;
use crate::settings::Data;
use clap::Subcommand;
use samskab_app::municipality::{NewMunicipality, create};

#[derive(Subcommand)]
pub enum Municipality {
    /// Create a municipality with the default topics
    Create {
        /// Word in its addresses, such as fjordby
        slug: String,
        /// Its name, such as "Fjordby Kommune"
        name: String,
        /// It does not exist: every page says so
        #[arg(long)]
        fictive: bool,
    },
}

pub async fn run(data: &Data, asked: Municipality) -> Result<(), Fail> {
    let Municipality::Create {
        slug,
        name,
        fictive,
    } = asked;
    let desk = data.open().await?;
    let new = NewMunicipality {
        slug: &slug,
        name: &name,
        fictive,
    };
    create(&desk, new).await?;
    println!("created /{slug}");
    Ok(())
}
