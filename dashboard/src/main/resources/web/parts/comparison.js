// What several runs have in common and what not: figures side by side, differences of their settings, correlation of their days.

import { h } from "/web/parts/dom.js";
import { count, money, number, percent, price, readable, signed } from "/web/parts/format.js";

/** Figures that a trader compares; `better` is 1 when more is better, -1 when less is, 0 when neither. */
const FIGURES = [
  ["Net profit", "net_profit", 1], ["Total return", "total_return", 1], ["CAGR", "cagr", 1], ["Max drawdown", "max_drawdown", 1], ["Max drawdown %", "max_drawdown_pct", 1], ["Recovery factor", "recovery_factor", 1],
  ["Sharpe", "sharpe", 1], ["Sortino", "sortino", 1], ["Calmar", "calmar", 1], ["Profit factor", "profit_factor", 1], ["Trades", "trades", 0], ["Win rate", "win_rate", 1], ["Payoff ratio", "payoff_ratio", 1],
  ["Expectancy", "expectancy", 1], ["Expectancy R", "expectancy_r", 1], ["SQN", "sqn", 1], ["Average win", "average_win", 1], ["Average loss", "average_loss", 1], ["Largest loss", "largest_loss", 1],
  ["Average bars", "average_bars", 0], ["Profitable days", "profitable_days", 1], ["Best day", "best_day", 1], ["Worst day", "worst_day", 1], ["Time under water", "time_under_water", -1],
];
const FORM = { money: (v) => money(v), fraction: (v) => percent(v, 2), count: (v) => count(Math.round(v)), bars: (v) => number(v, 1), ratio: (v) => number(v, 3) };

const head = (corner, names, right = true) => h("thead", {}, h("tr", {}, h("th", { scope: "col", text: corner }), names.map((n) => h("th", { scope: "col", class: right ? "right" : "", text: n }))));
const scroll = (label, ...inside) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, inside);

/** Which of the values is the best; -1 when there is none, or all are the same. */
function best(values, better) {
  const known = values.filter((v) => v !== null);
  if (better === 0 || known.length < 2 || known.every((v) => v === known[0])) return null;
  return better > 0 ? Math.max(...known) : Math.min(...known);
}

export function figures(runs) {
  const rows = FIGURES.filter(([, key]) => runs.some((r) => r.result.metrics.all[key])).map(([label, key, better]) => {
    const all = runs.map((r) => r.result.metrics.all[key] ?? { value: null, reason: "not measured" });
    const top = best(all.map((m) => m.value), better);
    const definition = all.find((m) => m.definition)?.definition;
    return h("tr", { data: { metric: key } }, h("th", { scope: "row" }, h("span", { class: "explained", tabindex: "0", title: definition, text: label })), all.map((m) =>
      h("td", { class: `right ${m.unit === "money" ? signed(m.value) : ""}${m.value !== null && m.value === top ? " best" : ""}`, title: m.value === null ? m.reason : null, data: { value: String(m.value) } },
        m.value === null ? "–" : (FORM[m.unit] ?? ((v) => number(v)))(m.value), m.value !== null && m.value === top ? h("span", { class: "best-mark", title: "best", "aria-label": "best", role: "img", text: " ★" }) : null)));
  });
  return scroll("Figures side by side", h("table", { id: "figures" }, head("Figure", runs.map((r) => r.label)), h("tbody", {}, rows)));
}

export const strategyOf = (result) => result.strategy_name ?? result.strategies?.map((s) => s.strategy_name ?? s.name).join(", ") ?? "–";
export const marketOf = (result) => result.symbol ?? result.symbols?.join(", ") ?? "–";

/** Settings as flat pairs, with the members of lists under their names: markets MCL fees, strategies trend parameters fast_period. */
function flatten(value, path, into) {
  if (value === null || typeof value !== "object") into.set(path, typeof value === "number" ? price(value) : readable(String(value ?? "–")));
  else for (const [key, v] of Object.entries(value)) flatten(v, `${path} ${Array.isArray(value) ? (v?.name ?? Number(key) + 1) : key}`.trim(), into);
  return into;
}

/** Configuration and parameters of a run, and what was traded over which time. */
function settings({ result }) {
  const { parameters, ...rest } = result.configuration;
  const period = result.backtest_period;
  return flatten({ strategy: strategyOf(result), market: marketOf(result), from: period.start, to: period.end, bars: period.total_bars, data_grade: result.data_grade, engine_version: result.manifest?.engine_version,
    data_hash: result.manifest?.data_hash?.slice(0, 12), ...rest, parameter: parameters }, "", new Map());
}

export function differences(runs) {
  const all = runs.map(settings);
  const keys = [...new Set(all.flatMap((s) => [...s.keys()]))].filter((key) => new Set(all.map((s) => s.get(key) ?? "–")).size > 1);
  if (keys.length === 0) return h("p", { class: "quiet", text: "They were run with the same settings on the same data." });
  return scroll("Differences of settings", h("table", { id: "differences" }, head("Setting", runs.map((r) => r.label), false),
    h("tbody", {}, keys.map((key) => h("tr", { data: { setting: key } }, h("th", { scope: "row", text: key }), all.map((s) => h("td", { text: s.get(key) ?? "–" })))))));
}

/** Pearson's correlation over the days that both have; null with fewer than three, or when one of them never moves. */
export function correlation(a, b) {
  const pairs = [...a].filter(([day]) => b.has(day)).map(([day, v]) => [v, b.get(day)]);
  const n = pairs.length;
  if (n < 3) return { n, r: null };
  const mean = (i) => pairs.reduce((sum, p) => sum + p[i], 0) / n;
  const [ma, mb] = [mean(0), mean(1)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [x, y] of pairs) {
    ab += (x - ma) * (y - mb);
    aa += (x - ma) ** 2;
    bb += (y - mb) ** 2;
  }
  return { n, r: aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb) };
}

export function correlations(runs) {
  const days = runs.map((r) => new Map(r.daily.map((d) => [d.day, d.profit])));
  const cell = (a, i, b, j) => {
    const { n, r } = i === j ? { n: a.size, r: 1 } : correlation(a, b);
    const node = h("td", { class: "right", data: { r: r === null ? "" : r.toFixed(4) }, title: `${count(n)} days in common`, text: r === null ? "–" : number(r, 2) });
    if (r !== null && i !== j) node.style.background = `color-mix(in srgb, var(${r >= 0 ? "--gain-fill" : "--loss-fill"}) ${Math.round(Math.abs(r) * 38)}%, transparent)`;
    return node;
  };
  return h("div", { class: "stack" }, scroll("Correlation of daily profit", h("table", { id: "correlation" }, head("Run", runs.map((r) => r.label)),
    h("tbody", {}, days.map((a, i) => h("tr", {}, h("th", { scope: "row", text: runs[i].label }), days.map((b, j) => cell(a, i, b, j))))))),
  h("p", { class: "quiet", text: "Pearson's, of profit by trading day, over the days that both runs have. Near 1 they win and lose on the same days; near 0 they spread the risk." }));
}
