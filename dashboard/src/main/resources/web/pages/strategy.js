// One strategy: what it can be given, its source, the versions that were run and what came of them.

import { confirmed } from "/web/parts/sure.js";
import { empty, field, h, link, panel } from "/web/parts/dom.js";
import { price, time } from "/web/parts/format.js";
import { lookahead } from "/web/parts/lookahead.js";
import { runTable } from "/web/parts/runs.js";
import { copy, current, template, version } from "/web/parts/source.js";
import { forget, sourcePanel } from "/web/parts/sourcepanel.js";
import { errorLine, tone } from "/web/pages/strategies.js";
import { get, send } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";

const RESULTS = 10;

export const title = (item) => item;

export async function show(view, { item: name, query, signal, go }) {
  const address = `/api/strategies/${encodeURIComponent(name)}`;
  const draft = query.get("new") ? () => template(name, query.get("new"), signal) : query.get("copy") ? () => copy(query.get("copy"), name, signal) : null;
  // The list is asked before the one, so that a draft does not begin with a request that fails.
  const known = !draft || (await get("backtest", "/api/strategies", {}, signal)).strategies.some((s) => s.name === name);
  const info = known ? await get("backtest", address, {}, signal) : null;
  const fresh = info === null;
  const source = fresh ? await draft() : query.get("version") ? await version(name, query.get("version"), signal) : await current(info, signal);
  const said = h("div", {});
  const saved = () => (fresh ? go(`/strategy/${encodeURIComponent(name)}`, { replace: true }) : reopen());
  const code = await sourcePanel({ name, source, fresh, signal, saved });
  if (signal.aborted) return;
  view.replaceChildren(head(name, info, { go, said, address }), said,
    fresh ? h("p", { class: "note", id: "draft", text: `${name} is not stored yet. Change what you like, then save it.` }) : h("p", { class: "lead", text: info.description }),
    info?.status !== "ready" && info?.errors?.length > 0 ? panel("Errors", {}, h("ul", { class: "errors" }, info.errors.map(errorLine))) : null ?? "",
    fresh ? code : h("div", { class: "columns strategy-columns" }, code, h("div", { class: "stack" }, parameters(info), await versions(info, query.get("version"), signal))));
  code.begin?.();
  if (!fresh) view.append(await results(name, signal), info.status === "ready" ? await lookahead(name, signal) : "");
}

function head(name, info, { go, said, address }) {
  const own = info?.file != null;
  const again = h("form", { class: "name-row", id: "copy-form", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    go(`/strategy/${encodeURIComponent(wanted.value)}?copy=${encodeURIComponent(name)}`);
  } });
  const wanted = h("input", { id: "copy-name", required: true, pattern: "[A-Za-z_$][A-Za-z0-9_$]*", value: `My${name}`, title: "a name of letters and digits, as a Java class has" });
  again.append(field("Name of the copy", wanted), h("button", { class: "primary", text: "Open the copy" }));
  const remove = async () => {
    const sure = await confirmed({ title: `Delete ${name}?`, text: `${info.file} and its settings are removed from the strategies directory. Results that it made stay, and so does the code that is kept with them.`, action: "Delete" });
    if (!sure) return;
    await send("DELETE", "backtest", address).then(() => { forget(name); go("/strategies"); }, (e) => said.replaceChildren(failure(e)));
  };
  return h("div", { class: "stack" }, h("div", { class: "view-head" }, h("h1", { text: name }),
    info ? [h("span", { class: `tag ${tone(info.status)}`, id: "strategy-status", text: info.status }), h("span", { class: "tag", text: own ? info.file : "shipped, read-only" })] : h("span", { class: "tag wait", text: "draft" }),
    h("span", { class: "actions" },
      info && info.kind !== "jar" ? h("button", { type: "button", id: "copy", text: "Copy as my own", "aria-expanded": "false", onclick: (e) => { again.hidden = !again.hidden; e.target.setAttribute("aria-expanded", String(!again.hidden)); if (!again.hidden) wanted.focus(); } }) : null,
      own ? h("button", { type: "button", id: "delete", class: "danger", text: "Delete", onclick: remove }) : null,
      info?.status === "ready" ? link(`/backtest?strategy_name=${encodeURIComponent(name)}`, "Run a backtest", { class: "button primary", id: "run" }) : null)), again);
}

function range(p) {
  if (p.choices?.length > 0) return `one of ${p.choices.join(", ")}`;
  if (p.min === null && p.max === null) return p.kind;
  return `${p.kind}, ${price(p.min)} to ${price(p.max)}${p.step === null ? "" : `, step ${price(p.step)}`}`;
}

function parameters({ parameters: all, conditions }) {
  return panel("Parameters", { id: "parameters" }, all.length === 0 ? h("p", { class: "quiet", text: "It has none." }) : h("dl", { class: "parameter-list" }, all.map((p) => h("div", { data: { parameter: p.name } },
    h("dt", {}, h("code", { class: "mono", text: p.name }), h("b", { class: "num", text: typeof p.standard === "number" ? price(p.standard) : String(p.standard) })),
    h("dd", {}, p.help, h("small", { class: "quiet", text: ` ${range(p)}` }))))),
  conditions?.length > 0 ? h("p", { class: "quiet", text: `It holds that ${conditions.map((c) => `${c.lesser} ${c.relation} ${c.greater}`).join(", ")}.` }) : null);
}

async function versions({ name, file }, shown, signal) {
  const { versions: all } = await get("backtest", `/api/strategies/${encodeURIComponent(name)}/versions`, {}, signal);
  const page = `/strategy/${encodeURIComponent(name)}`;
  const list = all.length === 0 ? h("p", { class: "quiet", text: file === null ? "A shipped strategy has the program's version only." : "No version was run yet." })
    : h("ul", { class: "version-list" }, all.map((v) => h("li", {}, link(`${page}?version=${v.content_hash}`, v.content_hash.slice(0, 8), { class: "mono", "aria-current": v.content_hash === shown ? "true" : null, title: v.content_hash }),
      h("span", { class: "quiet num", text: time(v.first_run) }), v.current ? h("span", { class: "tag good", text: "present" }) : null)));
  return panel("Versions run", { id: "versions", tools: shown ? link(page, "Back to the file") : null }, list);
}

async function results(name, signal) {
  const { backtests } = await get("backtest", "/api/backtests", { limit: 200 }, signal);
  const mine = backtests.filter((b) => b.strategy_name?.split(", ").includes(name)).slice(0, RESULTS);
  return panel("Recent results", { id: "recent-results", tools: mine.length > 1 ? link(`/compare?ids=${mine.slice(0, 4).map((b) => b.id).join(",")}`, "Compare the last ones") : null },
    mine.length > 0 ? runTable(mine, `Recent results of ${name}`, signal) : empty("It has not been run lately.", link(`/backtest?strategy_name=${encodeURIComponent(name)}`, "Run a backtest")));
}
