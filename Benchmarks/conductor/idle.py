"""How often an idle server wakes up: the daemon promises one look at the clock a minute."""

import time
from pathlib import Path

from .pairs import Pairs, Sample
from .programs import fastapi_command, running, zsd_command
from .rows import Row


def activity(pid):
    """Voluntary switches so far of each thread, and the ticks of processor time of the process."""
    threads = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            status = (task / "status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        threads[task.name] = int(status.rsplit("\nvoluntary_ctxt_switches:", 1)[1].split()[0])
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return threads, int(fields[11]) + int(fields[12])


def watch(daemon, seconds):
    """Seconds of a minute in which any thread woke, and milliseconds of processor time a minute."""
    pid = daemon.process.pid
    time.sleep(15)
    _, began = activity(pid)
    samples = []
    for _ in range(seconds + 1):
        samples.append(activity(pid)[0])
        time.sleep(1)
    _, ended = activity(pid)
    awake = [
        any(switches != before.get(thread) for thread, switches in after.items())
        for before, after in zip(samples, samples[1:])
    ]
    minutes = seconds / 60
    return sum(awake) / minutes, (ended - began) * 10 / minutes


def idle(run):
    """P11b."""
    seconds = 60 if run.quick else 180
    ours_socket, other = run.sockets / "idle.sock", run.sockets / "idle-peer.sock"
    with running(zsd_command(run.state / "idle", ours_socket), ours_socket) as daemon:
        daemon.post("/v1/profiles/apply", ["banan"])
        mine, processor = watch(daemon, seconds)
    with running(fastapi_command(other), other, {"ENTRIES_FILE": str(run.state / "idle.sqlite")}) as daemon:
        theirs, peers_processor = watch(daemon, seconds)
    run.rows.append(
        Row("P11b", "idle: seconds of a minute in which a thread woke", "FastAPI + uvicorn", "a minute",
            Pairs(Sample([mine]), Sample([theirs])), 1.0, False, moonshot_value=1, form="{:,.1f}"))
    run.notes.append(
        f"P11b: {processor:.0f} ms of processor time a minute against {peers_processor:.0f} ms.")
