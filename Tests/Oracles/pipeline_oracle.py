"""Ledgers of leads, projects and funds, each as three programs write it: GB18030 CSV, UTF-8 CSV with a byte order mark, and
XLSX of openpyxl. The CSV files use other titles, units and ways to write a day than the workbook.

    pipeline_oracle.py DIRECTORY

prints {KIND: {"rows": [what the records hold], "files": {NAME: {"bad": [[line, field, code]], "duplicates": [line]}}}}.
Amounts are yuan, days ISO 8601.
"""

import csv
import datetime
import io
import json
import random
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

DIRECTORY = Path(sys.argv[1])
CHANCE = random.Random(20260309)
EPOCH = datetime.date(1899, 12, 30)
NAMES = "渝江川巴蜀龙凤云山海天华中新能源材料电子汽车医药智造科技𠮷㐂"
OFFICERS = {"bn-ne-1": "新能源专员一", "bn-ne-2": "新能源专员二", "bn-bio-1": "生物医药专员一"}
UNITS = {"bn-ne-1": "bn-ne", "bn-ne-2": "bn-ne", "bn-bio-1": "bn-bio"}


class Amount:
    """In units of ten thousand yuan; `yuan` in the records."""

    def __init__(self, wan):
        self.wan = wan
        self.yuan = wan * 10_000

    def written(self, unit):
        value = Decimal(self.wan) if unit == "万元" else Decimal(self.wan) / 10_000
        return format(value.normalize(), "f")


def word(length):
    return "".join(CHANCE.choice(NAMES) for _ in range(length))


def day(first, last):
    return first + datetime.timedelta(days=CHANCE.randint(0, (last - first).days))


def written(cell, form, unit):
    """As a person types it into a text file; the forms of a day take turns."""
    if isinstance(cell, Amount):
        return cell.written(unit)
    if isinstance(cell, datetime.date):
        return [f"{cell.year}年{cell.month}月{cell.day}日", f"{cell.year}/{cell.month}/{cell.day}", cell.isoformat(), str((cell - EPOCH).days)][form % 4]
    return "" if cell is None else str(cell)


def cell_of(cell, form, unit):
    """As a spreadsheet keeps it: numbers and dates, some dates without their format."""
    if isinstance(cell, Amount):
        value = cell.wan if unit == "万元" else float(Decimal(cell.wan) / 10_000)
        return value
    if isinstance(cell, str) and cell.endswith("00000") and cell.isdigit():
        # Typed into a cell that was no text.
        return int(cell)
    if isinstance(cell, datetime.date) and form % 5 == 4:
        return (cell - EPOCH).days
    return cell


def write(kind, titles, others, good, bad):
    """`titles` and `others` are the same columns by different names, the unit of amounts in their place."""
    rows = [("good", row, None) for row in good]
    for place, (row, field, code) in enumerate(bad):
        rows.insert(3 + 5 * place, ("bad", row, (field, code)))
    for place in [8, 15, 30]:
        at, row, why = next(item for item in rows[place - 6 :] if item[0] == "good")
        rows.insert(place, ("duplicate", row, rows.index((at, row, why))))
    forms, files = [], {}
    for index, (what, row, why) in enumerate(rows):
        # A repeated row is written as the row it repeats.
        forms.append(next(i for i, item in enumerate(rows) if item[1] is row))

    def lines(first):
        return {
            "bad": [[index + first, *why] for index, (what, _, why) in enumerate(rows) if what == "bad"],
            "duplicates": [index + first for index, (what, _, _) in enumerate(rows) if what == "duplicate"],
        }

    for encoding, name, (names, unit) in [
        ("gb18030", f"{kind}-gb18030.csv", titles),
        ("utf-8-sig", f"{kind}-utf8.csv", others),
    ]:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([title.format(unit=unit) for title in names])
        for (_, row, _), form in zip(rows, forms):
            writer.writerow([written(cell, form, unit) for cell in row])
        (DIRECTORY / name).write_bytes(text.getvalue().encode(encoding))
        files[name] = lines(2)
    names, unit = titles
    book = openpyxl.Workbook()
    book.active.append(["2026年台账"])
    book.active.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(names))
    book.active.append([title.format(unit=unit) for title in names])
    for (_, row, _), form in zip(rows, forms):
        book.active.append([cell_of(cell, form, unit) for cell in row])
    book.save(DIRECTORY / f"{kind}.xlsx")
    files[f"{kind}.xlsx"] = lines(3)
    return files


def held(fields, row):
    """What the records hold of a row."""
    values = {}
    for field, cell in zip(fields, row):
        if isinstance(cell, Amount):
            values[field] = cell.yuan
        elif isinstance(cell, datetime.date):
            values[field] = cell.isoformat()
        elif cell is not None:
            values[field] = cell
    return values


def leads():
    sources = {"走访": "visitOut", "外出走访": "visitOut", "来访": "visitIn", "热线": "hotline", "推介会": "event"}
    states = {"已转项目": "followed", "放弃": "declined", "培育": "cultivated", "对接中": "assigned", "研判中": "screening"}
    fields = ["title", "source", "investor", "amount", "region", "received", "state", "owner", "responded_on", "verdict_on"]
    titles = ["线索名称", "来源", "投资方", "投资额（{unit}）", "来源地", "登记日期", "当前状态", "承办人", "答复日期", "研判日期"]
    others = ["项目名称", "信息来源", "企业名称（全称）", "计划投资额（单位：{unit}）", "地区", "接收日期", "进展", "责任人", "首次联系日期", "办结日期"]
    good, truth = [], []
    for number in range(40):
        source, state, officer = CHANCE.choice(list(sources)), CHANCE.choice(list(states)), CHANCE.choice(list(OFFICERS))
        received = day(datetime.date(2025, 1, 6), datetime.date(2025, 12, 31))
        answered = received + datetime.timedelta(days=CHANCE.randint(0, 4))
        closed = None if state in ["对接中", "研判中"] else answered + datetime.timedelta(days=3)
        row = [f"{word(6)}{number}项目", source, f"{word(4)}公司", Amount(CHANCE.randint(1, 90_000)), "上海", received, state, OFFICERS[officer], answered, closed]
        good.append(row)
        values = held(fields, row)
        values |= {"source": sources[source], "state": states[state], "owner": officer, "unit": UNITS[officer], "region": "310000"}
        truth.append(values)

    def but(**changes):
        row = list(good[0])
        row[0] = word(9)
        for field, cell in changes.items():
            row[fields.index(field)] = cell
        return row

    bad = [
        (but(amount="三亿多"), "amount", "bad_money"),
        (but(received="3月5日"), "received", "bad_date"),
        (but(received="03/04/2025"), "received", "bad_date"),
        (but(source="天上掉下"), "source", "bad_text"),
        (but(state="在办"), "state", "bad_text"),
        (but(owner="没有此人"), "owner", "not_found"),
        (but(title="倒写\u202e的名称"), "title", "hidden_character"),
        (but(title=None), "title", "missing"),
    ]
    return {"rows": truth, "files": write("leads", (titles, "万元"), (others, "亿元"), good, bad)}


def projects():
    fields = ["name", "enterprise", "amount", "fixed", "industry", "date", "reason", "manager"]
    titles = ["项目名称", "企业名称", "总投资（{unit}）", "固投（{unit}）", "行业", "洽谈日期", "建项原因", "经办人"]
    others = ["项目", "所属企业", "计划总投资/{unit}", "固定资产投资[{unit}]", "所属行业", "在谈日期", "原因", "项目经理"]
    good, truth = [], []
    for number in range(30):
        officer, total = CHANCE.choice(list(OFFICERS)), CHANCE.randint(1, 90_000)
        row = [f"{word(6)}{number}", f"重庆{word(5)}{number}有限公司", Amount(total), Amount(total // 2 + 1), "C3962", day(datetime.date(2025, 1, 6), datetime.date(2026, 3, 1)), "台账历史项目", OFFICERS[officer]]
        good.append(row)
        truth.append(held(fields, row) | {"manager": officer})

    def but(**changes):
        row = list(good[0])
        row[0] = word(9)
        for field, cell in changes.items():
            row[fields.index(field)] = cell
        return row

    bad = [
        (but(enterprise="不认识的公司"), "enterprise", "not_found"),
        (but(reason=None), "reason", "incomplete"),
        (but(date=datetime.date(2027, 1, 1)), "date", "bad_date"),
        (but(amount="约3亿"), "amount", "bad_money"),
        (but(manager="没有此人"), "manager", "not_found"),
    ]
    return {"rows": truth, "enterprises": [row[1] for row in good], "files": write("projects", (titles, "万元"), (others, "亿元"), good, bad)}


def funds(names):
    components = {"设备": "equipment", "厂房": "building", "土地": "land"}
    fields = ["project", "amount", "date", "component", "voucher"]
    titles = ["项目名称", "到账金额（{unit}）", "到账日期", "资金类别", "凭证号"]
    others = ["项目", "到位资金（{unit}）", "到位时间", "用途", "凭证编号"]
    good, truth = [], []
    for number in range(30):
        component = CHANCE.choice(list(components))
        # The last digits matter: 20 of them, of which a spreadsheet would keep 15.
        voucher = None if number % 7 == 6 else f"2026030900{CHANCE.randint(10**9, 10**10 - 1)}"
        row = [CHANCE.choice(names), Amount(CHANCE.randint(1, 9_000)), day(datetime.date(2026, 3, 2), datetime.date(2026, 3, 8)), component, voucher]
        good.append(row)
        truth.append(held(fields, row) | {"component": components[component]})

    def but(**changes):
        row = list(good[0])
        row[fields.index("voucher")] = f"V{CHANCE.randint(10**6, 10**7)}"
        for field, cell in changes.items():
            row[fields.index(field)] = cell
        return row

    bad = [
        (but(project="没有的项目"), "project", "not_found"),
        (but(voucher="2.02603E+19"), "voucher", "mangled_number"),
        (but(voucher="20260309123456700000"), "voucher", "mangled_number"),
        (but(amount=None), "amount", "missing"),
        (but(date="上周"), "date", "bad_date"),
        (but(component="别的"), "component", "bad_text"),
    ]
    return {"rows": truth, "files": write("funds", (titles, "万元"), (others, "亿元"), good, bad)}


answer = {"leads": leads(), "projects": projects()}
answer["funds"] = funds([row["name"] for row in answer["projects"]["rows"]])
json.dump(answer, sys.stdout)
