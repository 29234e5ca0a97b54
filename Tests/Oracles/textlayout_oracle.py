"""Answers of other implementations for the tests of TextLayout.

    textlayout_oracle.py widths    first, last, columns of runs of code points    wcwidth
    textlayout_oracle.py csv       reads CSV on standard input, writes JSON        the standard library

Widths cover the assigned code points of the blocks in which names, units and signs of both languages lie.
"""

import csv
import io
import json
import sys
import unicodedata

BLOCKS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x36F), (0x370, 0x4FF), (0x1100, 0x11FF), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x25FF), (0x2E80, 0x2FDF), (0x2FF0, 0x303F), (0x3040, 0x30FF),
    (0x3100, 0x312F), (0x3130, 0x318F), (0x3190, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F),
    (0xAC00, 0xD7AF), (0xD7B0, 0xD7FF), (0xF900, 0xFAFF), (0xFE10, 0xFE1F), (0xFE20, 0xFE6F), (0xFF00, 0xFFEF),
    (0x1F300, 0x1F64F), (0x20000, 0x2A6DF), (0x30000, 0x3134F),
)


def widths():
    import wcwidth

    runs = []
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            if unicodedata.category(chr(code)) == "Cn":
                continue
            columns = max(0, wcwidth.wcwidth(chr(code)))
            if runs and runs[-1][1] == code - 1 and runs[-1][2] == columns:
                runs[-1][1] = code
            else:
                runs.append([code, code, columns])
    csv.writer(sys.stdout, lineterminator="\n").writerows(runs)


def table():
    text = sys.stdin.buffer.read().decode("utf-8-sig")
    json.dump(list(csv.reader(io.StringIO(text, newline=""), strict=True)), sys.stdout)


{"widths": widths, "csv": table}[sys.argv[1]]()
