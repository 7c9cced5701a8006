// A backtest beside the portfolio: what each part of the difference is, and the round trips of both sides.

import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { count, money, number, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { get, send } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";

const PARTS = [["entry_slippage", "Entries at other prices"], ["exit_slippage", "Exits at other prices"], ["fees", "Fees"], ["size", "Other sizes"], ["missed", "Missed"], ["extra", "Extra"], ["other", "Other"]];

export async function reconciling(box, { at, query }, { signal }) {
  const { backtests } = await get("backtest", "/api/backtests", { limit: 200 }, signal);
  const done = backtests.filter((b) => b.state === "done");
  if (done.length === 0) return box.replaceChildren(empty("There is no backtest to compare with yet.", link("/backtest", "Run one")));
  const run = select(done.map((b) => [b.id, `${b.strategy_name ?? "Several strategies"} on ${b.symbol ?? "several markets"}, ${time(b.created).slice(0, 16)}, net ${money(b.net_profit)}`]), query.get("backtest"), { id: "reconcile-run" });
  const apart = h("input", { type: "number", min: "0", max: "86400", step: "1", value: query.get("apart") ?? "300", id: "reconcile-apart" });
  const said = h("div", { class: "stack", id: "reconciled", "aria-live": "polite" });
  const go = async () => {
    said.replaceChildren(h("p", { class: "loading", text: "Comparing…" }));
    keep({ backtest: run.value, apart: apart.value === "300" ? null : apart.value });
    try {
      const answer = await send("POST", "portfolio", `${at}/reconcile`, { backtest_id: run.value, window_seconds: apart.value, limit: 20_000 });
      if (!signal.aborted) said.replaceChildren(...told(answer, signal));
    } catch (e) {
      if (!signal.aborted) said.replaceChildren(failure(e));
    }
  };
  box.replaceChildren(panel("Compare with a backtest", { id: "reconcile" }, h("form", { class: "form", onsubmit: (e) => { e.preventDefault(); go(); } }, h("div", { class: "wide" }, field("Backtest", run)), field("Entries at most so many seconds apart", apart), h("div", { class: "field" }, h("button", { class: "primary", id: "reconcile-go", text: "Compare" })))), said);
  if (query.get("backtest")) await go();
  return undefined;
}

function told(r, signal) {
  const sum = (key, label, value, note) => h("div", { class: "figure" }, h("span", { class: "label", text: label }), h("b", { class: signed(value), data: { figure: key }, text: money(value) }), h("small", { text: note }));
  return [
    h("section", { class: "strip", "aria-label": "Both sides" }, sum("backtest_net", "Backtest", r.backtest_net, `${count(r.backtest_trades)} round trips`), sum("portfolio_net", "Portfolio", r.portfolio_net, `${count(r.portfolio_trades)} round trips`), sum("difference", "Difference", r.difference, `${time(r.from).slice(0, 16)} to ${time(r.to).slice(0, 16)}`)),
    ...r.notes.map((n) => h("p", { class: "note", text: n })),
    panel("What the difference is", { id: "difference" }, waterfall(r, signal), parts(r)),
    panel("Matched", { id: "matched" }, r.pairs.length === 0 ? h("p", { class: "quiet", text: "No entries are near enough; more seconds may help, or another backtest." }) : grid({ label: "Matched round trips", rows: r.pairs, columns: PAIRS, height: 360, filter: "symbol, side …" }).root),
    h("div", { class: "split" }, alone("Missed", "missed", r.missed_trades, r.missed), alone("Extra", "extra", r.extra_trades, r.extra)),
  ];
}

/** From the backtest's net to the portfolio's, part by part. */
function waterfall(r, signal) {
  const steps = PARTS.map(([key, label]) => ({ label, value: r.parts[key] }));
  let level = r.backtest_net;
  const bars = [{ label: "Backtest", from: 0, to: level, end: true }, ...steps.map(({ label, value }) => ({ label, from: level, to: (level += value) })), { label: "Portfolio", from: 0, to: r.portfolio_net, end: true }];
  const tone = (b) => css(b.end ? "--soft" : b.to < b.from ? "--loss-fill" : "--gain-fill");
  return chart({ height: 260, signal, describe: `From ${money(r.backtest_net)} to ${money(r.portfolio_net)}: ${steps.map((s) => `${s.label} ${money(s.value)}`).join(", ")}`, options: () => ({
    grid: { left: 10, right: 14, top: 14, bottom: 20, containLabel: true }, tooltip: tooltip({ formatter: ({ dataIndex: i }) => `${bars[i].label} ${money(bars[i].end ? bars[i].to : bars[i].to - bars[i].from)}` }),
    xAxis: axis({ type: "category", data: bars.map((b) => b.label), axisLabel: { interval: 0, width: 84, overflow: "break" } }), yAxis: axis({ type: "value", scale: true }),
    series: [{ type: "custom", encode: { x: 0, y: [1, 2] }, data: bars.map((b, i) => [i, b.from, b.to]), renderItem: (_, api) => {
      const [x, top] = api.coord([api.value(0), Math.max(api.value(1), api.value(2))]);
      const [, bottom] = api.coord([api.value(0), Math.min(api.value(1), api.value(2))]);
      const width = Math.min(46, api.size([1, 0])[0] * 0.6);
      return { type: "rect", shape: { x: x - width / 2, y: top, width, height: Math.max(1.5, bottom - top) }, style: { fill: tone(bars[api.value(0)]) } };
    } }] }) }).root;
}

function parts(r) {
  const notes = { missed: `${count(r.missed)} round trips`, extra: `${count(r.extra)} round trips`, entry_slippage: `${count(r.matched)} pairs`, other: "gross that prices do not explain" };
  return h("table", { id: "parts" }, h("caption", { class: "unseen", text: "Parts of the difference" }), h("tbody", {}, PARTS.map(([key, label]) => h("tr", { data: { part: key } }, h("th", { scope: "row", text: label }), h("td", { class: "quiet", text: notes[key] ?? "" }), h("td", { class: `right ${signed(r.parts[key])}`, text: money(r.parts[key]) }))),
    h("tr", {}, h("th", { scope: "row", text: "Difference" }), h("td", {}), h("td", { class: `right ${signed(r.difference)}` }, h("b", { text: money(r.difference) })))));
}

const ticks = (v) => (v === null ? "–" : number(v, 1));
const PAIRS = [
  { key: "backtest_trade", title: "Backtest", number: true, width: 75 }, { key: "portfolio_trade", title: "Portfolio", number: true, width: 75 }, { key: "symbol", title: "Symbol", width: 90 }, { key: "side", title: "Side", width: 60, text: (p) => p.side.toLowerCase() }, { key: "quantity", title: "Contracts", number: true, width: 80 },
  { key: "entry_time", title: "Entry", width: 165, text: (p) => time(p.entry_time, undefined, { seconds: true }) }, { key: "entry_delay_seconds", title: "Later by s", number: true, width: 85, text: (p) => number(p.entry_delay_seconds, 1) }, { key: "entry_price", title: "Price", number: true, text: (p) => price(p.entry_price) },
  { key: "entry_slippage_ticks", title: "Worse, ticks", number: true, width: 95, text: (p) => ticks(p.entry_slippage_ticks) }, { key: "entry_slippage", title: "Entry $", number: true, text: (p) => money(p.entry_slippage), tone: (p) => signed(p.entry_slippage) },
  { key: "exit_delay_seconds", title: "Exit later by s", number: true, width: 110, text: (p) => number(p.exit_delay_seconds, 1) }, { key: "exit_slippage_ticks", title: "Worse, ticks", number: true, width: 95, text: (p) => ticks(p.exit_slippage_ticks) }, { key: "exit_slippage", title: "Exit $", number: true, text: (p) => money(p.exit_slippage), tone: (p) => signed(p.exit_slippage) },
  { key: "fees", title: "Fees $", number: true, width: 75, text: (p) => money(p.fees), tone: (p) => signed(p.fees) }, { key: "difference", title: "Difference $", number: true, width: 105, text: (p) => money(p.difference), tone: (p) => signed(p.difference) },
];
const ALONE = [
  { key: "trade", title: "No.", number: true, width: 60 }, { key: "symbol", title: "Symbol", width: 85 }, { key: "side", title: "Side", width: 60, text: (t) => t.side.toLowerCase() }, { key: "quantity", title: "Contracts", number: true, width: 80 }, { key: "entry_time", title: "Entry", width: 155, text: (t) => time(t.entry_time) }, { key: "net", title: "Net $", number: true, text: (t) => money(t.net), tone: (t) => signed(t.net) },
];

function alone(name, id, rows, all) {
  return panel(name, { id, tools: h("small", { class: "quiet", text: rows.length < all ? `the first ${count(rows.length)} of ${count(all)}` : "" }) }, rows.length === 0 ? h("p", { class: "quiet", text: "None." }) : grid({ label: `${name} round trips`, rows, columns: ALONE, height: 260 }).root);
}
