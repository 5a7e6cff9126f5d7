//! Meetings as calendar programs read them (iCalendar, RFC 5545), as invitations they can answer
//! (iTIP, RFC 5546), and the answers that come back.
//!
//! Nothing here knows who may see what: it writes what it is handed.
mod line;
mod reply;
mod zone;

pub use reply::{Reply, reply};

use jiff::Timestamp;
use line::{Lines, Value};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;
use samskab_domain::meeting::When;
use samskab_domain::schedule::Time;

/// One meeting, one in a row of meetings, or the row itself.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same for ever, wherever it is moved.
    pub uid: String,
    /// How many times it was changed.
    pub sequence: i64,
    /// When it was last changed.
    pub stamp: Moment,
    pub when: When,
    pub title: String,
    pub place: String,
    /// Where more can be read, by those who may.
    pub address: Option<String>,
    pub cancelled: bool,
    /// How it comes again (RFC 5545, 3.3.10).
    pub rule: Option<String>,
    /// Times of the rule that are not held, or are held at another time.
    pub left_out: Vec<When>,
    /// The time of the rule this one stands in place of.
    pub instead_of: Option<When>,
}

/// What an invitation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Come, or come at another time.
    Request,
    /// It is not held.
    Cancel,
}

impl Method {
    /// The word of RFC 5546.
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Who invites and who is invited, by their mail addresses.
#[derive(Clone, Copy, Debug)]
pub struct People<'a> {
    /// Answers go here.
    pub organiser: &'a str,
    pub invited: &'a str,
}

/// A calendar to subscribe to.
pub fn feed(name: &str, entries: &[Entry]) -> String {
    let mut lines = begin("PUBLISH");
    lines.text("X-WR-CALNAME", name);
    lines.put("X-WR-TIMEZONE", &[], zone::NAME);
    lines.put("REFRESH-INTERVAL", &[("VALUE", "DURATION")], "PT1H");
    lines.put("X-PUBLISHED-TTL", &[], "PT1H");
    finish(lines, entries, None)
}

/// An invitation, a change of it, or its cancelling.
pub fn invitation(method: Method, people: People<'_>, entries: &[Entry]) -> String {
    finish(begin(method.word()), entries, Some(people))
}

fn begin(method: &str) -> Lines {
    let mut lines = Lines::default();
    lines.put("BEGIN", &[], "VCALENDAR");
    lines.put("VERSION", &[], "2.0");
    lines.put("PRODID", &[], "-//Samskab//DA");
    lines.put("CALSCALE", &[], "GREGORIAN");
    lines.put("METHOD", &[], method);
    lines
}

fn finish(mut lines: Lines, entries: &[Entry], people: Option<People<'_>>) -> String {
    if entries.iter().any(|e| e.when.hours.is_some()) {
        zone::write(&mut lines);
    }
    for entry in entries {
        event(&mut lines, entry, people);
    }
    lines.put("END", &[], "VCALENDAR");
    lines.into_text()
}

fn event(lines: &mut Lines, entry: &Entry, people: Option<People<'_>>) {
    lines.put("BEGIN", &[], "VEVENT");
    lines.put("UID", &[], &entry.uid);
    lines.put("SEQUENCE", &[], &entry.sequence.to_string());
    lines.put("DTSTAMP", &[], &utc(entry.stamp));
    lines.put("LAST-MODIFIED", &[], &utc(entry.stamp));
    start(lines, "DTSTART", entry.when);
    match entry.when.hours {
        Some((_, until)) => local(lines, "DTEND", entry.when.day, until),
        None => date(lines, "DTEND", entry.when.day.plus(1)),
    }
    if let Some(rule) = &entry.rule {
        lines.put("RRULE", &[], rule);
    }
    for left_out in &entry.left_out {
        start(lines, "EXDATE", *left_out);
    }
    if let Some(instead_of) = entry.instead_of {
        start(lines, "RECURRENCE-ID", instead_of);
    }
    lines.text("SUMMARY", &entry.title);
    lines.text("LOCATION", &entry.place);
    if let Some(address) = &entry.address {
        lines.put("URL", &[], address);
    }
    let status = match entry.cancelled {
        true => "CANCELLED",
        false => "CONFIRMED",
    };
    lines.put("STATUS", &[], status);
    if let Some(people) = people {
        lines.put("ORGANIZER", &[], &format!("mailto:{}", people.organiser));
        let asked: &[Value<'_>] = &[
            ("CUTYPE", "INDIVIDUAL"),
            ("ROLE", "REQ-PARTICIPANT"),
            ("PARTSTAT", "NEEDS-ACTION"),
            ("RSVP", "TRUE"),
        ];
        lines.put("ATTENDEE", asked, &format!("mailto:{}", people.invited));
    }
    lines.put("END", &[], "VEVENT");
}

fn start(lines: &mut Lines, name: &'static str, when: When) {
    match when.hours {
        Some((from, _)) => local(lines, name, when.day, from),
        None => date(lines, name, when.day),
    }
}

fn local(lines: &mut Lines, name: &'static str, day: Day, time: Time) {
    let (hour, minute) = (time.hour(), time.minute());
    let value = format!("{}T{hour:02}{minute:02}00", basic(day));
    lines.put(name, &[("TZID", zone::NAME)], &value);
}

fn date(lines: &mut Lines, name: &'static str, day: Day) {
    lines.put(name, &[("VALUE", "DATE")], &basic(day));
}

fn basic(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{year:04}{month:02}{day:02}")
}

/// A moment as RFC 5545 writes it in UTC; one that has no date is taken for the first.
fn utc(moment: Moment) -> String {
    let moment = Timestamp::from_microsecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests;
