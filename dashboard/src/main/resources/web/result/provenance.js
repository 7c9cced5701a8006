// Everything the result depends on, the code that made it, and how to make it again.

import { h, link, panel } from "/web/parts/dom.js";
import { count, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { address, get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

export async function show(view, run, { signal }) {
  const [code, log, origin] = await Promise.all([
    get("backtest", `/api/backtests/${run.id}/code`, {}, signal), get("backtest", `/api/backtests/${run.id}/log`, {}, signal), address("backtest", ""),
  ]);
  const parts = ["trades", "orders", "fills", "daily", "equity", "log"];
  const links = await Promise.all(parts.flatMap((part) => ["csv", "json"].map(async (format) => [part, format, await address("backtest", `/api/backtests/${run.id}/${part}`, { format })])));
  view.replaceChildren(
    panel("Run it again", { id: "again" }, h("p", {}, link(`/backtest?again=${run.id}`, "Open the form with this run's order", { class: "button" })), h("p", { class: "quiet", text: "or on the command line:" }), command(run, origin)),
    panel("Verify in a fresh process", { id: "verify" }, verification(run, signal)),
    panel("Files", {}, h("ul", { class: "files" }, parts.map((part) => h("li", {}, `${part}: `, links.filter(([p]) => p === part).map(([, format, href]) => [h("a", { href, download: `${run.id}-${part}.${format}`, text: format.toUpperCase() }), " "]))))),
    h("div", { class: "split" },
      panel("Configuration", {}, list(run.result.configuration)),
      panel("Manifest", { id: "manifest" }, list({ result_hash: run.result.result_hash, ...run.result.manifest }))),
    panel("Code", { id: "code" }, code.strategies.map((s) => h("div", {}, h("p", {}, link(`/strategy/${s.strategy_name}`, s.strategy_name), ` ${s.kind}, ${s.current ? "as it is now" : "changed since"} `, h("span", { class: "mono", text: s.content_hash })),
      (s.files ?? []).map((file) => h("details", {}, h("summary", { text: file.path }), h("pre", { class: "code", tabindex: "0", text: file.text ?? "(binary)" }))),
      (s.files ?? []).length === 0 ? h("p", { class: "quiet", text: "It shipped with the program; its source is not kept with the result." }) : null))),
    panel("Log", { id: "log" }, log.length === 0 ? h("p", { class: "quiet", text: "The strategy wrote nothing." }) : grid({
      label: "Log", rows: log, filter: "filter", height: 320,
      columns: [{ key: "time", title: "Bar", width: 150, text: (l) => time(l.time, run.zone) }, { key: "strategy", title: "Strategy", width: 120 }, { key: "text", title: "Text", width: 420, grow: 6, text: (l) => l.text ?? l.message ?? l.line }],
    }).root));
}

function command(run, origin) {
  const given = Object.fromEntries(Object.entries(run.order).filter(([, v]) => v !== null && v !== false));
  const text = `curl -X POST ${origin.replace(/\/$/, "")}/api/backtests \\\n  -d '${JSON.stringify(given).replaceAll("'", "'\\''")}'`;
  const box = h("pre", { class: "code", tabindex: "0", text });
  return h("div", {}, box, h("button", { type: "button", text: "Copy", onclick: (e) => navigator.clipboard.writeText(text).then(() => { e.target.textContent = "Copied"; }) }));
}

function list(object) {
  const text = (v) => (v === null ? "–" : typeof v === "object" ? JSON.stringify(v) : String(v));
  return h("dl", { class: "facts-list" }, Object.entries(object).flatMap(([key, v]) => [h("dt", { text: key.replaceAll("_", " ") }), h("dd", { class: "mono", text: text(v) || "–" })]));
}

function verification(run, signal) {
  const out = h("div", { role: "status" });
  const tell = (v) => out.replaceChildren(h("p", {}, h("span", { class: `tag ${v.verdict === "verified" || v.verified ? "good" : "bad"}`, text: v.verdict ?? (v.verified ? "verified" : "differs") }), ` ${v.text ?? v.message ?? ""}`),
    (v.differences ?? []).map((d) => h("p", { class: "mono", text: JSON.stringify(d) })));
  const button = h("button", { type: "button", text: "Verify", onclick: async () => {
    button.disabled = true;
    out.replaceChildren(h("p", { class: "quiet", text: "Running the stored order again in a process of its own…" }));
    try {
      const done = await send("POST", "backtest", `/api/backtests/${run.id}/verify`, { wait: "true" });
      if (!signal.aborted) tell(done);
    } catch (e) {
      out.replaceChildren(failure(e));
    }
    button.disabled = false;
  } });
  if (run.verification) tell(run.verification);
  return h("div", {}, h("p", {}, button, h("span", { class: "quiet", text: ` fetches ${count(run.result.backtest_period.total_bars)} bars anew and compares every order, fill and figure.` })), out);
}
