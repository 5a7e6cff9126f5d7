//! The time of Denmark, as the European Union has had it since 1996 (directive 2000/84/EC).
use crate::line::Lines;

pub const NAME: &str = "Europe/Copenhagen";

/// Name, first day, hours before and after, month of the last Sunday on which it begins.
const HALVES: [(&str, &str, &str, &str, &str, &str); 2] = [
    ("DAYLIGHT", "19960331T020000", "+0100", "+0200", "CEST", "3"),
    ("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "10"),
];

pub fn write(lines: &mut Lines) {
    lines.put("BEGIN", &[], "VTIMEZONE");
    lines.put("TZID", &[], NAME);
    for (half, begins, before, after, name, month) in HALVES {
        lines.put("BEGIN", &[], half);
        lines.put("DTSTART", &[], begins);
        lines.put("TZOFFSETFROM", &[], before);
        lines.put("TZOFFSETTO", &[], after);
        lines.put("TZNAME", &[], name);
        let rule = format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU");
        lines.put("RRULE", &[], &rule);
        lines.put("END", &[], half);
    }
    lines.put("END", &[], "VTIMEZONE");
}
