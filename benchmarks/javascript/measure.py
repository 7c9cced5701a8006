"""Takes turns between Node and the host and prints medians and their ratios; see run.sh."""
import json, os, pathlib, re, statistics, subprocess, sys, time, urllib.request

work, bars, java, jar, rounds = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
bots = sys.argv[6:]
here = pathlib.Path(__file__).parent
zone = dict(os.environ, TZ="America/Chicago")
book = json.loads((work / "home/data/run/processes.json").read_text())
services = {one["name"]: one["address"] for one in (book if isinstance(book, list) else book["processes"])}
REST = 5
LINE = re.compile(r"(\d+) bars (\d+) signals ([0-9.]+) s")


def run(*command):
    """Seconds of each run that it tells of, of its whole process, and the number of signals and bars."""
    begin = time.perf_counter()
    out = subprocess.run(command, env=zone, stdout=subprocess.PIPE, check=True, text=True).stdout
    told = LINE.findall(out)
    return [float(seconds) for _, _, seconds in told], time.perf_counter() - begin, int(told[0][1]), int(told[0][0])


def post(service, path, body=b""):
    request = urllib.request.Request(services[service] + path, data=body, method="POST")
    begin = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        found = json.load(answer)
    return found, time.perf_counter() - begin


def backtest(bot, days=""):
    return post("backtest", f"/api/backtest/js?strategy_name={bot}&symbol=YEAR&accept_grade_f=true{days}")


def started(bot):
    """From the request to the first progress that counts bars, asked for every 20 ms."""
    order = json.dumps({"strategy_name": bot, "symbol": "YEAR", "accept_grade_f": True}).encode()
    begin = time.perf_counter()
    job, _ = post("backtest", "/api/backtests", order)
    first = None
    while True:
        with urllib.request.urlopen(services["backtest"] + f"/api/backtests/{job['id']}") as answer:
            status = json.load(answer)
        if first is None and "bar " in (status.get("message") or ""):
            first = time.perf_counter() - begin
        if status["state"] not in ("queued", "running"):
            return first
        time.sleep(0.02 if first is None else 0.2)


report, _ = post("data", "/api/data/import/csv?symbol=YEAR&path=year&wait=true&product=ES")
print(report["rows_added"], "bars imported")
for bot in bots:
    backtest(bot)
time.sleep(REST)
alone = {bot: ([], [], []) for bot in bots}
whole = {bot: ([], []) for bot in bots}
starts, short = [], []
for _ in range(rounds):
    for bot in bots:
        node, process, signals, count = run(os.environ["NODE"], here / "node.js", here / f"bots/{bot}.js", bars)
        host, _, own, _ = run(java, "-Xmx1g", "-XX:+UseSerialGC", "-cp", jar, "futures.benchmarks.ScriptMeasurement",
                              here / f"bots/{bot}.js", bars, work / "v8")
        assert signals == own, (bot, signals, own)
        answer, http = backtest(bot)
        time.sleep(REST)  # the service makes the process of the next run ready, which would be in Node's way
        assert answer["backtest_period"]["total_bars"] == count
        alone[bot][0].extend(node)
        alone[bot][1].append(host[0])
        alone[bot][2].append(host[1])
        whole[bot][0].append(process)
        whole[bot][1].append(http)
    time.sleep(REST)  # as somebody who looked at a result, before he runs the next
    starts.append(started(bots[0]))
    time.sleep(REST)
    short.append(backtest(bots[0], "&start_date=2024-06-03&end_date=2024-06-03")[1])
    time.sleep(REST)


def line(name, node, host):
    ratios = sorted(a / b for a, b in zip(node, host))
    print(f"{name:24} node {statistics.median(node):8.3f} s   host {statistics.median(host):8.3f} s"
          f"   ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


print("the script alone: loop of Node, script in the host; throughput of the host by that of Node")
for bot in bots:
    line(bot + ", first run", alone[bot][0], alone[bot][1])
    line(bot + ", later run", alone[bot][0], alone[bot][2])
print("the whole: process of Node, request to answer of the service")
for bot in bots:
    line(bot, *whole[bot])
known = [one for one in starts if one is not None]
if known:
    print(f"request to the first bars: median {statistics.median(known):.2f} s, slowest {max(known):.2f} s")
print(f"a run of one day, request to answer: median {statistics.median(short):.2f} s, slowest {max(short):.2f} s")
