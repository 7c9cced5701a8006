#!/bin/sh
# Import and serving, measured end to end: the data service against `sqlite3 .import` of the same rows in the same run.
# Needs: a built project (mvn -DskipTests package), java, sqlite3, curl, python3 (writes the rows). About two minutes.
# Usage: benchmarks/import/run.sh [million rows, default 3]
set -eu
cd "$(dirname "$0")/../.."
MILLIONS=${1:-3}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
JAR=launcher/target/launcher.jar
CLASSPATH_OF_SERVICE=${FUTURES_CLASSPATH:-$JAR}
WORK=$(mktemp -d)
PORT=${PORT:-18071}
URL=http://127.0.0.1:$PORT
trap 'test -f "$WORK/pid" && kill "$(cat "$WORK/pid")" 2>/dev/null; wait 2>/dev/null; rm -rf "$WORK"' EXIT
mkdir -p "$WORK/home/data/imports"

python3 benchmarks/import/rows.py "$MILLIONS" > "$WORK/home/data/imports/bars.csv"
ROWS=$(($(wc -l < "$WORK/home/data/imports/bars.csv") - 1))
SIZE=$(($(wc -c < "$WORK/home/data/imports/bars.csv") / 1000000))
echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
echo "java: $("$JAVA" -version 2>&1 | head -1); sqlite3: $(sqlite3 --version | cut -d' ' -f1)"
echo "rows: $ROWS in $SIZE MB, dd/MM/yyyy;HH:mm local times"

now() { date +%s.%N; }
rate() { echo "$1 $2 $3" | awk '{ s = $2 - $1; printf "%.2f s, %.0f rows/s\n", s, $3 / s }'; }

sqlite_import() {
    rm -f "$WORK/plain.db"*
    A=$(now)
    sqlite3 "$WORK/plain.db" "CREATE TABLE market_data(day TEXT, time TEXT, open REAL, high REAL, low REAL, close REAL,
        volume REAL, PRIMARY KEY(day, time)) WITHOUT ROWID;" ".separator ;" ".import --skip 1 $WORK/home/data/imports/bars.csv market_data"
    echo "sqlite3 .import: $(rate "$A" "$(now)" "$ROWS"), $(($(wc -c < "$WORK/plain.db") / 1000000)) MB"
}

our_import() {
    rm -rf "$WORK/home/data/futures.db"*
    "$JAVA" ${FUTURES_JAVA_OPTIONS:--Xmx512m} -cp "$CLASSPATH_OF_SERVICE" futures.data.DataService --home "$WORK/home" \
        --set ports.data="$PORT" --set ports.redis=1 > "$WORK/log" 2>&1 &
    echo $! > "$WORK/pid"
    for _ in $(seq 200); do curl -s -o /dev/null "$URL/health" && break; sleep 0.1; done
    A=$(now)
    curl -s -f -o "$WORK/report" -X POST "$URL/api/data/import/csv?symbol=BENCH&path=bars.csv&wait=true"
    echo "data service, $1 (request to committed): $(rate "$A" "$(now)" "$ROWS"), $(($(wc -c < "$WORK/home/data/futures.db") / 1000000)) MB + log $(($(wc -c < "$WORK/home/data/futures.db-wal") / 1000000)) MB"
}

again() {
    A=$(now)
    curl -s -f -o "$WORK/report" -X POST "$URL/api/data/import/csv?symbol=BENCH&path=bars.csv&wait=true"
    echo "the same again (nothing new): $(rate "$A" "$(now)" "$ROWS")"
    grep -q '"rows_added":0' "$WORK/report"
    A=$(now)
    curl -s -f -o "$WORK/report" -X POST "$URL/api/data/import/csv?symbol=BENCH2&path=bars.csv&wait=true"
    echo "another symbol, warm JVM: $(rate "$A" "$(now)" "$ROWS")"
}

stop_service() {
    kill "$(cat "$WORK/pid")"
    wait "$(cat "$WORK/pid")" 2>/dev/null || true
    rm -f "$WORK/pid"
}

for round in 1 2 3; do
    echo "round $round"
    sqlite_import
    our_import "fresh process"
    again
    for serve in 1 2 3; do
        curl -s -f -o "$WORK/arrow" -w "1,000,000 bars as arrow, call $serve: %{time_total} s, %{size_download} bytes\n" \
            "$URL/api/data/BENCH?format=arrow&limit=1000000"
    done
    curl -s -f -o /dev/null -w "1,000,000 bars as json: %{time_total} s, %{size_download} bytes\n" \
        "$URL/api/data/BENCH?limit=1000000"
    stop_service
done
