"""The peer of P6: all occurrences of Monday to Friday 17:30 over twenty years, again and again. No holidays."""

import json
import sys
import time
from datetime import datetime, timedelta, timezone

from dateutil.rrule import DAILY, FR, MO, MONTHLY, TH, TU, WE, rrule

FIRST, LAST = datetime(2007, 1, 1, 17, 30), datetime(2026, 12, 31, 23)
passes = int(sys.argv[1])
start = time.perf_counter()
count = 0
for _ in range(passes):
    count += len(list(rrule(DAILY, dtstart=FIRST, until=LAST, byweekday=(MO, TU, WE, TH, FR))))
elapsed = time.perf_counter() - start
zone = timezone(timedelta(hours=8))
ends = [end.replace(tzinfo=zone) for end in rrule(MONTHLY, dtstart=FIRST, until=LAST, bymonthday=-1)]
result = {
    "seconds": elapsed,
    "count": count,
    "days": count // passes,
    "month_ends": len(ends),
    "month_end_sum": sum(int(end.timestamp()) for end in ends),
}
json.dump(result, sys.stdout)
