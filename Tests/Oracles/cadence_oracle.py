"""Due times of periods, reckoned with chinesecalendar, numpy and dateutil, for the simulation of the cadence.

Reads JSON from standard input:

    {"revisions": [{"published": 2016, "days": {"2016-02-06": false}}],
     "dues": [{"wording": "workday 1 at 17:30", "level": "day", "period": "2016-01-04", "revision": 0}]}

`published` is the last year whose notice had come out, `days` what was revised since: working or not. Writes one line
for each due time, in the order asked: `2016-01-04T17:30`, or `-` for a period that asks nothing.
"""

import datetime
import json
import sys

import chinese_calendar
import numpy
from dateutil.relativedelta import relativedelta

FIRST = datetime.date(2014, 12, 1)
LAST = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(1)
FIXED = {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)}


def is_working(day, published, revised):
    if day.isoformat() in revised:
        return revised[day.isoformat()]
    # The notice of a year may speak of the last days of the year before.
    if day.year < published or day.year == published and (day.month, day.day) < (12, 25):
        return chinese_calendar.is_workday(day)
    if day.year == published:
        return day.weekday() < 5
    is_fixed = (day.month, day.day) in FIXED or day.year >= 2025 and (day.month, day.day) == (5, 2)
    return day.weekday() < 5 and not is_fixed


def business_calendar(revision):
    days = [FIRST + datetime.timedelta(n) for n in range((LAST - FIRST).days + 1)]
    off = [day for day in days if not is_working(day, revision["published"], revision["days"])]
    return numpy.busdaycalendar(weekmask="1111111", holidays=off)


def bounds(level, key):
    if level == "day":
        first = datetime.date.fromisoformat(key)
        return first, first
    if level == "week":
        year, week = key.split("-W")
        first = datetime.date.fromisocalendar(int(year), int(week), 1)
        return first, first + relativedelta(days=6)
    if level == "month":
        first = datetime.date.fromisoformat(key + "-01")
        return first, first + relativedelta(months=1) - DAY
    if level == "quarter":
        year, quarter = key.split("-Q")
        first = datetime.date(int(year), 3 * int(quarter) - 2, 1)
        return first, first + relativedelta(months=3) - DAY
    first = datetime.date(int(key), 1, 1)
    return first, first + relativedelta(years=1) - DAY


def due_day(wording, first, last, calendar):
    words = wording.split()
    if words[0] == "after-end":
        return numpy.busday_offset(last, int(words[2]), roll="backward", busdaycal=calendar)
    working = int(numpy.busday_count(first, last + DAY, busdaycal=calendar))
    if working == 0:
        return None
    if words[0] == "workday":
        count = int(words[1])
        if count > 0:
            return numpy.busday_offset(first, min(count, working) - 1, roll="forward", busdaycal=calendar)
        return numpy.busday_offset(last, 1 - min(-count, working), roll="backward", busdaycal=calendar)
    if words[0] == "weekday":
        monday = first + relativedelta(weekday=0)
        return numpy.busday_offset(monday, 0, roll="forward", busdaycal=calendar)
    if words[:2] == ["day", "31"]:
        day = first + relativedelta(day=31)
        return numpy.busday_offset(day, 0, roll="modifiedfollowing", busdaycal=calendar)
    raise ValueError(wording)


def main():
    asked = json.load(sys.stdin)
    calendars = {}
    for due in asked["dues"]:
        number = due["revision"]
        if number not in calendars:
            calendars[number] = business_calendar(asked["revisions"][number])
        first, last = bounds(due["level"], due["period"])
        day = due_day(due["wording"], first, last, calendars[number])
        print("-" if day is None else f"{day}T{due['wording'].split(' at ')[1]}")


if __name__ == "__main__":
    main()
