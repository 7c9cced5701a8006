// Open positions at the last price, each with the lots that it is made of.

import { h } from "/web/parts/dom.js";
import { count, money, price, signed, time } from "/web/parts/format.js";

const NUMBERS = ["Contracts", "Average price", "Last price", "Unrealised", "Margin", "Realised"];

export function positions(all) {
  if (all.length === 0) return h("p", { class: "quiet", text: "Nothing is open." });
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Open positions, table" }, h("table", {},
    h("thead", {}, h("tr", {}, ["Symbol", "Side"].map((t) => h("th", { scope: "col", text: t })), NUMBERS.map((t) => h("th", { scope: "col", class: "right", text: t })), h("th", { scope: "col", text: "Lots, the oldest is closed first" }))),
    h("tbody", {}, all.map(row))));
}

function row(p) {
  const known = (key, form) => (p[key] === null ? h("span", { class: "quiet explained", tabindex: "0", title: p.undefined[key], text: "not known" }) : form(p[key]));
  return h("tr", { data: { position: p.symbol } }, h("th", { scope: "row", text: p.symbol }), h("td", { text: p.side.toLowerCase() }), h("td", { class: "right", text: count(p.quantity) }), h("td", { class: "right", text: price(p.average_price) }),
    h("td", { class: "right nowrap" }, known("last_price", price), p.last_price_time ? h("small", { class: "quiet", text: ` ${time(p.last_price_time).slice(0, 16)}` }) : null),
    h("td", { class: `right ${signed(p.unrealized_pnl)}`, data: { part: "unrealized" } }, known("unrealized_pnl", money)), h("td", { class: "right" }, known("initial_margin", money)), h("td", { class: `right ${signed(p.realized_pnl)}`, text: money(p.realized_pnl) }),
    h("td", {}, h("details", {}, h("summary", { text: p.lots.length === 1 ? "1 lot" : `${count(p.lots.length)} lots` }), h("ul", { class: "changes" }, p.lots.map((l) => h("li", { text: `${count(l.quantity)} at ${price(l.price)}, ${time(l.time).slice(0, 16)}${l.order_id ? `, order ${l.order_id}` : ""}` }))))));
}
