//! What is written can be read again, and what comes from outside does no harm.
use super::*;
use proptest::prelude::*;
use samskab_domain::meeting::{Coming, Repeats};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn hours(day_text: &str, from: &str, until: &str) -> When {
    When {
        day: day(day_text),
        hours: Time::parse(from).zip(Time::parse(until)),
    }
}

fn entry(when: When) -> Entry {
    Entry {
        uid: "1@fjordby.samskab".into(),
        sequence: 0,
        stamp: day("2026-10-01").start(),
        when,
        title: "Kaffe, snak; og \\ en ny linje\nher".into(),
        place: "Køkkenet på Kilden".into(),
        address: None,
        cancelled: false,
        rule: None,
        left_out: vec![],
        instead_of: None,
    }
}

#[test]
fn an_hour_stands_in_danish_time_with_its_zone_and_a_whole_day_without() {
    let timed = feed(
        "Mine møder",
        &[entry(hours("2026-10-26", "14:00", "15:30"))],
    );
    assert!(
        timed.contains("\r\nDTSTART;TZID=Europe/Copenhagen:20261026T140000\r\n"),
        "{timed}"
    );
    assert!(timed.contains("\r\nBEGIN:VTIMEZONE\r\n"));
    assert!(timed.contains("SUMMARY:Kaffe\\, snak\\; og \\\\ en ny linje\\nher\r\n"));
    let whole = When {
        day: day("2026-10-25"),
        hours: None,
    };
    let whole = feed("Mine møder", &[entry(whole)]);
    assert!(whole.contains("\r\nDTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261026\r\n"));
    assert!(!whole.contains("VTIMEZONE"));
}

#[test]
fn a_row_says_its_rule_what_is_left_out_and_what_was_moved() {
    let first = hours("2026-10-13", "14:00", "15:00");
    let row = Entry {
        rule: Some(Repeats::Weekly.rule(first.day, 4)),
        left_out: vec![first.on(day("2026-10-20"))],
        ..entry(first)
    };
    let moved = Entry {
        instead_of: Some(first.on(day("2026-10-27"))),
        sequence: 1,
        ..entry(hours("2026-10-28", "10:00", "11:00"))
    };
    let people = People {
        organiser: "samskab@fjordby.example",
        invited: "birthe@fjordby.example",
    };
    let text = invitation(Method::Request, people, &[row, moved]);
    for line in [
        "METHOD:REQUEST",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Copenhagen:20261020T140000",
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20261027T140000",
        "ORGANIZER:mailto:samskab@fjordby.example",
    ] {
        assert!(
            text.contains(&format!("\r\n{line}\r\n")),
            "{line} in\n{text}"
        );
    }
}

fn answered(says: &str, at: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n\
         UID:1@fjordby.samskab\r\nDTSTAMP:20261002T080000Z\r\n{at}ATTENDEE;CN=\"Birthe, H\";\r\n PARTSTAT={says}:\
         MAILTO:birthe@fjordby.example\r\nORGANIZER:mailto:samskab@fjordby.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

#[test]
fn answers_come_back_for_all_or_for_one_time() {
    let all = reply(&answered("ACCEPTED", ""));
    let expected = Reply {
        uid: "1@fjordby.samskab".into(),
        sequence: 0,
        instead_of: None,
        from: "birthe@fjordby.example".into(),
        coming: Coming::Yes,
    };
    assert_eq!(all, [expected]);
    let one = reply(&answered(
        "DECLINED",
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20261027T140000\r\n",
    ));
    assert_eq!(
        (one[0].instead_of, one[0].coming),
        (Some(day("2026-10-27")), Coming::No)
    );
    let third_word = reply(&answered("ACCEPTED", "SEQUENCE:2\r\n"));
    assert_eq!(third_word[0].sequence, 2);
    assert_eq!(reply(&answered("ACCEPTED", "SEQUENCE:two\r\n")), []);
    assert_eq!(reply(&answered("DELEGATED", "")), []);
    assert_eq!(
        reply(&answered("ACCEPTED", "").replace("REPLY", "REQUEST")),
        []
    );
}

proptest! {
    #[test]
    fn no_part_of_a_line_is_too_long_and_none_is_cut_within_a_letter(title in "\\PC{0,200}", place in ".{0,200}") {
        let text = feed("x", &[Entry { title, place, ..entry(hours("2026-03-29", "01:30", "03:30")) }]);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn nothing_from_outside_makes_it_stumble(text in ".{0,400}", says in "[A-Z:;=\",]{0,40}") {
        let _ = reply(&text);
        let _ = reply(&answered(&says, &text));
    }
}
