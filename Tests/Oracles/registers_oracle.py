"""A register of 500 enterprises as three programs write it: GB18030 CSV, UTF-8 CSV with a byte order mark, XLSX of openpyxl.

    registers_oracle.py DIRECTORY

prints {"bad": [{"line", "position", "expected"}], "duplicates": lines of rows that repeat one, "codes": of the rest}. Check
characters follow GB 32100-2015, computed here.
"""

import csv
import io
import json
import random
import sys
from pathlib import Path

import openpyxl

DIRECTORY = Path(sys.argv[1])
CHANCE = random.Random(32100)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
NAMES = "渝江川巴蜀龙凤云山海天华中新能源材料电子汽车医药智造科技𠮷㐂"


def check(body):
    return ALPHABET[-sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31]


def code():
    body = "91500113" + "".join(CHANCE.choice(ALPHABET) for _ in range(9))
    return body + check(body)


titles = ["序号", "企业名称（全称）", "统一社会信用代码", "曾用名", "所属行业", "标签", "是否落户"]
rows = []
for number in range(492):
    name = "重庆" + "".join(CHANCE.choice(NAMES) for _ in range(5)) + "有限公司"
    former = "老" + name if number % 40 == 3 else ""
    rows.append([name, code(), former, "C3962" if number % 3 else "", "高新技术、专精特新" if number % 5 == 0 else "", "是"])
codes = [row[1] for row in rows]
wrong = []
for row in [list(row) for row in rows[100:103]]:
    body = code()[:-1]
    wrong.append(["重庆错码" + row[0][2:], body] + row[2:])
expected = check(wrong[0][1])
bad = [
    # The neighbour of the right character; O in the place of 0; a letter in the division.
    (50, wrong[0][1] + ALPHABET[(ALPHABET.index(expected) + 1) % 31], {"position": 18, "expected": expected}),
    (250, "915O0113" + wrong[1][1][8:] + "0", {"position": 4}),
    (499, "9150011A" + wrong[2][1][8:] + "0", {"position": 8}),
]
for (place, text, _), row in zip(bad, wrong):
    row[1] = text
    rows.insert(place - 2, row)
for place in [120, 200, 300, 400, 490]:
    rows.insert(place, list(rows[place - 60]))
seen, repeated = set(), []
for index, row in enumerate(rows):
    if tuple(row) in seen:
        repeated.append(index + 2)
    seen.add(tuple(row))
place_of = {row[1]: index + 2 for index, row in enumerate(rows)}

for encoding, name in [("gb18030", "register-gb18030.csv"), ("utf-8-sig", "register-utf8.csv")]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(titles)
    for number, row in enumerate(rows):
        writer.writerow([number + 1] + row)
    (DIRECTORY / name).write_bytes(text.getvalue().encode(encoding))
book = openpyxl.Workbook()
book.active.append(titles)
for number, row in enumerate(rows):
    book.active.append([number + 1] + row)
book.save(DIRECTORY / "register.xlsx")
json.dump(
    {
        "rows": len(rows),
        "bad": [dict(line=place_of[text], **details) for _, text, details in bad],
        "duplicates": repeated,
        "codes": sorted(codes),
    },
    sys.stdout,
)
