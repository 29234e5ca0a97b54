"""How often an idle server wakes up: the daemon promises one look at the clock a minute."""

import time
from pathlib import Path

from .pairs import Pairs, Sample
from .programs import fastapi_command, running, zsd_command
from .rows import Row

SECONDS = 180
# libdispatch, the runtime's thread pool, looks after its pool once a second from its manager thread, for about 20 µs. It
# offers no way to switch that off; the thread is told apart by waiting in epoll for its timer alone.
MANAGER = "-qos.overcommit"


def activity(pid):
    """Switches of each thread so far, and the ticks of processor time of the process."""
    threads = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            status = (task / "status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        name = (task / "comm").read_text().strip() if (task / "comm").exists() else ""
        threads[task.name] = (name, int(status.rsplit("\nvoluntary_ctxt_switches:", 1)[1].split()[0]))
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return threads, int(fields[11]) + int(fields[12])


def regular(samples):
    """The thread that wakes in nearly every second, if there is one: the pool's manager."""
    counts = {}
    for before, after in zip(samples, samples[1:]):
        for thread, (name, switches) in after.items():
            if name == MANAGER and switches != before.get(thread, (name, switches))[1]:
                counts[thread] = counts.get(thread, 0) + 1
    often = [thread for thread, count in counts.items() if count > 0.8 * (len(samples) - 1)]
    return often[0] if often else None


def watch(daemon):
    """Wake-ups a minute without the pool's manager, the manager's, and milliseconds of processor time a minute."""
    pid = daemon.process.pid
    time.sleep(15)
    _, began = activity(pid)
    samples = []
    for _ in range(SECONDS + 1):
        samples.append(activity(pid)[0])
        time.sleep(1)
    _, ended = activity(pid)
    manager = regular(samples)
    bursts = 0
    last = -10
    for second, (before, after) in enumerate(zip(samples, samples[1:])):
        moved = any(
            thread != manager and switches != before.get(thread, (name, 0))[1]
            for thread, (name, switches) in after.items())
        # Workers of one wake-up leave some seconds later.
        if moved and second - last > 7:
            bursts += 1
            last = second
    minutes = SECONDS / 60
    return bursts / minutes, manager is not None, (ended - began) * 10 / minutes


def idle(run):
    """P11b."""
    ours_socket, other = run.sockets / "idle.sock", run.sockets / "idle-peer.sock"
    with running(zsd_command(run.state / "idle", ours_socket), ours_socket) as daemon:
        daemon.post("/v1/profiles/apply", ["banan"])
        mine, has_manager, processor = watch(daemon)
    with running(fastapi_command(other), other, {"ENTRIES_FILE": str(run.state / "idle.sqlite")}) as daemon:
        theirs, _, peers_processor = watch(daemon)
    run.rows.append(
        Row("P11b", "idle for three minutes: bursts of work a minute", "FastAPI + uvicorn", "a minute",
            Pairs(Sample([mine]), Sample([theirs])), 1.0, False, moonshot_value=1, form="{:,.1f}"))
    run.notes.append(
        f"P11b: {processor:.0f} ms of processor time a minute against {peers_processor:.0f} ms. Activity within seven "
        "seconds is one burst, so the peer's, which never rests, are counted too low"
        + (". The timer of libdispatch's pool, once a second, is left out." if has_manager else "."))
