// What trading cost, what it would have cost under other assumptions, the margin it bound, and orders that were refused.

import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { h, panel } from "/web/parts/dom.js";
import { count, money, number, percent, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { tile } from "/web/parts/metrics.js";
import { get } from "/web/shell/api.js";

export async function show(view, run, { signal }) {
  const [refused, use] = await Promise.all([
    get("backtest", `/api/backtests/${run.id}/orders`, { status: "rejected" }, signal),
    get("backtest", `/api/backtests/${run.id}/margin`, { points: 1500 }, signal).then((found) => margin(found, run, signal), unknown),
  ]);
  const { costs, performance } = run.result;
  const gross = performance.net_profit + costs.commission + costs.fees;
  view.replaceChildren(
    h("div", { class: "strip" },
      tile("Before charges", money(gross, run.currency), { tone: signed(gross), about: "net profit + commission + fees; slippage is inside the prices", note: "slippage inside" }),
      tile("Commission", money(costs.commission, run.currency), { note: `${number(run.result.configuration.commission)} per contract and side` }),
      tile("Exchange fees", money(costs.fees, run.currency), { note: `${number(run.result.configuration.fees)} per contract and side` }),
      tile("Slippage", money(costs.slippage, run.currency), { note: `${count(costs.contracts)} contracts traded` }),
      tile("All costs", money(costs.total, run.currency), { note: performance.total_trades > 0 ? `${number(costs.total / performance.total_trades)} per round trip` : null }),
      tile("Net", money(performance.net_profit, run.currency), { tone: signed(performance.net_profit) })),
    panel("Cost ladder: what other slippage would have left", { id: "ladder" }, ladder(run)),
    panel("Margin in use", { id: "margin" }, use),
    panel("Refused orders", { id: "refused" }, rejected(refused, run)));
}

/** Profit at other slippages and charges, from this run's fills. Prices that would not have been reached stay as they are. */
function ladder(run) {
  const { costs, performance, configuration } = run.result;
  if (!run.pointValue) return h("p", { class: "quiet", text: "It is worked out for runs of one product in its own currency." });
  const tick = run.pointValue * run.tickSize;
  const charges = costs.commission + costs.fees;
  const free = performance.net_profit + charges + costs.slippage;
  const paying = Math.round(costs.slippage / tick);
  const sides = Math.max(configuration.market_slippage_ticks, configuration.stop_slippage_ticks, 1);
  const rows = [0, 0.5, 1, 1.5, 2, 3].map((ticks) => [0, 1, 2].map((share) => free - charges * share - (costs.slippage / sides) * ticks));
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Cost ladder, table" },
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { text: "Slippage, ticks" }), ["no charges", "charges as run", "charges doubled"].map((t) => h("th", { class: "right", text: t })))),
      h("tbody", {}, rows.map((row, i) => h("tr", {}, h("th", { scope: "row", text: [0, 0.5, 1, 1.5, 2, 3][i] }), row.map((v) => h("td", { class: `right ${signed(v)}`, text: number(v) })))))),
    h("p", { class: "quiet", text: `Linear in this run's ${count(paying)} ticks of slippage: the fills stay, only their price changes. A run with other slippage may trade differently; order one to be sure.` }));
}

/** Initial margin of what was held, as the engine asks for it, at the closes of bars. */
function margin(use, run, signal) {
  if (use.peak === null) return h("p", { text: "No margin was bound: nothing was held at the close of a bar, or the contract has none." });
  return h("div", {}, h("p", { id: "margin-peak", text: `At most ${percent(use.peak.share)} of equity: ${money(use.peak.margin, run.currency)} of ${money(use.peak.equity, run.currency)} on ${time(use.peak.time, run.zone)}.` }),
    chart({
      height: 200, signal, describe: `Margin in use, at most ${money(use.peak.margin)}`,
      options: () => ({
        grid: { left: 70, right: 14, top: 12, bottom: 26 }, tooltip: tooltip({ trigger: "axis", valueFormatter: (v) => number(v) }),
        xAxis: axis({ type: "time" }), yAxis: axis({ type: "value" }),
        series: [{ name: "margin", type: "line", step: "end", symbol: "none", areaStyle: { opacity: 0.2 }, lineStyle: { width: 1, color: css("--c3") }, data: use.points.map((p) => [p.time, p.margin]) }],
      }),
    }).root);
}

/** Results of earlier versions have no margins; the page is then about the rest. */
const unknown = (e) => h("p", { class: "quiet", text: e.message });

function rejected(refused, run) {
  if (refused.length === 0) return h("p", { text: "No order was refused." });
  return grid({
    label: "Refused orders", rows: refused, filter: "filter by reason", height: 300,
    columns: [
      { key: "id", title: "#", number: true, width: 70, text: (o) => count(o.id) },
      { key: "sent_time", title: "Sent", width: 140, text: (o) => time(o.sent_time, run.zone) },
      { key: "side", title: "Side", width: 70, text: (o) => o.side.toLowerCase() },
      { key: "type", title: "Type", width: 90 }, { key: "contracts", title: "Size", number: true, width: 60 },
      { key: "price", title: "Price", number: true, width: 90, text: (o) => price(o.price ?? o.limit_price) },
      { key: "reason", title: "Reason", width: 320, grow: 5 },
    ],
  }).root;
}
