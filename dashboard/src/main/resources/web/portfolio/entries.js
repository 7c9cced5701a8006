// Round trips, orders and what was taken back; a row that is opened can be reversed or corrected.

import { h, panel, setText } from "/web/parts/dom.js";
import { count, money, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { correction } from "/web/portfolio/correction.js";
import { get } from "/web/shell/api.js";

const PAGE = 1000;

const TRADES = [
  { key: "exit_time", title: "Exit", width: 155, text: (t) => time(t.exit_time) }, { key: "symbol", title: "Symbol", width: 90 }, { key: "side", title: "Side", width: 60, text: (t) => t.side.toLowerCase() }, { key: "quantity", title: "Contracts", number: true, width: 80, text: (t) => count(t.quantity) },
  { key: "entry_time", title: "Entry", width: 155, text: (t) => time(t.entry_time) }, { key: "entry_price", title: "Entry price", number: true, text: (t) => price(t.entry_price) }, { key: "exit_price", title: "Exit price", number: true, text: (t) => price(t.exit_price) },
  { key: "gross", title: "Gross $", number: true, text: (t) => money(t.gross) }, { key: "costs", title: "Costs $", number: true, width: 70, text: (t) => money(t.costs) }, { key: "net", title: "Net $", number: true, text: (t) => money(t.net), tone: (t) => signed(t.net) },
  { key: "exit_reason", title: "Reason", width: 100 }, { key: "strategy_name", title: "Strategy", width: 160, text: (t) => t.strategy_name ?? "–" }, { key: "source", title: "Source", width: 185, text: (t) => t.source ?? "–", hint: () => "the run or the broker it came from" },
];
const ORDERS = [
  { key: "id", title: "Order", number: true, width: 70 }, { key: "time", title: "Time", width: 155, text: (o) => time(o.time) }, { key: "symbol", title: "Symbol", width: 90 }, { key: "action", title: "Action", width: 110, text: (o) => o.action.toLowerCase().replace("_", " ") },
  { key: "quantity", title: "Contracts", number: true, width: 80, text: (o) => count(o.quantity) }, { key: "price", title: "Price", number: true, text: (o) => price(o.price) }, { key: "realized_pnl", title: "Realised $", number: true, text: (o) => money(o.realized_pnl), tone: (o) => signed(o.realized_pnl) },
  { key: "commission", title: "Commission $", number: true, text: (o) => money(o.commission) }, { key: "reversed_by", title: "Counts", width: 110, text: (o) => (o.reversed_by === null ? "yes" : `no, reversal ${o.reversed_by}`) },
  { key: "strategy_name", title: "Strategy", width: 140, text: (o) => o.strategy_name ?? "–" }, { key: "source", title: "Source", width: 160, text: (o) => o.external_id ?? o.source ?? "–" },
];

export async function entries(box, { at, portfolio }, { signal }) {
  const [trades, orders, reversals] = await Promise.all([["trades", "trades"], ["orders", "orders"], ["reversals", "reversals"]].map(([path, key]) => list(`${at}/${path}`, key, signal)));
  const chosen = h("div", { id: "chosen", "aria-live": "polite" });
  const open = (kind) => (row) => {
    chosen.replaceChildren(correction({ at, kind, row, close: () => chosen.replaceChildren() }));
    chosen.scrollIntoView({ block: "nearest" });
  };
  box.replaceChildren(chosen,
    table("Round trips", "trades", trades, { columns: TRADES, open: open("trade"), sort: { key: "exit_time", down: true }, filter: "symbol, strategy, reason …" }, portfolio.trades, "They come with batches, or orders make them."),
    table("Orders", "orders", orders, { columns: ORDERS, open: open("order"), sort: { key: "id", down: true }, filter: "symbol, action, source …" }, null, "No order was recorded one by one."),
    panel("Taken back", { id: "reversals" }, reversals.all.length === 0 ? h("p", { class: "quiet", text: "Nothing was taken back. A row above that is chosen can be reversed or corrected; it stays as it was recorded." }) : h("ul", { class: "changes" }, reversals.all.map(line))));
}

async function list(path, key, signal) {
  const found = { all: [], cursor: null };
  found.next = async () => {
    const page = await get("portfolio", path, { limit: PAGE, cursor: found.cursor }, signal);
    found.all.push(...page[key]);
    found.cursor = page.cursor;
  };
  await found.next();
  return found;
}

function table(name, id, rows, given, total, none) {
  if (rows.all.length === 0) return panel(name, { id }, h("p", { class: "quiet", text: none }));
  const made = grid({ label: name, rows: rows.all, height: 340, ...given });
  const reach = h("span", { class: "quiet", role: "status" });
  const more = h("button", { type: "button", text: `Fetch ${count(PAGE)} more`, data: { more: id }, onclick: async () => {
    more.disabled = true;
    await rows.next().then(draw, (e) => setText(reach, e.message));
    more.disabled = false;
  } });
  const draw = () => {
    made.replace(rows.all);
    more.hidden = rows.cursor === null;
    setText(reach, rows.cursor === null ? "" : `the first ${count(rows.all.length)}${total === null ? "" : ` of ${count(total)}`}`);
  };
  draw();
  return panel(name, { id, tools: [reach, more] }, made.root);
}

const line = (r) => h("li", { data: { reversal: r.id } }, `${time(r.recorded_at).slice(0, 16)}: ${r.order_id ? `order ${r.order_id}` : `round trip ${r.trade_id}`} in ${r.symbol}${r.replacement_id ? `, order ${r.replacement_id} instead` : ""}${r.reason ? ` (${r.reason})` : ""}, cash `, h("span", { class: signed(r.cash_change), text: money(r.cash_change) }));
