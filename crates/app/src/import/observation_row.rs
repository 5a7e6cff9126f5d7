//! A row as an observation, or the reasons why not. A row that may point to a person is refused,
//! unless whoever brings the file has looked it through; a CPR number is refused then too.
use super::choices::{code, day};
use super::columns::key;
use super::fault::{Reason, Refused, reasons};
use super::row::Row;
use super::run::Options;
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment, Why};
use samskab_domain::observation::{Draft, Frequency, Observation, Severity, Source};
use samskab_domain::topic::TopicGroup;
use samskab_words::personal_data;

/// An area by everything it is called.
#[derive(Clone, Debug)]
pub(super) struct AreaNames {
    pub id: Id,
    pub names: Vec<String>,
}

/// The areas rows may name: those in use that the actor's membership covers.
#[derive(Clone, Debug)]
pub(super) struct Areas(Vec<AreaNames>);

impl Areas {
    pub(super) fn new(all: Vec<AreaNames>, actor: &Actor) -> Self {
        Self(all.into_iter().filter(|a| actor.covers(a.id)).collect())
    }

    /// The area of a name, in Danish or English, or of an id.
    pub(super) fn find(&self, written: &str) -> Option<Id> {
        let wanted = key(written);
        let id: Option<Id> = written.trim().parse().ok();
        let named = |a: &&AreaNames| Some(a.id) == id || a.names.iter().any(|n| key(n) == wanted);
        self.0.iter().find(named).map(|a| a.id)
    }

    /// Whether this area is one of them.
    pub(super) fn covers(&self, area: Id) -> bool {
        self.0.iter().any(|a| a.id == area)
    }

    /// The area a row names, else the default.
    pub(super) fn of(&self, row: &Row, default: &str) -> Result<Id, Reason> {
        let written = match row.text("area") {
            "" => default,
            written => written,
        };
        if written.trim().is_empty() {
            return Err(Reason::Rule(Why::Missing));
        }
        self.find(written).ok_or(Reason::NoSuchArea)
    }
}

/// The observation a row tells, and when it was told.
pub(super) fn consider(
    row: &Row,
    areas: &Areas,
    options: &Options,
    now: Moment,
) -> Result<(Observation, Moment), Refused> {
    let mut found = Vec::new();
    let area = areas.of(row, &options.area);
    let draft = Draft {
        story: row.text("story").to_owned(),
        source: code::<Source>(row.text("source"), options.how.code()),
        topic_group: code::<TopicGroup>(row.text("topic_group"), options.topic_group.code()),
        // What the area is, its own reason says.
        area: area
            .as_ref()
            .map_or_else(|_| Id::nil(), |id| *id)
            .to_string(),
        place: row.text("place").to_owned(),
        concerns: row.text("concerns").to_owned(),
        frequency: code::<Frequency>(row.text("frequency"), ""),
        severity: code::<Severity>(row.text("severity"), ""),
        would_help: row.text("would_help").to_owned(),
        ..Draft::default()
    };
    let observation = draft.consider();
    let at = moment(row.text("date"), now);
    let personal = personal_data::remarks(&draft.texts(), options.looked_through);
    if let Err(reason) = area {
        found.push(("area", reason));
    }
    if let Err(why) = &at {
        found.push(("date", Reason::Rule(why.clone())));
    }
    found.extend(reasons(personal));
    match (observation, at) {
        (Ok(observation), Ok(at)) if found.is_empty() => Ok((observation, at)),
        (observation, _) => {
            found.extend(reasons(observation.err().unwrap_or_default()));
            Err(Refused {
                line: row.line,
                reasons: found,
            })
        }
    }
}

/// Noon of the day that was written; now, when none was or it is today.
fn moment(written: &str, now: Moment) -> Result<Moment, Why> {
    if written.is_empty() {
        return Ok(now);
    }
    let day = day(written).ok_or(Why::NotADate)?;
    let today = Day::of(now);
    if day > today || day.days_until(today) > 100 * 366 {
        return Err(Why::DateOutOfRange);
    }
    Ok(if day == today {
        now
    } else {
        day.start().plus(12 * Moment::HOUR)
    })
}
