"""P4, P12, P15: what is asked of the ledger, and whether both sides say the same."""

import csv
import io
import json
import subprocess
import time

from . import ledger
from .pairs import Pairs, Sample, alternate
from .programs import ZS, Failed, running, tool, zsd_command
from .rows import Row


def output(command, timeout=600):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        raise Failed(f"{command[0]}: {done.stderr or done.stdout}")
    return done.stdout


def timed(command):
    """Milliseconds from the start of the program to its end."""
    return tool("time", *command)["milliseconds"]


def served(run, state, name):
    socket_path = run.sockets / f"{name}.sock"
    return running(zsd_command(state, socket_path, "--virtual-clock", ledger.CLOCK), socket_path), socket_path


# P4 -------------------------------------------------------------------------------------------------------------

REPORT_YEAR = ledger.FIRST_YEAR + ledger.YEARS - 1
# Everything that the report of December says: the month, the one before, the year up to it, the same month a year ago.
GROUP_BY = (
    "SELECT substr(effective_on, 1, 7), district, indicator, sum(value) FROM posting "
    f"WHERE effective_on BETWEEN '{REPORT_YEAR - 1}-12-01' AND '{REPORT_YEAR}-12-31' GROUP BY 1, 2, 3")


# What the report has a column of beside each district, and what a year ago. Some kinds have a shorter name there.
DISTRICT_COLUMNS = (
    "entries.count", "entries.kind.visitOut", "entries.kind.visitIn", "entries.kind.activity", "entries.amount")
SHORT = {
    "K19.out": "entries.kind.visitOut", "K19.in": "entries.kind.visitIn", "K19.events": "entries.kind.activity",
    "K19.publicity": "entries.kind.publicity",
}
LAST_YEAR = ("entries.count", "entries.amount", "entries.zero", *SHORT.values())


def report(run):
    """P4."""
    found = ledger.ready(run)
    tell(run, found)
    server, socket_path = served(run, found.whole, "report")
    month = f"{REPORT_YEAR}-12"
    with server:
        zs = [ZS, "--socket", socket_path, "--unit", "bureau"]
        command = [*zs, "report", "preview", "month", month, "--json"]
        said = report_figures(json.loads(output(command)))
        for name, file, count in [
            ("the raw GROUP BY in the sqlite3 shell", found.postings, run.pairs),
            ("the same with a covering index made for it", found.indexed, run.pairs),
        ]:
            peer = ["sqlite3", "-readonly", file, GROUP_BY]
            summed = summed_figures(output(peer), month)
            times = alternate(lambda: timed(command), lambda: timed(peer), count)
            run.rows.append(
                Row("P4", f"monthly report, {ledger.YEARS} years × {ledger.DISTRICTS} districts "
                    f"({found.facts['postings'] / 1e6:g} M facts)", name, "ms", Pairs(*map(Sample, times)), 20, True, 90,
                    inverse=True, form="{:,.1f}"))
            run.control(
                f"P4: the report and {name} say the same", said == summed and len(said) > 100,
                f"{len(said)} figures, {len(said.keys() | summed.keys()) - len(said.items() & summed.items())} differ")
        earlier = report_figures(json.loads(output([*zs, "report", "preview", "month", f"{REPORT_YEAR}-11", "--json"])))
        run.control(
            "P4: the report of another month must differ", earlier != summed,
            "differs" if earlier != summed else "is the same")


def report_figures(answer):
    """(what, indicator) → value of the report of the whole bureau."""
    figures = {}
    for key, figure in answer["figures"].items():
        if not key.startswith("entries."):
            continue
        if key.endswith(".cumulative"):
            figures["year", key.removesuffix(".cumulative")] = figure.get("value")
        else:
            figures["month", key] = figure.get("value")
            figures["before", key] = figure.get("previous")
    for block in (block for section in answer["sections"] for block in section["blocks"] if block["type"] == "table"):
        titles = [column["title"]["en"] for column in block["columns"]]
        for row in block["rows"]:
            if "Year before" in titles:
                key = row[1].get("figure", "")
                figures["last year", SHORT.get(key, key)] = amount(row[titles.index("Year before")])
            elif titles[0] == "Unit" and len(titles) == 6:
                # Unit, lines, visits out, visits in, activities, amounts.
                district = row[0]["zh"].removeprefix("区县")
                for indicator, cell in zip(DISTRICT_COLUMNS, row[1:]):
                    figures[district, indicator] = amount(cell)
    return without_nothing(figures)


def amount(cell):
    """Of a cell: a number, or the yuan in it; nothing for a dash."""
    return cell.get("number") or sum(part.get("number", 0) for part in cell.get("parts", []))


def summed_figures(text, month):
    figures = {}
    for line in text.splitlines():
        when, district, indicator, value = line.split("|")
        places = []
        if when == month:
            places += ["month"] + ([district] if indicator in DISTRICT_COLUMNS else [])
        elif when == f"{REPORT_YEAR}-11":
            places.append("before")
        elif when == f"{REPORT_YEAR - 1}-12" and indicator in LAST_YEAR:
            places.append("last year")
        if when.startswith(str(REPORT_YEAR)):
            places.append("year")
        for place in places:
            figures[place, indicator] = figures.get((place, indicator), 0) + int(value)
    return without_nothing(figures)


def without_nothing(figures):
    """A GROUP BY has no row of what there is none of."""
    return {key: value for key, value in figures.items() if value}


def tell(run, found):
    note = (
        f"The ledger: {found.facts['entries']:,} lines and {found.facts['postings']:,} facts of {ledger.OFFICERS} officers in "
        f"{ledger.DISTRICTS} districts, imported by `zs import` in {found.facts['seconds']} s, the peers' files made in "
        f"{found.facts['peer_seconds']} s; {found.facts['worded']:,} of the lines have words.")
    if note not in run.notes:
        run.notes.append(note)


# P12 ------------------------------------------------------------------------------------------------------------


def search(run):
    """P12."""
    found = ledger.ready(run)
    tell(run, found)
    server, socket_path = served(run, found.worded, "search")
    with server as daemon:
        for id, word, limit, what in [
            ("P12", ledger.RARE, 1000, "found in one of 20,000"), ("P12 none", ledger.ABSENT, 1000, "found in none"),
            ("P12 many", ledger.COMMON, 20, "found in one of ten, the newest 20"),
        ]:
            path = f"/v1/search?word={quote(word)}&word=kind:entry&word=limit:{limit}"
            select = f"SELECT id FROM text WHERE body LIKE '%{word}%' ORDER BY id DESC LIMIT {limit}"
            ours = [int(hit["id"].removeprefix("J-")) for hit in daemon.get(path)["found"]]
            theirs = [int(line) for line in output(["sqlite3", "-readonly", found.texts, select]).split()]
            run.control(
                f"{id}: both find the same lines", ours == theirs and (id == "P12 none") == (not ours),
                f"{len(ours)} and {len(theirs)}")
            work = f"two-character Chinese search over {found.facts['worded'] / 1e6:g} M texts, {what}"
            sides = alternate(
                lambda: tool("ask", socket_path, path, 5)["milliseconds"],
                lambda: tool("scan", found.texts, select)["milliseconds"], run.pairs)
            run.rows.append(
                Row(id, work + "; answered over the socket", "LIKE scan inside a process", "ms",
                    Pairs(*map(Sample, sides)), 25, True, 100, inverse=True, form="{:,.2f}"))
            commands = [
                [ZS, "--socket", socket_path, "search", word, "kind:entry", f"limit:{limit}"],
                ["sqlite3", "-readonly", found.texts, select]]
            sides = alternate(*(lambda command=command: timed(command) for command in commands), run.pairs)
            run.rows.append(
                Row(id, work + "; `zs search`", "LIKE scan in the sqlite3 shell", "ms", Pairs(*map(Sample, sides)), 25,
                    True, 100, inverse=True, form="{:,.1f}"))
        slow_programs_are_seen(run, socket_path)


def quote(word):
    return "".join(f"%{byte:02X}" for byte in word.encode())


def slow_programs_are_seen(run, socket_path):
    """The negative control of every time of a program."""
    command = [str(ZS), "--socket", str(socket_path), "search", ledger.RARE]
    slowed = ["sh", "-c", 'sleep 0.1; exec "$@"', "sh", *command]
    ours, theirs = alternate(lambda: timed(slowed), lambda: timed(command), 5)
    ratio = Pairs(Sample(ours), Sample(theirs)).ratios().middle
    lag = Sample(ours).middle - Sample(theirs).middle
    run.control(
        "programs: one that was slowed by 100 ms must be reported slower, by about that", ratio > 1.5 and 80 <= lag <= 250,
        f"{lag:.0f} ms, {ratio:.1f} times")


# P15 ------------------------------------------------------------------------------------------------------------


def periods(run):
    """P15."""
    found = ledger.ready(run)
    tell(run, found)
    server, socket_path = served(run, found.worded, "periods")
    years = [ledger.FIRST_YEAR + index for index in range(ledger.WORDED_YEARS)]
    with server as daemon:
        zs = f"{ZS} --socket {socket_path} --unit bureau matrix --by unit --monthly %d key:entries.amount"
        ours = ["sh", "-ec", "; ".join(zs % year for year in years)]
        theirs = ["hledger", "-f", found.journal, "balance", "--monthly", "--no-total", "-O", "csv", "qx"]
        matrices = [daemon.get(f"/v1/matrix?word={year}&word=key:entries.amount&by=unit&step=month") for year in years]
        said = {
            (int(row["id"].removeprefix("U-")) - 2, period): value for matrix in matrices
            for row in matrix["tables"][0]["rows"] for period, value in zip(matrix["periods"], row["values"])
        }
        began = time.monotonic()
        balance = list(csv.reader(io.StringIO(output(theirs))))
        once = time.monotonic() - began
        told = {
            (int(row[0].removeprefix("qx-")), period): int(value) for row in balance[1:]
            for period, value in zip(balance[0][1:], row[1:])
        }
        run.control(
            "P15: both give the same amount for each district and month",
            said == told and len(said) == 12 * len(years) * ledger.DISTRICTS, f"{len(said):,} and {len(told):,} amounts")
        changed = dict(told)
        changed[min(changed)] += 1
        run.control("P15: one yuan more must differ", said != changed, "differs" if said != changed else "is the same")
        # At a million lines hledger reads for half a minute.
        count = run.pairs if once < 5 else 3
        sides = alternate(lambda: timed(ours), lambda: timed(theirs), count)
    run.rows.append(
        Row("P15", f"amounts of {found.facts['worded'] / 1e6:g} M entries by district and month, four years: `zs matrix` four "
            "times", "`hledger balance --monthly`" + ("" if count >= 9 else f", {count} pairs"), "ms",
            Pairs(*map(Sample, sides)), 20, True, 100, inverse=True, form="{:,.1f}"))
