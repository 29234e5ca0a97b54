"""The large store: a million tasks and a million events, made by the daemon itself on a virtual clock.

A thousand officers owe an inventory each working day. The clock goes from month to month; at each stop the head of the
bureau waives what is open, one event a task, except in the last days, so that open work is there to be listed. The
store is kept for the next run.
"""

import json
import shutil
import time
from dataclasses import dataclass
from datetime import date, timedelta

from .programs import Failed, running, zsd_command

# Older than anything else in the store, so that no rule looks back beyond it.
START = date(2021, 12, 28)
TASK_FORCES = ["bn-ne", "bn-bio", "bn-eq", "bn-el", "bn-lo"]
VERSION = 1


@dataclass(frozen=True)
class Size:
    name: str
    tasks: int
    officers: int


WHOLE = Size("large-store", 1_000_000, 1_000)
QUICK = Size("large-store-quick", 20_000, 100)


def officer(index):
    return f"bench-{index}"


def add_officers(daemon, count):
    daemon.post("/v1/profiles/apply", ["banan"])
    for index in range(count):
        unit = TASK_FORCES[index % len(TASK_FORCES)]
        words = [f"专员{index}", f"unit:{unit}", "role:officer", f"code:{officer(index)}"]
        daemon.post("/v1/officers/add", words)


def waive_open(daemon):
    while True:
        tasks = daemon.get("/v1/tasks?word=state:open&word=level:daily&word=limit:1000")["tasks"]
        if not tasks:
            return
        daemon.post("/v1/tasks/waive", [task["id"] for task in tasks], officer="bn-head", reason="不再需要")


def newest_task(daemon):
    """Tasks are numbered without gaps."""
    tasks = daemon.get("/v1/tasks?word=state:open&word=limit:1000&word=level:daily")["tasks"]
    return max((int(task["id"].removeprefix("T-")) for task in tasks), default=0)


def make(directory, socket_path, size):
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    began = time.monotonic()
    with running(zsd_command(directory, socket_path, "--virtual-clock", f"{START}T08:00"), socket_path) as daemon:
        add_officers(daemon, size.officers)
        day = START
        while True:
            day += timedelta(days=7)
            daemon.post("/v1/clock/advance", to=f"{day}T08:00")
            if newest_task(daemon) >= size.tasks:
                break
            waive_open(daemon)
            if time.monotonic() - began > 900:
                raise Failed("the large store takes longer than 15 minutes")
        audit = daemon.get("/v1/audit/verify")
        findings = [check for check in daemon.get("/v1/doctor").get("checks", []) if not check.get("ok")]
        if not audit["ok"] or findings:
            raise Failed(f"the large store is not whole: {audit} {findings}")
        facts = {
            "version": VERSION, "clock": f"{day}T08:00", "events": daemon.events, "tasks": newest_task(daemon),
            "seconds": round(time.monotonic() - began),
        }
    (directory / "facts.json").write_text(json.dumps(facts))
    return facts


def ready(directory, socket_path, size):
    """The facts of the store, which is made when it is not there."""
    try:
        facts = json.loads((directory / "facts.json").read_text())
        if facts["version"] == VERSION:
            return facts
    except (OSError, ValueError, KeyError):
        pass
    return make(directory, socket_path, size)
