// What is known of the contracts: ticks, money for a point, fees, margins, hours. The store's specs count; here they are changed.

import { h, link } from "/web/parts/dom.js";
import { money, price } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";
import { grid } from "/web/parts/grid.js";
import { specForm } from "/web/parts/specform.js";

export const title = (item) => (item === "new" ? "New contract" : item ?? "Contracts");

export async function show(view, { item, query, signal, go }) {
  if (!item) return list(view, query, signal, go);
  const [{ contracts }, spec] = await Promise.all([get("data", "/api/contracts", {}, signal), item === "new" ? blank(query) : get("data", `/api/contracts/${encodeURIComponent(item)}`, {}, signal)]);
  const said = h("p", { class: "note", role: "status", hidden: true });
  const form = specForm({ spec, all: contracts, saved: (kept) => {
    if (item === "new") return go(`/contracts/${encodeURIComponent(kept.symbol)}`);
    said.hidden = false;
    said.textContent = `${kept.symbol} is saved: a tick of ${price(kept.tick_size)} is ${money(kept.tick_value, kept.currency)}.`;
    said.scrollIntoView({ block: "nearest" });
    return undefined;
  } });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: item === "new" ? "New contract" : spec.symbol }), h("p", { class: "lead", text: spec.name ?? "" }),
    h("div", { class: "actions" }, link("/contracts", "All contracts", { class: "button" }), item === "new" ? null : link(`/contracts/new?from=${encodeURIComponent(item)}`, "New one like it", { class: "button" }))), said, form);
  return undefined;
}

/** A new spec, empty or like another one that the address names. */
async function blank(query) {
  const from = query.get("from");
  if (!from) return { time_zone: "America/Chicago", currency: "USD" };
  const like = await get("data", `/api/contracts/${encodeURIComponent(from)}`);
  return { ...like, symbol: null, name: null };
}

async function list(view, query, signal, go) {
  const { contracts } = await get("data", "/api/contracts", {}, signal);
  const hours = (c) => `${c.opens.slice(0, 5)}–${c.closes.slice(0, 5)}`;
  const table = grid({
    label: "Contracts", rows: contracts, filter: "Filter contracts", height: Math.max(420, innerHeight - 260), sort: { key: "symbol", down: false }, open: (c) => go(`/contracts/${encodeURIComponent(c.symbol)}`),
    columns: [
      { key: "symbol", title: "Symbol", width: 80, link: (c) => `/contracts/${encodeURIComponent(c.symbol)}` }, { key: "name", title: "Name", width: 190, grow: 3, hint: (c) => c.name },
      { key: "exchange", title: "Exchange", width: 90 }, { key: "quote", title: "Prices in", width: 130, grow: 2, hint: (c) => c.quote },
      { key: "tick_size", title: "Tick", number: true, width: 100, text: (c) => price(c.tick_size) }, { key: "point_value", title: "Point value", number: true, width: 116, text: (c) => money(c.point_value, c.currency) },
      { key: "tick_value", title: "Tick value", number: true, width: 90, text: (c) => money(c.tick_value, c.currency) }, { key: "initial_margin", title: "Initial margin", number: true, width: 110, text: (c) => money(c.initial_margin, c.currency) },
      { key: "margin_date", title: "Margin of", width: 100 }, { key: "exchange_fees", title: "Fees a side", number: true, width: 90, text: (c) => money(c.exchange_fees, c.currency) },
      { key: "active_months", title: "Months", width: 132 }, { key: "opens", title: "Hours", width: 110, text: hours, hint: (c) => `${c.time_zone}; regular ${c.regular_opens?.slice(0, 5) ?? "–"} to ${c.regular_closes?.slice(0, 5) ?? "–"}` },
    ],
  });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Contracts" }), h("p", { class: "lead", text: "Money is for one contract. Results depend on these figures: see their dates and sources." }),
    h("div", { class: "actions" }, link("/contracts/new", "Add a contract", { class: "button primary" }))), table.root);
}
