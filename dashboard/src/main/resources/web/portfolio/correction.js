// One entry that was chosen: taken back, or for an order, another one in its place.

import { field, h, panel } from "/web/parts/dom.js";
import { count, price, time } from "/web/parts/format.js";
import { sure } from "/web/parts/sure.js";
import { send } from "/web/shell/api.js";
import { reopen } from "/web/shell/router.js";

/**
 * @param kind "order" or "trade"
 * @param row  as the service lists it
 */
export function correction({ at, kind, row, close }) {
  const order = kind === "order";
  const name = order ? `Order ${row.id}` : `Round trip ${row.id}`;
  const what = order ? `${row.action.toLowerCase().replace("_", " ")} ${count(row.quantity)} ${row.symbol} at ${price(row.price)}, ${time(row.time)}` : `${row.side.toLowerCase()} ${count(row.quantity)} ${row.symbol}, ${price(row.entry_price)} to ${price(row.exit_price)}, ${time(row.exit_time)}`;
  const tools = h("button", { type: "button", text: "Close", onclick: close });
  if (order && row.reversed_by !== null) return panel(name, { tools }, h("p", { text: what }), h("p", { class: "quiet", text: `It was taken back by reversal ${row.reversed_by} and no longer counts.` }));
  if (!order && row.source === null && row.exit_reason === "order") return panel(name, { tools }, h("p", { text: what }), h("p", { class: "quiet", text: "Orders made it; take one of these back." }));
  const reason = h("input", { type: "text", maxlength: "200", autocomplete: "off", id: "correction-reason" });
  const path = `${at}/${order ? "orders" : "trades"}/${row.id}`;
  const given = () => ({ reason: reason.value.trim() || null });
  const reverse = sure({ text: "Reverse", kind: "danger", id: "reverse", question: `${name} stays as it was recorded and no longer counts.`, act: async () => { await send("POST", "portfolio", `${path}/reverse`, given()); reopen(); } });
  return panel(name, { tools }, h("p", { text: what }), h("div", { class: "form" }, field("Reason", reason, "one line, kept with it")), h("p", {}, reverse), order ? instead(row, path, given) : null);
}

function instead(row, path, given) {
  const at = h("input", { type: "number", step: "any", value: row.price, id: "correction-price" });
  const contracts = h("input", { type: "number", min: "1", step: "1", value: row.quantity, id: "correction-quantity" });
  const replace = sure({ text: "Replace", kind: "primary", id: "replace", question: () => (Number(at.value) === row.price && Number(contracts.value) === row.quantity ? null : `Another order takes its place, with its time: ${count(Number(contracts.value))} at ${price(Number(at.value))}.`),
    act: async () => { await send("POST", "portfolio", `${path}/replace`, { ...given(), price: at.value, quantity: contracts.value }); reopen(); } });
  return h("details", {}, h("summary", { text: "It was another price or size" }), h("div", { class: "form" }, field("Price", at), field("Contracts", contracts)), h("p", {}, replace));
}
