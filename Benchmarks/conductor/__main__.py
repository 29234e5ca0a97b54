"""One run: rows of the table, then the page.

    python3 -m conductor [--quick] RESULTS PAGE [ROW…]     ROW: P1, P2b, …; a word of STEPS names all rows of its step
"""

import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from . import document, downtime, figures, idle, imports, measurements
from .programs import Failed
from .rows import Run

# In the order of a run, with the rows that each leaves. What is small comes first, so that a fault shows early.
STEPS = {
    "calendar": (measurements.calendar, ["P5", "P6"]),
    "assignment": (measurements.assignment, ["P9"]),
    "entries": (measurements.entries, ["P1", "P2", "P2B"]),
    "downtime": (downtime.catch_up, ["P7"]),
    "burst": (downtime.burst, ["P8"]),
    "imports": (imports.imports, ["P13"]),
    "large": (measurements.large_store, ["P3", "P10", "P11"]),
    "idle": (idle.idle, ["P11B"]),
    "search": (figures.search, ["P12"]),
    "periods": (figures.periods, ["P15"]),
    "report": (figures.report, ["P4"]),
}


def chosen(wanted):
    """Names of the steps that were asked for; all of them when none was."""
    known = {name.upper(): name for name in STEPS} | {id: name for name, (_, ids) in STEPS.items() for id in ids}
    unknown = [word for word in wanted if word.upper() not in known]
    if unknown:
        raise Failed(f"no such row: {' '.join(unknown)} (known: {' '.join(id for _, ids in STEPS.values() for id in ids)})")
    names = {known[word.upper()] for word in wanted} or set(STEPS)
    return [name for name in STEPS if name in names]


def main(quick, results, page, wanted):
    results = Path(results)
    results.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    # On the disk that is measured; the sockets apart, because their paths have at most 107 bytes.
    state = Path(tempfile.mkdtemp(prefix="run-", dir=results))
    sockets = Path(tempfile.mkdtemp(prefix="zs-"))
    try:
        run = Run(state, sockets, results, quick)
        for name in chosen(wanted):
            print(f"bench: {name} …", file=sys.stderr, flush=True)
            STEPS[name][0](run)
            shutil.rmtree(state)
            state.mkdir()
    except Failed as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(state, ignore_errors=True)
        shutil.rmtree(sockets, ignore_errors=True)
    run.rows.sort(key=lambda row: (int("".join(c for c in row.id[1:3] if c.isdigit())), row.id))
    Path(page).write_text(document.page(run, time.monotonic() - began), encoding="utf-8")
    rows = [asdict(row) for row in run.rows]
    (results / "last.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(document.table(run.rows)))
    for name, holds, finding in run.controls:
        if not holds:
            print(f"bench: does not hold: {name} ({finding})", file=sys.stderr)
    return 0 if all(holds for _, holds, _ in run.controls) else 1


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--quick"]
    sys.exit(main("--quick" in sys.argv, words[0], words[1], words[2:]))
