"""The peer of P8: jobs that are all due at one moment, and how late each was committed.

    apscheduler_burst.py DIRECTORY JOBS SECONDS      SECONDS: for making them, before they are due
"""

import json
import sys
import threading
import time
from datetime import datetime, timedelta

import apscheduler_store

directory, jobs = sys.argv[1], int(sys.argv[2])
database = apscheduler_store.rows(directory)
done = threading.Event()
late = []


def commit(officer):
    database.execute("INSERT INTO task (officer, state) VALUES (?, 'open')", (officer,))
    late.append((time.time() - due.timestamp()) * 1000)
    if len(late) == jobs:
        done.set()


scheduler = apscheduler_store.scheduler(directory)
scheduler.start(paused=True)
engine = scheduler._lookup_jobstore("default").engine


def wait_for_disk(mode):
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA synchronous = {mode}")
        return connection.exec_driver_sql("PRAGMA synchronous").scalar()


# Making the jobs is not measured.
wait_for_disk("OFF")
due = datetime.now(apscheduler_store.ZONE) + timedelta(seconds=int(sys.argv[3]))
for officer in range(jobs):
    scheduler.add_job(commit, "date", run_date=due, args=[officer])
if wait_for_disk("FULL") != 2 or datetime.now(apscheduler_store.ZONE) > due:
    sys.exit("the jobs took longer to make than there was time")
scheduler.resume()
if not done.wait(100):
    sys.exit(f"only {len(late)} of {jobs} were run")
scheduler.shutdown()
late.sort()
(kept,) = database.execute("SELECT count(*) FROM task").fetchone()
answer = {"p50": late[len(late) // 2], "p99": late[len(late) * 99 // 100], "kept": kept}
json.dump(answer, sys.stdout)
