// Runs side by side: equity overlaid, figures, what was set differently, and whether their days go together.

import { correlations, differences, figures, marketOf, strategyOf } from "/web/parts/comparison.js";
import { h, panel } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { runPicker } from "/web/parts/runpicker.js";
import { get, Problem } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";

const MOST = 7;
const LISTED = 100;

export const title = () => "Compare";

export async function show(view, { query, signal }) {
  const asked = (query.get("ids") ?? "").split(",").filter(Boolean);
  let ids = asked.slice(0, MOST);
  const { backtests } = await get("backtest", "/api/backtests", { limit: LISTED }, signal);
  const body = h("div", { class: "stack", id: "comparison" });
  const fetched = new Map();
  let round = 0;
  let drawing = new AbortController();

  const one = (id) => {
    if (!fetched.has(id)) fetched.set(id, run(id, signal).catch((e) => { fetched.delete(id); throw e; }));
    return fetched.get(id);
  };

  async function draw() {
    const mine = ++round;
    drawing.abort();
    drawing = new AbortController();
    if (ids.length === 0) return body.replaceChildren(h("p", { class: "empty", text: `Choose two runs or more, ${MOST} at most. The address of the page keeps the choice.` }));
    body.replaceChildren(h("p", { class: "loading", role: "status", text: "Loading…" }));
    const all = await Promise.allSettled(ids.map(one));
    if (mine !== round || signal.aborted) return undefined;
    const failed = all.filter((a) => a.status === "rejected").map((a) => failure(a.reason));
    const runs = named(all.filter((a) => a.status === "fulfilled").map((a) => a.value));
    body.replaceChildren(...failed);
    if (runs.length === 0) return undefined;
    body.append(
      panel("Equity", { id: "equity" }, equity({ series: runs.map((r) => ({ name: r.label, points: r.points })), zone: zoneOf(runs), signal: AbortSignal.any([signal, drawing.signal]), log: query.get("log") === "1", onLog: (log) => keep({ log: log ? 1 : null }), label: "Equity of the runs" }).root),
      panel("Figures", {}, figures(runs)));
    if (runs.length > 1) body.append(h("div", { class: "split" }, panel("What was set differently", {}, differences(runs)), panel("Correlation of days", {}, correlations(runs))));
    return undefined;
  }

  const picker = runPicker({ runs: backtests.filter((b) => b.state === "done"), chosen: ids, most: MOST, picked: (next) => { ids = next; keep({ ids: ids.join(",") }); draw().catch((e) => body.replaceChildren(failure(e))); } });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Compare" }), h("p", { class: "lead", text: "Runs side by side and overlaid." })),
    asked.length > MOST ? h("p", { class: "note warn", text: `The address names ${asked.length} runs; the first ${MOST} are shown.` }) : "",
    h("details", { class: "panel", open: ids.length < 2, id: "choose" }, h("summary", { text: "Choose runs" }), picker), body);
  await draw();
}

async function run(id, signal) {
  const at = `/api/backtests/${encodeURIComponent(id)}`;
  const state = await get("backtest", at, {}, signal);
  if (!state.result) throw new Problem(0, `Run ${id} has no result`, `It is ${state.state}${state.message ? `: ${state.message}` : ""}. Choose others below the heading.`);
  const [curve, daily] = await Promise.all([get("backtest", `${at}/equity`, { points: 1500 }, signal), get("backtest", `${at}/daily`, {}, signal)]);
  return { id, result: state.result, points: curve.points, daily };
}

/** Names that tell the runs apart: strategy and symbol, timeframe too, and the end of the id when that is not enough. */
function named(runs) {
  const long = (r) => `${strategyOf(r.result)} ${marketOf(r.result)}`;
  const withTime = (r) => `${long(r)} ${r.result.configuration.timeframe}`;
  const times = (name, of) => runs.filter((r) => of(r) === name).length;
  return runs.map((r) => ({ ...r, label: times(long(r), long) === 1 ? long(r) : times(withTime(r), withTime) === 1 ? withTime(r) : `${withTime(r)} ${r.id.slice(-6)}` }));
}

/** The zone that all runs were traded in; of runs in several zones each time is shown in the standard one. */
function zoneOf(runs) {
  const zones = new Set(runs.map((r) => r.result.manifest?.calendar?.time_zone ?? null));
  return zones.size === 1 ? [...zones][0] : null;
}
