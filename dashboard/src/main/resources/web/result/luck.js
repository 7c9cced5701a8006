// How far the run could have gone otherwise: its days drawn again in blocks.

import { equity } from "/web/parts/equity.js";
import { field, h, panel } from "/web/parts/dom.js";
import { count, number, percent } from "/web/parts/format.js";
import { monteCarlo } from "/web/parts/montecarlo.js";
import { get } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

export async function show(view, run, { signal }) {
  const paths = h("input", { type: "number", value: "1000", min: "100", max: "10000", step: "100" });
  const seed = h("input", { type: "number", value: "0", step: "1" });
  const out = h("div", { class: "view", id: "bands" });
  const draw = async (event) => {
    event?.preventDefault();
    out.replaceChildren(h("p", { class: "loading", text: "Drawing…" }));
    try {
      const bands = await get("backtest", `/api/backtests/${run.id}/bands`, { paths: paths.value, seed: seed.value, points: 250 }, signal);
      out.replaceChildren(...shown(bands, run, signal));
    } catch (e) {
      if (e.name !== "AbortError") out.replaceChildren(failure(e, draw));
    }
  };
  view.replaceChildren(panel("The same days in another order", {},
    h("p", { class: "lead", text: "The daily profits of this run are drawn again and again, in blocks that keep their streaks (stationary bootstrap). What comes of it says how much of the curve is the order of days; it says nothing about days that never happened, nor about how many runs were tried before this one." }),
    h("form", { class: "form", onsubmit: draw }, field("Paths", paths), field("Seed", seed), h("button", { type: "submit", text: "Draw again" }))), out, monteCarlo(run.id, signal));
  await draw();
}

function shown(b, run, signal) {
  const row = (name, range, text) => h("tr", { title: range.reason }, h("th", { scope: "row", text: name }), [range.observed, range.low, range.median, range.high].map((v) => h("td", { class: "right", text: v === null ? "–" : text(v) })));
  const noon = (p) => `${p.day}T12:00:00Z`; // a day, in whatever zone it is shown
  const { figures } = b;
  return [
    panel("Equity, 5 % to 95 % of paths", {}, equity({
      series: [{ name: "This run", points: b.points.map((p) => ({ time: noon(p), equity: p.equity })) }], zone: run.zone, signal, height: 320,
      bands: { times: b.points.map(noon), low: b.points.map((p) => p.p5), mid: b.points.map((p) => p.p50), high: b.points.map((p) => p.p95) },
    }).root),
    panel("What the paths came to", {}, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "What the paths came to, table" }, h("table", { id: "drawn" },
      h("thead", {}, h("tr", {}, h("th", { text: "Figure" }), ["this run", "5 % below", "half below", "95 % below"].map((t) => h("th", { class: "right", scope: "col", text: t })))),
      h("tbody", {}, row("Net profit", figures.net_profit, number), row("Max drawdown by day", figures.max_drawdown, number), row("as a share of the peak", figures.max_drawdown_fraction, (v) => percent(v)),
        row("Sharpe ratio", figures.sharpe, number), row("Profit factor by day", figures.profit_factor, number)))),
    h("p", { class: "quiet", id: "drawn-how", text: `${count(b.paths)} paths of ${count(b.days)} trading days, blocks of ${number(b.block_days, 1)} days on average, seed ${b.seed}; ${percent(b.loss_share)} of paths end with a loss.` })),
  ];
}
