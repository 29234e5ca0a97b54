"""Answers of other implementations, as CSV, for the tests of WorkCalendar.

    workcalendar_oracle.py days     date, working            chinesecalendar
    workcalendar_oracle.py weeks    date, ISO week           the standard library
    workcalendar_oracle.py rolls    date, four rolls         numpy, days off from chinesecalendar
    workcalendar_oracle.py offsets  date, n, n working days  numpy, days off from chinesecalendar
    workcalendar_oracle.py months   month, last day          dateutil

Each covers 2007-01-01 to 2026-12-31, for which all notices are known; offsets that end outside are left out.
"""

import csv
import datetime
import sys

FIRST = datetime.date(2007, 1, 1)
LAST = datetime.date(2026, 12, 31)
ROLLS = ("forward", "backward", "modifiedfollowing", "modifiedpreceding")
COUNTS = (-250, -23, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10, 23, 250)


def all_days(first=FIRST):
    return [first + datetime.timedelta(n) for n in range((LAST - first).days + 1)]


def business_calendar():
    import chinese_calendar
    import numpy

    # A month more at the start, so that the first days can roll back.
    days = all_days(datetime.date(2006, 12, 1))
    off = [day for day in days if not chinese_calendar.is_workday(day)]
    return numpy, numpy.busdaycalendar(weekmask="1111111", holidays=off)


def days():
    import chinese_calendar

    for day in all_days():
        yield day, int(chinese_calendar.is_workday(day))


def weeks():
    for day in all_days():
        iso = day.isocalendar()
        yield day, f"{iso.year:04}-W{iso.week:02}"


def rolls():
    numpy, calendar = business_calendar()
    days = numpy.array(all_days(), dtype="datetime64[D]")
    results = [numpy.busday_offset(days, 0, roll=roll, busdaycal=calendar) for roll in ROLLS]
    yield from zip(days, *results)


def offsets():
    numpy, calendar = business_calendar()
    days = numpy.array(all_days(), dtype="datetime64[D]")
    for count in COUNTS:
        # A day off is first moved against the direction of counting, so that it never counts itself.
        roll = "backward" if count > 0 else "forward"
        for day, result in zip(days, numpy.busday_offset(days, count, roll=roll, busdaycal=calendar)):
            if FIRST <= result.astype(datetime.date) <= LAST:
                yield day, count, result


def months():
    from dateutil.relativedelta import relativedelta

    day = FIRST
    while day <= LAST:
        yield f"{day:%Y-%m}", day + relativedelta(day=31)
        day += relativedelta(months=1)


def main():
    tables = {"days": days, "weeks": weeks, "rolls": rolls, "offsets": offsets, "months": months}
    if len(sys.argv) != 2 or sys.argv[1] not in tables:
        sys.exit(__doc__)
    csv.writer(sys.stdout, lineterminator="\n").writerows(tables[sys.argv[1]]())


if __name__ == "__main__":
    main()
