//! What a source says, as far as it can be taken here. The same when it comes in and when it goes
//! out: what was taken and has not changed goes out in the source's own words.
use crate::import::cut;
use crate::offer::RuleColumns;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{LINE_MAX, Language, Reader, clean};
use samskab_domain::offer::State;
use samskab_domain::organisation;
use samskab_domain::schedule::{Frequency, OnDay, Rule, Time};
use samskab_domain::{offer, person};
use samskab_hsds as hsds;
use samskab_locale::texts;

/// Longest name of an offer.
pub(crate) const NAME_MAX: usize = 120;
/// Longest description.
pub(crate) const DESCRIPTION_MAX: usize = 4_000;
/// Longest words about when.
const SCHEDULE_MAX: usize = 300;

/// What the source said, when what it said is what we have; else what we have.
pub(super) fn said<T: PartialEq>(
    ours: Option<T>,
    theirs: Option<T>,
    taken: Option<T>,
) -> Option<T> {
    if ours == taken { theirs } else { ours }
}

/// A text of at most `max` characters, cut between words.
pub(crate) fn text(said: Option<&str>, max: usize) -> Option<String> {
    let text = clean(said?).ok().filter(|text| !text.is_empty())?;
    Some(cut(&text, max)).filter(|text| !text.is_empty())
}

pub(crate) fn line(said: Option<&str>) -> Option<String> {
    text(said, LINE_MAX)
}

/// What `rule` makes of it, if it holds.
fn held(said: Option<&str>, rule: impl Fn(&mut Reader, &str) -> Option<String>) -> Option<String> {
    let mut read = Reader::new();
    let held = rule(&mut read, said?);
    read.finish(Some(held)).ok().flatten()
}

pub(crate) fn email(said: Option<&str>) -> Option<String> {
    held(said, |read, typed| person::email(read, "email", typed))
}

pub(crate) fn web_address(said: Option<&str>) -> Option<String> {
    held(said, |read, typed| offer::web_address(read, "url", typed))
}

pub(crate) fn phone(said: &str) -> Option<String> {
    held(Some(said), |read, typed| {
        person::phone(read, "phone", typed)
    })
}

pub(crate) fn age(said: Option<u16>) -> Option<u16> {
    said.filter(|age| *age <= 120)
}

pub(crate) fn cvr(said: Option<&str>) -> Option<String> {
    organisation::cvr(said?)
}

/// The code of a language, in small letters.
pub(crate) fn language(said: Option<&str>) -> Option<String> {
    let code = said?.trim().to_lowercase();
    let fits = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    fits.then_some(code)
}

/// Where an offer of that status stands here.
pub(crate) fn state(status: &str) -> State {
    match status {
        "inactive" | "defunct" => State::Withdrawn,
        _ => State::Published,
    }
}

/// Words and rule of a schedule; none when it says neither.
pub(crate) fn schedule(
    said: &hsds::Schedule,
    language: Language,
) -> Option<(String, Option<Rule>)> {
    let rule = said.repeat.as_ref().and_then(rule);
    let words = text(said.description.as_deref(), SCHEDULE_MAX);
    let words = words.or_else(|| rule.as_ref().map(|rule| texts(language).rule(rule)))?;
    Some((words, rule))
}

/// A rule as we follow it; none where it says more than we can follow.
fn rule(said: &hsds::Repeat) -> Option<Rule> {
    let time = |text: &Option<String>| text.as_deref().and_then(Time::parse);
    let day = |text: &Option<String>| text.as_deref().and_then(Day::parse);
    let parts = |text: &Option<String>| -> Vec<String> {
        let parts = text.as_deref().unwrap_or_default().split(',');
        parts
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let on: Option<Vec<_>> = parts(&said.byday).iter().map(|p| OnDay::parse(p)).collect();
    let month_days: Option<Vec<i8>> = parts(&said.bymonthday)
        .iter()
        .map(|p| p.parse().ok())
        .collect();
    let frequency = match said.freq.as_str() {
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        _ => return None,
    };
    let rule = Rule {
        frequency,
        every: said.interval.unwrap_or(1),
        on: on?,
        month_days: month_days?,
        starts: time(&said.opens_at),
        ends: time(&said.closes_at),
        from: day(&said.dtstart),
        until: day(&said.until),
        count: said.count.filter(|count| *count > 0),
    };
    let ordered = rule
        .from
        .zip(rule.until)
        .is_none_or(|(from, until)| from <= until);
    (rule.holds() && ordered).then_some(rule)
}

/// A rule as the standard spells it.
pub(super) fn repeat(rule: &Rule) -> hsds::Repeat {
    let listed = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(","));
    let clock = |time: Option<Time>| time.map(|t| t.to_string());
    hsds::Repeat {
        freq: match rule.frequency {
            Frequency::Weekly => "WEEKLY".to_owned(),
            Frequency::Monthly => "MONTHLY".to_owned(),
        },
        interval: (rule.every > 1).then_some(rule.every),
        byday: listed(rule.on.iter().map(ToString::to_string).collect()),
        bymonthday: listed(rule.month_days.iter().map(ToString::to_string).collect()),
        dtstart: rule.from.map(|day| day.to_string()),
        until: rule.until.map(|day| day.to_string()),
        count: rule.count,
        opens_at: clock(rule.starts),
        closes_at: clock(rule.ends),
    }
}

/// Whether a schedule we keep is the one a source said.
pub(super) fn same_schedule(kept: &RuleColumns, said: &hsds::Schedule, language: Language) -> bool {
    let taken = schedule(said, language);
    taken.is_some_and(|(words, rule)| words == kept.body && rule == kept.rule())
}
