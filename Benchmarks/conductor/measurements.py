"""The rows of the table: each measures a promise beside its peer, and its control shows that it could have failed."""

import json
import os
import subprocess

from . import store
from .pairs import Pairs, Sample, alternate
from .programs import CALENDARS, TOOL, ZS, Failed, fastapi_command, peer, running, tool, zsd_command
from .rows import Row

LINE = json.dumps({"words": ["走访渝新能源，商定11月签约", "+走访", "amount:3.2亿"], "options": {}}, ensure_ascii=False)
LOG = "/v1/entries/log"
LOGGERS = 60


def durable(acknowledged, before, after):
    """Each acknowledged entry is in the log, at least once."""
    return acknowledged > 0 and after - before >= acknowledged


def entries(run):
    """P1, P2, P2b."""
    socket_path = run.sockets / "zsd.sock"
    officers = [store.officer(index) for index in range(LOGGERS)]
    state = run.state / "entries"
    state.mkdir()
    kept = []
    with running(zsd_command(state, socket_path), socket_path) as daemon:
        store.add_officers(daemon, LOGGERS)

        def log(connections):
            before = daemon.events
            load = tool("load", socket_path, LOG, connections, run.seconds, LINE, *officers)
            if load["refused"] or not durable(load["acknowledged"], before, daemon.events):
                raise Failed(f"entries were acknowledged that the log does not hold: {load}")
            kept.append(load)
            return load

        def raw(mode="full"):
            return tool("commit", run.state / f"raw-{mode}.sqlite", run.seconds, mode)["rate"]

        log(1)
        # The first inventories of the day are submitted in these, and are not counted.
        log(64)
        raw()
        for id, connections, goal, moonshot in [("P1", 1, 0.7, 0.9), ("P2", 64, 3, 6)]:
            kept.clear()
            pairs = alternate(lambda: log(connections)["rate"], raw, run.pairs, run.beat)
            run.rows.append(
                Row(id, f"durable acknowledged entry, {connections} client{'s' * (connections > 1)}",
                    "raw SQLite FULL, one row a commit", "entries/s", Pairs(*map(Sample, pairs)), goal, True, moonshot))
            run.notes.append(
                f"{id}: p50 {Sample([k['p50'] for k in kept]).text('{:.2f}')} ms, "
                f"p99 {Sample([k['p99'] for k in kept]).text('{:.2f}')} ms; the generator used "
                f"{Sample([k['generatorCPU'] for k in kept]).middle:.0%} of one processor.")
        fastapi(run, log)
    controls_of_entries(run, raw)


def fastapi(run, log):
    socket_path = run.sockets / "fastapi.sock"
    env = {"ENTRIES_FILE": str(run.state / "fastapi.sqlite")}
    with running(fastapi_command(socket_path), socket_path, env) as other:
        def load():
            before = other.events
            load = tool("load", socket_path, LOG, 64, run.seconds, LINE, "bench-0")
            if load["refused"] or not durable(load["acknowledged"], before, other.events):
                raise Failed(f"the peer did not keep what it acknowledged: {load}")
            return load

        load()
        ours, theirs = alternate(lambda: log(64), load, run.pairs, run.beat)

    def side(loads, key):
        return Sample([load[key] for load in loads])

    run.rows.append(
        Row("P2b", "durable acknowledged entry, 64 clients", "FastAPI + SQLite FULL", "entries/s",
            Pairs(side(ours, "rate"), side(theirs, "rate")), 8, True, 12))
    run.rows.append(
        Row("P2b p99", "the same: time of the slowest in a hundred", "FastAPI + SQLite FULL", "ms",
            Pairs(side(ours, "p99"), side(theirs, "p99")), 0.1, False, form="{:,.1f}"))


def controls_of_entries(run, raw):
    full, off = raw(), raw("off")
    run.control(
        "the disk is waited for: without it (synchronous=OFF) raw SQLite is at least twice as fast", off >= 2 * full,
        f"{off:,.0f} against {full:,.0f} commits/s")
    socket_path = run.sockets / "idle.sock"
    idle = subprocess.Popen([str(word) for word in [TOOL, "idle-server", socket_path]])
    try:
        wait_for(socket_path)
        load = tool("load", socket_path, LOG, 64, run.seconds, LINE)
    finally:
        idle.terminate()
        idle.wait()
    rate = next(row for row in run.rows if row.id == "P2").pairs.ours.middle
    run.control(
        "the load generator is not the limit: against a server that does nothing it is at least twice as fast",
        load["rate"] >= 2 * rate, f"{load['rate']:,.0f} against {rate:,.0f} requests/s")
    run.control(
        "acknowledgements are held against the log: those of the server that does nothing must fail the check",
        not durable(load["acknowledged"], 0, 0), f"{load['acknowledged']:,} acknowledged, 0 in a log")


def wait_for(path):
    for _ in range(500):
        if path.exists():
            return
        subprocess.run(["sleep", "0.01"], check=True)
    raise Failed(f"nothing listens on {path}")


def taskwarrior(run):
    """Ten thousand pending tasks; the environment that finds them."""
    folder = run.state / "taskwarrior"
    folder.mkdir()
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=no\nnews.version=9.9.9\n")
    tasks = [
        {"description": f"日盘点 专员{index}", "project": store.TASK_FORCES[index % 5], "due": "20261231T093000Z",
         "status": "pending", "entry": "20260101T000000Z"}
        for index in range(10_000)
    ]
    (folder / "tasks.json").write_text(json.dumps(tasks, ensure_ascii=False))
    env = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(folder)}
    subprocess.run(
        ["task", "import", folder / "tasks.json"], env={**os.environ, **env}, check=True, timeout=120,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return env


def large_store(run):
    """P3, P10, P11 on a million tasks and a million events."""
    socket_path = run.sockets / "large.sock"
    size = store.QUICK if run.quick else store.WHOLE
    directory = run.results / size.name
    facts = store.ready(directory, socket_path, size)
    command = zsd_command(directory, socket_path, "--virtual-clock", facts["clock"])
    run.notes.append(f"The large store: {facts['tasks']:,} tasks, {facts['events']:,} events, made in {facts['seconds']} s.")
    round_trips(run, command, socket_path)
    starts(run, command, socket_path, f"{facts['events'] / 1e6:.1g} M events")


def round_trips(run, command, socket_path):
    env = taskwarrior(run)
    zs = [str(ZS), "--socket", str(socket_path)]
    mine = store.officer(0)

    def curl(path, *headers):
        return ["curl", "-s", "--fail", "--unix-socket", str(socket_path), *headers, f"http://zhaoshang{path}"]

    own = f"/v1/tasks?word=state:open&word=owner:{mine}"
    acting = ["-H", f"X-Zhaoshang-As: {mine}"]
    races = [
        ("P3 status", "`zs status`", [zs + ["status"], curl("/v1/status")], ["`curl` for the same JSON"]),
        ("P3", "`zs task list` of an officer's own open tasks",
         [zs + ["--as", mine, "task", "list", "state:open", f"owner:{mine}"], ["task", "list"],
          ["task", "limit:20", "list"], curl(own, *acting)],
         ["taskwarrior `task list`, 10 k tasks", "taskwarrior `task limit:20 list`, 10 k tasks", "`curl` for the same JSON"]),
        ("P3 all", "`zs task list` of everybody, first 1,000", [zs + ["task", "list"], ["task", "list"], curl("/v1/tasks")],
         ["taskwarrior `task list`, 10 k tasks", "`curl` for the same JSON"]),
    ]
    with running(command, socket_path) as daemon:
        shown = len(daemon.request("GET", own, headers={"X-Zhaoshang-As": mine})["tasks"])
        everybody = len(daemon.get("/v1/tasks")["tasks"])
        run.notes.append(f"P3: the officer's own list has {shown} rows, that of everybody {everybody:,}.")
        for id, work, commands, peers in races:
            words = [word for command in commands for word in ["--", *command]][1:]
            times = tool("race", run.pairs if run.quick or id == "P3 all" else 21, *words, env=env)["milliseconds"]
            for name, theirs in zip(peers, times[1:]):
                goal = 0.5 if "taskwarrior" in name else 1.0
                run.rows.append(
                    Row(id, work, name, "ms", Pairs(Sample(times[0]), Sample(theirs)), goal, False,
                        moonshot_value=4.0 if id == "P3" else None, form="{:,.1f}"))
        same = tool("race", 21, *curl("/v1/status"), "--", *curl("/v1/status"))["milliseconds"]
    ratio = Pairs(Sample(same[0]), Sample(same[1])).ratios().middle
    run.control("round trips: curl against itself comes out even (0.9 to 1.1)", 0.9 <= ratio <= 1.1, f"{ratio:.2f}")
    try:
        tool("race", 1, *curl("/v1/nowhere"))
        caught = False
    except Failed:
        caught = True
    run.control("round trips: a command that fails must end the race", caught, "ended" if caught else "was timed")


def starts(run, command, socket_path, events):
    other = run.sockets / "start.sock"
    env = {"ENTRIES_FILE": str(run.state / "start.sqlite")}
    ours, theirs = alternate(
        lambda: tool("start", socket_path, "/v1/status", *command),
        lambda: tool("start", other, "/v1/status", *fastapi_command(other), env=env), run.pairs)

    def side(starts, key, scale=1):
        return Sample([start[key] / scale for start in starts])

    run.rows.append(
        Row("P10", f"start to the first answer, {events}", "FastAPI + uvicorn, empty store", "ms",
            Pairs(side(ours, "milliseconds"), side(theirs, "milliseconds")), 0.2, False, moonshot_value=50))
    run.rows.append(
        Row("P11", f"idle memory (PSS), {events}", "FastAPI + uvicorn, empty store", "MB",
            Pairs(side(ours, "pss", 1000), side(theirs, "pss", 1000)), 0.7, False, moonshot_value=25, form="{:,.1f}"))
    run.notes.append(
        f"P11: resident (RSS) {side(ours, 'rss', 1000).text('{:.1f}')} MB against "
        f"{side(theirs, 'rss', 1000).text('{:.1f}')} MB.")
    try:
        tool("start", run.sockets / "none.sock", "/v1/status", "false")
        caught = False
    except Failed:
        caught = True
    run.control("start: a server that never answers must end the measurement", caught, "ended" if caught else "was timed")


def calendar(run):
    """P5, P6."""
    due, fire = alternate(lambda: tool("due", CALENDARS, 2_000_000), lambda: peer("apscheduler_next.py"), run.pairs)
    run.rows.append(
        Row("P5", "next due time on the statutory calendar", "APScheduler next fire, no holidays", "ns",
            Pairs(Sample([d["nanoseconds"] for d in due]), Sample([f["nanoseconds"] for f in fire])), 1000, True, 5000,
            inverse=True))
    run.control(
        "P5: without holidays both give the same 2,000 times", due[0]["withoutHolidays"] == fire[0]["sum"],
        f"sums {due[0]['withoutHolidays']} and {fire[0]['sum']}")
    run.control(
        "P5: with the holidays they must differ", due[0]["statutory"] != 1000 * fire[0]["sum"],
        f"sums {due[0]['statutory'] // 1000} and {fire[0]['sum']}")
    # As many passes as give a million: 4,991 working days and 5,219 days from Monday to Friday in the twenty years.
    ours, theirs = alternate(
        lambda: tool("occurrences", CALENDARS, 201), lambda: peer("dateutil_expand.py", 192), run.pairs)
    run.rows.append(
        Row("P6", "1 M occurrences expanded, statutory calendar", "python-dateutil, no holidays", "ms",
            Pairs(*(Sample([s["seconds"] * 1e9 / s["count"] for s in side]) for side in (ours, theirs))), 30, True, 100,
            inverse=True))
    one, other = ours[0], theirs[0]
    ends = (one["monthEnds"], one["monthEndSum"]) == (other["month_ends"], other["month_end_sum"])
    run.control(
        "P6: month ends and days without holidays agree", ends and one["plainDays"] == other["days"],
        f"{one['monthEnds']} month ends, {one['plainDays']} days")
    run.control(
        "P6: with the holidays the days must differ", one["statutoryDays"] != other["days"],
        f"{one['statutoryDays']} and {other['days']} days")


def assignment(run):
    """P9."""
    sizes = [
        ("P9", "batch assignment, 2,000 leads × 2,000 officers", (2000, 2000, 1)),
        ("P9 capacity", "batch assignment, 10,000 leads × 1,000 officers of capacity 10", (10_000, 1000, 10)),
    ]
    for id, work, size in sizes[:1] if run.quick else sizes:
        ours, theirs = alternate(
            lambda: tool("assign", *size, 9), lambda: peer("scipy_assign.py", *size, 9), run.pairs)
        run.rows.append(
            Row(id, work, "scipy linear_sum_assignment" + (", columns repeated" if size[2] > 1 else ""), "ms",
                Pairs(*(Sample([answer["milliseconds"] for answer in side]) for side in (ours, theirs))), 1.0, False, 0.5,
                form="{:,.1f}"))
        one, other = ours[0], theirs[0]
        same = all((a["pairs"], a["total"]) == (one["pairs"], one["total"]) for a in ours + theirs)
        run.control(f"{id}: both find the same pairs and total", same, f"{one['total']:,} and {other['total']:,}")
        changed = tool("assign", *size, 10)["total"]
        run.control(f"{id}: of another matrix they must differ", changed != other["total"],
                    f"{changed:,} and {other['total']:,}")
