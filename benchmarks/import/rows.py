"""Writes minutes of a random walk as a European charting program would; the argument is millions of rows."""
import datetime
import random
import sys

rows = int(float(sys.argv[1]) * 1_000_000)
rng = random.Random(1)
print("Date (D);Time (T);Open (O);High (H);Low (L);Close (C);Volume (V)")
start = datetime.date(2008, 1, 1)
price = 4000.0
written = 0
day = 0
while written < rows:
    date = (start + datetime.timedelta(days=day)).strftime("%d/%m/%Y")
    day += 1
    # The hour from 2 to 4 is left out: twice a year a part of it does not exist or comes twice.
    for minute in list(range(0, 60)) + list(range(240, 1440)):
        if written == rows:
            break
        open_price = price
        price = max(100.0, price + rng.uniform(-1, 1))
        high = max(open_price, price) + rng.random()
        low = min(open_price, price) - rng.random()
        print(f"{date};{minute // 60:02d}:{minute % 60:02d};{open_price:.6f};{high:.6f};{low:.6f};{price:.6f};{rng.randrange(2000)}")
        written += 1
