"""Files as other programs write them, and what those programs say stands in them.

    tabular_oracle.py DIRECTORY

writes files into DIRECTORY and prints a JSON object: {"tables": {FILE: rows}, "bad": {FILE: code of the problem}}.
A row is [line, cells]; a cell of a workbook is [form, text].
"""

import csv
import datetime
import io
import json
import random
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import openpyxl
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel

DIRECTORY = Path(sys.argv[1])
TABLES = {}
BAD = {}
LIMITS = {}
CHANCE = random.Random(20261123)


# --- CSV --------------------------------------------------------------------------------------------------------
def letters(count):
    """Text with ASCII, common and rare Chinese, kana, and characters beyond the first plane."""
    ranges = [(0x21, 0x7E), (0x4E00, 0x9FA5), (0x4E00, 0x9FA5), (0x3400, 0x4DB5), (0x3041, 0x3093), (0x20000, 0x2A6D6)]
    return "".join(chr(CHANCE.randint(*CHANCE.choice(ranges))) for _ in range(count))


def encoded():
    for encoding, mark in [("utf-8", b""), ("utf-8-sig", b""), ("gb18030", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]:
        rows = [[letters(6) for _ in range(4)] for _ in range(300)]
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
        name = f"encoding-{encoding}.csv"
        (DIRECTORY / name).write_bytes(mark + text.getvalue().encode(encoding))
        TABLES[name] = [[index + 1, cells] for index, cells in enumerate(rows)]


def delimited():
    pieces = ["渝新能源", "a", "", " x ", "3.2亿", 'he said "no"', "line\nbreak", "two\r\nlines", "old\rmac", ",", ";", "\t", "，", "；", "|"]
    for delimiter in [",", "\t", ";", "，", "；", "|"]:
        for ending in ["\r\n", "\n", "\r"]:
            rows = []
            for _ in range(120):
                cells = ["".join(CHANCE.choice(pieces) for _ in range(CHANCE.randint(0, 3))) for _ in range(5)]
                if not any(cells):
                    cells[0] = "x"
                rows.append(cells)
            text, placed, line = "", [], 1
            for cells in rows:
                out = io.StringIO()
                # Every cell in quotes: a quote in the midst of a bare cell is read differently by every program.
                csv.writer(out, delimiter=delimiter, lineterminator=ending, quoting=csv.QUOTE_ALL).writerow(cells)
                placed.append([line, cells])
                written = out.getvalue()
                line += len(written.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
                text += written
                if CHANCE.random() < 0.1:
                    text += ending
                    line += 1
            name = f"delimiter-{ord(delimiter):x}-{ending.encode().hex()}.csv"
            (DIRECTORY / name).write_bytes(text.encode("utf-8"))
            TABLES[name] = placed


# --- XLSX -------------------------------------------------------------------------------------------------------
def stamp(value):
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S")
    day = f"{value.year}-{value.month:02}-{value.day:02}"
    return day if value.time() == datetime.time(0) else f"{day} {value.strftime('%H:%M:%S')}"


def serials():
    """Every kind of serial in both date systems, read back by openpyxl."""
    for since1904 in [False, True]:
        book = openpyxl.Workbook()
        if since1904:
            book.epoch = CALENDAR_MAC_1904
        sheet = book.active
        # openpyxl does not know that the program it imitates counts from 1 before the day that never was.
        days = [1, 2, 31, 58, 59] + list(range(61, 75)) + [CHANCE.randint(61, 73000) for _ in range(400)]
        expected = []
        for row, day in enumerate(days, 1):
            serial = day + CHANCE.choice([0, 0, 0.25, 0.5, 14.5 / 24, 1 / 86400])
            cell = sheet.cell(row=row, column=1, value=serial)
            cell.number_format = "yyyy-mm-dd hh:mm:ss"
            value = from_excel(serial, CALENDAR_MAC_1904) if since1904 else from_excel(serial)
            if isinstance(value, datetime.datetime):
                value = (value + datetime.timedelta(microseconds=500000)).replace(microsecond=0)
            expected.append([row, [["date", stamp(value)]]])
        name = f"serials-{1904 if since1904 else 1900}.xlsx"
        book.save(DIRECTORY / name)
        TABLES[name] = expected


def formats():
    """Which number formats make a date of a number, by openpyxl's own reading of them."""
    codes = [
        "General", "0", "0.00", "#,##0", "#,##0.00", "0.00E+00", "@", "# ?/?", '"day"0', "[Red]0", "0;[Red]-0",
        "yyyy-mm-dd", "d-mmm-yy", "mmm-yy", "h:mm", "mm:ss", "m/d/yy h:mm", 'yyyy"年"m"月"d"日"', 'm"月"d"日"',
        "[$-804]yyyy-m-d", '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', "yyyy/m/d;@", '_ * #,##0_ ;_ * -#,##0_ ',
        '0"亿元"', '0.00"万元"', "[DBNum1]yyyy\\年m\\月",
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    expected = []
    for row, code in enumerate(codes, 1):
        cell = sheet.cell(row=row, column=1, value=46349)
        cell.number_format = code
        expected.append([row, [["date", "2026-11-23"] if numbers.is_date_format(code) else ["number", "46349"]]])
    # Built-in formats without a code of their own; 27 to 36 and 50 to 58 are dates in Chinese editions (ECMA-376).
    for number in list(range(14, 23)) + list(range(27, 37)) + list(range(45, 48)) + list(range(50, 59)):
        sheet.cell(row=len(expected) + 1, column=1, value=46349)
        expected.append([len(expected) + 1, [["date", "2026-11-23"]]])
    path = DIRECTORY / "formats.xlsx"
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"].decode()
    count = styles.split("<cellXfs", 1)[1].split("</cellXfs>")[0].count("<xf ")
    extra = list(range(14, 23)) + list(range(27, 37)) + list(range(45, 48)) + list(range(50, 59))
    styles = styles.replace("</cellXfs>", "".join(f'<xf numFmtId="{n}" applyNumberFormat="1"/>' for n in extra) + "</cellXfs>")
    body = parts["xl/worksheets/sheet1.xml"].decode()
    for index in range(len(extra)):
        row = len(codes) + index + 1
        body = body.replace(f'<c r="A{row}" t="n">', f'<c r="A{row}" t="n" s="{count + index}">')
    parts["xl/styles.xml"], parts["xl/worksheets/sheet1.xml"] = styles.encode(), body.encode()
    write(path, parts)
    TABLES["formats.xlsx"] = expected


def values():
    book = openpyxl.Workbook()
    book.active.title = "隐藏"
    book.active.sheet_state = "hidden"
    book.active["A1"] = "not this one"
    sheet = book.create_sheet("线索台账")
    other = book.create_sheet("其他")
    other["B2"] = "elsewhere"
    sheet.append(["企业名称", "投资额（万元）", "日期", "完成", "占比", "信用代码"])
    sheet.append(["渝新能源", 32000, datetime.date(2026, 11, 23), True, 0.6, "915001010000000000"])
    sheet.append(["A&B <C>", 3.2, datetime.datetime(2026, 11, 23, 14, 30), False, 0.125, 915001010000000000])
    sheet.append([None, None, None, None, None, None])
    sheet.append(["末行 ", 0.1 + 0.2, datetime.time(8, 5, 9), None, -0.05, 13800138000])
    sheet["G5"] = "#N/A"
    sheet["H5"] = "=1+1"
    for row in [2, 3, 5]:
        sheet[f"E{row}"].number_format = "0.0%"
    sheet["A6"] = "合并"
    sheet["B6"], sheet["B7"], sheet["B8"] = 1, 2, 3
    sheet.merge_cells("A6:A8")
    sheet["A9"] = "整行标题"
    sheet.merge_cells("A9:D9")
    path = DIRECTORY / "values.xlsx"
    book.save(path)
    TABLES["values.xlsx"] = [
        [1, [["text", t] for t in ["企业名称", "投资额（万元）", "日期", "完成", "占比", "信用代码"]]],
        [2, [["text", "渝新能源"], ["number", "32000"], ["date", "2026-11-23"], ["boolean", "TRUE"], ["number", "60%"], ["text", "915001010000000000"]]],
        [3, [["text", "A&B <C>"], ["number", "3.2"], ["date", "2026-11-23 14:30:00"], ["boolean", "FALSE"], ["number", "12.5%"], ["mangled", "9.15001010000000E+17"]]],
        [5, [["text", "末行 "], ["number", "0.3"], ["date", "08:05:09"], ["text", ""], ["number", "-5%"], ["number", "13800138000"], ["error", "#N/A"], ["formula", ""]]],
        [6, [["text", "合并"], ["number", "1"]]],
        [7, [["text", "合并"], ["number", "2"]]],
        [8, [["text", "合并"], ["number", "3"]]],
        [9, [["text", "整行标题"]]],
    ]


CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""
OUTER = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
BOOK = """<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="1" rel:id="s1"/></x:sheets></x:workbook>"""
INNER = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/../worksheets/sheet1.xml"/><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"""
STRINGS = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><rPr><b/></rPr><t>重庆</t></r><r><t xml:space="preserve"> 新能源</t></r><rPh sb="0" eb="2"><t>チョンチン</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si></sst>"""
SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="7"><c r="C7" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="str"><f>A1</f><v>formula text</v></c><c t="d"><v>2026-11-23T00:00:00</v></c></row></sheetData></worksheet>"""


def parts_of(**changed):
    parts = {
        "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": OUTER, "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": INNER, "xl/sharedStrings.xml": STRINGS, "xl/worksheets/sheet1.xml": SHEET,
    }
    parts.update(changed)
    return {name: text.encode() if isinstance(text, str) else text for name, text in parts.items()}


def write(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def by_hand():
    """What ECMA-376 allows and openpyxl does not write."""
    write(DIRECTORY / "by-hand.xlsx", parts_of())
    TABLES["by-hand.xlsx"] = [
        [1, [["text", "重庆 新能源"], ["text", "a\rb_x000D_"]]],
        [7, [["text", ""], ["text", ""], ["text", "inline"], ["text", "formula text"], ["date", "2026-11-23"]]],
    ]


def hostile():
    def bad(name, code, parts):
        write(DIRECTORY / name, parts)
        BAD[name] = code

    laughs = '<!DOCTYPE lolz [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
    ) + "]>"
    bad("laughs.xlsx", "doctype", parts_of(**{"xl/sharedStrings.xml": laughs + STRINGS.replace("重庆", "&j;")}))
    outside = '<!DOCTYPE sst [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    bad("outside.xlsx", "doctype", parts_of(**{"xl/sharedStrings.xml": outside + STRINGS.replace("重庆", "&out;")}))
    bad("unknown-entity.xlsx", "xml", parts_of(**{"xl/sharedStrings.xml": STRINGS.replace("重庆", "&out;")}))
    bad("ratio.xlsx", "expansion_ratio", parts_of(**{"xl/worksheets/sheet1.xml": SHEET + " " * (20 << 20)}))
    # 300 MB in files of 1 MB, of which each alone would pass.
    bad("size.xlsx", "expanded_size", parts_of(**{f"xl/media/{i}.bin": bytes(1 << 20) for i in range(300)}))
    bad("traversal.xlsx", "entry_name", parts_of(**{"xl/../../../etc/cron.d/x": b"x"}))
    bad("absolute.xlsx", "entry_name", parts_of(**{"/etc/x": b"x"}))
    bad("deep.xlsx", "too_many_depth", parts_of(**{"xl/worksheets/sheet1.xml": "<worksheet>" + "<a>" * 200 + "</a>" * 200 + "</worksheet>"}))
    bad("no-workbook.xlsx", "missing_part", {"a.txt": b"x"})
    bad("broken-xml.xlsx", "xml", parts_of(**{"xl/worksheets/sheet1.xml": SHEET[:-20]}))
    bad("far-column.xlsx", "too_many_columns", parts_of(**{"xl/worksheets/sheet1.xml": SHEET.replace("C7", "XFD7")}))
    bad("string-index.xlsx", "xml", parts_of(**{"xl/worksheets/sheet1.xml": SHEET.replace("<v>1</v>", "<v>99</v>")}))
    bad("backwards.xlsx", "xml", parts_of(**{"xl/worksheets/sheet1.xml": SHEET.replace('<c t="str">', '<c r="A7" t="str">')}))
    # The bit that says a file is encrypted, in its local and its central header.
    good = (DIRECTORY / "by-hand.xlsx").read_bytes()
    patched = bytearray(good)
    for signature, offset in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)]:
        at = good.find(signature)
        patched[at + offset] |= 1
    (DIRECTORY / "encrypted.xlsx").write_bytes(patched)
    BAD["encrypted.xlsx"] = "encrypted"
    # The directory says that the file is short; what is in it goes on.
    lying = bytearray(good)
    at = lying.find(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 1)
    (DIRECTORY / "lying.xlsx").write_bytes(lying)
    (DIRECTORY / "truncated.xlsx").write_bytes(good[: len(good) // 2])
    BAD["truncated.xlsx"] = "archive"
    (DIRECTORY / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    BAD["old.xls"] = "old_workbook"


def deflated(size):
    """Bytes that zeros take in an archive."""
    deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
    return len(deflate.compress(bytes(size))) + len(deflate.flush())


def limits():
    """Each limit exactly reached, and passed by one."""

    def pair(name, code, good, bad, expected=None):
        write(DIRECTORY / f"{name}-at.xlsx", parts_of(**good))
        TABLES[f"{name}-at.xlsx"] = expected or TABLES["by-hand.xlsx"]
        write(DIRECTORY / f"{name}-over.xlsx", parts_of(**bad))
        BAD[f"{name}-over.xlsx"] = code

    # With the six parts of the workbook: 1,000 and 1,001.
    pair("entries", "too_many_entries", *[{f"xl/media/{i}.bin": b"" for i in range(count)} for count in [994, 995]])
    # Expanded is a whole number of times what is in the archive, which is then the limit to read it with.
    size = next(size for size in range(1_100_000, 1_200_000) if size % deflated(size) == 0)
    write(DIRECTORY / "ratio-at.bin", parts_of(**{"xl/media/x.bin": bytes(size)}))
    write(DIRECTORY / "ratio-over.bin", parts_of(**{"xl/media/x.bin": bytes(size + 1)}))
    LIMITS["ratio"] = size // deflated(size)
    assert deflated(size + 1) == deflated(size)
    # Up to 1 MiB any ratio goes for a file; the archive as a whole is compressed less.
    noise = CHANCE.randbytes(20_000)
    pair("floor", "expansion_ratio", *[{"xl/media/x.bin": bytes((1 << 20) + more), "xl/media/y.bin": noise} for more in [0, 1]])
    # 64 elements inside one another, and 65: the sheet itself is one.
    deep = [{"xl/worksheets/sheet1.xml": SHEET.replace("<sheetData>", "<a>" * n + "</a>" * n + "<sheetData>")} for n in [63, 64]]
    pair("depth", "too_many_depth", *deep)

    def one(place, row):
        cell = f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row>'
        return {"xl/worksheets/sheet1.xml": SHEET.split("<row>")[0] + cell + "</sheetData></worksheet>"}

    empty = [["text", ""]]
    pair("columns", "too_many_columns", one("ALL1", 1), one("ALM1", 1), [[1, empty * 999 + [["text", "x"]]]])
    # A sheet has no more rows than this.
    pair("rows", "xml", one("A1048576", 1048576), one("A1048577", 1048577), [[1048576, [["text", "x"]]]])


def pasted():
    """Long numbers that a spreadsheet has shown with an exponent, pasted as text."""
    book = openpyxl.Workbook()
    book.active.append(["9.15E+17", "1.38E+10", "13800138000", "915001010000000000", 13800138000, 915001010000000000])
    path = DIRECTORY / "pasted.xlsx"
    book.save(path)
    TABLES["pasted.xlsx"] = [[1, [["mangled", "9.15E+17"], ["mangled", "1.38E+10"], ["text", "13800138000"], ["text", "915001010000000000"], ["number", "13800138000"], ["mangled", "9.15001010000000E+17"]]]]


for make in [encoded, delimited, serials, formats, values, by_hand, hostile, limits, pasted]:
    make()
LIMITS["expanded"] = sum(item.file_size for item in zipfile.ZipFile(DIRECTORY / "by-hand.xlsx").infolist())
json.dump({"tables": TABLES, "bad": BAD, "limits": LIMITS}, sys.stdout)
