//! `samskab serve`
use crate::fail::Fail;
use crate::settings::{Data, Network};
use crate::worker::Worker;
use clap::Args;
use samskab_app::upkeep::Web;
use samskab_app::{Desk, mail::Post};
use samskab_post::{Gateway, Links, Nobody, Smtp, WithTexts};
use samskab_web::{Settings, Site, router};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    pub network: Network,
}

pub async fn run(data: &Data, serve: Serve) -> Result<(), Fail> {
    log_to_standard_error();
    let desk = data.open().await?;
    let door = listen(&serve.network).await?;
    println!("ready\t{}", door.base_url);
    site(desk, &serve.network, door, false).await
}

/// Logs go to standard error; `RUST_LOG` says how much.
pub fn log_to_standard_error() {
    use tracing_subscriber::EnvFilter;
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
        .with_writer(std::io::stderr)
        .try_init();
}

/// Where people come in.
pub struct Door {
    listener: TcpListener,
    pub base_url: String,
}

/// # Errors
/// When the address is taken or not ours.
pub async fn listen(network: &Network) -> Result<Door, Fail> {
    let taken = |e| Fail::failure(&format!("cannot listen on {}", network.listen), e);
    let listener = TcpListener::bind(network.listen).await.map_err(taken)?;
    let listening = listener.local_addr().map_err(taken)?;
    Ok(Door {
        listener,
        base_url: network.base_url(listening),
    })
}

/// Serves until the program is told to stop; requests under way are answered first. Only the
/// demonstration takes the demonstration's links.
pub async fn site(desk: Desk, network: &Network, door: Door, demo: bool) -> Result<(), Fail> {
    let base_url = door.base_url;
    let post = post(network)?;
    let (stop, stopped) = watch::channel(false);
    let worker = Worker {
        desk: desk.clone(),
        post,
        base_url: base_url.clone(),
        web: network
            .check_links
            .then(|| Arc::new(Links::default()) as Arc<dyn Web>),
    };
    let worker = tokio::spawn(worker.run(stopped.clone()));
    let site = Site::new(
        desk.clone(),
        Settings {
            base_url,
            trusted_proxies: network.trusted_proxies.clone(),
            writes_per_minute: network.writes_per_minute,
            demo,
            sms: network.sms_url.is_some(),
        },
    );
    let tidy = tokio::spawn(tidy(desk.clone(), site.clone()));
    let follower = tokio::spawn(follow_the_journal(desk.clone(), stopped));
    let service = router(site).into_make_service_with_connect_info::<SocketAddr>();
    tracing::info!("serving");
    let served = axum::serve(door.listener, service)
        .with_graceful_shutdown(asked_to_stop())
        .await;
    let _ = stop.send(true);
    let _ = worker.await;
    let _ = follower.await;
    tidy.abort();
    desk.db.close().await;
    served.map_err(|e| Fail::failure("serving stopped", e))
}

fn post(network: &Network) -> Result<Arc<dyn Post>, Fail> {
    let letters = letters(network)?;
    let Some(url) = &network.sms_url else {
        return Ok(letters);
    };
    let gateway = Gateway::new(url).map_err(Fail::Usage)?;
    Ok(Arc::new(WithTexts::new(letters, gateway)))
}

fn letters(network: &Network) -> Result<Arc<dyn Post>, Fail> {
    let Some(url) = &network.smtp_url else {
        tracing::warn!(
            "no mail server is set (SAMSKAB_SMTP_URL): sign-in links come from `samskab person invite`"
        );
        return Ok(Arc::new(Nobody));
    };
    let from = network.mail_from.as_deref().ok_or_else(|| {
        Fail::Usage("SAMSKAB_MAIL_FROM must be set when SAMSKAB_SMTP_URL is".to_owned())
    })?;
    let smtp = Smtp::new(url, from).map_err(Fail::Usage)?;
    Ok(Arc::new(smtp))
}

/// How often what has gathered is looked after.
const TIDY: Duration = Duration::from_secs(300);

async fn tidy(desk: Desk, site: Site) {
    loop {
        if let Err(error) = desk.db.weigh().await {
            tracing::warn!(%error, "the tables could not be weighed; answers may be slow");
        }
        site.limits.forget_the_quiet();
        tokio::time::sleep(TIDY).await;
    }
}

/// How often the search index looks for what has happened.
const FOLLOW: Duration = Duration::from_secs(2);

/// Keeps the search index right on this node; a change begun is finished first.
async fn follow_the_journal(desk: Desk, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = samskab_app::offer::follow_all(&desk).await {
            tracing::error!(%error, "the search index could not follow the journal");
        }
        tokio::select! {
            () = tokio::time::sleep(FOLLOW) => {}
            changed = stopped.changed() => if changed.is_err() { return },
        }
    }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
