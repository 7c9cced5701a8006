// A short table of runs with the line of their equity.

import { h, link } from "/web/parts/dom.js";
import { count, money, signed, time } from "/web/parts/format.js";
import { spark } from "/web/parts/spark.js";
import { get } from "/web/shell/api.js";

const WORD = { done: "Done", failed: "Failed", cancelled: "Cancelled", interrupted: "Interrupted", queued: "Waiting", running: "Running" };
const TONE = { A: "good", B: "good", C: "warn", D: "bad", E: "bad", F: "bad" };

/** @param runs as GET /api/backtests lists them */
export function runTable(runs, label, signal) {
  const row = (run) => {
    const line = h("td", { class: "spark-cell" });
    if (run.state === "done") sparkline(run, line, signal);
    return h("tr", { data: { run: run.id } },
      h("td", {}, link(`/result/${run.id}`, run.strategy_name ?? "Several strategies"), h("small", { class: "quiet", text: ` ${run.symbol ?? ""}` })),
      h("td", { class: "num quiet roomy", text: time(run.created).slice(0, 16) }),
      run.state === "done" ? h("td", { class: `right ${signed(run.net_profit)}`, text: money(run.net_profit) }) : h("td", {}, h("span", { class: `tag ${run.state === "failed" ? "bad" : "wait"}`, text: WORD[run.state] ?? run.state, title: run.message })),
      h("td", { class: "right", text: count(run.total_trades) }),
      h("td", {}, run.data_grade ? h("span", { class: `tag ${TONE[run.data_grade] ?? ""}`, text: run.data_grade }) : "–"), line);
  };
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${label}, table` }, h("table", {}, h("caption", { class: "unseen", text: label }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Run" }), h("th", { scope: "col", class: "roomy", text: "Started" }), ["Net $", "Trades"].map((t) => h("th", { scope: "col", class: "right", text: t })), ["Data", "Equity"].map((t) => h("th", { scope: "col", text: t })))),
    h("tbody", {}, runs.map(row))));
}

async function sparkline(run, cell, signal) {
  try {
    const { points } = await get("backtest", `/api/backtests/${run.id}/equity`, { points: 60 }, signal);
    cell.replaceChildren(spark(points.map((p) => p.equity), `Equity from ${money(points[0]?.equity)} to ${money(points.at(-1)?.equity)}`));
  } catch {
    cell.textContent = "–"; // the run is listed without its line
  }
}
