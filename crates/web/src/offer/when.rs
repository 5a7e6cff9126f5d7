//! When, in the form of an offer and on its page.
use super::form::{Choices, line};
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::{FormView, Visitor};
use maud::{Markup, html};
use samskab_domain::calendar::Day;
use samskab_domain::offer::Draft;
use samskab_domain::schedule::{Calendar, Occurrence, Repeats};

/// Words first; a rule for those who want others to see when it is next.
pub(super) fn when(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        h2 { (t.public.offer_when()) }
        (form.checks(Choose {
            name: "weekdays",
            label: &t.offer_weekdays(),
            hint: Some(&t.offer_weekdays_hint()),
            options: &weekdays(form.visitor()),
            chosen: &draft.when.weekdays,
            optional: true,
            two: true,
            ..Choose::default()
        }))
        (form.select(Choose {
            name: "repeats",
            label: &t.offer_repeats(),
            options: &options::<Repeats>(t),
            chosen: std::slice::from_ref(&draft.when.repeats),
            optional: true,
            ..Choose::default()
        }))
        (clock(form, "starts_at", &t.offer_starts_at(), &draft.when.starts_at))
        (clock(form, "ends_at", &t.offer_ends_at(), &draft.when.ends_at))
        (line(form, "schedule", &t.offer_schedule(), Some(&t.offer_schedule_hint()), &draft.schedule))
        (otherwise(form, draft))
    }
}

/// Two letters of each weekday and its name.
fn weekdays(v: &Visitor) -> Choices {
    let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let named = (1..).zip(codes);
    named
        .map(|(n, code): (i8, _)| (code.to_owned(), v.t.public.weekday(n)))
        .collect()
}

/// A time of day; without script it is a line of text.
fn clock(form: &FormView<'_>, name: &'static str, label: &str, value: &str) -> Markup {
    typed(form, name, label, None, value, "time")
}

fn typed(
    form: &FormView<'_>,
    name: &'static str,
    label: &str,
    hint: Option<&str>,
    value: &str,
    kind: &'static str,
) -> Markup {
    form.line(Line {
        name,
        label,
        hint,
        value,
        kind,
        optional: true,
        ..Line::default()
    })
}

fn otherwise(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    let w = &draft.when;
    let filled = [
        &w.from_day,
        &w.until_day,
        &w.open_on_holidays,
        &w.exceptions,
        &w.closed_from,
    ];
    let filled = filled.iter().any(|text| !text.is_empty());
    html! {
        details.more-fields open[filled || form.has(|_| true)] {
            summary { (t.offer_exceptions()) }
            (typed(form, "from_day", &t.offer_from_day(), Some(&t.offer_from_day_hint()), &w.from_day, "date"))
            (typed(form, "until_day", &t.offer_until_day(), None, &w.until_day, "date"))
            (form.tick("open_on_holidays", &t.offer_open_on_holidays(), !w.open_on_holidays.is_empty()))
            (form.area(Area {
                name: "exceptions",
                label: &t.offer_exceptions(),
                hint: Some(&t.offer_exceptions_hint()),
                value: &w.exceptions,
                rows: 2,
                max: 2_000,
                optional: true,
                ..Area::default()
            }))
            h3 { (t.offer_closed_part()) }
            (typed(form, "closed_from", &t.offer_closed_from(), None, &w.closed_from, "date"))
            (typed(form, "closed_until", &t.offer_closed_until_day(), Some(&t.offer_closed_until_hint()), &w.closed_until, "date"))
            (line(form, "closed_note", &t.offer_closed_note(), None, &w.closed_note))
        }
    }
}

/// When it is next, or that it is closed for a while.
pub(super) fn next(v: &Visitor, calendar: &Calendar) -> Option<String> {
    let t = &v.t.public;
    if let Some(closure) = calendar.closure_on(v.today()) {
        return Some(match closure.until {
            Some(until) => t.offer_closed_until(v.t.day(until)),
            None => t.offer_closed_now(),
        });
    }
    calendar
        .next(v.desk().now())
        .map(|next| at(v, next, v.today()))
}

/// *Torsdag kl. 16.30*.
fn at(v: &Visitor, next: Occurrence, today: Day) -> String {
    let day = v.t.near(next.day, today);
    match next.starts {
        Some(starts) => v.t.public.date_and_time(day, v.t.clock(starts)),
        None => day,
    }
}
