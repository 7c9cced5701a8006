// What profit and the deepest fall are made of, by the groups that one chooses.

import { h, panel, select } from "/web/parts/dom.js";
import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { count, money, number, signed, time } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const BY = [["strategy", "Strategy"], ["symbol", "Symbol"], ["product", "Product"], ["contract", "Contract"], ["session", "Part of the day"], ["month", "Month"], ["day", "Day"]];
const HEADS = ["Trades", "Won", "Gross $", "Costs $", "Net $", "Of all", "Profit factor", "Average $", "Own drawdown $", "In the deepest fall $"];
const BARS = 24;

export function attribution({ at, signal }) {
  const body = h("div", { class: "stack", "aria-live": "polite" });
  const choice = select(BY, "strategy", { id: "attribution-by", "aria-label": "Groups", onchange: () => load() });
  const load = async () => {
    body.replaceChildren(h("p", { class: "loading", text: "Loading…" }));
    try {
      const by = choice.value;
      const said = await get("portfolio", `${at}/attribution`, { by }, signal);
      if (choice.value === by) body.replaceChildren(...drawn(said, signal));
    } catch (e) {
      if (e.name !== "AbortError") body.replaceChildren(failure(e, load));
    }
  };
  load();
  return panel("What it is made of", { id: "attribution", tools: choice }, body);
}

function drawn(said, signal) {
  if (said.groups.length === 0) return [h("p", { class: "quiet", text: "Nothing has moved cash yet." })];
  const fall = said.max_drawdown === 0 ? "Cash never fell." : `Cash fell by ${money(-said.max_drawdown)} at most, from ${said.peak_time ? time(said.peak_time).slice(0, 16) : "the start"} to ${time(said.bottom_time).slice(0, 16)}.`;
  return [bars(said, signal), table(said), h("p", { class: "quiet", text: `${fall} The nets come to ${money(said.net)}, the last column, grey in the chart, to that fall.` }), ...said.notes.map((n) => h("p", { class: "note", text: n }))];
}

/** Of many groups those that weigh the most, in the order of the table. */
function bars(said, signal) {
  const heavy = [...said.groups].sort((a, b) => Math.abs(b.net) - Math.abs(a.net)).slice(0, BARS);
  const shown = said.groups.filter((g) => heavy.includes(g));
  return chart({ height: 220, signal, describe: `Net by ${said.by}: ${shown.slice(0, 6).map((g) => `${g.key} ${money(g.net)}`).join(", ")}`, options: () => ({
    grid: { left: 10, right: 14, top: 14, bottom: 6, containLabel: true }, tooltip: tooltip({ trigger: "axis" }),
    xAxis: axis({ type: "category", data: shown.map((g) => g.key) }), yAxis: axis({ type: "value" }),
    series: [["Net", "net", "--gain-fill", "--loss-fill"], ["In the deepest fall", "drawdown_share", "--soft", "--soft"]].map(([name, key, up, down]) => ({ name, type: "bar", barMaxWidth: 34, data: shown.map((g) => ({ value: g[key], itemStyle: { color: css(g[key] < 0 ? down : up) } })) })) }) }).root;
}

function table(said) {
  const right = (text, value = null, why = null) => h("td", { class: `right nowrap ${signed(value)}`, title: why, text });
  const row = (g) => h("tr", { data: { group: g.key } }, h("th", { scope: "row", text: g.key }), right(count(g.trades)), right(g.win_rate_pct === null ? "–" : `${number(g.win_rate_pct, 1)} %`, null, g.undefined.win_rate_pct), right(money(g.gross), g.gross), right(money(g.costs)),
    h("td", { class: `right nowrap ${signed(g.net)}`, data: { part: "net" }, text: money(g.net) }), right(g.net_pct === null ? "–" : `${number(g.net_pct, 1)} %`, null, g.undefined.net_pct), right(g.profit_factor === null ? "–" : number(g.profit_factor), null, g.undefined.profit_factor),
    right(g.average_trade === null ? "–" : money(g.average_trade), g.average_trade), right(money(g.max_drawdown), g.max_drawdown), right(money(g.drawdown_share), g.drawdown_share));
  return h("div", { class: "scroll tall", tabindex: "0", role: "group", "aria-label": "Parts of the profit, table" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", text: BY.find(([key]) => key === said.by)[1] }), HEADS.map((t) => h("th", { scope: "col", class: "right", text: t })))), h("tbody", {}, said.groups.map(row))));
}
