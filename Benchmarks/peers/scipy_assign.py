"""The peer of P9: scipy.optimize.linear_sum_assignment, each column as often as its capacity.

    scipy_assign.py ROWS COLUMNS CAPACITY SEED

The matrix is that of `zs-bench assign`; making and expanding it is not timed.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment

rows, columns, capacity, seed = map(int, sys.argv[1:5])
with np.errstate(over="ignore"):
    mixed = np.uint64(seed) + np.arange(1, rows * columns + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
cost = np.repeat((mixed % np.uint64(1_000_001)).astype(float).reshape(rows, columns), capacity, axis=1)
start = time.perf_counter()
row, column = linear_sum_assignment(cost)
elapsed = time.perf_counter() - start
answer = {"milliseconds": elapsed * 1e3, "pairs": len(row), "total": int(cost[row, column].sum())}
json.dump(answer, sys.stdout)
