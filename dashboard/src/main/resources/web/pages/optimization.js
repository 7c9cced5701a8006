// One search: how far it is, the best combinations, the map of the parameters, and whether it is luck.

import { download, h, link, panel } from "/web/parts/dom.js";
import { count, label, money, number, percent, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { tile } from "/web/parts/metrics.js";
import { pareto } from "/web/parts/pareto.js";
import { progress } from "/web/parts/progress.js";
import { parallel, surfacePanel } from "/web/parts/surface.js";
import { confirmed } from "/web/parts/sure.js";
import { verdict } from "/web/parts/verdict.js";
import { address, get, send } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";

const LEADERS = 50;
const LINES = 1000;
const FIGURES = ["sharpe_ratio", "net_profit", "total_return_pct", "max_drawdown", "max_drawdown_pct", "sortino_ratio", "calmar_ratio", "profit_factor", "win_rate_pct", "average_trade", "total_trades", "exposure_pct"];
const plain = (v) => (typeof v === "number" ? price(v) : String(v));

export const title = (id) => `Search ${id}`;

export async function show(view, { item: id, query, signal, go }) {
  const path = `/api/optimizations/${encodeURIComponent(id)}`;
  const state = await get("backtest", path, {}, signal);
  const name = `${state.strategy_name} on ${state.symbol}`;
  const said = h("div", { "aria-live": "polite" });
  const ask = (what, body) => send("POST", "backtest", `${path}/${what}`, body).then(reopen, (e) => said.replaceChildren(failure(e)));
  const under = ["queued", "running"].includes(state.state);
  const head = h("div", { class: "view-head" }, h("h1", { text: name }), h("span", { class: `tag ${{ done: "good", failed: "bad", paused: "warn" }[state.state] ?? "wait"}`, id: "search-state", text: state.state }), h("span", { class: "quiet", text: `${state.order.method ?? "grid"}, ${time(state.created)}` }),
    h("span", { class: "actions" }, under ? h("button", { type: "button", id: "pause", text: "Pause", onclick: () => ask("pause") }) : null, ["paused", "failed", "cancelled"].includes(state.state) ? h("button", { type: "button", id: "resume", text: "Resume", onclick: () => ask("resume") }) : null,
      state.done > 0 ? [h("a", { class: "button", href: await address("backtest", `${path}/export`, { format: "csv" }), download: `${id}.csv`, text: "CSV" }), h("a", { class: "button", href: await address("backtest", `${path}/export`, { format: "json" }), download: `${id}.json`, text: "JSON" })] : null));
  view.replaceChildren(head, said);
  if (state.message && ["failed", "cancelled", "paused"].includes(state.state)) view.append(failure({ title: `It is ${state.state}`, message: state.message }));
  for (const text of state.warnings ?? []) view.append(h("p", { class: "note warn", text }));
  view.append(strip(state));
  if (under) {
    const shown = progress({ service: "backtest", path, label: name, signal });
    view.append(shown.root);
    shown.ended.then(reopen, () => {});
  }
  if (state.verdict) view.append(verdict(state.verdict));
  if (state.done === 0) return;
  const parameters = Object.keys(state.order.spaces ?? state.best?.parameters ?? {});
  const [{ leaders }, { rows }] = await Promise.all([get("backtest", `${path}/leaderboard`, { limit: LEADERS }, signal), get("backtest", `${path}/rows`, { sort: "score", order: "desc", limit: LINES }, signal)]);
  view.append(leaderboard(leaders, parameters, { path, state, said, go }));
  if (Array.isArray(state.order.objective) && state.order.objective.length > 1 && state.order.objective[0].weight == null) view.append(pareto({ front: await get("backtest", `${path}/pareto`, {}, signal), others: rows.filter((r) => r.feasible), signal }));
  if (parameters.length > 0) view.append(await surfacePanel({ path, parameters, figures: FIGURES, query, signal }),
    panel(`All parameters, the ${count(Math.min(rows.length, LINES))} best`, { id: "parallel" }, h("p", { class: "quiet", text: "Drag along an axis to pick some." }), parallel({ rows, parameters, signal })));
  view.append(panel("Order", { id: "order", tools: h("button", { type: "button", text: "Save as JSON", onclick: () => download(`${id}-order.json`, "application/json", JSON.stringify(state.order, null, 1)) }) }, h("pre", { class: "code", tabindex: "0", "aria-label": "Order as JSON", text: JSON.stringify(state.order, (key, v) => (v === null ? undefined : v), 1) })));
}

function strip({ combinations, done, failed, stopped = 0, best }) {
  const p = best?.performance;
  return h("section", { class: "strip", "aria-label": "Figures" }, tile("Combinations", `${count(done + failed + stopped)} of ${count(combinations)}`, { id: "search-done", note: [failed > 0 ? `${count(failed)} without a result` : null, stopped > 0 ? `${count(stopped)} ended early` : null].filter(Boolean).join(", ") || null }),
    tile("Best score", best ? number(best.score) : "none", { id: "best-score", note: best ? Object.entries(best.parameters).map(([k, v]) => `${k} ${plain(v)}`).join(", ") : "no combination meets the constraints" }),
    p ? [tile("Net profit", money(p.net_profit), { tone: signed(p.net_profit) }), tile("Max drawdown", money(p.max_drawdown), { tone: signed(p.max_drawdown), note: `${number(p.max_drawdown_pct)} %` }), tile("Sharpe ratio", number(p.sharpe_ratio)), tile("Round trips", count(p.total_trades))] : null);
}

function leaderboard(leaders, parameters, { path, state, said, go }) {
  const chosen = h("div", { class: "tools", id: "chosen" }, h("span", { class: "quiet", text: "Choose a row to run it as a backtest of its own, or to make its parameters the strategy's settings." }));
  const columns = [{ key: "number", title: "No.", number: true, width: 60, value: (l) => l.row.number, text: (l) => count(l.row.number) },
    ...parameters.map((name) => ({ key: name, title: name, number: true, width: 90, value: (l) => l.row.parameters[name], text: (l) => plain(l.row.parameters[name]) })),
    { key: "score", title: "Score", number: true, width: 80, value: (l) => l.row.score, text: (l) => number(l.row.score, 3) },
    { key: "plateau", title: "Plateau", number: true, width: 80, about: "mean score of its neighbours in parts of its own: near 1 is a plateau, near 0 a peak that stands alone", value: (l) => l.plateau?.score ?? null, text: (l) => (l.plateau?.score == null ? "–" : percent(l.plateau.score, 0)), hint: (l) => (l.plateau ? `${count(l.plateau.run)} of ${count(l.plateau.neighbours)} neighbours were run` : null) },
    ...[["net_profit", "Net $"], ["max_drawdown", "Drawdown"], ["sharpe_ratio", "Sharpe"], ["profit_factor", "Profit factor"], ["total_trades", "Trades"]].map(([key, name]) => ({ key, title: name, number: true, width: 92, value: (l) => l.row.performance?.[key] ?? null, text: (l) => (key === "total_trades" ? count(l.row.performance?.[key]) : number(l.row.performance?.[key])), tone: (l) => (/net|drawdown/.test(key) ? signed(l.row.performance?.[key]) : "") }))];
  const pick = ({ row }) => {
    const given = Object.entries(row.parameters).map(([k, v]) => `${k} ${plain(v)}`).join(", ");
    const run = async () => {
      const job = await send("POST", "backtest", "/api/backtests", {}, { ...state.order.backtest, parameters: { ...state.order.backtest.parameters, ...row.parameters } });
      go(`/result/${job.id}`);
    };
    const apply = async () => {
      if (!await confirmed({ title: `Make these the settings of ${state.strategy_name}?`, text: `${given}. A file of settings that is there is kept beside it under another name.`, action: "Apply" })) return;
      const made = await send("POST", "backtest", `${path}/apply`, { number: row.number, overwrite: true });
      said.replaceChildren(h("p", { class: "note", id: "applied", text: `Written: ${made.file}${made.kept ? `; what was there is ${made.kept}` : ""}.` }));
    };
    const safely = (what) => () => what().catch((e) => said.replaceChildren(failure(e)));
    chosen.replaceChildren(h("b", { text: `No. ${count(row.number)}: ${given}` }), h("button", { type: "button", id: "run-row", class: "primary", text: "Run as a backtest", onclick: safely(run) }), h("button", { type: "button", id: "apply-row", text: "Apply to the strategy", onclick: safely(apply) }), link(`/strategy/${encodeURIComponent(state.strategy_name)}`, "The strategy"));
  };
  const table = grid({ label: "Best combinations", rows: leaders, columns, open: pick, height: 340 });
  return panel("Best combinations", { id: "leaderboard", tools: h("small", { class: "quiet", text: `${label("score")}: greater is better` }) }, leaders.length === 0 ? h("p", { class: "quiet", text: "No combination meets the constraints." }) : table.root, chosen);
}
