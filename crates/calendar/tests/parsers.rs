//! Two parsers that nobody here wrote, `icalendar` from PyPI and `ical.js` from npm, read what is
//! written, and have the same meetings at the same moments as we do. `scripts/need calendars` gets
//! them; where they are not, the test says so.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_calendar::{Entry, Method, People, feed, invitation};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;
use samskab_domain::meeting::{Repeats, When};
use samskab_domain::schedule::Time;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What a program prints, given a calendar; none where the parser is not here.
fn read(program: &Path, script: &str, needs: &str, calendar: &str) -> Option<Value> {
    if !root().join(needs).exists() {
        eprintln!("{needs} is not here; scripts/need calendars gets it");
        return None;
    }
    let mut child = Command::new(program)
        .arg(root().join(script))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(calendar.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{script} refuses\n{calendar}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn python(calendar: &str) -> Option<Value> {
    let needs = "target/calendars/bin/python";
    read(
        &root().join(needs),
        "scripts/calendars/read.py",
        needs,
        calendar,
    )
}

fn javascript(calendar: &str) -> Option<Value> {
    let needs = "e2e/node_modules/ical.js";
    read(Path::new("node"), "e2e/read-calendar.mjs", needs, calendar)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn hours(on: Day, from: &str, until: &str) -> When {
    When {
        day: on,
        hours: Time::parse(from).zip(Time::parse(until)),
    }
}

fn entry(uid: &str, when: When) -> Entry {
    Entry {
        uid: format!("{uid}@fjordby.samskab"),
        sequence: 0,
        stamp: day("2026-09-01").start(),
        when,
        title: "Kaffe, snak; og \\ mere. Æbler på Ærø til alle, der har lyst til at komme forbi en eftermiddag".into(),
        place: "Køkkenet på Kilden".into(),
        address: Some("https://samskab.example/fjordby/meetings/1".into()),
        cancelled: false,
        rule: None,
        left_out: vec![],
        instead_of: None,
    }
}

/// As the parsers tell a moment.
fn utc(moment: Moment) -> String {
    let moment = jiff::Timestamp::from_microsecond(moment.0).unwrap();
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A row across the end of summer time and one across its beginning, one of the first moved and one cancelled; the same
/// of a row that lasts all day; a meeting that is cancelled; one that lasts all of the day on which the clocks change.
fn town() -> (Vec<Entry>, Vec<(String, String)>) {
    let first = hours(day("2026-10-13"), "14:00", "15:30");
    let days = Repeats::Weekly.days(first.day, 5);
    let row = Entry {
        rule: Some(Repeats::Weekly.rule(first.day, 5)),
        left_out: vec![first.on(days[1])],
        ..entry("row", first)
    };
    let to = hours(day("2026-10-28"), "10:00", "11:00");
    let moved = Entry {
        instead_of: Some(first.on(days[2])),
        sequence: 1,
        ..entry("row", to)
    };
    let monthly = hours(day("2026-12-08"), "19:00", "20:00");
    let months = Repeats::Monthly.days(monthly.day, 5);
    let by_month = Entry {
        rule: Some(Repeats::Monthly.rule(monthly.day, 5)),
        ..entry("month", monthly)
    };
    let spring = hours(day("2027-03-16"), "10:00", "11:00");
    let fortnights = Repeats::Fortnightly.days(spring.day, 3);
    let in_spring = Entry {
        rule: Some(Repeats::Fortnightly.rule(spring.day, 3)),
        ..entry("spring", spring)
    };
    let all_day = |on: Day| When {
        day: on,
        hours: None,
    };
    let whole = all_day(day("2026-10-25"));
    let sundays = all_day(day("2026-10-18"));
    let weeks = Repeats::Weekly.days(sundays.day, 4);
    let whole_row = Entry {
        rule: Some(Repeats::Weekly.rule(sundays.day, 4)),
        left_out: vec![all_day(weeks[2])],
        ..entry("sundays", sundays)
    };
    let later = all_day(day("2026-11-10"));
    let whole_moved = Entry {
        instead_of: Some(all_day(weeks[3])),
        sequence: 1,
        ..entry("sundays", later)
    };
    let called_off = Entry {
        cancelled: true,
        sequence: 1,
        ..entry("off", hours(day("2027-03-29"), "09:00", "10:00"))
    };
    let mut held: Vec<(String, String)> =
        [first.on(days[0]), to, first.on(days[3]), first.on(days[4])]
            .iter()
            .map(|when| ("row".to_owned(), utc(when.starts())))
            .collect();
    held.extend(
        months
            .iter()
            .map(|d| ("month".to_owned(), utc(monthly.on(*d).starts()))),
    );
    held.extend(
        fortnights
            .iter()
            .map(|d| ("spring".to_owned(), utc(spring.on(*d).starts()))),
    );
    held.extend([weeks[0], weeks[1], later.day].map(|on| ("sundays".to_owned(), on.to_string())));
    held.push(("whole".to_owned(), "2026-10-25".to_owned()));
    held.push(("off".to_owned(), utc(called_off.when.starts())));
    held.sort();
    let whole = entry("whole", whole);
    let entries = vec![
        row,
        moved,
        by_month,
        whole,
        called_off,
        in_spring,
        whole_row,
        whole_moved,
    ];
    (entries, held)
}

fn name(event: &Value) -> String {
    let uid = event["uid"].as_str().unwrap();
    uid.split('@').next().unwrap().to_owned()
}

#[test]
fn ical_js_has_the_same_meetings_at_the_same_moments() {
    let (entries, held) = town();
    let Some(found) = javascript(&feed("Mine møder", &entries)) else {
        return;
    };
    let events = found.as_array().unwrap();
    let mut times: Vec<(String, String)> = events
        .iter()
        .map(|e| (name(e), e["start"].as_str().unwrap().to_owned()))
        .collect();
    times.sort();
    assert_eq!(times, held);
    for event in events {
        assert_eq!(event["title"].as_str().unwrap(), entries[0].title);
        assert_eq!(event["status"] == "CANCELLED", name(event) == "off");
    }
}

#[test]
fn icalendar_finds_no_fault_and_the_same_moments() {
    let (entries, _) = town();
    let Some(found) = python(&feed("Mine møder", &entries)) else {
        return;
    };
    assert_eq!(found["faults"].as_array().unwrap().len(), 0, "{found}");
    let events = found["events"].as_array().unwrap();
    assert_eq!(events.len(), entries.len());
    for (event, entry) in events.iter().zip(&entries) {
        let whole = entry.when.hours.is_none();
        let told = |moment: Moment| match whole {
            true => Day::of(moment).to_string(),
            false => utc(moment),
        };
        assert_eq!(event["start"], told(entry.when.starts()));
        assert_eq!(event["end"], told(entry.when.ends()));
        let instead_of = entry.instead_of.map(|when| told(when.starts()));
        assert_eq!(event["instead_of"].as_str(), instead_of.as_deref());
        assert_eq!(event["title"], entry.title.as_str());
    }
}

#[test]
fn invitations_and_cancellings_are_read_too() {
    let (entries, _) = town();
    let people = People {
        organiser: "samskab@fjordby.example",
        invited: "birthe@fjordby.example",
    };
    for method in [Method::Request, Method::Cancel] {
        let text = invitation(method, people, &entries[3..5]);
        if let Some(found) = python(&text) {
            assert_eq!(found["faults"].as_array().unwrap().len(), 0);
        }
        if let Some(found) = javascript(&text) {
            assert_eq!(found.as_array().unwrap().len(), 2);
        }
    }
}
