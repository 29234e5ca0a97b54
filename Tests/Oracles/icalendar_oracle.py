"""Reads a calendar with PyPI's icalendar and says what is in it, one JSON document; faults end it with status 1.

    icalendar_oracle.py FILE
"""

import json
import sys

import icalendar

raw = open(sys.argv[1], "rb").read()
assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "lines end in CR LF"
for line in raw.split(b"\r\n"):
    assert len(line) <= 75, line
    line.decode("utf-8")
calendar = icalendar.Calendar.from_ical(raw)
faults = list(calendar.errors)
events = []
for component in calendar.walk():
    faults += component.errors
    if component.name == "VEVENT":
        start = component.decoded("DTSTART")
        assert start.tzinfo is not None and start.utcoffset().total_seconds() == 8 * 3600
        events.append({
            "uid": str(component["UID"]), "start": start.isoformat(), "sequence": int(component["SEQUENCE"]),
            "summary": str(component["SUMMARY"]), "status": str(component["STATUS"]),
            "alarms": [str(alarm["ACTION"]) for alarm in component.walk("VALARM")],
        })
assert not faults, faults
assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
print(json.dumps({
    "name": str(calendar["NAME"]), "product": str(calendar["PRODID"]), "version": str(calendar["VERSION"]),
    "refresh": calendar["REFRESH-INTERVAL"].to_ical().decode(), "events": events}, ensure_ascii=False))
