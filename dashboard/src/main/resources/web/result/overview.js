// The first look: findings, equity with drawdown, the performance table, months and hours.

import { h, panel } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { number, wall } from "/web/parts/format.js";
import { heatmap, monthly } from "/web/parts/heatmap.js";
import { metricTable } from "/web/parts/metrics.js";
import { get } from "/web/shell/api.js";
import { measures } from "/web/result/facts.js";

export async function show(view, run, { signal }) {
  const table = metricTable(run.result.metrics, measures(run));
  const tools = h("div");
  const curve = h("div", {}, loading());
  const hours = h("div", {}, loading());
  // What needs the round trips comes with them: a run of hundreds of thousands is read meanwhile.
  view.replaceChildren(findings(run.result), panel("Equity and drawdown", { id: "equity", tools }, curve),
    panel("Performance", { id: "performance", tools: table.tools }, table.root),
    panel("Profit by month", { id: "months" }, monthly(run.days)),
    panel("Net profit by weekday and hour of entry", { id: "hours" }, hours));
  const trades = await run.trades();
  hours.replaceChildren(byHour(run, trades));
  tools.replaceChildren(await curves(run, trades, curve, signal));
}

const loading = () => h("p", { class: "quiet", role: "status", text: "Reading the round trips…" });

function findings(result) {
  const all = [...(result.findings ?? []), ...(result.warnings ?? []).map((text) => ({ severity: "warning", text }))];
  if (all.length === 0) return panel("Findings", { id: "findings" }, h("p", { text: "Nothing in this run asks for a second look." }));
  return panel("Findings", { id: "findings" }, h("ul", { class: "findings" }, all.map((f) => h("li", { data: { key: f.key ?? "" } },
    h("span", { class: `tag ${f.severity === "note" ? "wait" : f.severity === "error" ? "bad" : "warn"}`, text: f.severity }), h("span", {}, f.text, f.remedy ? h("span", { class: "quiet", text: ` ${f.remedy}` }) : null)))));
}

/** Equity net, gross on the days, and what one contract held from the first close to the last would have made. */
async function curves(run, trades, into, signal) {
  const points = (await get("backtest", `/api/backtests/${run.id}/equity`, { points: 1500 }, signal)).points;
  const rolls = (run.result.rolls?.calendars ?? []).flatMap((c) => c.changes.map((change) => change.time));
  const held = await benchmark(run, points, signal).catch(() => null);
  let costs = 0;
  const charged = [...trades].sort((a, b) => a.exit_time - b.exit_time);
  let next = 0;
  const gross = points.map((p) => {
    const at = Date.parse(p.time);
    while (next < charged.length && charged[next].exit_time <= at) costs += charged[next++].costs;
    return { time: p.time, equity: p.equity + costs };
  });
  const shown = new Set(["gross"]);
  let log = false;
  const draw = () => {
    const series = [{ name: "Net", points }];
    if (shown.has("gross")) series.push({ name: "Before costs", points: gross, style: { dashed: true } });
    if (shown.has("held") && held) series.push({ name: "One contract held", points: held, style: { width: 1 } });
    into.replaceChildren(equity({ series, zone: run.zone, signal, height: 400, rolls, log, onLog: (chosen) => { log = chosen; } }).root);
  };
  draw();
  const flip = (key, label) => h("button", { type: "button", text: label, "aria-pressed": String(shown.has(key)), onclick: (e) => {
    if (!shown.delete(key)) shown.add(key);
    e.target.setAttribute("aria-pressed", String(shown.has(key)));
    draw();
  } });
  return h("div", { class: "toggle", role: "group", "aria-label": "Beside the equity" }, flip("gross", "before costs"), held ? flip("held", "one contract held") : null);
}

async function benchmark(run, points, signal) {
  if (!run.pointValue || run.order.strategies) return null;
  const { start, end } = run.result.backtest_period;
  const { data } = await get("data", `/api/data/${encodeURIComponent(run.result.symbol)}`, { timeframe: "1d", start_date: start, end_date: end, order: "asc", limit: 20000 }, signal);
  if (data.length < 2) return null;
  return data.map((bar) => ({ time: bar.timestamp, equity: run.result.performance.initial_cash + (bar.close - data[0].close) * run.pointValue }));
}

function byHour(run, trades) {
  const sums = new Map();
  // Zones differ by quarters of an hour: of the times within one, one is asked for.
  const known = new Map();
  const placed = (instant) => {
    const quarter = Math.floor(instant / 900_000);
    if (!known.has(quarter)) {
      const { weekday, hour } = wall(quarter * 900_000, run.zone);
      known.set(quarter, `${weekday} ${hour}`);
    }
    return known.get(quarter);
  };
  for (const trade of trades) {
    const key = placed(trade.entry_time);
    const cell = sums.get(key) ?? { net: 0, n: 0 };
    cell.net += trade.net;
    cell.n++;
    sums.set(key, cell);
  }
  if (sums.size === 0) return h("p", { class: "quiet", text: "There were no round trips." });
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].map((name, i) => [name, i]).filter(([, i]) => [...sums.keys()].some((key) => key.startsWith(`${i} `)));
  // From the hour in which the trading day opens, so that a session reads from left to right.
  const opens = Number((run.result.manifest?.calendar?.opens ?? "17:00").slice(0, 2));
  const hours = Array.from({ length: 24 }, (_, i) => (opens + i) % 24).filter((hour) => [...sums.keys()].some((key) => key.endsWith(` ${hour}`)));
  return heatmap({
    label: "Net profit by weekday and hour of entry", rows: days.map(([name]) => name), columns: hours.map((hour) => `${String(hour).padStart(2, "0")}h`), corner: run.zone.split("/").at(-1).replace("_", " "),
    at: (r, c) => sums.get(`${days[r][1]} ${hours[c]}`)?.net ?? null,
    hint: (r, c, v) => `${days[r][0]} ${hours[c]}:00: ${number(v)} in ${sums.get(`${days[r][1]} ${hours[c]}`).n} round trips`,
  });
}
