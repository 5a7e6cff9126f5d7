//! Mail that comes in, told apart by what it is. Whatever is none of these is passed over: nobody
//! reads it here.
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// What a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A mail of ours could not be delivered and never will be (RFC 3464): the `Message-ID`s it
    /// names, each in its angle brackets.
    Bounce { of: Vec<String> },
    /// What calendar programs answer to invitations (iMIP, RFC 6047): the calendars in it.
    Calendars(Vec<String>),
    /// Anything else: a delay, an answer from a person, a message nobody can read.
    Other,
}

/// Reads a message as a mail server hands it over (RFC 5322).
pub fn read(bytes: &[u8]) -> Incoming {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Incoming::Other;
    };
    bounce(&message)
        .or_else(|| calendars(&message))
        .unwrap_or(Incoming::Other)
}

fn bounce(message: &Message<'_>) -> Option<Incoming> {
    let status = message
        .parts
        .iter()
        .find(|part| part.is_content_type("message", "delivery-status"))?;
    let status = String::from_utf8_lossy(status.contents()).to_lowercase();
    let failed = field(&status, "action").any(|value| value == "failed");
    let permanent = field(&status, "status").any(|value| value.starts_with("5."));
    if !failed || !permanent {
        return None;
    }
    let mut of = Vec::new();
    for part in &message.parts {
        match &part.body {
            PartType::Message(returned) => of.extend(returned.message_id().map(bracketed)),
            _ if part.is_content_type("text", "rfc822-headers") => {
                let headers = MessageParser::default().parse(part.contents());
                of.extend(headers.and_then(|h| h.message_id().map(bracketed)));
            }
            _ => {}
        }
    }
    Some(Incoming::Bounce { of })
}

fn calendars(message: &Message<'_>) -> Option<Incoming> {
    let parts = message.parts.iter();
    let calendars: Vec<String> = parts
        .filter(|part| part.is_content_type("text", "calendar"))
        .filter_map(|part| part.text_contents().map(str::to_owned))
        .collect();
    (!calendars.is_empty()).then_some(Incoming::Calendars(calendars))
}

fn bracketed(id: &str) -> String {
    format!("<{id}>")
}

/// The values a field of a delivery status has; there is one for each who should have had it.
fn field<'a>(status: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    status.lines().filter_map(move |line| {
        let (found, value) = line.split_once(':')?;
        (found.trim() == name).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(status: &str, returned: &str) -> Vec<u8> {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: samskab@fjordby.example\r\nSubject: Undelivered\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; x@y.example\r\n{status}\r\n--b\r\n{returned}\r\n--b--\r\n"
        )
        .into_bytes()
    }

    const FAILED: &str = "Action: failed\r\nStatus: 5.1.1\r\n";
    const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <7@t.example>\r\nSubject: Hej\r\n\r\nHej\r\n";
    const HEADERS: &str = "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <7@t.example>\r\nSubject: Hej\r\n\r\n";

    #[test]
    fn what_will_never_arrive_is_known_by_its_number() {
        let ours = Incoming::Bounce {
            of: vec!["<7@t.example>".into()],
        };
        assert_eq!(read(&report(FAILED, WHOLE)), ours);
        assert_eq!(read(&report(FAILED, HEADERS)), ours);
    }

    const ANSWER: &str = "From: birthe@fjordby.example\r\nSubject: Ja\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nJa\r\n--x\r\n\
        Content-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=\r\n--x--\r\n";

    #[test]
    fn the_calendar_is_found_among_the_parts() {
        let found = Incoming::Calendars(vec!["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into()]);
        assert_eq!(read(ANSWER.as_bytes()), found);
    }

    #[test]
    fn a_delay_and_an_ordinary_letter_are_no_bounce() {
        let delayed = "Action: delayed\r\nStatus: 4.4.1\r\n";
        assert_eq!(read(&report(delayed, WHOLE)), Incoming::Other);
        let letter = b"From: a@b.example\r\nSubject: failed 5.1.1\r\n\r\nAction: failed\r\n";
        assert_eq!(read(letter), Incoming::Other);
        assert_eq!(read(b""), Incoming::Other);
        assert_eq!(read(&[0xff; 300]), Incoming::Other);
    }
}
