"""The peer of P2b, P10 and P11: what somebody would write in an afternoon, kept as durable as the daemon.

One connection, a write-ahead log, synchronous=FULL, one row a commit. The path function is a coroutine, so a request
costs no hop to a thread; with a thread pool the same program is slower.
"""

import os
import sqlite3
import time

from fastapi import FastAPI, Header
from pydantic import BaseModel

database = sqlite3.connect(os.environ["ENTRIES_FILE"], isolation_level=None, check_same_thread=False)
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = FULL")
database.execute(
    "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, at INTEGER, officer TEXT, text TEXT, tags TEXT)"
)
app = FastAPI()


class Line(BaseModel):
    words: list[str]


@app.post("/v1/entries/log")
async def log(line: Line, x_zhaoshang_as: str = Header("")):
    tags = [word for word in line.words if word.startswith("+")]
    text = " ".join(word for word in line.words if not word.startswith("+"))
    row = (int(time.time() * 1000), x_zhaoshang_as, text, " ".join(tags))
    cursor = database.execute("INSERT INTO entry (at, officer, text, tags) VALUES (?, ?, ?, ?)", row)
    return {"entry": {"id": f"J-{cursor.lastrowid}", "officer": x_zhaoshang_as, "text": text, "tags": tags}}


@app.get("/v1/status")
async def status():
    (count,) = database.execute("SELECT max(id) FROM entry").fetchone()
    return {"database": {"events": count or 0}}
