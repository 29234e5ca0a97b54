"""P13: a hundred thousand rows of a CSV file."""

import shutil
import sqlite3

from . import ledger
from .figures import timed
from .pairs import Pairs, Sample, alternate
from .programs import ZS, running, zsd_command
from .rows import Row

ROWS = 100_000
# The half-year whose lines are taken: they have words.
HALF = 7


def imports(run):
    """P13."""
    size = ledger.Size(2_000 if run.quick else ROWS)
    folder = run.state / "imports"
    folder.mkdir()
    path = ledger.write_csv(folder / "lines.csv", ledger.lines(size, HALF))
    base, state = folder / "base", folder / "state"
    socket_path = run.sockets / "imports.sock"
    command = zsd_command(base, socket_path, "--virtual-clock", ledger.CLOCK)
    with running(command, socket_path) as daemon:
        ledger.add_districts(daemon)
    zs = [str(ZS), "--socket", str(socket_path)]
    plans, applied, sums = [], [], []

    def ours():
        """A fresh store of fifty districts each time; the plan, which writes nothing, and then what it promises."""
        shutil.rmtree(state, ignore_errors=True)
        shutil.copytree(base, state)
        command = zsd_command(state, socket_path, "--virtual-clock", ledger.CLOCK)
        with running(command, socket_path) as daemon:
            plans.append(timed([*zs, "import", "plan", "entries", path]))
            applied.append(timed([*zs, "import", "apply", "I-1"]))
            year = ledger.half(HALF)[0].year
            matrix = daemon.get(f"/v1/matrix?word={year}&word=key:entries.amount&word=key:entries.count&by=unit&step=year")
            sums.append([table["total"]["total"] for table in matrix["tables"]])
        return plans[-1] + applied[-1]

    peer = folder / "peer.sqlite"

    def theirs():
        for file in folder.glob("peer.sqlite*"):
            file.unlink()
        return timed(["sqlite3", peer, ".mode csv", f".import {path} entry"])

    pairs = alternate(ours, theirs, run.pairs, run.beat)
    rates = (Sample([size.lines * 1000 / milliseconds for milliseconds in side]) for side in pairs)
    run.rows.append(
        Row("P13", f"CSV import of {size.lines:,} entries: `zs import plan`, then `apply`", "sqlite3 `.import`", "rows/s",
            Pairs(*rates), 0.3, True, 0.6))
    run.notes.append(
        f"P13: the plan alone {Sample(plans).text()} ms, applying it {Sample(applied).text()} ms.")
    with sqlite3.connect(peer) as database:
        total = list(database.execute("SELECT sum(amount), count(*) FROM entry").fetchone())
    run.control(
        "P13: both hold the same rows and the same sum of amounts",
        all(one == total for one in sums) and total[1] == size.lines,
        f"{total[1]:,} rows, {total[0]:,} yuan")
