// What a portfolio holds and has done: equity by day or cash by entry, positions, performance, and what profit is made of.

import { empty, h, link, panel, toggle } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { count, money, number, signed } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";
import { attribution } from "/web/portfolio/attribution.js";
import { positions } from "/web/portfolio/positions.js";

const POINTS = 10_000;
const DRAWN = 3000;

export async function overview(box, { at, portfolio, held, performance }, { signal }) {
  const curve = h("div", {});
  const how = h("small", { class: "quiet", id: "equity-how" });
  let drawing = new AbortController();
  signal.addEventListener("abort", () => drawing.abort());
  const draw = async (kind) => {
    drawing.abort();
    drawing = new AbortController();
    const mine = drawing.signal;
    try {
      const made = kind === "cash" ? await cash(at, portfolio, mine) : await marked(at, mine);
      if (mine.aborted) return;
      how.textContent = made.how;
      curve.replaceChildren(made.points.length < 2 ? empty("No trade has been recorded yet.", link("/backtest", "Run a backtest that records into it")) : equity({ series: [{ name: made.name, points: made.points }], signal: mine, label: `${made.name} of ${portfolio.name}` }).root);
    } catch (e) {
      if (e.name !== "AbortError") curve.replaceChildren(failure(e, () => draw(kind)));
    }
  };
  box.replaceChildren(
    panel("Equity", { id: "equity", tools: [how, toggle("Curve", [["marked", "Marked by day"], ["cash", "Cash"]], "marked", draw)] }, curve),
    panel("Open positions", { id: "positions" }, positions(held.positions)),
    panel("Performance", { id: "performance" }, figures(performance)),
    attribution({ at, signal }));
  await draw("marked");
}

const HOW = { all: "at the closes of trading days", "nothing held": "nothing was held overnight", none: "positions have no closes: this is cash", partly: "partly at closes: some positions have none and count with their cash" };

async function marked(at, signal) {
  const daily = await get("portfolio", `${at}/daily`, {}, signal);
  const start = daily.days.length > 0 ? [{ time: instant(before(daily.days[0].date)), equity: daily.initial_cash, drawdown: 0 }] : [];
  const missing = Object.entries(daily.unmarked).map(([symbol, why]) => `${symbol}: ${why}`).join(" ");
  return { name: "Equity", how: `${HOW[daily.marked]}${missing ? ` (${missing})` : ""}`, points: [...start, ...daily.days.map((d) => ({ time: instant(d.date), equity: d.equity, drawdown: d.drawdown }))] };
}

/** The afternoon of a trading day in Chicago, where most of them end. */
const instant = (date) => `${date}T21:00:00Z`;
const before = (date) => new Date(Date.parse(`${date}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);

async function cash(at, portfolio, signal) {
  const page = await get("portfolio", `${at}/equity-curve`, { limit: POINTS }, signal);
  return { name: "Cash", how: `after each entry${page.cursor ? `, the first ${count(POINTS)}` : ""}; what is open is not marked`, points: page.points.length === 0 ? [] : drawn(page.points, portfolio) };
}

/** Drawdown of each point, and of many points only as many as can be seen, the lowest of each stretch among them. */
function drawn(points, { initial_cash: initial, created_at: made }) {
  let top = initial;
  const all = points.map(({ time, cash: now }) => {
    top = Math.max(top, now);
    return { time, equity: now, drawdown: now - top };
  });
  const start = { time: all[0].time < made ? all[0].time : made, equity: initial, drawdown: 0 };
  const step = Math.ceil((2 * all.length) / DRAWN);
  if (step <= 1) return [start, ...all];
  const kept = [start];
  for (let i = 0; i < all.length; i += step) {
    const stretch = all.slice(i, i + step);
    const low = stretch.reduce((a, b) => (b.equity < a.equity ? b : a));
    kept.push(low);
    if (low !== stretch.at(-1)) kept.push(stretch.at(-1));
  }
  return kept;
}

const share = (v) => `${number(v)} %`;
const FIGURES = [["Net profit", "net_profit", money], ["Before costs", "profit_before_costs", money], ["Costs", "total_costs", (v) => money(v)], ["Won", "winning_trades", count], ["Lost", "losing_trades", count], ["Win rate", "win_rate_pct", share], ["Profit factor", "profit_factor", number],
  ["Average trade", "average_trade", money], ["Average win", "average_win", money], ["Average loss", "average_loss", money], ["Payoff ratio", "payoff_ratio", number], ["Largest win", "largest_win", money], ["Largest loss", "largest_loss", money], ["Total return", "total_return_pct", share]];

function figures(performance) {
  return h("dl", { class: "figure-list" }, FIGURES.map(([label, key, form]) => h("div", {}, h("dt", { text: label }), h("dd", { data: { figure: key }, title: performance.undefined?.[key], class: form === money ? signed(performance[key]) : "", text: performance[key] === null ? "–" : form(performance[key]) }))));
}
