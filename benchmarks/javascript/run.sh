#!/bin/sh
# Scripts in the host beside plain Node on a year of made-up minutes: first the script alone, then whole runs over HTTP, then how long a
# run takes to begin. Node and host take turns within each round, so that ratios mean something on a machine that others use too.
# Needs: a built project (mvn -DskipTests package), java, node (another than the path's with NODE=), curl, python3.
# Usage: benchmarks/javascript/run.sh [rounds, default 5] [scripts ..., default all of bots/]
set -eu
cd "$(dirname "$0")/../.."
ROUNDS=${1:-5}
[ $# -gt 0 ] && shift
export NODE=${NODE:-node}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
JAR=launcher/target/launcher.jar
MEASURE=benchmarks/target/benchmarks.jar
WORK=$(mktemp -d)
trap '"$JAVA" -jar "$JAR" stop --home "$WORK/home" > /dev/null 2>&1; wait 2>/dev/null; rm -rf "$WORK"' EXIT
mkdir -p "$WORK/home/data/imports/year" "$WORK/home/strategies"

echo "machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
echo "java: $("$JAVA" -version 2>&1 | head -1); node: $("$NODE" -p 'process.version + ", V8 " + process.versions.v8')"
"$JAVA" -cp "$MEASURE" futures.benchmarks.PriceFiles "$WORK/bars" 1 2024 2024
BARS=$WORK/bars/S0/S0_2024.csv
cp "$BARS" "$WORK/home/data/imports/year/"
[ $# -gt 0 ] || set -- $(cd benchmarks/javascript/bots && ls | sed 's/\.js$//')
for bot in "$@"; do cp "benchmarks/javascript/bots/$bot.js" "$WORK/home/strategies/"; done
"$JAVA" -jar "$JAR" start --home "$WORK/home" --only data,backtest --port data=0 --port backtest=0 --port dashboard=0 --port redis=0 \
    > "$WORK/log" 2>&1 &
for _ in $(seq 600); do grep -q '^Ready in' "$WORK/log" && break; sleep 0.1; done
python3 benchmarks/javascript/measure.py "$WORK" "$BARS" "$JAVA" "$MEASURE" "$ROUNDS" "$@"
