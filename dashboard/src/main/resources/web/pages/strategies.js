// What can be run: shipped strategies and the user's own, with what is wrong with them; new ones come in here.

import { empty, field, h, link, panel, select, setText } from "/web/parts/dom.js";
import { count, price } from "/web/parts/format.js";
import { upload } from "/web/parts/upload.js";
import { get, send } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";

const LOOK_MS = 5000;
const KIND = { java: "Java", javascript: "JavaScript", jar: "Jar" };

export const title = () => "Strategies";
export const tone = (status) => (status === "ready" ? "good" : status === "error" ? "bad" : "wait");

export async function show(view, { query, signal, go }) {
  const search = h("input", { type: "search", id: "strategy-filter", placeholder: "Filter by name or text", "aria-label": "Filter strategies", value: query.get("q") ?? "", oninput: () => { keep({ q: search.value }); draw(); } });
  const kinds = select([["", "All"], ["own", "My own"], ["shipped", "Shipped"], ["wrong", "With errors"]], query.get("show") ?? "", { id: "strategy-show", "aria-label": "Which strategies", onchange: () => { keep({ show: kinds.value }); draw(); } });
  const total = h("span", { class: "quiet", role: "status", id: "strategy-count" });
  const cards = h("div", { class: "strategy-cards", id: "strategies" });
  const problems = h("div", {});
  let list = [];

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = { "": () => true, own: (s) => s.file !== null, shipped: (s) => s.file === null, wrong: (s) => s.status === "error" };
    const shown = list.filter((s) => fits[kinds.value](s) && words.every((w) => `${s.name} ${s.description} ${s.kind}`.toLowerCase().includes(w)))
      .sort((a, b) => (a.file === null) - (b.file === null) || a.name.localeCompare(b.name));
    setText(total, shown.length === list.length ? `${count(list.length)} strategies` : `${count(shown.length)} of ${count(list.length)}`);
    cards.replaceChildren(...shown.map((s) => card(s, signal)));
    if (shown.length === 0) cards.append(empty("No strategy is like that.", h("button", { type: "button", text: "Show all", onclick: () => { search.value = ""; kinds.value = ""; keep({ q: null, show: null }); draw(); } })));
  }

  let last = "";
  function accept(answer) {
    const text = JSON.stringify(answer);
    if (text === last) return;
    last = text;
    list = answer.strategies;
    problems.replaceChildren(...(answer.problems?.length > 0 ? [panel("Files that are no strategies yet", {}, h("ul", { class: "errors" }, answer.problems.map(errorLine)))] : []));
    draw();
  }

  const load = async () => accept(await get("backtest", "/api/strategies", {}, signal));
  const reload = h("button", { type: "button", id: "reload", text: "Look again", title: "Look at the strategies directory now", onclick: async () => {
    reload.disabled = true;
    await send("POST", "backtest", "/api/strategies/reload").then(accept, (e) => problems.replaceChildren(failure(e)));
    reload.disabled = false;
  } });
  await load();
  view.replaceChildren(
    h("div", { class: "view-head" }, h("h1", { text: "Strategies" }), h("p", { class: "lead", text: "What can be run. Changed files are taken up by themselves." }), h("span", { class: "actions" }, reload)),
    h("div", { class: "split" }, panel("New from a template", {}, newForm(go, () => list)), panel("Upload", {}, upload({ scripts: list.filter((s) => s.kind === "javascript").map((s) => s.name), stored: () => load().catch(() => {}) }))),
    problems, h("div", { class: "tools" }, search, kinds, total), cards);
  // The service tells nobody when a file has changed, so it is asked; a failed look is made good by the next one.
  const timer = setInterval(() => document.hidden || load().catch(() => {}), LOOK_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
}

function newForm(go, known) {
  const name = h("input", { id: "new-name", required: true, pattern: "[A-Za-z_$][A-Za-z0-9_$]*", placeholder: "MyCross", autocomplete: "off", title: "a name of letters and digits, as a Java class has" });
  const kind = select([["java", "Java"], ["javascript", "JavaScript"]], "java", { id: "new-kind" });
  return h("form", { id: "new-strategy", class: "new-form", onsubmit: (event) => {
    event.preventDefault();
    const taken = known().some((s) => s.name.toLowerCase() === name.value.toLowerCase());
    name.setCustomValidity(taken ? "There is a strategy of that name already." : "");
    if (name.reportValidity()) go(`/strategy/${encodeURIComponent(name.value)}?new=${kind.value}`);
  }, oninput: () => name.setCustomValidity("") }, field("Name", name), field("Language", kind), h("button", { class: "primary", text: "Open in the editor" }));
}

/** An error of a strategy's source: where, and what. */
export function errorLine(error) {
  const where = [error.file, error.line > 0 ? error.line : null, error.line > 0 && error.column > 0 ? error.column : null].filter(Boolean).join(":");
  return h("li", {}, h("code", { class: "mono", text: where }), ` ${error.message}`);
}

function card(s, signal) {
  const page = `/strategy/${encodeURIComponent(s.name)}`;
  const versions = h("span", { class: "quiet" });
  if (s.file !== null) {
    get("backtest", `/api/strategies/${encodeURIComponent(s.name)}/versions`, {}, signal).then((a) => setText(versions, `${count(a.versions.length)} ${a.versions.length === 1 ? "version" : "versions"} run`), () => {});
  }
  const wrong = s.errors?.length > 0 ? s.errors : s.error ? [{ file: s.file, message: s.error }] : [];
  return h("article", { class: "panel strategy-card", data: { strategy: s.name, status: s.status }, "aria-label": s.name },
    h("div", { class: "strategy-head" }, h("h2", {}, link(page, s.name)), h("span", { class: `tag ${tone(s.status)}`, text: s.status }), h("span", { class: "tag", text: KIND[s.kind] ?? s.kind }), h("span", { class: "tag", text: s.file === null ? "shipped" : "my own" })),
    h("p", { text: s.description || "No description." }),
    wrong.length > 0 ? h("ul", { class: "errors" }, wrong.slice(0, 3).map(errorLine), wrong.length > 3 ? h("li", { text: `and ${wrong.length - 3} more` }) : null) : null,
    h("p", { class: "quiet parameters" }, s.parameters.length === 0 ? "no parameters" : s.parameters.map((p) => `${p.name} ${typeof p.standard === "number" ? price(p.standard) : p.standard}`).join(" · ")),
    h("div", { class: "strategy-foot" }, s.content_hash ? h("span", { class: "mono quiet", title: `Version ${s.content_hash}`, text: s.content_hash.slice(0, 8) }) : null, versions,
      h("span", { class: "tools" }, link(page, s.file === null ? "Open" : "Edit", { "aria-label": `Open ${s.name}` }), s.status === "ready" ? link(`/backtest?strategy_name=${encodeURIComponent(s.name)}`, "Run", { class: "button", "aria-label": `Run ${s.name}` }) : null)));
}
