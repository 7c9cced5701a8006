#!/bin/sh
# From saving a changed strategy to a finished new backtest on a year of minutes, over HTTP, compiling included.
# Needs: a built project (mvn -DskipTests package), java, curl, python3.
# Usage: benchmarks/reload/run.sh [rounds, default 15] [CSV file of one-minute bars, its product and year; without: made-up ES of 2024]
#        benchmarks/reload/run.sh 15 /path/to/MES_2024.csv MES 2024
set -eu
cd "$(dirname "$0")/../.."
ROUNDS=${1:-15}
FILE=${2:-}
PRODUCT=${3:-ES}
YEAR=${4:-2024}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
JAR=launcher/target/launcher.jar
WORK=$(mktemp -d)
trap '"$JAVA" -jar "$JAR" stop --home "$WORK/home" > /dev/null 2>&1; wait 2>/dev/null; rm -rf "$WORK"' EXIT
mkdir -p "$WORK/home/data/imports/year"

echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
echo "java: $("$JAVA" -version 2>&1 | head -1)"
if [ -n "$FILE" ]; then
    cp "$FILE" "$WORK/home/data/imports/year/"
else
    "$JAVA" -cp benchmarks/target/benchmarks.jar futures.benchmarks.PriceFiles "$WORK/home/data/imports" 1 "$YEAR" "$YEAR"
    mv "$WORK/home/data/imports/S0/"* "$WORK/home/data/imports/year/"
fi
"$JAVA" -jar "$JAR" new-strategy MyCross --home "$WORK/home"
"$JAVA" -jar "$JAR" start --home "$WORK/home" --only data,backtest --port data=0 --port backtest=0 --port dashboard=0 --port redis=0 \
    > "$WORK/log" 2>&1 &
for _ in $(seq 600); do grep -q '^Ready in' "$WORK/log" && break; sleep 0.1; done
python3 - "$WORK/home" "$PRODUCT" "$YEAR" "$ROUNDS" <<'END'
import json, pathlib, statistics, sys, time, urllib.request

home, product, year, rounds = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
book = json.loads((home / "data/run/processes.json").read_text())
services = {one["name"]: one["address"] for one in (book if isinstance(book, list) else book["processes"])}

def post(service, path):
    request = urllib.request.Request(services[service] + path, data=b"", method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

report = post("data", f"/api/data/import/csv?symbol=YEAR&path=year&wait=true&product={product}")
print(report["rows_added"], "bars imported")
source = home / "strategies/MyCross.java"
text = source.read_text()
run = f"/api/backtest?strategy_name=MyCross&symbol=YEAR&start_date={year}-01-01&end_date={year}-12-31&accept_grade_f=true"
seen, times = set(), []
for round in range(rounds + 1):
    source.write_text(text.replace('"stop_ticks", 16,', f'"stop_ticks", {17 + round},'))
    (home / "strategies/MyCross.yaml").unlink(missing_ok=True)
    begin = time.perf_counter()
    answer = post("backtest", run)
    times.append(time.perf_counter() - begin)
    assert answer["configuration"]["parameters"]["stop_ticks"] == 17 + round, answer["configuration"]
    seen.add(answer["manifest"]["strategy_hash"])
assert len(seen) == rounds + 1
bars = answer["backtest_period"]["total_bars"]
print(f"{bars} bars, {answer['performance']['total_trades']} round trips: first {times[0]:.2f} s,"
      f" then median {statistics.median(times[1:]):.2f} s, slowest {max(times[1:]):.2f} s of {rounds}")
END
