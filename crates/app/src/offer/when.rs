//! When an offer can be used: the tables `schedule`, `schedule_exception` and `closure`.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::Offer;
use samskab_domain::schedule::{
    Calendar, Closure, Exception, Frequency, OnDay, Repeats, Rule, Schedule, Time,
};
use samskab_locale::texts;
use std::collections::HashMap;

/// A schedule as it is kept: words always, a rule where it is known.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Kept {
    pub id: Id,
    pub offer_id: Id,
    pub body: String,
    freq: Option<String>,
    every: Option<i64>,
    weekdays: Option<String>,
    month_days: Option<String>,
    occurrences: Option<i64>,
    starts_at: Option<String>,
    ends_at: Option<String>,
    from_day: Option<String>,
    until_day: Option<String>,
}

/// The columns of [`Kept`].
pub(crate) const COLUMNS: &str = "select id, offer_id, body, freq, every, weekdays, month_days, occurrences, \
     starts_at, ends_at, from_day, until_day from schedule ";

impl Kept {
    pub(crate) fn rule(&self) -> Option<Rule> {
        let time = |text: &Option<String>| text.as_deref().and_then(Time::parse);
        let day = |text: &Option<String>| text.as_deref().and_then(Day::parse);
        let listed = |text: &Option<String>| -> Vec<String> {
            let parts = text.as_deref().unwrap_or_default().split(',');
            parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
        };
        let on = listed(&self.weekdays);
        let month_days = listed(&self.month_days);
        let rule = Rule {
            frequency: Frequency::from_code(self.freq.as_deref()?)?,
            every: self.every.and_then(|n| u16::try_from(n).ok()).unwrap_or(1),
            on: on.iter().filter_map(|on| OnDay::parse(on)).collect(),
            month_days: month_days.iter().filter_map(|n| n.parse().ok()).collect(),
            starts: time(&self.starts_at),
            ends: time(&self.ends_at),
            from: day(&self.from_day),
            until: day(&self.until_day),
            count: self.occurrences.and_then(|n| u16::try_from(n).ok()),
        };
        rule.holds().then_some(rule)
    }
}

/// A rule as the columns `freq` to `until_day` have it, in the order of [`COLUMNS`].
pub(crate) fn rule_values(rule: Option<&Rule>) -> [Value; 9] {
    let listed = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(","));
    let text = |time: Option<Time>| Value::from(time.map(|t| t.to_string()));
    let on = rule.and_then(|r| listed(r.on.iter().map(ToString::to_string).collect()));
    let month_days =
        rule.and_then(|r| listed(r.month_days.iter().map(ToString::to_string).collect()));
    [
        rule.map(|r| r.frequency.code()).into(),
        rule.map(|r| r.every).into(),
        on.into(),
        month_days.into(),
        rule.and_then(|r| r.count).into(),
        text(rule.and_then(|r| r.starts)),
        text(rule.and_then(|r| r.ends)),
        rule.and_then(|r| r.from).into(),
        rule.and_then(|r| r.until).into(),
    ]
}

/// What the form shows of it: the words, unless they only say what the rule says.
pub(super) fn words_beside(kept: &Kept, language: Language) -> String {
    match kept.rule() {
        Some(rule) if texts(language).rule(&rule) == kept.body => String::new(),
        _ => kept.body.clone(),
    }
}

/// The first schedule of an offer, which the form holds.
pub(super) async fn first(tx: &mut Tx, m: Id, offer: Id) -> Outcome<Option<Kept>> {
    let sql = sql!(COLUMNS).and(
        "where municipality_id = ? and offer_id = ? order by offer_id, id limit 1",
        [m.into(), offer.into()],
    );
    Ok(tx.first(sql).await?)
}

/// The schedules of these offers, each offer's first one first.
pub(super) async fn of(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<Vec<Kept>> {
    let sql = sql!(COLUMNS)
        .and("where municipality_id = ? and offer_id in ", [m.into()])
        .list(offers.iter().copied())
        .text(" order by offer_id, id");
    Ok(desk.db.all(sql).await?)
}

/// Puts what the form says of when in place. Its row stays when the words change, and with it
/// what a source said; a rule no form can hold stays until another is typed.
pub(super) async fn put(
    tx: &mut Tx,
    desk: &Desk,
    m: Id,
    (id, language): (Id, Language),
    offer: &Offer,
) -> Outcome<()> {
    let before = first(tx, m, id).await?;
    let held = before.as_ref().and_then(Kept::rule);
    let stays = held.filter(|rule| Repeats::of(rule).is_none());
    let rule = offer.when.rule.clone().or(stays);
    let words = rule.as_ref().map(|rule| texts(language).rule(rule));
    let body = offer.schedule.clone().or(words);
    match (body, before) {
        (Some(body), Some(before)) => {
            let set = sql!("update schedule set body = ?", body);
            let columns = [
                ", freq = ?",
                ", every = ?",
                ", weekdays = ?",
                ", month_days = ?",
                ", occurrences = ?",
                ", starts_at = ?",
                ", ends_at = ?",
                ", from_day = ?",
                ", until_day = ?",
            ];
            let values = rule_values(rule.as_ref()).into_iter();
            let set = columns
                .into_iter()
                .zip(values)
                .fold(set, |sql, (column, value)| sql.and(column, [value]));
            tx.run(set.and(
                " where municipality_id = ? and id = ?",
                [m.into(), before.id.into()],
            ))
            .await?;
        }
        (Some(body), None) => {
            let insert = sql!(
                "insert into schedule (municipality_id, id, offer_id, body, freq, every, weekdays, month_days, occurrences, \
                 starts_at, ends_at, from_day, until_day) values "
            );
            let mut row: Vec<Value> = vec![m.into(), desk.id().into(), id.into(), body.into()];
            row.extend(rule_values(rule.as_ref()));
            tx.run(insert.list(row)).await?;
        }
        (None, before) => {
            let gone = sql!(
                "delete from schedule where municipality_id = ? and id = ?",
                m,
                before.map(|b| b.id)
            );
            tx.run(gone).await?;
        }
    }
    put_exceptions(tx, desk, m, id, &offer.when).await
}

async fn put_exceptions(tx: &mut Tx, desk: &Desk, m: Id, id: Id, when: &Schedule) -> Outcome<()> {
    let holidays = if when.open_on_holidays {
        "open"
    } else {
        "closed"
    };
    for sql in [
        sql!(
            "update offer set holidays = ? where municipality_id = ? and id = ?",
            holidays,
            m,
            id
        ),
        sql!(
            "delete from schedule_exception where municipality_id = ? and offer_id = ?",
            m,
            id
        ),
        sql!(
            "delete from closure where municipality_id = ? and offer_id = ? and (until_day is null or until_day >= ?)",
            m,
            id,
            desk.today()
        ),
    ] {
        tx.run(sql).await?;
    }
    let exceptions = when.exceptions.iter().map(|e| exception_values(m, id, e));
    let exceptions: Vec<_> = exceptions.collect();
    if !exceptions.is_empty() {
        let insert = sql!(
            "insert into schedule_exception (municipality_id, offer_id, day, starts_at, ends_at) values "
        );
        tx.run(insert.rows(exceptions)).await?;
    }
    if let Some(closure) = &when.closure {
        tx.run(sql!(
            "insert into closure (municipality_id, id, offer_id, from_day, until_day, note) values (?, ?, ?, ?, ?, ?)",
            m, desk.id(), id, closure.from, closure.until, closure.note.clone()
        ))
        .await?;
    }
    Ok(())
}

fn exception_values(m: Id, id: Id, exception: &Exception) -> [Value; 5] {
    let text = |time: Option<Time>| Value::from(time.map(|t| t.to_string()));
    let times = exception.times;
    [
        m.into(),
        id.into(),
        exception.day.into(),
        text(times.map(|(starts, _)| starts)),
        text(times.and_then(|(_, ends)| ends)),
    ]
}

#[derive(FromRow)]
struct KeptException {
    offer_id: Id,
    day: String,
    starts_at: Option<String>,
    ends_at: Option<String>,
}

#[derive(FromRow)]
struct KeptClosure {
    offer_id: Id,
    from_day: String,
    until_day: Option<String>,
    note: Option<String>,
}

#[derive(FromRow)]
struct Open {
    id: Id,
    holidays: String,
}

/// When each of these offers can be used; one that says nothing by rule has an empty calendar.
///
/// # Errors
/// What the database answers.
pub async fn calendars(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<HashMap<Id, Calendar>> {
    let of = |text: &'static str| {
        sql!(text)
            .and("where municipality_id = ? and offer_id in ", [m.into()])
            .list(offers.iter().copied())
    };
    let schedules = self::of(desk, m, offers).await?;
    let exceptions = of("select offer_id, day, starts_at, ends_at from schedule_exception ")
        .text(" order by day");
    let exceptions: Vec<KeptException> = desk.db.all(exceptions).await?;
    let closures = of("select offer_id, from_day, until_day, note from closure ")
        .text(" order by from_day, id");
    let closures: Vec<KeptClosure> = desk.db.all(closures).await?;
    let open = sql!(
        "select id, holidays from offer where municipality_id = ? and id in ",
        m
    )
    .list(offers.iter().copied());
    let open: Vec<Open> = desk.db.all(open).await?;
    let calendar = |o: Open| {
        let calendar = Calendar {
            open_on_holidays: o.holidays == "open",
            ..Calendar::default()
        };
        (o.id, calendar)
    };
    let mut found: HashMap<Id, Calendar> = open.into_iter().map(calendar).collect();
    for kept in &schedules {
        if let Some(calendar) = found.get_mut(&kept.offer_id) {
            calendar.rules.extend(kept.rule());
        }
    }
    for kept in exceptions {
        let exception = kept.exception();
        if let Some((calendar, exception)) = found.get_mut(&kept.offer_id).zip(exception) {
            calendar.exceptions.push(exception);
        }
    }
    for kept in closures {
        let (offer, closure) = (kept.offer_id, kept.closure());
        if let Some((calendar, closure)) = found.get_mut(&offer).zip(closure) {
            calendar.closures.push(closure);
        }
    }
    Ok(found)
}

impl KeptException {
    fn exception(&self) -> Option<Exception> {
        let time = |text: &Option<String>| text.as_deref().and_then(Time::parse);
        Some(Exception {
            day: Day::parse(&self.day)?,
            times: time(&self.starts_at).map(|starts| (starts, time(&self.ends_at))),
        })
    }
}

impl KeptClosure {
    fn closure(self) -> Option<Closure> {
        Some(Closure {
            from: Day::parse(&self.from_day)?,
            until: self.until_day.as_deref().and_then(Day::parse),
            note: self.note,
        })
    }
}

/// What the form holds of a calendar: its first rule, if a form can hold it, and the closure
/// that is or comes.
pub(super) fn for_form(kept: Option<&Kept>, calendar: Calendar, today: Day) -> Schedule {
    let comes = |closure: &Closure| closure.until.is_none_or(|until| today <= until);
    Schedule {
        rule: kept
            .and_then(Kept::rule)
            .filter(|rule| Repeats::of(rule).is_some()),
        open_on_holidays: calendar.open_on_holidays,
        exceptions: calendar.exceptions,
        closure: calendar.closures.into_iter().find(comes),
    }
}
