// How far the run could have gone otherwise: its days drawn again in blocks.

import { equity } from "/web/parts/equity.js";
import { field, h, panel } from "/web/parts/dom.js";
import { count, number, percent } from "/web/parts/format.js";
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
    h("form", { class: "form", onsubmit: draw }, field("Paths", paths), field("Seed", seed), h("div", { class: "field" }, h("button", { type: "submit", text: "Draw again" })))), out);
  await draw();
}

function shown(b, run, signal) {
  const row = (name, i, text) => (i ? h("tr", {}, h("th", { scope: "row", text: name }), ["low", "median", "high"].map((key) => h("td", { class: "right", text: text(i[key]) }))) : null);
  const days = b.points.map((p) => p.day);
  const actual = run.days.map((d) => ({ time: d.day, equity: d.equity, drawdown: 0 }));
  return [
    panel("Equity, 5 % to 95 % of paths", {}, equity({
      series: [{ name: "This run", points: actual }], zone: "UTC", signal, height: 320, rolls: [], drawdown: false,
      bands: { times: days, low: b.points.map((p) => p.p05), mid: b.points.map((p) => p.p50), high: b.points.map((p) => p.p95) },
    }).root),
    panel("What 9 of 10 paths came to", {}, h("div", { class: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, h("th", { text: "Figure" }), ["5 %", "half", "95 %"].map((t) => h("th", { class: "right", text: t })))),
      h("tbody", {}, row("Net profit", b.net_profit, number), row("Max drawdown", b.max_drawdown, number), row("Max drawdown, share", b.max_drawdown_pct, (v) => percent(v)),
        row("Sharpe ratio", b.sharpe, number), row("Profit factor by day", b.profit_factor, number)))),
    h("p", { class: "quiet", text: `${count(b.paths)} paths, blocks of ${number(b.block_length, 1)} days on average, seed ${b.seed}; ${percent(b.losing_share)} of paths end with a loss.` })),
  ];
}
