"""Docs/benchmarks.md, from one run."""

import os
import platform
import re
import subprocess
from datetime import date

from .pairs import Sample
from .programs import PYTHON, ROOT, ZS


def first_line(*command):
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60)
    except OSError:
        return "absent"
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else "unknown"


def versions():
    script = "from importlib.metadata import version as v; print(' · '.join(f'{n} {v(n)}' for n in " \
        "['fastapi','uvicorn','APScheduler','SQLAlchemy','python-dateutil','scipy']))"
    processor = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo", encoding="ascii", errors="replace").read())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        ("Zhaoshang", f"{first_line(ZS, '--version')}, commit {first_line('git', '-C', ROOT, 'describe', '--always', '--dirty')}"),
        ("Swift", first_line("swift", "--version")),
        ("Machine", f"{os.cpu_count()} processors, {processor.group(1) if processor else platform.machine()}, "
         f"{memory:.0f} GiB, Linux {platform.release()}"),
        ("Python", f"{first_line(PYTHON, '-V').removeprefix('Python ')} · {first_line(PYTHON, '-c', script)}"),
        ("SQLite", first_line("sqlite3", "--version").split(" ")[0]),
        ("curl", first_line("curl", "--version").split(" (")[0]),
        ("taskwarrior", first_line("task", "--version")),
        ("hledger", first_line("hledger", "--version")),
    ]


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def verdict(row):
    if row.moonshot is not None and row.reaches(row.moonshot):
        return "moonshot"
    if row.reaches(row.goal):
        value = row.pairs.ours.middle
        if row.moonshot_value is not None and value <= row.moonshot_value:
            return "moonshot"
        return "reached"
    short = row.ratio.middle / row.goal if row.at_least else row.goal / row.ratio.middle
    return f"**missed**: {short:.0%} of the way"


def goal(row):
    sign = "≥" if row.at_least else "≤"
    text = f"{sign} {row.goal:,g}"
    if row.moonshot is not None:
        return text, f"{sign} {row.moonshot:,g}"
    if row.moonshot_value is not None:
        return text, f"≤ {row.moonshot_value:,g} {row.unit}"
    return text, ""


# What profiles of the released programs showed; printed beside a row that misses its goal.
COSTS = {
    "P1": "parsing, deciding, hashing, projecting and answering an entry take a few tenths of a millisecond, one after the "
    "other; a slow disk hides them, one that syncs ten thousand times a second does not",
    "P2": "some 0.35 ms of processor time an entry, a fifth of it in SQLite. On a slow disk the shared commit wins, on a "
    "fast one this loses",
    "P2b": "the same time an entry; the peer's row needs no hash, projection or roll-up",
    "P2b p99": "64 requests at once on the same processors as the generator: the queue is 64 times that",
    "P7": "a row goes into seven trees, the table's and its indexes'; where the disk syncs ten thousand times a second, the "
    "peer's commit of each row costs little. On a busy disk this was 50 to 83 times as fast",
    "P8": "one transaction of a thousand rows, of which the last is acknowledged with the first, so that all are as late as "
    "it takes",
    "P10": "opening the store, its checks and the first look of the scheduler",
    "P3": "the start of the program and one request; the daemon itself answers in about 1 ms",
    "P3 all": "a thousand rows take the daemon some 15 ms, a fifth of it decoding stored JSON and a quarter encoding the "
    "answer's; the client then decodes them, where curl only copies",
    "P5": "some six look-ups in the statutory calendar for each question",
    "P12": "the start of the program, beside which the index's own work is small",
    "P12 many": "nothing is saved where the newest lines have the word: a scan from the end stops after two hundred",
    "P12 none": "the start of the program, beside which the index's own work is small",
    "P13": "about ten statements, an HMAC, a SHA-256 and a JSON payload for each row, where the peer appends one record; the file "
    "is decided twice, for the plan and when it is applied",
    "P11": "some 7 MB are the process's own; the rest are pages of the statically linked program, which holds the tables of ICU, and of libraries",
}


def costs(rows):
    missed = dict.fromkeys(row.id for row in rows if not row.reaches(row.goal))
    lines = [f"* {id}: {COSTS[id]}." for id in missed if id in COSTS]
    head = ["## What the missed goals cost", "", "From profiles of the released programs, taken apart from this run, and from rows that stand side by side.", ""]
    return [*head, *lines, ""] if lines else []


def table(rows):
    lines = [
        "| | Work | Peer | Unit | Ours | Peer's | Ratio | Goal | Moonshot | |",
        "|---|---|---|---|---:|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        ratio = row.ratio
        spread = f"{number(ratio.middle)} ({number(min(ratio.values))}–{number(max(ratio.values))})"
        direction = "× faster" if row.inverse else "×"
        cells = [
            row.id, row.work, row.peer, row.unit, row.pairs.ours.text(row.form), row.pairs.peer.text(row.form),
            f"{spread} {direction}", *goal(row), verdict(row),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def disk(rates):
    if not rates:
        return []
    said = "The disk's own rate, 4 KiB and `fdatasync`, taken next to the pairs of the rows that commit"
    return [f"{said}: {Sample(rates).text()} a second.", ""]


def written(run, seconds):
    took = f"the run took {seconds // 60:.0f} min {seconds % 60:.0f} s"
    if run.quick:
        return [f"Written by `scripts/bench --quick` on {date.today()}; {took}. Small stores and few pairs: it shows that "
                "everything runs, and its figures are not to be quoted."]
    return [f"Written by `make bench` on {date.today()}; {took}."]


def page(run, seconds):
    lines = [
        "# Benchmarks",
        "",
        *written(run, seconds),
        "",
        "Each row sets a promise beside a peer on the same machine in the same minutes: "
        f"{run.pairs} pairs or more, where a row does not say fewer, in alternating order (A B, B A, …), medians, and in brackets the lowest and the highest. The "
        "ratio is the median of the pairs' own ratios. Times of one machine say little about another, so no time is a "
        "gate; a goal is a ratio.",
        "",
        *table(run.rows),
        "",
        *disk(run.fsync),
        "Load average of the machine over the run's last five minutes, this run included: "
        f"{os.getloadavg()[1]:.1f} on {os.cpu_count()} processors. Much above the number of processors, other work took part.",
        "",
        "## Notes",
        "",
        *[f"* {note}" for note in run.notes],
        "",
        *costs(run.rows),
        "## Controls",
        "",
        "A harness that cannot fail shows nothing. Each of these must hold; one that does not is told here, and what it "
        "guards is not to be believed.",
        "",
        *[f"* {'holds' if holds else '**does not hold**'}: {name} ({finding})." for name, holds, finding in run.controls],
        "",
        "## How it is measured",
        "",
        "* P1, P2: lines of an officer's day, posted to `/v1/entries/log` of the released daemon over its Unix socket on "
        "kept-alive connections, in the name of 60 officers in turn. Each is authorised, parsed, decided, appended to the "
        "hash chain, projected into the tables and their roll-ups, and committed with `synchronous=FULL` before it is "
        "answered. The peer inserts one bare row of four columns a commit through SQLite's library, same settings, same "
        "disk.",
        "* P2b: the peer inserts the same bare row behind FastAPI and uvicorn (pure Python protocol and event loop, as the "
        "package comes) on a Unix socket.",
        "* P3: from the start of the program to its end, output to nowhere.",
        "* P5, P6: inside one process; the peers likewise, without their start. P6 gives the time of a million, from "
        "twenty years expanded again and again.",
        "* P4: one `zs report preview month` of the whole bureau as JSON, from the start of the program to its end. The peer "
        "has the same facts in one table of its own and one question from which all figures of that report can be added up "
        "(13 months by district and indicator); its second row has the index that answers this question best, and no other.",
        "* P7: each run begins with a copy of a store whose daemon stopped 358 days ago, and ends when the status says that the "
        "daemon has caught up. Waiting for the disk included, and for the missed ones being closed as missed. The peer keeps its "
        "jobs in SQLite through SQLAlchemy and each of its jobs commits one row, in one thread; both files are as durable as the "
        "daemon's. It makes up for fewer, because the rate is what is compared.",
        "* P8: a clock that moves by command passes midnight; lateness is the whole time from moving it to the answer that all "
        "is committed, for each task alike. Waking up at the moment is not in it. The peer's jobs are all due at one moment and "
        "its lateness is that of each job's commit.",
        "* P9: inside one process on both sides, the same matrix of random whole costs up to a million; making it, and "
        "repeating columns for the peer, which knows no capacities, is not timed.",
        "* P12: the socket's answer on a kept-alive connection against a scan inside a process; and the start of `zs` to its end "
        "against that of the sqlite3 shell. The peer's table has the texts and nothing else. A word that one line of ten has is "
        "found by a scan at once: the index cannot win there.",
        "* P13: a fresh store of 50 units and 200 officers each time; both commands from their start to their end. Each row "
        "becomes an event in the hash chain, an entry, a text with its keyed digest, four postings with their sums and its part "
        "of the index of the search; the peer's becomes a row.",
        "* P15: four `zs matrix`, one a year, against one call of hledger on a journal with one transaction a day. The peer's "
        "time is nearly all reading.",
        "* P11b: both servers are left alone for three minutes after their start; the kernel's count of voluntary switches of "
        "each thread is read once a second.",
        "* P10, P11: from the start of the process until the status is answered; memory one second later, as the kernel "
        "counts it. The store's file may be in the page cache, as may the peer's modules.",
        "",
        "## Versions",
        "",
        "| | |",
        "|---|---|",
        *[f"| {name} | {text} |" for name, text in versions()],
        "",
    ]
    return "\n".join(lines)
