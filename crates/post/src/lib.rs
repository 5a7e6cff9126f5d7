//! Carries letters to a mail server (SMTP, RFC 5321) and short messages to a gateway, reads what comes back, and looks
//! whether links lead anywhere.
pub mod incoming;
mod sms;
mod web;

pub use sms::{Gateway, WithTexts};
pub use web::Links;

use async_trait::async_trait;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::file::AsyncFileTransport;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use samskab_app::mail::{Invitation, Letter, Post};
use std::path::Path;

/// Sends by SMTP.
pub struct Smtp {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// `url` as lettre reads it: `smtps://user:password@host`, `smtp://host?tls=required`;
    /// `from` as `Name <address>`.
    ///
    /// # Errors
    /// In words for the operator, never with the password.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            "SAMSKAB_SMTP_URL is not an address like smtps://user:password@host".to_owned()
        })?;
        Ok(Self {
            server: server.build(),
            from: mailbox(from)?,
        })
    }
}

#[async_trait]
impl Post for Smtp {
    fn address(&self) -> String {
        self.from.email.to_string()
    }

    async fn carry(&self, letter: Letter) -> Result<(), String> {
        let message = message(&self.from, letter)?;
        // The server's words may repeat the address, so only their kind goes on.
        let sent = self.server.send(message).await;
        sent.map(drop).map_err(|e| {
            if e.is_permanent() {
                "refused for good"
            } else {
                "not taken for now"
            }
            .to_owned()
        })
    }
}

/// Writes each letter as a file: for tests, and to look at what would be sent.
pub struct Folder {
    files: AsyncFileTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Folder {
    /// # Errors
    /// When `from` is no address.
    pub fn new(folder: &Path, from: &str) -> Result<Self, String> {
        Ok(Self {
            files: AsyncFileTransport::new(folder),
            from: mailbox(from)?,
        })
    }
}

#[async_trait]
impl Post for Folder {
    fn address(&self) -> String {
        self.from.email.to_string()
    }

    async fn carry(&self, letter: Letter) -> Result<(), String> {
        let message = message(&self.from, letter)?;
        let written = self.files.send(message).await;
        written
            .map(drop)
            .map_err(|_| "the file could not be written".to_owned())
    }
}

/// No mail server is set: letters are not carried.
pub struct Nobody;

#[async_trait]
impl Post for Nobody {
    fn is_there(&self) -> bool {
        false
    }

    async fn carry(&self, _: Letter) -> Result<(), String> {
        Err("no mail server is set (SAMSKAB_SMTP_URL)".to_owned())
    }
}

fn mailbox(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| {
        "SAMSKAB_MAIL_FROM is not an address like Samskab <samskab@example.org>".to_owned()
    })
}

fn message(from: &Mailbox, letter: Letter) -> Result<Message, String> {
    let address = letter
        .to_address
        .parse()
        .map_err(|_| "not an address".to_owned())?;
    let letter_head = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(letter.to_name), address))
        .subject(letter.subject)
        .message_id(Some(letter.message_id));
    let letter_head = match letter.stop {
        None => letter_head,
        // The mail program's own button stops them with one tap (RFC 2369, RFC 8058).
        Some(stop) => letter_head
            .raw_header(header("List-Unsubscribe", format!("<{stop}>"))?)
            .raw_header(header(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            )?),
    };
    let whole = match letter.calendar {
        None => letter_head
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text),
        Some(invitation) => letter_head.multipart(
            MultiPart::alternative()
                .singlepart(SinglePart::plain(letter.text))
                .singlepart(calendar(invitation)?),
        ),
    };
    whole.map_err(|_| "the letter could not be put together".to_owned())
}

/// The part that calendar programs take up (RFC 6047).
fn calendar(invitation: Invitation) -> Result<SinglePart, String> {
    let kind = format!("text/calendar; method={}; charset=utf-8", invitation.method);
    let kind = ContentType::parse(&kind).map_err(|_| "no such kind of part".to_owned())?;
    Ok(SinglePart::builder().header(kind).body(invitation.text))
}

fn header(name: &str, value: String) -> Result<HeaderValue, String> {
    let name = HeaderName::new_from_ascii(name.to_owned());
    let name = name.map_err(|_| "a header has no such name".to_owned())?;
    Ok(HeaderValue::new(name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_letter_in_danish_arrives_whole() {
        let folder = tempfile::tempdir().unwrap();
        let post = Folder::new(folder.path(), "Samskab <samskab@fjordby.example>").unwrap();
        let letter = Letter {
            message_id: "<1@fjordby.example>".into(),
            to_name: "Åse Ærø".into(),
            to_address: "aase@fjordby.example".into(),
            subject: "Dit link".into(),
            text: "Hej Åse\n".into(),
            calendar: None,
            stop: Some("https://fjordby.example/fjordby/notices/from-mail/1".into()),
        };
        post.carry(letter).await.unwrap();
        let file = std::fs::read_dir(folder.path())
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        assert!(text.contains("Message-ID: <1@fjordby.example>"), "{text}");
        assert!(text.contains("To: "), "{text}");
        assert!(
            text.contains("List-Unsubscribe: <https://fjordby.example/"),
            "{text}"
        );
        assert!(
            text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
            "{text}"
        );
    }

    #[test]
    fn a_wrong_url_is_told_without_its_password() {
        let error = Smtp::new("smtps//user:hemmeligt@host", "a@b.dk")
            .err()
            .unwrap();
        assert!(!error.contains("hemmeligt"));
    }
}
