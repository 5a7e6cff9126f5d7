// Reads a calendar on standard input with ical.js, and prints every time that is held as JSON, times in UTC: recurrences
// expanded, what is left out or moved taken into account.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const told = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const rows = events.filter((event) => !event.isRecurrenceException());
for (const exception of events.filter((event) => event.isRecurrenceException())) {
  rows.find((row) => row.uid === exception.uid)?.relateException(exception);
}

const held = rows.flatMap((row) => {
  const state = (event) => ({
    uid: row.uid,
    title: event.summary,
    status: event.component.getFirstPropertyValue("status"),
  });
  if (!row.isRecurring()) return [{ ...state(row), start: told(row.startDate), end: told(row.endDate) }];
  const times = [];
  const iterator = row.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate, endDate } = row.getOccurrenceDetails(next);
    times.push({ ...state(item), start: told(startDate), end: told(endDate) });
  }
  return times;
});
process.stdout.write(JSON.stringify(held));
