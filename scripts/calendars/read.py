"""Reads a calendar on standard input with PyPI's icalendar, and prints its events as JSON, times in UTC."""

import datetime
import json
import sys

import icalendar


def told(component, name):
    value = component.get(name)
    if value is None:
        return None
    moment = value.dt
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
faults = [str(fault) for part in calendar.walk() for fault in part.errors]
events = [
    {
        "uid": str(event["UID"]),
        "start": told(event, "DTSTART"),
        "end": told(event, "DTEND"),
        "instead_of": told(event, "RECURRENCE-ID"),
        "status": str(event["STATUS"]),
        "title": str(event["SUMMARY"]),
    }
    for event in calendar.walk("VEVENT")
]
json.dump({"faults": faults, "events": events}, sys.stdout)
