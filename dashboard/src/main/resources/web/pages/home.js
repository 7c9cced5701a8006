// The whole at a glance: health, what is stored, what runs, what ran, what is wrong.

import { activity } from "/web/parts/activity.js";
import { h, link, panel, setText } from "/web/parts/dom.js";
import { firstSteps } from "/web/parts/firststeps.js";
import { count, day } from "/web/parts/format.js";
import { busy, jobs } from "/web/parts/jobs.js";
import { runTable } from "/web/parts/runs.js";
import { get } from "/web/shell/api.js";
import { connection, live, onNotice, system } from "/web/shell/live.js";

const RUNS = 8;

export const title = () => "Home";

export async function show(view, { signal }) {
  const figures = Object.fromEntries([["symbols", "Symbols in store"], ["bars", "Bars in store"], ["latest", "Latest bar"], ["runs", "Runs kept"], ["running", "Running now"]].map(([key, label]) => [key, figure(key, label)]));
  const first = h("div", { hidden: true });
  const problems = h("ul", { class: "problems", id: "problems" });
  const problemPanel = panel("What needs a look", { hidden: true }, problems);
  const runs = h("div", { id: "recent-runs" }, h("p", { class: "loading", text: "Loading…" }));
  const services = h("ul", { class: "health", id: "services" });
  const stream = h("small", { class: "quiet", id: "stream", text: connection });
  const happened = activity();
  const found = { services: [], runs: [], imports: [] };
  /** Services that did not answer, with what is to be asked again when they are back. */
  const lost = new Map();

  const drawProblems = () => {
    const all = [...found.services, ...found.runs, ...found.imports];
    problemPanel.hidden = all.length === 0;
    problems.replaceChildren(...all.map(({ tone, word, text, href, more }) => h("li", {}, h("span", { class: `tag ${tone}`, text: word }), h("span", {}, href ? link(href, text) : text, more ? h("small", { class: "quiet", text: more }) : null))));
  };
  const drawSystem = () => {
    const all = system.services();
    services.replaceChildren(...all.map(service));
    found.services = all.filter((s) => s.state !== "healthy" && s.reason).map((s) => ({ tone: s.state === "degraded" ? "warn" : "bad", word: s.state, text: `${s.name}: ${s.reason}`, href: "/system" }));
    set(figures.running, count(busy()), busy() > 0 ? "see below" : "nothing to wait for");
    drawProblems();
    for (const [name, again] of lost) {
      if (all.find((s) => s.name === name)?.state !== "healthy") continue;
      lost.delete(name);
      again();
    }
  };

  let stats = null;
  let recent = [];
  const drawFirst = () => {
    const fresh = stats !== null && recent !== null && recent.length === 0;
    first.hidden = !fresh;
    if (fresh) first.replaceChildren(firstSteps({ series: stats.by_symbol, signal, changed: drawStore }));
  };
  const drawStore = async () => {
    try {
      stats = await get("data", "/api/stats", {}, signal);
    } catch (e) {
      if (e.name !== "AbortError") set(figures.bars, "–", e.message);
      lost.set("data", drawStore);
      return;
    }
    const latest = stats.by_symbol.reduce((last, s) => (last === null || s.latest > last.latest ? s : last), null);
    set(figures.symbols, count(stats.symbols), `${count(stats.by_symbol.filter((s) => s.synthetic).length)} made up`);
    set(figures.bars, count(stats.records), `${(stats.bytes_on_disk / 1e6).toFixed(0)} MB on disk`);
    set(figures.latest, latest ? day(latest.latest) : "–", latest?.symbol ?? "nothing stored yet");
    drawFirst();
  };
  const drawRuns = async () => {
    try {
      recent = (await get("backtest", "/api/backtests", { limit: RUNS }, signal)).backtests;
    } catch (e) {
      if (e.name !== "AbortError") runs.replaceChildren(h("p", { class: "failure", role: "alert", text: e.message }));
      recent = null;
      lost.set("backtest", drawRuns);
      return;
    }
    runs.replaceChildren(recent.length === 0 ? h("p", { class: "empty" }, "Nothing has been run yet. ", link("/backtest", "Run a backtest")) : runTable(recent, "Recent runs", signal));
    set(figures.runs, count(system.services().find((s) => s.name === "backtest")?.details.backtests_done ?? recent.length), "done");
    drawFirst();
    doubts(recent, signal).then((them) => { found.runs = them; drawProblems(); }, () => {});
  };
  const drawImports = async () => {
    const { imports } = await get("data", "/api/data/imports", {}, signal);
    found.imports = imports.filter((i) => ["failed", "interrupted"].includes(i.state) && Date.now() - Date.parse(i.created) < 864e5).slice(0, 3)
      .map((i) => ({ tone: "bad", word: i.state, text: `Import${i.details?.file ? ` of ${i.details.file}` : ""}: ${i.message ?? "it did not end"}`, href: "/data" }));
    drawProblems();
  };

  const running = jobs({ signal, onEnd: () => { drawRuns(); drawStore(); drawImports().catch(() => {}); } });
  view.replaceChildren(
    h("div", { class: "view-head" }, h("h1", { text: "At a glance" }), h("span", { class: "actions" }, link("/data", "Import data", { class: "button" }), link("/backtest", "New backtest", { class: "button primary" }))),
    first, h("section", { class: "strip", "aria-label": "Figures" }, Object.values(figures).map((f) => f.root)),
    h("div", { class: "columns" },
      h("div", { class: "stack" }, problemPanel, panel("Running", {}, running.root), panel("Recent runs", { tools: link("/results", "All results") }, runs)),
      h("div", { class: "stack" }, panel("Services", { tools: link("/system", "System") }, services), panel("Activity", { tools: stream }, happened.root))));

  system.addEventListener("change", drawSystem, { signal });
  live.addEventListener("connection", (event) => setText(stream, event.detail), { signal });
  let soon = 0;
  onNotice((event) => {
    happened.add(event);
    if (event.notice.type.endsWith("progress")) return;
    clearTimeout(soon);
    soon = setTimeout(() => { if (!signal.aborted) { drawRuns(); drawStore(); } }, 400);
  }, signal);
  signal.addEventListener("abort", () => clearTimeout(soon));
  drawSystem();
  await Promise.allSettled([drawStore(), drawRuns(), drawImports(), running.look()]);
}

function figure(key, label) {
  const value = h("b", { text: "–", data: { figure: key } });
  const note = h("small");
  return { root: h("div", { class: "figure" }, h("span", { class: "label", text: label }), value, note), value, note };
}

function set({ value, note }, text, more) {
  setText(value, text);
  setText(note, more);
}

function service(s) {
  const told = s.reason || [s.http && s.ms != null ? `answers in ${Math.round(s.ms)} ms` : null, s.restarts > 0 ? `${s.restarts} restarts` : null].filter(Boolean).join(", ");
  return h("li", { data: { service: s.name } }, h("b", { text: s.name }),
    h("span", { class: "state", data: { state: s.state } }, h("span", { class: "sign", "aria-hidden": "true" }), s.state), h("small", { class: "quiet", text: told }));
}

/** Failed runs, poor data, and findings of the last runs that are more than remarks. */
async function doubts(recent, signal) {
  const name = (run) => `${run.strategy_name ?? "Several strategies"} on ${run.symbol ?? "several markets"}`;
  const failed = recent.filter((r) => r.state === "failed").slice(0, 3).map((r) => ({ tone: "bad", word: "failed", text: `${name(r)}: ${r.message ?? ""}`, href: `/result/${r.id}` }));
  const last = recent.filter((r) => r.state === "done").slice(0, 3);
  const states = await Promise.all(last.map((r) => get("backtest", `/api/backtests/${r.id}`, {}, signal)));
  const rank = (f) => ["serious", "warning"].indexOf(f.severity);
  const serious = states.flatMap((state, i) => {
    const [worst, ...others] = (state.result?.findings ?? []).filter((f) => rank(f) >= 0).sort((a, b) => rank(a) - rank(b));
    return worst ? [{ tone: worst.severity === "serious" ? "bad" : "warn", word: worst.severity, text: name(last[i]), more: ` ${worst.text}${others.length > 0 ? ` And ${others.length} more.` : ""}`, href: `/result/${last[i].id}` }] : [];
  });
  return [...failed, ...serious];
}
