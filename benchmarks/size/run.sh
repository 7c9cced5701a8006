#!/bin/sh
# A store of fifty million minute bars: how large it is, and how quickly a year of them, statistics and longer bars come out of it.
# Needs: a built project (mvn -DskipTests package), java, curl, gzip, python3, and 8 GB on the disk of the temporary directory.
# Usage: benchmarks/size/run.sh [symbols, default 10] [first year, default 2011] [last year, default 2025]
set -eu
cd "$(dirname "$0")/../.."
SYMBOLS=${1:-10}
FIRST=${2:-2011}
LAST=${3:-2025}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
JAR=launcher/target/launcher.jar
WORK=$(mktemp -d)
PORT=${PORT:-18072}
URL=http://127.0.0.1:$PORT
trap 'test -f "$WORK/pid" && kill "$(cat "$WORK/pid")" 2>/dev/null; wait 2>/dev/null; rm -rf "$WORK"' EXIT
mkdir -p "$WORK/home/data/imports"

echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
echo "java: $("$JAVA" -version 2>&1 | head -1)"
"$JAVA" -cp benchmarks/target/benchmarks.jar futures.benchmarks.PriceFiles "$WORK/home/data/imports" "$SYMBOLS" "$FIRST" "$LAST"
CSV=$(du -sb "$WORK/home/data/imports" | cut -f1)

start() {
    "$JAVA" -Xmx512m -cp "$JAR" futures.data.DataService --home "$WORK/home" \
        --set ports.data="$PORT" --set ports.redis=1 > "$WORK/log" 2>&1 &
    echo $! > "$WORK/pid"
    for _ in $(seq 200); do curl -s -o /dev/null "$URL/health" && break; sleep 0.1; done
}

stop() {
    kill "$(cat "$WORK/pid")"
    wait "$(cat "$WORK/pid")" 2>/dev/null || true
    rm -f "$WORK/pid"
}

# name, then addresses: the first call by itself, then the median, the slowest and the size of all others
timed() {
    NAME=$1
    shift
    for address in "$@"; do
        curl -s -f -o /dev/null -w '%{time_total} %{size_download}\n' "$URL$address"
    done | python3 -c '
import statistics, sys
rows = [line.split() for line in sys.stdin]
times = [1000 * float(row[0]) for row in rows]
print(f"{sys.argv[1]}: first {times[0]:.0f} ms, then median {statistics.median(times[1:]):.0f} ms, slowest {max(times[1:]):.0f} ms"
      f" of {len(times) - 1}, {int(rows[-1][1]) / 1e6:.1f} MB")' "$NAME"
}

# every symbol and several years, in an order that comes back to none of them
years() {
    for year in $(seq "$FIRST" "$LAST"); do
        for symbol in $(seq 0 $((SYMBOLS - 1))); do
            test $(((year + symbol) % 5)) = 0 && echo "/api/data/S$symbol?$1&start_date=$year-01-01&end_date=$year-12-31"
        done
    done
}

start
BEGIN=$(date +%s.%N)
for symbol in $(seq 0 $((SYMBOLS - 1))); do
    curl -s -f -o "$WORK/report" -X POST \
        "$URL/api/data/import/csv?symbol=S$symbol&path=S$symbol&wait=true&product=ES" || { cat "$WORK/report"; exit 1; }
    rm -rf "$WORK/home/data/imports/S$symbol"
done
RECORDS=$(curl -s "$URL/api/stats" | python3 -c 'import json, sys; print(json.load(sys.stdin)["records"])')
echo "$BEGIN $(date +%s.%N) $RECORDS" | awk '{ printf "imported %d bars in %.0f s, %.2f M rows/s\n", $3, $2 - $1, $3 / ($2 - $1) / 1e6 }'
stop

start
curl -s "$URL/api/database/info" | python3 -c '
import json, sys
info = json.load(sys.stdin)
print("file: %.0f MB, %.2f bytes a bar (log included)" % (info["bytes"] / 1e6, info["bytes_per_record"]))'
curl -s -o "$WORK/year.csv" "$URL/api/data/S0?format=csv&start_date=$LAST-01-01"
curl -s -o "$WORK/year.parquet" "$URL/api/data/S0?format=parquet&start_date=$LAST-01-01"
gzip -k "$WORK/year.csv"
ROWS=$(($(wc -l < "$WORK/year.csv") - 1))
for kind in csv csv.gz parquet; do
    echo "$kind $(wc -c < "$WORK/year.$kind") $ROWS" | awk '{ printf "the same as %s: %.2f bytes a bar\n", $1, $2 / $3 }'
done
echo "imported files: $(echo "$CSV $RECORDS" | awk '{ printf "%.2f", $1 / $2 }') bytes a bar"
# shellcheck disable=SC2046 # addresses have no blanks
timed "a year of minutes as arrow" $(years 'format=arrow')
# shellcheck disable=SC2046
timed "a year of minutes as csv" $(years 'format=csv')
# shellcheck disable=SC2046
timed "a year as 4h bars" $(years 'format=json&limit=100000&timeframe=4h')
timed "statistics" $(for _ in $(seq 31); do echo /api/stats; done)
timed "list of series" $(for _ in $(seq 31); do echo /api/data; done)
timed "newest 1000 bars" $(for i in $(seq 31); do echo "/api/data/S$((i % SYMBOLS))"; done)
stop
