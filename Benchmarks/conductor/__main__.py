"""One run: every row of the table, then the page.

    python3 -m conductor RESULTS PAGE [ROW…]     ROW: entries, calendar, assignment, idle, large
"""

import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from . import document, idle, measurements
from .programs import Failed


def main(results, page, wanted):
    results = Path(results)
    results.mkdir(parents=True, exist_ok=True)
    steps = {
        "calendar": lambda run: measurements.calendar(run),
        "assignment": lambda run: measurements.assignment(run),
        "entries": lambda run: measurements.entries(run),
        "idle": lambda run: idle.idle(run),
        "large": lambda run: measurements.large_store(run, results / "large-store"),
    }
    began = time.monotonic()
    # On the disk that is measured; the sockets apart, because their paths have at most 107 bytes.
    state = Path(tempfile.mkdtemp(prefix="run-", dir=results))
    sockets = Path(tempfile.mkdtemp(prefix="zs-"))
    try:
        run = measurements.Run(state, sockets)
        for name, step in steps.items():
            if not wanted or name in wanted:
                print(f"bench: {name} …", file=sys.stderr, flush=True)
                step(run)
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
    return 0 if all(holds for _, holds, _ in run.controls) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
