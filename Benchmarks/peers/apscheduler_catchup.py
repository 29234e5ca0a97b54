"""The peer of P7: jobs of every weekday 17:30 that were not run for a while, each run made up for and committed.

    apscheduler_catchup.py DIRECTORY JOBS DAYS
"""

import json
import sys
import threading
import time
from datetime import datetime, timedelta

import apscheduler_store
from apscheduler.triggers.cron import CronTrigger

directory, jobs, days = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
database = apscheduler_store.rows(directory)
done = threading.Event()
count = expected = 0


def commit(officer):
    global count
    database.execute("INSERT INTO task (officer, state) VALUES (?, 'open')", (officer,))
    count += 1
    if count == expected:
        done.set()


now = datetime.now(apscheduler_store.ZONE)
first = (now - timedelta(days=days)).replace(hour=17, minute=30, second=0, microsecond=0)
trigger = CronTrigger(day_of_week="mon-fri", hour=17, minute=30, timezone=apscheduler_store.ZONE)
before = apscheduler_store.scheduler(directory)
before.start(paused=True)
for officer in range(jobs):
    job = before.add_job(commit, trigger, args=[officer], next_run_time=trigger.get_next_fire_time(None, first))
missed, moment = 0, trigger.get_next_fire_time(None, first)
while moment <= now:
    missed, moment = missed + 1, trigger.get_next_fire_time(moment, moment)
# Paused it stays, in its own thread: shutting down it would run them.
expected = jobs * missed
after = apscheduler_store.scheduler(directory)
start = time.perf_counter()
after.start()
if not done.wait(100):
    sys.exit(f"only {count} of {expected} were made up for")
after.shutdown()
elapsed = time.perf_counter() - start
(kept,) = database.execute("SELECT count(*) FROM task").fetchone()
json.dump({"seconds": elapsed, "expected": expected, "kept": kept, "rate": kept / elapsed}, sys.stdout)
