//! The town is whole, on both engines.
#![allow(clippy::unwrap_used, reason = "a test")]
use samskab_app::{Desk, journal, municipality};
use samskab_demo::{LOGINS, SLUG, prepare};
use samskab_testkit::{HandClock, on_every_engine};
use std::sync::Arc;
use std::time::Instant;

#[tokio::test]
async fn the_town_is_whole() {
    on_every_engine(|engine| async move {
        // The engine as a whole: its folder lives as long as it does.
        let engine = engine;
        let desk = Desk::new(engine.db.clone(), Arc::new(HandClock::monday()));
        let begun = Instant::now();
        let links = prepare(&desk).await.unwrap_or_else(|e| panic!("{e}"));
        println!("{}: {:?}", engine.name, begun.elapsed());
        let logins: Vec<&str> = links.iter().map(|(login, _)| login.as_str()).collect();
        assert_eq!(logins, LOGINS);
        let town = municipality::find(&desk, SLUG).await.unwrap();
        assert_eq!(journal::check(&desk, town.id).await.unwrap(), None);
    })
    .await;
}
