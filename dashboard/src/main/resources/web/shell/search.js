// "/" finds pages, strategies, series and runs; "?" tells the keys.

import { h, byId } from "/web/parts/dom.js";
import { get } from "/web/shell/api.js";
import { go } from "/web/shell/router.js";

const KEYS = [["/", "search"], ["?", "this help"], ["g h", "home"], ["g b", "new backtest"], ["g r", "results"], ["g s", "strategies"], ["g d", "data"], ["g p", "portfolios"], ["Esc", "close"]];
const GOES = { h: "/", b: "/backtest", r: "/results", s: "/strategies", d: "/data", p: "/portfolios" };
let afterG = 0;

export function startKeys(pages) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], .CodeMirror")) return;
    if (event.key === "/") act(event, () => openSearch(pages));
    else if (event.key === "?") act(event, openHelp);
    else if (event.key === "g") afterG = event.timeStamp;
    else if (GOES[event.key] && event.timeStamp - afterG < 1500) act(event, () => go(GOES[event.key]));
  });
  byId("search-button").addEventListener("click", () => openSearch(pages));
  byId("help-button").addEventListener("click", openHelp);
}

function act(event, what) {
  event.preventDefault();
  afterG = 0;
  what();
}

function dialog(label, ...children) {
  const node = h("dialog", { "aria-label": label, class: "over", onclose: () => node.remove(), onclick: (e) => { if (e.target === node) node.close(); } }, children);
  document.body.append(node);
  node.showModal();
  return node;
}

function openHelp() {
  const node = dialog("Keys", h("h2", { text: "Keys" }),
    h("dl", { class: "keys" }, KEYS.map(([key, does]) => h("div", {}, h("dt", {}, key.split(" ").map((k) => h("kbd", { text: k }))), h("dd", { text: does })))),
    h("button", { type: "button", text: "Close", onclick: () => node.close() }));
}

/** Everything that has an address. A service that is away is left out. */
async function everything(pages) {
  const list = async (promise, entries) => { try { return entries(await promise); } catch { return []; } };
  const found = await Promise.all([
    list(get("backtest", "/api/strategies"), (a) => a.strategies.map((s) => [s.name, `strategy: ${s.description}`, `/strategy/${s.name}`])),
    list(get("data", "/api/data"), (a) => a.series.map((s) => [s.symbol, `series of ${s.timeframe} bars`, `/series/${encodeURIComponent(s.symbol)}`])),
    list(get("backtest", "/api/backtests", { limit: 50 }), (a) => a.backtests.map((b) => [`${b.strategy_name} on ${b.symbol}`, `run ${b.id}`, `/result/${b.id}`])),
  ]);
  return [["Home", "the whole at a glance", "/"], ...pages.filter((p) => p.group).map((p) => [p.title, p.about, `/${p.name}`]), ...found.flat()];
}

async function openSearch(pages) {
  let all = pages.filter((p) => p.group).map((p) => [p.title, p.about, `/${p.name}`]);
  let chosen = 0;
  let shown = [];
  const input = h("input", { type: "search", placeholder: "Page, strategy, series or run", "aria-label": "Search", role: "combobox", "aria-expanded": "true", "aria-controls": "hits", autocomplete: "off" });
  const hits = h("ul", { id: "hits", role: "listbox", "aria-label": "Hits" });
  const node = dialog("Search", input, hits);
  const leave = (entry) => { node.close(); go(entry[2]); };
  const draw = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = all.filter((entry) => words.every((w) => `${entry[0]} ${entry[1]}`.toLowerCase().includes(w))).slice(0, 12);
    chosen = Math.max(0, Math.min(chosen, shown.length - 1));
    hits.replaceChildren(...shown.map((entry, i) => h("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === chosen), onclick: () => leave(entry) },
      h("b", { text: entry[0] }), h("span", { text: entry[1] }))));
    if (shown.length > 0) input.setAttribute("aria-activedescendant", `hit-${chosen}`);
    else hits.append(h("li", { class: "quiet", role: "option", "aria-disabled": "true", text: "Nothing has that name." }));
  };
  input.addEventListener("input", () => { chosen = 0; draw(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") chosen++;
    else if (event.key === "ArrowUp") chosen--;
    else if (event.key === "Enter" && shown[chosen]) return leave(shown[chosen]);
    else return;
    event.preventDefault();
    draw();
  });
  draw();
  all = await everything(pages);
  draw();
}
