// A stored result put to the test: trades in another order, drawn again, left out; days in blocks; entries at random; prices with noise; other costs and later fills; other markets.

import { field, h, panel } from "/web/parts/dom.js";
import { count, label, number, percent, signed } from "/web/parts/format.js";
import { progress } from "/web/parts/progress.js";
import { send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const SHARES = ["p5", "p25", "p50", "p75", "p95"];
const NAMES = ["5 % below", "25 %", "half", "75 %", "95 % below"];

export function monteCarlo(id, signal) {
  const paths = h("input", { type: "number", id: "mc-paths", value: "1000", min: "100", max: "10000", step: "100" });
  const seed = h("input", { type: "number", id: "mc-seed", value: "0", step: "1" });
  const out = h("div", { class: "stack", id: "mc-outcome", "aria-live": "polite" });
  const run = async (event) => {
    event.preventDefault();
    try {
      const job = await send("POST", "backtest", "/api/montecarlo", { backtest_id: id }, { paths: Number(paths.value), seed: Number(seed.value || 0) });
      const shown = progress({ service: "backtest", path: `/api/montecarlo/${job.id}`, label: "Drawing and running again", signal });
      out.replaceChildren(shown.root);
      const end = await shown.ended;
      out.replaceChildren(...(end.state === "done" ? told(end.result) : [failure({ title: `It was ${end.state}`, message: end.message })]));
    } catch (e) {
      if (e.name !== "AbortError") out.replaceChildren(failure(e));
    }
  };
  return panel("Put to the test", { id: "montecarlo" }, h("p", { class: "lead", text: "The same trades in another order, drawn again, some left out; the same days in blocks; entries at random; prices with noise; other costs and later fills; other markets." }),
    h("form", { class: "form", onsubmit: run }, field("Paths", paths), field("Seed", seed), h("button", { type: "submit", id: "mc-go", text: "Run" })), out);
}

const framed = (name, ...inside) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${name}, table` }, inside);

function told(m) {
  const rows = m.methods.flatMap((method) => method.figures.map((f, i) => h("tr", { data: { method: method.name, figure: f.name } },
    i > 0 ? null : h("th", { scope: "rowgroup", rowspan: String(method.figures.length) }, h("span", { class: "explained", tabindex: "0", title: method.question, text: label(method.name) }), h("br"), h("small", { class: "quiet", text: `${count(method.paths)} paths` })),
    h("td", { text: label(f.name) }), h("td", { class: "right", title: f.reason, text: number(f.observed) }), SHARES.map((share) => h("td", { class: "right", text: number(f[share]) })), h("td", { class: "right", text: percent(f.below, 0) }),
    i > 0 ? null : h("td", { class: "right", rowspan: String(method.figures.length), title: method.meaning, text: method.p_value == null ? "–" : number(method.p_value, 3) }))));
  return [m.words?.length > 0 ? h("ul", { class: "told" }, m.words.map((text) => h("li", { text }))) : null,
    framed("Paths", h("table", { id: "mc-paths-table" }, h("thead", {}, h("tr", {}, ["Way of drawing", "Figure", "this run", ...NAMES, "paths below it", "p"].map((text, i) => h("th", { scope: "col", class: i > 1 ? "right" : "", text })))), h("tbody", {}, rows))),
    m.cost_ladder?.length > 0 ? ladder(m) : null,
    m.other_markets?.length > 0 ? others(m.other_markets) : null,
    m.left_out?.length > 0 ? h("ul", { class: "told quiet" }, m.left_out.map((l) => h("li", { text: `${label(l.method)}: ${l.reason}` }))) : null].filter(Boolean);
}

function others(markets) {
  return framed("Other markets", h("table", { id: "mc-others" }, h("thead", {}, h("tr", {}, ["Other market", "Net profit", "Max drawdown", "Sharpe", "Round trips"].map((text, i) => h("th", { scope: "col", class: i > 0 ? "right" : "", text })))),
    h("tbody", {}, markets.map((o) => h("tr", {}, h("th", { scope: "row", text: `${o.symbol}, ${o.timeframe}` }), h("td", { class: `right ${signed(o.net_profit)}`, text: number(o.net_profit) }), h("td", { class: "right", text: number(o.max_drawdown) }), h("td", { class: "right", text: number(o.sharpe) }), h("td", { class: "right", text: count(o.trades) }))))));
}

const late = (bars) => (bars === 0 ? "fills as run" : `fills ${count(bars)} ${bars === 1 ? "bar" : "bars"} later`);

function ladder({ cost_ladder: steps }) {
  const delays = [...new Set(steps.map((s) => s.delay_bars))];
  const ticks = [...new Set(steps.map((s) => s.slippage_ticks))];
  const charges = [...new Set(steps.map((s) => s.charges))];
  const at = (d, t, c) => steps.find((s) => s.delay_bars === d && s.slippage_ticks === t && s.charges === c)?.profit ?? null;
  // What it comes to is among the words.
  return framed("Costs", h("table", { id: "mc-costs" }, h("thead", {}, h("tr", {}, ["Fills", "Slippage, ticks", ...charges.map((c) => (c === 0 ? "no charges" : c === 1 ? "charges as run" : `charges × ${c}`))].map((text, i) => h("th", { scope: "col", class: i > 1 ? "right" : "", text })))),
    h("tbody", {}, delays.flatMap((d) => ticks.map((t, i) => h("tr", {}, i > 0 ? null : h("th", { scope: "rowgroup", rowspan: String(ticks.length), text: late(d) }), h("td", { text: String(t) }), charges.map((c) => h("td", { class: `right ${signed(at(d, t, c))}`, text: number(at(d, t, c)) }))))))));
}
