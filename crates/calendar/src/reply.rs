//! What a calendar program answers to an invitation (RFC 5546, 3.2.3).
use icalendar::parser::{Component, Property, read_calendar, unfold};
use samskab_domain::calendar::Day;
use samskab_domain::meeting::Coming;

/// Someone's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub uid: String,
    /// Which word of the invitation she answers: how many times it had been changed (RFC 5546, 2.1.5).
    pub sequence: i64,
    /// The time of a row of meetings it is about; none is all of them.
    pub instead_of: Option<Day>,
    /// Who answers, by her mail address.
    pub from: String,
    pub coming: Coming,
}

/// Larger ones come from no calendar program.
const LARGEST: usize = 64 * 1024;

/// The answers in a calendar; none where it is not one, or nobody answers in it.
pub fn reply(text: &str) -> Vec<Reply> {
    if text.len() > LARGEST {
        return vec![];
    }
    let text = unfold(text);
    let Ok(calendar) = read_calendar(&text) else {
        return vec![];
    };
    let answers = calendar
        .properties
        .iter()
        .any(|p| p.name == "METHOD" && p.val.as_str().eq_ignore_ascii_case("REPLY"));
    if !answers {
        return vec![];
    }
    let events = calendar.components.iter().filter(|c| c.name == "VEVENT");
    events.filter_map(answer).collect()
}

fn answer(event: &Component<'_>) -> Option<Reply> {
    let attendee = event.find_prop("ATTENDEE")?;
    let instead_of = match event.find_prop("RECURRENCE-ID") {
        Some(at) => Some(day(at)?),
        None => None,
    };
    let sequence = match event.find_prop("SEQUENCE") {
        Some(said) => said.val.as_str().trim().parse().ok()?,
        None => 0,
    };
    Some(Reply {
        uid: event.find_prop("UID")?.val.as_str().to_owned(),
        sequence,
        instead_of,
        from: address(attendee.val.as_str())?,
        coming: coming(attendee)?,
    })
}

fn coming(attendee: &Property<'_>) -> Option<Coming> {
    let said = attendee.params.iter().find(|p| p.key == "PARTSTAT")?;
    match said.val.as_ref()?.as_str() {
        "ACCEPTED" => Some(Coming::Yes),
        "TENTATIVE" => Some(Coming::Maybe),
        "DECLINED" => Some(Coming::No),
        _ => None,
    }
}

fn address(value: &str) -> Option<String> {
    let scheme = value.get(..7)?;
    scheme
        .eq_ignore_ascii_case("mailto:")
        .then(|| value[7..].trim().to_owned())
}

/// The day in Denmark. A program that answers in UTC names the same day: nobody is invited
/// to the hour before midnight.
fn day(property: &Property<'_>) -> Option<Day> {
    let value = property.val.as_str();
    let (year, month, day) = (value.get(..4)?, value.get(4..6)?, value.get(6..8)?);
    Day::parse(&format!("{year}-{month}-{day}"))
}
