// Portfolios side by side: equities overlaid, figures, correlation of their days, and what they are together.

import { h, panel } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { count, money, number, signed } from "/web/parts/format.js";

const share = (v) => (v === null ? "–" : `${number(v)} %`);
const ROWS = [["Equity", (p) => p.equity, money], ["Net profit", (p) => p.performance.net_profit, money, true], ["Total return of cash", (p) => p.performance.total_return_pct, share], ["Max drawdown by day", (p) => p.max_drawdown, money, true], ["Round trips", (p) => p.performance.total_trades, count], ["Win rate", (p) => p.performance.win_rate_pct, share],
  ["Profit factor", (p) => p.performance.profit_factor, (v) => number(v)], ["Average trade", (p) => p.performance.average_trade, money, true], ["Costs", (p) => p.performance.total_costs, money], ["Marked to market", (p) => p.marked, (v) => v]];

/** @param answer of GET /api/portfolios/compare */
export function compared(answer, signal) {
  const all = answer.portfolios;
  const lines = all.filter((p) => p.days.length > 0).map((p) => ({ name: p.name, points: points(p.days, p.initial_cash) }));
  const start = all.reduce((sum, p) => sum + p.initial_cash, 0);
  if (answer.combined.length > 0) lines.push({ name: "All together", points: points(answer.combined, start), style: { dashed: true } });
  const scroll = (label, table) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, table);
  const head = (corner) => h("thead", {}, h("tr", {}, h("th", { scope: "col", text: corner }), all.map((p) => h("th", { scope: "col", class: "right", text: p.name }))));
  return [
    panel("Profit by day", { id: "compared-equity", tools: h("small", { class: "quiet", text: "equity less the initial cash" }) }, equity({ series: lines, signal, label: "Profit of the portfolios" }).root),
    h("div", { class: "split" },
      panel("Side by side", { id: "compared-figures" }, scroll("Figures side by side", h("table", {}, head("Figure"), h("tbody", {}, ROWS.map(([label, of, form, toned]) => h("tr", {}, h("th", { scope: "row", text: label }), all.map((p) => h("td", { class: `right ${toned ? signed(of(p)) : ""}`, data: { portfolio: p.id, figure: label }, text: of(p) === null ? "–" : form(of(p)) }))))))),
        h("p", { class: "quiet", text: `Together they fell by ${money(-answer.combined_max_drawdown)} at most; each alone ${all.map((p) => money(-p.max_drawdown)).join(", ")}.` })),
      panel("Correlation of days", { id: "compared-correlation" }, scroll("Correlation of daily changes", h("table", {}, head("Portfolio"), h("tbody", {}, all.map((p) => h("tr", {}, h("th", { scope: "row", text: p.name }), p.correlations.map((r) => h("td", { class: "right", text: r === null ? "–" : number(r, 2) }))))))),
        h("p", { class: "quiet", text: "Pearson's, of daily changes of equity over the days that both cover." }))),
  ];
}

function points(days, initial) {
  let top = 0;
  return days.map(({ date, equity: now }) => {
    top = Math.max(top, now - initial);
    return { time: `${date}T21:00:00Z`, equity: now - initial, drawdown: now - initial - top };
  });
}
