"""The ledger: ten years of lines of fifty districts, the same on every machine, and the stores made of it.

Each line counts four times: as a line, by its kind, by its tag and by its amount. Half a year is one file, and the daemon
imports it by the verb that people use. The lines of the first four years have words, no two alike; those of later years
have none, because the reports they are for read none.
"""

import csv
import itertools
import json
import shutil
import sqlite3
import subprocess
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .programs import ZS, Failed, running, zsd_command

DISTRICTS = 50
OFFICERS = 200
FIRST_YEAR = 2016
YEARS = 10
WORDED_YEARS = 4
# Tags, and the kind of work each of them says.
KINDS = {
    "走访": "visitOut", "来访": "visitIn", "电话": "call", "会议": "meeting", "踏勘": "site", "洽谈": "negotiation",
    "备注": "note", "宣传": "publicity",
}
TAGS = list(KINDS)
CLOCK = "2026-01-05T09:00"
VERSION = 1

PLACES = ["渝北", "巴南", "江津", "永川", "涪陵", "合川", "长寿", "璧山", "铜梁", "潼南", "荣昌", "大足", "綦江", "万州", "开州", "忠县"]
TRADES = ["新能源", "电子信息", "生物医药", "高端装备", "现代物流", "汽车零部件", "新材料", "软件服务", "食品加工", "节能环保"]
ACTS = ["商定下月签约", "看过三处地块", "希望尽快拿到用地指标", "对人才政策有疑问", "已报送立项材料", "约定再次面谈", "提出厂房租金问题",
        "资金方案待总部批复", "介绍了上下游配套", "拟先租后建"]
# In one line of RARE_EACH, and in no other: what the search has to find.
RARE, RARE_EACH = "甪直", 20_000
# In one line of ten.
COMMON = "地块"
# In no line.
ABSENT = "鄱阳"


@dataclass(frozen=True)
class Size:
    """Lines of half a year."""

    lines: int

    @property
    def name(self):
        return "ledger" if self == WHOLE else f"ledger-{self.lines}"


WHOLE = Size(125_000)
QUICK = Size(2_500)


def mixed(number):
    """SplitMix64: the same numbers everywhere."""
    number = (number + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return number ^ number >> 31


def half(index):
    """First day of a half-year and its days; they count from the first of FIRST_YEAR."""
    first = date(FIRST_YEAR + index // 2, 1 if index % 2 == 0 else 7, 1)
    after = date(FIRST_YEAR + (index + 1) // 2, 7 if index % 2 == 0 else 1, 1)
    return first, (after - first).days


def officer(index):
    return f"zy-{index}"


def district(index):
    return f"qx-{index:02}"


def lines(size, index):
    """Date, number of the officer, words, tag, amount in yuan. An officer's district is his number modulo DISTRICTS."""
    first, days = half(index)
    worded = index < 2 * WORDED_YEARS
    for position in range(size.lines):
        number = index * size.lines + position
        random = mixed(number)
        day = first + timedelta(days=position * days // size.lines)
        words = ""
        if worded:
            place = RARE if number % RARE_EACH == RARE_EACH // 2 else PLACES[random % 16]
            act = ACTS[(random >> 20) % 10]
            words = f"与{place}{TRADES[(random >> 8) % 10]}企业第{number}次接洽，{act}"
        # No two lines of a day are alike.
        amount = (1 + (random >> 32) % 9000) * 100_000 + position % 100_000
        yield day, (random >> 4) % OFFICERS, words, TAGS[(random >> 28) % 8], amount


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["date", "officer", "text", "tags", "amount"])
        writer.writerows((day, officer(who), words, tag, amount) for day, who, words, tag, amount in rows)
    return path


def add_districts(daemon):
    daemon.post("/v1/units/add", ["bureau", "name:招商局", "kind:bureau"])
    for index in range(DISTRICTS):
        daemon.post(
            "/v1/units/add", [district(index), f"name:区县{index}", "kind:department", "parent:bureau", "rank_group:区县"])
    for index in range(OFFICERS):
        words = [f"专员{index}", f"unit:{district(index % DISTRICTS)}", "role:officer", f"code:{officer(index)}"]
        daemon.post("/v1/officers/add", words + [f"from:{FIRST_YEAR}-01-01"])


def import_file(socket_path, path):
    """The two commands of a person; the counts of the plan."""
    zs = [str(ZS), "--socket", str(socket_path)]

    def run(*words):
        done = subprocess.run([*zs, *words, "--json"], capture_output=True, text=True, timeout=600)
        if done.returncode != 0:
            raise Failed(f"zs {' '.join(words)}: {done.stderr or done.stdout}")
        return json.loads(done.stdout)

    plan = run("import", "plan", "entries", str(path))["plan"]
    run("import", "apply", plan["id"])
    return plan["counts"]


@dataclass(frozen=True)
class Ledger:
    """Directories and files of a ledger that is ready."""

    directory: Path
    facts: dict

    @property
    def whole(self):
        """The state directory of the store with all lines."""
        return self.directory / "whole"

    @property
    def worded(self):
        """The state directory of the store with the lines that have words."""
        return self.directory / "worded"

    @property
    def journal(self):
        """The lines with words for hledger."""
        return self.directory / "worded.journal"

    @property
    def texts(self):
        """SQLite: text (id, body), numbered like the entries of the store."""
        return self.directory / "texts.sqlite"

    @property
    def postings(self):
        """SQLite: posting (effective_on, district, officer, indicator, value), as the reports' peers have them."""
        return self.directory / "postings.sqlite"

    @property
    def indexed(self):
        """The same with the best index for the peer's question."""
        return self.directory / "postings-indexed.sqlite"


def ready(run):
    """The ledger, which is made when it is not there."""
    size = QUICK if run.quick else WHOLE
    directory = run.results / size.name
    try:
        facts = json.loads((directory / "facts.json").read_text())
        if facts["version"] == VERSION:
            return Ledger(directory, facts)
    except (OSError, ValueError, KeyError):
        pass
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    ledger = Ledger(directory, {})
    began = time.monotonic()
    write_peers(ledger, size)
    peers = time.monotonic()
    fill(ledger, size, run.sockets / "ledger.sock")
    facts = {
        "version": VERSION, "entries": 2 * YEARS * size.lines, "postings": 4 * 2 * YEARS * size.lines,
        "worded": 2 * WORDED_YEARS * size.lines, "seconds": round(time.monotonic() - peers),
        "peer_seconds": round(peers - began),
    }
    (directory / "facts.json").write_text(json.dumps(facts))
    return Ledger(directory, facts)


def fill(ledger, size, socket_path):
    """Half a year after the other through the daemon; the store is copied when the last words are in."""
    path = ledger.directory / "half.csv"
    for index in range(2 * YEARS):
        write_csv(path, lines(size, index))
        with running(zsd_command(ledger.whole, socket_path, "--virtual-clock", CLOCK), socket_path) as daemon:
            if index == 0:
                add_districts(daemon)
            counts = import_file(socket_path, path)
        if counts["create"] != size.lines:
            raise Failed(f"the import of {path} came to {counts}")
        if index == 2 * WORDED_YEARS - 1:
            subprocess.run(["cp", "-a", "--reflink=auto", ledger.whole, ledger.worded], check=True)
    path.unlink()


def write_peers(ledger, size):
    with sqlite3.connect(ledger.postings) as postings, sqlite3.connect(ledger.texts) as texts:
        for database in (postings, texts):
            database.execute("PRAGMA synchronous = OFF")
        postings.execute(
            "CREATE TABLE posting (effective_on TEXT, district INTEGER, officer INTEGER, indicator TEXT, value INTEGER)")
        texts.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, body TEXT)")
        with open(ledger.journal, "w", encoding="utf-8") as journal:
            for index in range(2 * YEARS):
                found = list(lines(size, index))
                postings.executemany("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", facts_of(found))
                if index < 2 * WORDED_YEARS:
                    texts.executemany("INSERT INTO text (body) VALUES (?)", ((words,) for _, _, words, _, _ in found))
                    write_journal(journal, found)
    subprocess.run(["cp", "--reflink=auto", ledger.postings, ledger.indexed], check=True)
    with sqlite3.connect(ledger.indexed) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE INDEX posting_day ON posting (effective_on, district, indicator, value)")
        database.execute("ANALYZE")


def facts_of(found):
    for day, who, _, tag, amount in found:
        common = (day.isoformat(), who % DISTRICTS, who)
        yield *common, "entries.count", 1
        yield *common, f"entries.kind.{KINDS[tag]}", 1
        yield *common, f"entries.tag.{tag}", 1
        yield *common, "entries.amount", amount


def write_journal(journal, found):
    """A transaction a day, whose last posting balances: the least that hledger can be given to read."""
    for day, rows in itertools.groupby(found, key=lambda row: row[0]):
        journal.write(f"{day} day\n")
        journal.writelines(f"  {district(who % DISTRICTS)}  {amount}\n" for _, who, _, _, amount in rows)
        journal.write("  balance\n")
