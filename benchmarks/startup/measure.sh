#!/usr/bin/env bash
# How long until all five services are healthy, and what they cost, cold (no class archive) and warm.
# Usage: benchmarks/startup/measure.sh [rounds] [java ...]      e.g. 5 java /usr/lib/jvm/temurin-25/bin/java
# Prints one line per start, then medians. Linux, since it reads /proc. Build first: mvn -B package
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-3}
shift || true
javas=("$@")
[ ${#javas[@]} -gt 0 ] || javas=(java)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp launcher/target/launcher.jar "$work/"
hertz=$(getconf CLK_TCK)
ports=()
for name in dashboard redis data backtest risk ml portfolio; do ports+=(--port "$name=0"); done

# $1 java, $2 home directory, $3 label
start_once() {
  local before=$SECONDS
  : >"$work/out.txt"
  "$1" -jar "$work/launcher.jar" --home "$2" --quiet "${ports[@]}" >"$work/out.txt" 2>&1 &
  local launcher=$!
  until grep -q '^Ready in' "$work/out.txt"; do
    kill -0 "$launcher" 2>/dev/null && [ $((SECONDS - before)) -lt 120 ] || { cat "$work/out.txt" >&2; exit 1; }
    sleep 0.05
  done
  local ready
  ready=$(sed -n 's/^Ready in \([0-9.]*\) s.*/\1/p' "$work/out.txt")
  local cpu="" memory="" pid name
  for name in data backtest risk ml portfolio; do
    pid=$(sed -n "s/.*\"name\": \"$name\", \"pid\": \([0-9]*\).*/\1/p" "$2/data/run/processes.json")
    cpu+=" $(awk -v h="$hertz" '{sub(/.*\) /, ""); printf "%.2f", ($12 + $13) / h}' "/proc/$pid/stat")"
    memory+=" $(awk '/^Rss:/ {r=$2} /^Pss:/ {p=$2} END {printf "%d/%d", r/1024, p/1024}' "/proc/$pid/smaps_rollup")"
  done
  # A first start makes the archive now; it must be there before the next one.
  local waited=0
  while [ -z "$(ls "$2"/data/cache/classes-*.jsa 2>/dev/null)" ] && [ "$waited" -lt 600 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  kill "$launcher"
  wait "$launcher" || true
  echo "$3 ready_s $ready cpu_s$cpu rss/pss_mb$memory" | tee -a "$work/all.txt"
}

echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
for java in "${javas[@]}"; do "$java" -version 2>&1 | sed -n 2p; done
echo "services in this order: data backtest risk ml portfolio"
for ((round = 1; round <= rounds; round++)); do
  for java in "${javas[@]}"; do
    version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
    home=$work/home-$version-$round
    mkdir "$home"
    start_once "$java" "$home" "jdk$version cold"
    start_once "$java" "$home" "jdk$version warm"
    rm -rf "$home"
  done
done
echo "median seconds until ready, and CPU seconds of the five together:"
sort "$work/all.txt" | awk '
  { key = $1 " " $2; n[key]++; ready[key, n[key]] = $4; sum = 0; for (i = 6; i <= 10; i++) sum += $i; cpu[key, n[key]] = sum }
  function median(values, key,   i, j, t, v) {
    for (i = 1; i <= n[key]; i++) v[i] = values[key, i]
    for (i = 1; i <= n[key]; i++) for (j = i + 1; j <= n[key]; j++) if (v[j] + 0 < v[i] + 0) { t = v[i]; v[i] = v[j]; v[j] = t }
    return v[int((n[key] + 1) / 2)]
  }
  END { for (key in n) printf "  %s  ready %.1f s  cpu %.1f s\n", key, median(ready, key), median(cpu, key) }' | sort
