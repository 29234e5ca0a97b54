"""P7, P8: what a daemon that was down makes up for, and how late it is when much is due at once."""

import json
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import date, timedelta

from .pairs import Pairs, Sample, alternate
from .programs import CALENDARS, Failed, peer, running, zsd_command
from .rows import Row

DOWN_FROM, DOWN_UNTIL = date(2025, 1, 6), date(2025, 12, 30)
# Units of the profiles that officers join; either profile asks an inventory of them each working day.
PROFILES = {"banan": "bn-ne", "jiulongpo": "jlp-2"}
JOBS, DAYS = 20, 100


def working_days(first, last):
    """From the notices themselves: Monday to Friday but days off, and the days worked instead."""
    notices = {}
    for year in range(first.year, last.year + 1):
        for day in json.loads((CALENDARS / f"cn-{year}.json").read_text())["days"]:
            notices[day["date"]] = day["kind"] == "work"
    days = (first + timedelta(days=index) for index in range((last - first).days + 1))
    return sum(notices.get(day.isoformat(), day.weekday() < 5) for day in days)


def inventories(state, first, last):
    """Daily inventories of the added officers in the store's own file: how many, and of how many different keys."""
    with closing(sqlite3.connect(f"file:{state}/zhaoshang.sqlite?mode=ro", uri=True)) as database:
        return database.execute(
            """
            SELECT count(*), count(DISTINCT subject || ' ' || occurrence) FROM task
            WHERE product = 'inventory' AND occurrence BETWEEN ? AND ?
                AND subject IN (SELECT 'O-' || id FROM officer WHERE code LIKE 'bench-%')
            """, (first.isoformat(), last.isoformat())).fetchone()


def tasks(state):
    with closing(sqlite3.connect(f"file:{state}/zhaoshang.sqlite?mode=ro", uri=True)) as database:
        return database.execute("SELECT count(*) FROM task").fetchone()[0]


def catch_up(run):
    """P7."""
    officers = 30 if run.quick else 300
    peers = run.state / "apscheduler"
    socket_path = run.sockets / "downtime.sock"
    made_up, expected = [], working_days(DOWN_FROM + timedelta(days=1), DOWN_UNTIL) * officers

    def theirs():
        shutil.rmtree(peers, ignore_errors=True)
        peers.mkdir()
        answer = peer("apscheduler_catchup.py", peers, JOBS, DAYS if not run.quick else 20)
        if answer["kept"] != answer["expected"]:
            raise Failed(f"the peer did not make up for all it missed: {answer}")
        return answer["rate"]

    for profile, unit in PROFILES.items():
        base, state = run.state / profile, run.state / f"{profile}-down"
        command = zsd_command(base, socket_path, "--virtual-clock", f"{DOWN_FROM}T18:00")
        with running(command, socket_path) as daemon:
            daemon.post("/v1/profiles/apply", [profile])
            add_officers(daemon, unit, officers)
        before = tasks(base)

        def ours(base=base, state=state, before=before):
            shutil.rmtree(state, ignore_errors=True)
            shutil.copytree(base, state)
            made = caught_up(zsd_command(state, socket_path, "--virtual-clock", f"{DOWN_UNTIL}T18:00"), socket_path)
            kept, keys = inventories(state, DOWN_FROM + timedelta(days=1), DOWN_UNTIL)
            made_up.append((kept, keys))
            return (tasks(state) - before) / made

        sides = alternate(ours, theirs, run.pairs, run.beat)
        run.rows.append(
            Row("P7", f"catch-up after {(DOWN_UNTIL - DOWN_FROM).days} days, profile {profile}, {officers} officers: tasks made "
                "up for and committed, from the start of the daemon", "APScheduler, jobs in SQLite", "tasks/s",
                Pairs(*map(Sample, sides)), 100, True, 250))
    run.control(
        "P7: a daily inventory for each officer and working day, none twice",
        all(found == (expected, expected) for found in made_up), f"{sorted(set(made_up))}, expected {expected:,}")
    wrong = working_days(DOWN_FROM, DOWN_UNTIL) * officers
    run.control("P7: of one day more they would be others", wrong != made_up[0][0], f"{wrong:,}")


def add_officers(daemon, unit, count):
    for index in range(count):
        words = [f"专员{index}", f"unit:{unit}", "role:officer", f"code:bench-{index}"]
        daemon.post("/v1/officers/add", words)


def caught_up(command, socket_path):
    """Seconds from the start of the process until everything up to its clock is made up for and committed."""
    began = time.monotonic()
    with running(command, socket_path) as daemon:
        while True:
            status = daemon.get("/v1/status")
            if status["scheduler"]["watermark"] == status["now"]:
                return time.monotonic() - began
            if time.monotonic() - began > 250:
                raise Failed(f"not caught up after 250 s: {status}")
            time.sleep(0.005)


def burst(run):
    """P8."""
    officers = 100 if run.quick else 1000
    peers, state = run.state / "burst-peer", run.state / "burst"
    socket_path = run.sockets / "burst.sock"
    days = due_days()
    with running(zsd_command(state, socket_path, "--virtual-clock", f"{DOWN_FROM}T18:00"), socket_path) as daemon:
        # Nothing but the inventory is due at the start of a day.
        daemon.post("/v1/units/add", ["bench", "name:招商局", "kind:bureau"])
        add_officers(daemon, "bench", officers)
        daemon.post("/v1/rules/add", [
            "bench.inventory", "name:日盘点", "level:day", "product:inventory", "scope:bench", "officers:officer",
            "due:workday 1 at 17:30"])
        made = []

        def ours():
            day = next(days)
            daemon.post("/v1/clock/advance", to=f"{day - timedelta(days=1)}T23:59:59")
            before = tasks(state)
            began = time.monotonic()
            daemon.post("/v1/clock/advance", to=f"{day}T00:00:00")
            late = (time.monotonic() - began) * 1000
            made.append(tasks(state) - before)
            return late

        def theirs():
            shutil.rmtree(peers, ignore_errors=True)
            peers.mkdir()
            answer = peer("apscheduler_burst.py", peers, officers, 5)
            if answer["kept"] != officers:
                raise Failed(f"the peer did not run all jobs: {answer}")
            return answer

        ours()
        made.clear()
        late, answers = alternate(ours, theirs, run.pairs, run.beat)
    for id, key in [("P8", "p99"), ("P8 p50", "p50")]:
        run.rows.append(
            Row(id, f"{officers:,} tasks due in one second, committed: lateness, {key}", "APScheduler, jobs in SQLite", "ms",
                Pairs(Sample(late), Sample([answer[key] for answer in answers])), 50, True, moonshot_value=20, inverse=True,
                form="{:,.1f}"))
    run.control("P8: each midnight brings a task for each officer", set(made) == {officers}, f"{sorted(set(made))}")


def due_days():
    """Working days after the first, each once."""
    day = DOWN_FROM
    while True:
        day += timedelta(days=1)
        if working_days(day, day):
            yield day
