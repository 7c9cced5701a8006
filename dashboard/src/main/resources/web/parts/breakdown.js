// What round trips come to by strategy, by symbol, or by what a caller groups them by.

import { h } from "/web/parts/dom.js";
import { count, money, number, percent, signed } from "/web/parts/format.js";

/** Sums by group, the most profitable first: {name, trades, wins, gross, costs, net, won, lost}. Dollars are added in cents, so that they add up. */
export function groups(trades, of) {
  const all = new Map();
  for (const t of trades) {
    const name = of(t) ?? "–";
    let g = all.get(name);
    if (!g) all.set(name, g = { name, trades: 0, wins: 0, gross: 0, costs: 0, net: 0, won: 0, lost: 0 });
    const net = Math.round(t.net * 100);
    g.trades++;
    g.gross += Math.round(t.gross * 100);
    g.costs += Math.round(t.costs * 100);
    g.net += net;
    if (net > 0) { g.wins++; g.won += net; } else g.lost += net;
  }
  return [...all.values()].map((g) => ({ ...g, gross: g.gross / 100, costs: g.costs / 100, net: g.net / 100, won: g.won / 100, lost: g.lost / 100 })).sort((a, b) => b.net - a.net);
}

export function breakdown(trades, { by, label }) {
  const all = groups(trades, by);
  const right = (text, cls = "") => h("td", { class: `right nowrap ${cls}`, text });
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${label}, table` }, h("table", { data: { breakdown: label } },
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: label }), ["Trades", "Won", "Gross $", "Costs $", "Net $", "Profit factor", "Average $"].map((t) => h("th", { scope: "col", class: "right", text: t })))),
    h("tbody", {}, all.map((g) => h("tr", { data: { group: g.name } }, h("th", { scope: "row", text: g.name }), right(count(g.trades)), right(percent(g.wins / g.trades)), right(money(g.gross), signed(g.gross)), right(money(g.costs)),
      right(money(g.net), signed(g.net)), right(g.lost === 0 ? "–" : number(g.won / -g.lost)), right(money(g.net / g.trades), signed(g.net)))))));
}
