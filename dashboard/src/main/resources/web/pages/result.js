// One run: the verdict on top, and its parts below, each with an address of its own.

import { download, h, link } from "/web/parts/dom.js";
import { count, day, money, number, percent, signed } from "/web/parts/format.js";
import { tile } from "/web/parts/metrics.js";
import { progress } from "/web/parts/progress.js";
import { tabs } from "/web/parts/tabs.js";
import { get } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";
import { facts } from "/web/result/facts.js";
import { heading, onPaper, save } from "/web/result/report.js";

const PARTS = [["overview", "Overview"], ["trades", "Trades"], ["costs", "Costs and margin"], ["luck", "Luck"], ["provenance", "Provenance"]];

export const title = (id) => `Result ${id}`;

export async function show(view, { item: id, query, signal }) {
  const state = await get("backtest", `/api/backtests/${id}`, {}, signal);
  const head = (actions = null) => h("div", { class: "view-head" }, h("h1", { text: name(state.order) }), actions);
  if (["queued", "running"].includes(state.state)) {
    const shown = progress({ service: "backtest", path: `/api/backtests/${id}`, label: name(state.order), signal });
    view.replaceChildren(head(), shown.root);
    shown.ended.then(reopen, () => {});
    return;
  }
  if (state.state !== "done") {
    view.replaceChildren(head(), failure({ title: `The run was ${state.state}`, message: state.message ?? "No reason was kept." }), link(`/backtest?again=${id}`, "Change the order and run it again", { class: "button" }));
    return;
  }
  const run = { ...await facts(id, state, signal), verification: state.verification };
  const strip = verdict(run);
  const wanted = query.get("part") ?? (query.has("trade") ? "trades" : null);
  const shown = async (key, box, { signal: ended, first }) => (await import(`/web/result/${key}.js`)).show(box, run, { signal: ended, query: first ? query : new URLSearchParams() });
  const part = tabs({ parts: PARTS.map(([key, text]) => [key, text, (box, how) => shown(key, box, how)]), wanted, label: "Parts of the result", signal, drops: ["trade"] });
  const said = h("div", { role: "status" });
  const front = () => [heading(name(state.order), [period(run), `Run ${id}; result hash ${run.result.result_hash}`]), strip];
  const parts = PARTS.map(([key, text]) => [text, (into, ended) => shown(key, into, { signal: ended, first: false })]);
  const whole = async (make) => {
    said.replaceChildren(h("p", { class: "note", text: "Drawing all parts of the result…" }));
    await make().then(() => said.replaceChildren(), (e) => said.replaceChildren(failure(e)));
  };
  view.replaceChildren(head(h("div", { class: "actions" }, link(`/backtest?again=${id}`, "Run again", { class: "button" }), link(`/compare?ids=${id}`, "Compare", { class: "button" }),
    h("button", { type: "button", text: "JSON", title: "the whole answer", onclick: () => download(`${id}.json`, "application/json", JSON.stringify(state, null, 1)) }),
    h("button", { type: "button", id: "export-html", text: "HTML report", title: "all parts, as one file", onclick: () => whole(() => save(id, name(state.order), front(), parts)) }),
    h("button", { type: "button", id: "print", text: "Print or PDF", title: "all parts", onclick: () => whole(() => onPaper(front(), parts)) }))), h("p", { class: "lead", text: period(run) }), said, strip, part.root);
  await part.start();
}

function name(order) {
  return order.strategies ? `${order.strategies.map((s) => s.name ?? s.strategy_name).join(", ")} together` : `${order.strategy_name} on ${order.symbol}`;
}

function period({ result, order, zone }) {
  const given = Object.entries(result.manifest?.parameters ?? order.parameters ?? {}).map(([key, v]) => `${key} ${v}`).join(", ");
  const { start, end, total_bars: bars } = result.backtest_period;
  return `${day(start, zone)} to ${day(end, zone)}, ${count(bars)} bars of ${result.configuration.timeframe}${given ? `; ${given}` : ""}`;
}

// A result of an earlier version knows nothing of other tries.
function luck(deflated, all) {
  const sure = deflated ? deflated.value : all.psr?.value;
  const tries = deflated?.trials ?? 1;
  return {
    about: deflated ? `${all.sharpe.definition}; below it the ${deflated.definition}` : all.sharpe.definition,
    note: sure == null ? "" : tries === 1 ? `${percent(sure)} sure it is above 0 (one try)` : `${percent(sure)} sure it beats luck in ${count(tries)} tries (DSR)`,
  };
}

function verdict({ result, currency, pointValue, tickSize }) {
  const p = result.performance;
  const all = result.metrics.all;
  const ticks = pointValue ? p.net_profit / (pointValue * tickSize) : null;
  // Without a doubtful bar both ends are the same.
  const doubt = result.interval?.ambiguous_bars > 0 ? result.interval : null;
  return h("div", { class: "strip", id: "verdict" },
    tile("Net profit", money(p.net_profit, currency), { id: "net", tone: signed(p.net_profit), note: `${number(p.total_return_pct)} %${ticks === null ? "" : `, ${count(Math.round(ticks))} ticks`}`, about: all.net_profit.definition }),
    tile("Per round trip", number(p.average_trade), { tone: signed(p.average_trade), note: all.expectancy_r?.value == null ? null : `${number(all.expectancy_r.value)} R`, about: all.expectancy.definition }),
    tile("Max drawdown", money(p.max_drawdown, currency), { id: "drawdown", tone: signed(p.max_drawdown), note: `${number(p.max_drawdown_pct)} %`, about: all.max_drawdown.definition }),
    tile("Profit factor", number(p.profit_factor), { id: "profit-factor", about: all.profit_factor.definition }),
    tile("Round trips", count(p.total_trades), { id: "trips", note: p.win_rate_pct == null ? null : `${number(p.win_rate_pct, 1)} % won` }),
    tile("Sharpe ratio", number(p.sharpe_ratio), { id: "sharpe", ...luck(result.deflated_sharpe, all) }),
    tile("Costs", money(p.total_costs, currency), { note: `${count(p.rejected_orders)} orders refused` }),
    tile("Doubtful fills", doubt ? `${number(doubt.pessimistic, 0)} to ${number(doubt.optimistic, 0)}` : "none", { note: doubt ? `net; ${count(doubt.ambiguous_bars)} ${doubt.ambiguous_bars === 1 ? "bar decides" : "bars decide"}` : null, about: "net profit with every doubtful bar read against the trader and in favour" }),
    tile("Data grade", result.data_grade ?? "–", { id: "grade", note: result.data?.[0]?.symbol, about: result.data?.[0]?.reason }),
    tile("Findings", count((result.findings ?? []).length), { note: `manifest ${result.result_hash.slice(0, 10)}` }));
}
