"""What the peers of P7 and P8 share: APScheduler with its jobs in SQLite, and a job that commits one row.

Both files wait for the disk like the daemon: a write-ahead log and synchronous=FULL. The rows have a connection of their
own, and one thread runs the jobs: with more of them Python's lock only makes it slower.
"""

import sqlite3
from datetime import timedelta, timezone

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import event

ZONE = timezone(timedelta(hours=8))


def durable(connection, *_):
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def rows(directory):
    database = sqlite3.connect(f"{directory}/rows.sqlite", isolation_level=None, check_same_thread=False)
    durable(database)
    database.execute("CREATE TABLE IF NOT EXISTS task (id INTEGER PRIMARY KEY, officer INTEGER, state TEXT)")
    return database


def scheduler(directory):
    store = SQLAlchemyJobStore(url=f"sqlite:///{directory}/jobs.sqlite")
    event.listen(store.engine, "connect", durable)
    return BackgroundScheduler(
        jobstores={"default": store}, executors={"default": ThreadPoolExecutor(1)}, timezone=ZONE,
        job_defaults={"coalesce": False, "misfire_grace_time": None, "max_instances": 1_000_000})
