// Who gets how much: weights beside shares of the risk, and the whole contracts that stand for them.

import { axis, chart, palette, tooltip } from "/web/parts/chart.js";
import { h, link } from "/web/parts/dom.js";
import { count, money, number, percent } from "/web/parts/format.js";

export function bars({ results }, signal) {
  const names = results.map((r) => r.name);
  const share = (key) => results.map((r) => +(100 * r[key]).toFixed(2));
  return chart({
    height: 90 + 34 * results.length, signal,
    describe: `Weights: ${results.map((r) => `${r.name} ${percent(r.weight)} of the capital and ${percent(r.risk_contribution)} of the risk`).join("; ")}`,
    options: () => ({
      grid: { left: 8, right: 24, top: 30, bottom: 8, containLabel: true }, legend: { top: 0, textStyle: { color: axis().axisLabel.color } },
      tooltip: tooltip({ trigger: "axis", valueFormatter: (v) => `${number(v, 1)} %` }),
      xAxis: axis({ type: "value", axisLabel: { formatter: "{value} %" } }), yAxis: axis({ type: "category", data: names, inverse: true, axisLabel: { width: 150, overflow: "truncate" } }),
      series: [{ name: "Capital", type: "bar", data: share("weight"), color: palette()[0] }, { name: "Risk", type: "bar", data: share("risk_contribution"), color: palette()[1] }],
    }),
  }).root;
}

const HEAD = [["Result"], ["Weight", "fraction of the capital"], ["Risk", "share in the variance of the mix"], ["Return a year", "in the days that weights were estimated from"], ["Volatility"], ["Sharpe"], ["Exact", "contracts that the weight stands for, made to fit the margin budget"], ["Whole", "contracts to trade; where the result's own number is not given, multiples of the result"]];

export function table({ results, whole }) {
  const row = (r, i) => h("tr", { data: { result: String(i) } }, h("th", { scope: "row" }, r.backtest ? link(`/result/${r.backtest}`, r.name) : r.name),
    [percent(r.weight), percent(r.risk_contribution), percent(r.expected_return), percent(r.volatility), number(r.sharpe), number(r.exact_contracts), count(r.whole_contracts)].map((text) => h("td", { class: "right", text })));
  return h("div", { class: "stack" },
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Weights and contracts" }, h("table", { id: "weights" },
      h("thead", {}, h("tr", {}, HEAD.map(([text, title], i) => h("th", { scope: "col", class: i === 0 ? "" : "right" }, title ? h("span", { class: "explained", tabindex: "0", title, text }) : text)))), h("tbody", {}, results.map(row)))),
    h("p", { class: "quiet", text: `Whole contracts gain ${money(whole.tracking_error)} a year more or less than exact ones (tracking error, ${percent(whole.tracking_error_fraction, 2)} of the capital)${whole.margin === null ? "" : `; they bind ${money(whole.margin)} of margin at their peaks`}${whole.margin_budget === null ? "" : ` of a budget of ${money(whole.margin_budget)}`}.` }));
}
