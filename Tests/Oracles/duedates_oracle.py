"""Due dates of the rules of the shipped profiles, recomputed from their text, as CSV, for the tests of WorkCalendar.

    duedates_oracle.py dues PROFILE...   profile, rule, clause, level, text, period, due, Monday-Friday, taskwarrior
    duedates_oracle.py differences       date, chinesecalendar, holidays, notices: days on which they are not of one mind
    duedates_oracle.py taskwarrior TASK  recurrence, first, dates as the program TASK makes them, dates by its rule

Periods of 2007-W01 to 2026 whose due date rests on published notices alone. Each due date is found twice: day by day with
chinesecalendar, and with numpy's business days, whose only days off are those of the package holidays, in periods that
dateutil makes. Where the two differ, the script ends with status 1 and names them. A due date is empty where nothing is
due. `Monday-Friday` is the same rule without any notice. `taskwarrior` begins with its first date and recurs.
"""

import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import chinese_calendar
import holidays
import numpy
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MO, DAILY, MONTHLY, WEEKLY, YEARLY, rrule

FIRST = datetime.date(2007, 1, 1)
LAST = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(1)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CLAUSES = ("due", "draft", "comments", "freeze")
NOTICES = pathlib.Path(__file__).parents[2] / "Config" / "calendars"


def rules(path):
    """(profile, code, level, clause, text) of each rule, from the lines of the file."""
    code = level = None
    inside = False
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if re.match(r"\S", line):
            inside = line.startswith("rules:")
        found = re.match(r"\s+(?:- )?(\w+): (.+)$", line)
        if not inside or not found:
            continue
        key, value = found.groups()
        if key == "code":
            code = value
        elif key == "level":
            level = value
        elif key in CLAUSES:
            yield pathlib.Path(path).stem, code, level, key, value


def periods(level):
    """(key, first day, last day), made by dateutil."""
    ends = {
        "day": (DAILY, 1, lambda d: d),
        "week": (WEEKLY, 1, lambda d: d + 6 * DAY),
        "month": (MONTHLY, 1, lambda d: d + relativedelta(months=1) - DAY),
        "quarter": (MONTHLY, 3, lambda d: d + relativedelta(months=3) - DAY),
        "year": (YEARLY, 1, lambda d: d + relativedelta(years=1) - DAY),
    }
    frequency, interval, end = ends[level]
    more = {"byweekday": MO} if level == "week" else {}
    for moment in rrule(frequency, dtstart=datetime.datetime(2007, 1, 1), interval=interval, until=LAST_MOMENT, **more):
        first = moment.date()
        iso = first.isocalendar()
        key = {
            "day": f"{first}",
            "week": f"{iso.year:04}-W{iso.week:02}",
            "month": f"{first:%Y-%m}",
            "quarter": f"{first.year}-Q{(first.month + 2) // 3}",
            "year": f"{first.year}",
        }[level]
        yield key, first, end(first)


LAST_MOMENT = datetime.datetime(2026, 12, 31)


class Unknown(Exception):
    """The answer lies in a year without a notice."""


class DayByDay:
    def __init__(self, is_working):
        self.is_working = is_working

    def working(self, day):
        if day > LAST:
            raise Unknown
        return self.is_working(day)

    def inside(self, first, last):
        found = []
        day = first
        while day <= last:
            if self.working(day):
                found.append(day)
            day += DAY
        return found

    def after(self, day, count):
        while count > 0:
            day += DAY
            count -= self.working(day)
        return day

    def following(self, day):
        while not self.working(day):
            day += DAY
        return day


class Numpy:
    """The same questions, answered by numpy."""

    def __init__(self, calendar):
        self.calendar = calendar

    def date(self, value):
        day = value.astype(datetime.date)
        if day > LAST:
            raise Unknown
        return day

    def inside(self, first, last):
        if last > LAST:
            raise Unknown
        days = numpy.arange(first, last + DAY, dtype="datetime64[D]")
        return [day.astype(datetime.date) for day in days[numpy.is_busday(days, busdaycal=self.calendar)]]

    def after(self, day, count):
        return self.date(numpy.busday_offset(day, count, roll="backward", busdaycal=self.calendar))

    def following(self, day):
        return self.date(numpy.busday_offset(day, 0, roll="forward", busdaycal=self.calendar))


def due(text, level, first, last, calendar):
    """The due date; None where nothing is due."""
    words = text.split()
    clauses = dict(zip(words, words[1:]))
    working = calendar.inside(first, last)
    if not working:
        return None
    if words[0] == "last":
        return last
    if words[0] == "workday":
        number = int(words[1])
        return working[max(number, -len(working))] if number < 0 else working[min(number, len(working)) - 1]
    if words[0] == "after-end":
        return calendar.after(last, int(words[2]))
    if words[0] == "weekday" and level == "week":
        day = first + WEEKDAYS.index(words[1]) * DAY
        return calendar.following(day) if clauses.get("roll") == "following" else day
    sys.exit(f"no oracle for: {text}")


def taskwarrior(first, level):
    """Each date is made from the one before; a day that a month lacks becomes its last one, and stays it."""
    day = first
    while True:
        yield day
        if level == "day":
            day += {4: 3, 5: 2}.get(day.weekday(), 1) * DAY
        elif level == "week":
            day += 7 * DAY
        else:
            day += relativedelta(months={"month": 1, "quarter": 3, "year": 12}[level])


def calendars():
    china = holidays.China(years=range(2006, 2027))
    off = [FIRST - 31 * DAY + n * DAY for n in range((LAST - FIRST).days + 32)]
    off = [day for day in off if not china.is_working_day(day)]
    return (
        DayByDay(chinese_calendar.is_workday),
        Numpy(numpy.busdaycalendar(weekmask="1111111", holidays=off)),
        Numpy(numpy.busdaycalendar()),
    )


def outcome(text, level, first, last, calendar):
    try:
        return due(text, level, first, last, calendar)
    except Unknown:
        return Unknown


def dues(*paths):
    slow, fast, plain = calendars()
    named = [rule for path in paths for rule in rules(path)]
    named += [("(example)", "month-end", "month", "due", "last at 17:30")]
    disagreements = []
    for profile, code, level, clause, text in named:
        recurring = recurred = None
        for key, first, last in periods(level):
            right = outcome(text, level, first, last, slow)
            if right != outcome(text, level, first, last, fast):
                disagreements.append((profile, code, clause, key))
            if right is Unknown:
                continue
            naive = outcome(text, level, first, last, plain)
            if recurring is None:
                recurring = taskwarrior(naive, level)
                recurred = next(recurring)
            if level == "day" and recurred > last:
                theirs = None
            else:
                theirs = recurred
                recurred = next(recurring)
            yield profile, code, clause, level, text, key, right or "", naive or "", theirs or ""
    if disagreements:
        sys.exit(f"chinesecalendar and numpy with holidays differ: {disagreements}")


def notices():
    days = {}
    for path in sorted(NOTICES.glob("cn-*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8"))["days"]:
            days[entry["date"]] = entry["kind"] == "work"
    return days


def differences():
    china = holidays.China(years=range(2006, 2027))
    named = notices()
    day = FIRST
    while day <= LAST:
        answers = (
            chinese_calendar.is_workday(day),
            china.is_working_day(day),
            named.get(str(day), day.weekday() < 5),
        )
        if len(set(answers)) > 1:
            yield (day, *map(int, answers))
        day += DAY


def taskwarrior_itself(program):
    firsts = {"weekdays": "2007-01-01", "weekly": "2007-01-05", "monthly": "2007-01-31", "quarterly": "2007-03-31"}
    levels = {"weekdays": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
    for recurrence, first in firsts.items():
        with tempfile.TemporaryDirectory() as folder:
            resources = pathlib.Path(folder) / "taskrc"
            resources.write_text(f"data.location={folder}\nconfirmation=off\nhooks=off\n", encoding="utf-8")
            environment = {"TASKRC": str(resources), "HOME": folder, "TZ": "UTC", "PATH": os.environ["PATH"]}

            def run(*words):
                return subprocess.run(
                    [program, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True
                ).stdout

            run("add", "x", f"due:{first}T12:00", f"recur:{recurrence}", "until:2026-12-31T23:59")
            made = sorted(task["due"] for task in json.loads(run("export")) if task["status"] != "recurring")
        found = [f"{text[:4]}-{text[4:6]}-{text[6:8]}" for text in made]
        rule = taskwarrior(datetime.date.fromisoformat(first), levels[recurrence])
        yield recurrence, first, " ".join(found), " ".join(str(next(rule)) for _ in found)


def main():
    tables = {"dues": dues, "differences": differences, "taskwarrior": taskwarrior_itself}
    if len(sys.argv) < 2 or sys.argv[1] not in tables:
        sys.exit(__doc__)
    csv.writer(sys.stdout, lineterminator="\n").writerows(tables[sys.argv[1]](*sys.argv[2:]))


if __name__ == "__main__":
    main()
