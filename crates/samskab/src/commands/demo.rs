//! `samskab demo`: `serve` with the fictive municipality.
use super::serve::{listen, log_to_standard_error, site};
use crate::fail::Fail;
use crate::settings::{Data, Network};
use clap::Args;
use samskab_demo::SLUG;

#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    network: Network,
}

/// Prints `role<TAB>link` for each role, then `ready<TAB>address`.
pub async fn run(data: &Data, demo: Demo) -> Result<(), Fail> {
    log_to_standard_error();
    let desk = data.open().await?;
    let links = samskab_demo::prepare(&desk)
        .await
        .map_err(|e| Fail::failure("the demonstration cannot start", e))?;
    let door = listen(&demo.network).await?;
    let base_url = &door.base_url;
    for (role, secret) in links {
        println!("{role}\t{base_url}/{SLUG}/sign-in/{}", secret.reveal());
    }
    println!("ready\t{base_url}/{SLUG}");
    site(desk, &demo.network, door).await
}
