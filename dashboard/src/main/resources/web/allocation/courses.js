// Equity of the mix on the days that it was made from, and on days that it did not know.

import { h } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { count, money, number, percent, signed } from "/web/parts/format.js";

/** Days are trading days: any hour within the exchange's day stands for them. */
const line = (name, days, values, less = 0, style = {}) => ({ name, style, points: days.map((day, i) => ({ time: `${day}T18:00:00Z`, equity: values[i] - less })) });

const FIGURES = [["Net profit", "net_profit", money], ["Return a year", "annual_return", percent], ["Volatility", "volatility", percent], ["Sharpe", "sharpe", number], ["Standard error of Sharpe", "sharpe_error", number],
  ["Sortino", "sortino", number], ["Max drawdown", "max_drawdown", money], ["Max drawdown %", "max_drawdown_fraction", percent], ["Calmar", "calmar", number], ["Days", "days", count]];

export function figures(id, columns) {
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Figures" }, h("table", { id },
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Figure" }), columns.map(([name]) => h("th", { scope: "col", class: "right", text: name })))),
    h("tbody", {}, FIGURES.map(([label, key, form]) => h("tr", { data: { figure: key } }, h("th", { scope: "row", text: label }),
      columns.map(([, f]) => h("td", { class: `right ${form === money ? signed(f[key]) : ""}`, title: f.undefined[key] ?? null, text: f[key] === null ? "–" : form(f[key]) })))))));
}

export function mix({ equity: curves, in_sample: inSample }, signal) {
  return h("div", { class: "stack" }, equity({ series: [line("Mix", curves.days, curves.exact, 0, { width: 2 }), line("Whole contracts", curves.days, curves.whole), line("Equal weights", curves.days, curves.equal_weights, 0, { dashed: true })], signal, height: 320, label: "Equity of the mix" }).root,
    figures("in-sample", [["Mix", inSample.exact], ["Whole contracts", inSample.whole], ["Equal weights", inSample.equal_weights]]),
    h("p", { class: "note warn", text: "In sample: these weights were made from these very days, so the mix looks better here than it would have been. The walk forward above is not made that way." }));
}

export function parts({ results, equity: curves, capital }, signal) {
  return equity({ series: results.map((r, i) => line(r.name, curves.days, curves.parts[i], r.weight * capital)), signal, height: 300, label: "Profit of each part" }).root;
}

export function walk({ walk_forward: walked, walk_forward_missing: missing }, signal) {
  if (!walked) return h("p", { class: "empty", text: `There is no walk forward: ${missing}.` });
  const { curves } = walked;
  return h("div", { class: "stack" },
    equity({ series: [line("Walk forward", curves.days, curves.out_of_sample, 0, { width: 2 }), line("Equal weights", curves.days, curves.equal_weights, 0, { dashed: true }), line("With hindsight", curves.days, curves.hindsight, 0, { dashed: true })], signal, height: 320, label: "Equity out of sample" }).root,
    figures("out-of-sample", [["Walk forward", walked.out_of_sample], ["Equal weights", walked.equal_weights], ["With hindsight", walked.hindsight]]),
    h("p", { class: "quiet", text: `Weights were chosen ${count(walked.rebalances.length)} times from the ${count(walked.window)} days before and held for ${count(walked.rebalance)}, from ${walked.span.from} to ${walked.span.to}${walked.times_out > 0 ? `; ${count(walked.times_out)} times the method had no answer and stayed out` : ""}. Turnover: ${number(walked.yearly_turnover)} of the capital a year; changing sizes cost ${number(walked.costs ?? 0)}. Hindsight has today's weights, which nobody had then.` }));
}
