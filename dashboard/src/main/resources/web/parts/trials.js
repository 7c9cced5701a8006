// All tries that were ever made, by strategy and data: what luck alone would have shown by now.

import { empty, h, panel } from "/web/parts/dom.js";
import { count, number, time } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";

const MOST = 100;

export async function trials(signal) {
  const { items, cursor } = await get("backtest", "/api/trials", { limit: MOST }, signal);
  const right = (text, title = null) => h("td", { class: "right", text, title });
  const titles = [["Strategy", ""], ["Data", ""], ["Tries", "different ones: the same code and parameters on the same days count once"], ["Best Sharpe", ""], ["Luck alone", "what the best of so many tries without merit is expected to show"], ["Independent", "how many unlike ones they are worth"], ["Last one", ""]];
  return panel("All tries ever made", { id: "trials" }, h("p", { class: "quiet", text: "Nothing takes a try back: a best Sharpe ratio near what luck alone would show is no finding." }),
    items.length === 0 ? empty("Nothing was tried yet.") : h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Tries, table" }, h("table", {}, h("thead", {}, h("tr", {}, titles.map(([text, title], i) => h("th", { scope: "col", class: i > 1 && i < 6 ? "right" : "", text, title: title || null })))),
      h("tbody", {}, items.map((t) => h("tr", {}, h("td", { text: t.strategy_name, title: t.names.join(", ") }), h("td", { text: `${t.symbol}, ${t.timeframe}` }), right(count(t.trials)), right(number(t.best_sharpe)), right(number(t.luck_sharpe)), right(number(t.effective_trials, 1), t.reason), h("td", { text: time(t.last_trial) })))))),
    cursor === null ? null : h("p", { class: "quiet", text: `The first ${count(MOST)}; GET /api/trials has the others.` }));
}
