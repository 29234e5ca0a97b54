"""Assignment problems with the answers of scipy.optimize.linear_sum_assignment, for the tests of Promotion.

    assignment_oracle.py small            hundreds of small problems of every kind
    assignment_oracle.py large            a few that are larger
    assignment_oracle.py file ROWS COLUMNS CAPACITY SEED FILE     writes one problem to a file

One JSON document a line: {"problem":{"cost":…,"capacity":…},"pairs":…,"total":…,"kind":…}; `file` prints it without the
problem. scipy solves the expanded matrix, each column as often as its capacity. Forbidden pairs get a cost that is more
than all others can differ together: then it takes as few of them as there may be.
"""

import json
import sys

import numpy as np
from scipy.optimize import linear_sum_assignment


def answer(cost, capacity, allowed):
    rows, columns = cost.shape
    spread = int(cost[allowed].max() - cost[allowed].min()) if allowed.any() else 0
    lowest = int(cost[allowed].min()) if allowed.any() else 0
    dear = lowest + spread * min(rows, int(capacity.sum())) + 1
    expanded = np.repeat(np.where(allowed, cost, dear).astype(float), capacity, axis=1)
    origin = np.repeat(np.arange(columns), capacity)
    row, place = linear_sum_assignment(expanded)
    column = origin[place]
    kept = allowed[row, column]
    return int(kept.sum()), int(cost[row, column][kept].sum())


def costs(random, kind, rows, columns):
    if kind == "equal":
        return np.full((rows, columns), int(random.integers(-5, 6)))
    if kind == "zero":
        return np.zeros((rows, columns), dtype=np.int64)
    if kind == "few":
        return random.integers(0, 3, (rows, columns))
    if kind == "negative":
        return random.integers(-1000, -10, (rows, columns))
    if kind == "product":
        # Machol and Wien's hard case.
        return np.outer(np.arange(1, rows + 1), np.arange(1, columns + 1))
    if kind == "huge":
        return random.integers(-(10**12), 10**12, (rows, columns))
    return random.integers(-50, 1000, (rows, columns))


def problem(random, kind, rows, columns, most, share):
    cost = costs(random, kind, rows, columns)
    capacity = np.ones(columns, dtype=np.int64) if most == 1 else random.integers(0, most + 1, columns)
    allowed = random.random((rows, columns)) >= share
    pairs, total = answer(cost, capacity, allowed)
    listed = [[int(c) if a else None for c, a in zip(*both)] for both in zip(cost, allowed)]
    return {"problem": {"cost": listed, "capacity": capacity.tolist()}, "pairs": pairs, "total": total, "kind": kind}


KINDS = ("uniform", "equal", "zero", "few", "negative", "product", "huge")


def small():
    random = np.random.default_rng(20260214)
    for kind in KINDS:
        for most in (1, 2, 5):
            for share in (0.0, 0.3, 0.8, 1.0):
                for _ in range(4):
                    rows, columns = (int(n) for n in random.integers(1, 13, 2))
                    yield problem(random, kind, rows, columns, most, share)


def large():
    random = np.random.default_rng(20260215)
    for kind, rows, columns, most, share in (
        ("uniform", 150, 150, 1, 0.0), ("uniform", 150, 150, 1, 0.9), ("few", 120, 120, 1, 0.2),
        ("uniform", 300, 30, 10, 0.0), ("uniform", 300, 30, 24, 0.5), ("uniform", 30, 300, 1, 0.0),
        ("product", 60, 60, 1, 0.0), ("few", 200, 20, 20, 0.1), ("huge", 100, 100, 1, 0.0),
    ):
        yield problem(random, kind, rows, columns, most, share)


def file(rows, columns, capacity, seed, path):
    random = np.random.default_rng(seed)
    cost = random.integers(0, 1_000_001, (rows, columns))
    capacities = np.full(columns, capacity, dtype=np.int64)
    with open(path, "w", encoding="ascii") as out:
        out.write('{"capacity":' + json.dumps(capacities.tolist()) + ',"cost":[')
        for index, line in enumerate(cost):
            out.write(("," if index else "") + "[" + ",".join(map(str, line.tolist())) + "]")
        out.write("]}")
    pairs, total = answer(cost, capacities, np.ones(cost.shape, dtype=bool))
    return {"pairs": pairs, "total": total}


if __name__ == "__main__":
    if sys.argv[1] == "file":
        print(json.dumps(file(*map(int, sys.argv[2:6]), sys.argv[6])))
    else:
        for document in {"small": small, "large": large}[sys.argv[1]]():
            print(json.dumps(document))
