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

const WHERE_TO_START: &str = "
Fjordby Kommune is ready; it does not exist, and nobody in it does. Each line below is one
person's way in, and can be used again while this runs. Begin as the volunteer: tell what you
saw. Then be the facilitator, who gathers it; the leader, who answers; and the volunteer again,
who sees what became of it.
";

/// Prints `role<TAB>link` for each role, then `ready<TAB>address`.
pub async fn run(data: &Data, demo: Demo) -> Result<(), Fail> {
    log_to_standard_error();
    let desk = data.open().await?;
    let links = samskab_demo::prepare(&desk)
        .await
        .map_err(|e| Fail::failure("the demonstration cannot start", e))?;
    let door = listen(&demo.network).await?;
    let base_url = &door.base_url;
    eprintln!("{WHERE_TO_START}");
    for (role, secret) in links {
        println!("{role}\t{base_url}/{SLUG}/sign-in/{}", secret.reveal());
    }
    println!("ready\t{base_url}/{SLUG}");
    site(desk, &demo.network, door, true).await
}
