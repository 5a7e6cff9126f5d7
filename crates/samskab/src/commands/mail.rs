//! `samskab mail receive`
use crate::fail::Fail;
use crate::settings::Data;
use clap::Subcommand;
use samskab_app::{Desk, mail, meeting};
use samskab_post::incoming::{self, Incoming};
use std::io::Read;

#[derive(Subcommand)]
pub enum Mail {
    /// Take in one message from standard input, as a mail server's pipe hands it over
    Receive,
}

/// Largest message, in bytes; what is longer is nothing of ours.
const MESSAGE_MAX: u64 = 4 * 1024 * 1024;

pub async fn run(data: &Data, asked: Mail) -> Result<(), Fail> {
    let Mail::Receive = asked;
    let mut message = Vec::new();
    std::io::stdin()
        .take(MESSAGE_MAX)
        .read_to_end(&mut message)
        .map_err(|e| Fail::failure("the message could not be read", e))?;
    let desk = data.open().await?;
    match incoming::read(&message) {
        Incoming::Bounce { of } => bounced(&desk, &of).await,
        Incoming::Calendars(calendars) => answered(&desk, &calendars).await,
        // Said with success, or the mail server would send it back to whoever wrote it.
        Incoming::Other => {
            println!("nothing to do");
            Ok(())
        }
    }
}

async fn answered(desk: &Desk, calendars: &[String]) -> Result<(), Fail> {
    let mut taken = 0;
    for calendar in calendars {
        taken += meeting::receive(desk, calendar).await?;
    }
    println!(
        "{}",
        if taken > 0 {
            "an answer to an invitation"
        } else {
            "nothing to do"
        }
    );
    Ok(())
}

async fn bounced(desk: &Desk, of: &[String]) -> Result<(), Fail> {
    let mut known = false;
    for message_id in of {
        known |= mail::bounced(desk, message_id).await?;
    }
    println!(
        "{}",
        if known {
            "a mail came back"
        } else {
            "nothing to do"
        }
    );
    Ok(())
}
