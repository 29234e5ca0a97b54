"""A ledger of 500 rows as three programs write it: GB18030 CSV, UTF-8 CSV with a byte order mark, XLSX of openpyxl.

    imports_oracle.py DIRECTORY

prints {"bad": lines of rows with a wrong code, "duplicates": lines of rows that repeat one, "amount": yuan of the rest}.
"""

import csv
import datetime
import io
import json
import random
import sys
from pathlib import Path

import openpyxl

DIRECTORY = Path(sys.argv[1])
CHANCE = random.Random(500)
NAMES = "渝江川巴蜀龙凤云山海天华中新能源材料电子汽车医药智造科技𠮷㐂"

titles = ["序号", "日期", "经办人", "工作内容", "类型", "投资额（万元）"]
officers = ["bn-ne-1", "bn-ne-2", "bn-bio-1"]
rows = []
for number in range(492):
    name = "".join(CHANCE.choice(NAMES) for _ in range(6))
    day = datetime.date(2026, 1, 5) + datetime.timedelta(days=CHANCE.randint(0, 20))
    text = f"走访{name}{number}，商定“{CHANCE.randint(1, 12)}月”签约"
    if number % 50 == 7:
        text += "\n第二行, 带逗号"
    rows.append([day, CHANCE.choice(officers), text, "走访", CHANCE.randint(1, 500000)])
amount = sum(row[4] for row in rows) * 10_000
bad = [[row[0], code] + row[2:] for row, code in zip(rows[100:103], ["bn-ne-9x", "没有此人", "O-999"])]
for place, row in zip([50, 250, 499], bad):
    rows.insert(place - 2, row)
for place in [120, 200, 300, 400, 490]:
    rows.insert(place, rows[place - 60])

# The heading and the titles are lines 1 and 2; a row with a line break takes two.
placed, line = [], 3
for row in rows:
    placed.append((line, row))
    line += 1 + row[2].count("\n")
wrong = [id(row) for row in bad]
seen, repeated = set(), []
for line, row in placed:
    if tuple(row) in seen:
        repeated.append(line)
    seen.add(tuple(row))
lines = {"bad": [line for line, row in placed if id(row) in wrong], "duplicates": repeated, "amount": amount}


def written(day, number):
    return [f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日", day.isoformat()][number % 3]


for encoding, name in [("gb18030", "ledger-gb18030.csv"), ("utf-8-sig", "ledger-utf8.csv")]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["2026年招商工作台账", "", "", "", "", ""])
    writer.writerow(titles)
    for number, row in enumerate(rows):
        # A repeated row is written as the row it repeats.
        first = rows.index(row)
        writer.writerow([number + 1, written(row[0], first)] + row[1:])
    (DIRECTORY / name).write_bytes(text.getvalue().encode(encoding))

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["2026年招商工作台账"])
sheet.merge_cells("A1:F1")
sheet.append(titles)
for number, row in enumerate(rows):
    sheet.append([number + 1] + row)
book.save(DIRECTORY / "ledger.xlsx")
lines["sheet_bad"] = [index + 3 for index, row in enumerate(rows) if id(row) in wrong]
json.dump(lines, sys.stdout)
