// Choosing runs out of those that are kept, with a box before each.

import { empty, h, link } from "/web/parts/dom.js";
import { count, money, signed, time } from "/web/parts/format.js";

/**
 * @param runs   as GET /api/backtests lists them, done ones only
 * @param chosen ids, in order; `picked(ids)` is called with the new ones
 * @param most   how many may be chosen
 */
export function runPicker({ runs, chosen, picked, most }) {
  if (runs.length === 0) return empty("There is no run to compare yet.", link("/backtest", "Run a backtest"));
  const boxes = new Map();
  const limit = () => { for (const box of boxes.values()) box.disabled = !box.checked && [...boxes.values()].filter((b) => b.checked).length >= most; };
  const row = (run) => {
    const box = h("input", { type: "checkbox", id: `pick-${run.id}`, checked: chosen.includes(run.id), "aria-label": `${run.strategy_name ?? "Several strategies"} on ${run.symbol ?? "several markets"}, run ${run.id}`, onchange: () => {
      limit();
      picked([...chosen.filter((id) => boxes.get(id)?.checked ?? true), ...[...boxes].filter(([id, b]) => b.checked && !chosen.includes(id)).map(([id]) => id)]);
    } });
    boxes.set(run.id, box);
    return h("tr", {}, h("td", {}, box), h("td", {}, link(`/result/${run.id}`, run.strategy_name ?? "Several strategies"), h("small", { class: "quiet", text: ` ${run.symbol ?? ""}` })),
      h("td", { class: "quiet num roomy", text: time(run.created).slice(0, 16) }), h("td", { class: `right ${signed(run.net_profit)}`, text: money(run.net_profit) }), h("td", { class: "right", text: count(run.total_trades) }));
  };
  const body = h("tbody", {}, runs.map(row));
  limit();
  return h("div", { class: "pick-list", tabindex: "0", role: "group", "aria-label": "Runs to choose from" }, h("table", { id: "picker" }, h("caption", { class: "unseen", text: `Runs to compare, ${most} at most` }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, h("span", { class: "unseen", text: "Chosen" })), h("th", { scope: "col", text: "Run" }), h("th", { scope: "col", class: "roomy", text: "Started" }), h("th", { scope: "col", class: "right", text: "Net $" }), h("th", { scope: "col", class: "right", text: "Trades" }))), body));
}
