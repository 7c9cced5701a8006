// Every run that is kept, newest first; those that run move.

import { empty, h, link, panel } from "/web/parts/dom.js";
import { count, number, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { get } from "/web/shell/api.js";
import { onNotice } from "/web/shell/live.js";

const MOST = 5000;

export const title = () => "Results";

async function all(signal) {
  const runs = [];
  let cursor = null;
  do {
    const page = await get("backtest", "/api/backtests", { limit: 500, cursor }, signal);
    runs.push(...page.backtests);
    cursor = page.cursor;
  } while (cursor && runs.length < MOST);
  return { runs, more: cursor !== null };
}

export async function show(view, { signal }) {
  const { runs, more } = await all(signal);
  if (runs.length === 0) {
    view.replaceChildren(h("h1", { text: "Results" }), empty("Nothing was run yet.", link("/backtest", "Run a backtest.")));
    return;
  }
  const table = grid({
    label: "Runs", rows: runs, filter: "filter by strategy, series, state", height: Math.max(360, innerHeight - 300),
    columns: [
      { key: "created", title: "Begun", width: 140, text: (r) => time(r.created), link: (r) => `/result/${r.id}` },
      { key: "strategy_name", title: "Strategy", width: 170, grow: 2 },
      { key: "symbol", title: "Series", width: 120, grow: 2 },
      { key: "state", title: "State", width: 90, hint: (r) => r.message },
      { key: "net_profit", title: "Net", number: true, width: 110, text: (r) => number(r.net_profit), tone: (r) => signed(r.net_profit) },
      { key: "total_trades", title: "Trades", number: true, width: 80, text: (r) => count(r.total_trades) },
      { key: "data_grade", title: "Data", width: 60, text: (r) => r.data_grade ?? "–" },
      { key: "id", title: "Id", width: 190 },
    ],
  });
  onNotice(async ({ channel }) => {
    if (channel === "backtest:results") table.replace((await all(signal)).runs);
  }, signal);
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Results" }), h("div", { class: "actions" }, link("/compare", "Compare", { class: "button" }), link("/backtest", "New backtest", { class: "button primary" }))),
    panel("Runs", {}, table.root, more ? h("p", { class: "quiet", text: `The newest ${count(runs.length)} are listed; the service keeps more.` }) : null));
}
