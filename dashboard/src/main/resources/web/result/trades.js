// Round trips: the table, the candles around one of them, and how they are spread.

import { candles } from "/web/parts/candles.js";
import { axis, chart, css, histogram, tooltip } from "/web/parts/chart.js";
import { h, panel, toggle } from "/web/parts/dom.js";
import { count, number, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { address, get } from "/web/shell/api.js";
import { keep } from "/web/shell/router.js";

export async function show(view, run, { signal, query }) {
  const trades = await run.trades();
  if (trades.length === 0) {
    view.replaceChildren(panel("Round trips", {}, h("p", { class: "quiet", text: "This run made none. The findings may say why." })));
    return;
  }
  const around = h("div", { id: "around" }, h("p", { class: "quiet", text: "Choose a round trip to see the candles around it." }));
  const joint = new Set(trades.map((t) => t.symbol)).size > 1 || Boolean(run.order.strategies);
  const columns = [
    { key: "number", title: "#", number: true, width: 60, text: (t) => count(t.number) },
    ...(joint ? [{ key: "strategy", title: "Strategy", width: 110 }, { key: "symbol", title: "Series", width: 90 }] : []),
    { key: "side", title: "Side", width: 66, text: (t) => t.side.toLowerCase() },
    { key: "contracts", title: "Size", number: true, width: 56 },
    { key: "entry_time", title: "Entry", width: 150, text: (t) => time(t.entry_time, run.zone) },
    { key: "entry_price", title: "Price", number: true, width: 86, text: (t) => price(t.entry_price), hint: (t) => t.entry_rule_name },
    { key: "exit_time", title: "Exit", width: 150, text: (t) => time(t.exit_time, run.zone) },
    { key: "exit_price", title: "Price", number: true, width: 86, text: (t) => price(t.exit_price), hint: (t) => t.exit_rule_name },
    { key: "exit_reason", title: "Reason", width: 96, text: (t) => (t.exit_reason ?? "").replaceAll("_", " ") },
    { key: "rules", title: "Fill rules", width: 74, text: (t) => `${t.entry_rule} / ${t.exit_rule}`, hint: (t) => `${t.entry_rule_name} / ${t.exit_rule_name}` },
    { key: "ticks", title: "Ticks", number: true, width: 66, text: (t) => count(t.ticks), tone: (t) => signed(t.ticks) },
    { key: "net", title: "Net", number: true, width: 88, text: (t) => number(t.net), tone: (t) => signed(t.net) },
    { key: "costs", title: "Costs", number: true, width: 72, text: (t) => number(t.costs) },
    { key: "r_multiple", title: "R", number: true, width: 66, text: (t) => number(t.r_multiple) },
    { key: "mae", title: "MAE", number: true, width: 78, text: (t) => number(t.mae), about: "adverse excursion: the worst it was" },
    { key: "mfe", title: "MFE", number: true, width: 78, text: (t) => number(t.mfe), about: "favourable excursion: the best it was" },
    { key: "bars_held", title: "Bars", number: true, width: 60, text: (t) => count(t.bars_held) },
    { key: "ambiguous", title: "Doubt", width: 64, text: (t) => (t.ambiguous ? "yes" : ""), about: "the order of prices inside a bar decides it" },
  ];
  let shown = null;
  const open = async (trade) => {
    keep({ trade: trade.number });
    shown?.abort();
    shown = new AbortController();
    signal.addEventListener("abort", () => shown.abort());
    try {
      const ask = { symbol: trade.symbol, strategy: trade.strategy, entry_order: trade.entry_order };
      const orders = await get("backtest", `/api/backtests/${run.id}/orders`, ask, shown.signal);
      around.replaceChildren(h("p", { text: described(trade, run.zone) }), tripChart(run, trade, orders, shown.signal));
    } catch (e) {
      if (e.name !== "AbortError") around.replaceChildren(h("p", { class: "loss", text: e.message }));
    }
  };
  const csv = h("a", { href: await address("backtest", `/api/backtests/${run.id}/trades`, { format: "csv" }), download: `${run.id}-trades.csv`, text: "CSV" });
  const table = grid({ label: "Round trips", rows: trades, columns, open, filter: "filter, e.g. long stop loss", height: 420, download: csv });
  view.replaceChildren(panel("Round trips", { id: "trades" }, table.root), panel("Around the round trip", { id: "candles" }, around),
    h("div", { class: "split thirds" },
      panel("Excursions: how bad, how good, before it ended", { id: "excursions" }, scatter(trades, signal)),
      panel("Net profit of round trips", { id: "spread" }, histogram({ values: trades.map((t) => t.net), title: "net profit", unit: run.currency, signal, height: 300 })),
      panel("Bars held", { id: "held" }, histogram({ values: trades.map((t) => t.bars_held), title: "bars held", unit: "bars", signal, height: 300 }))));
  const wanted = Number(query.get("trade"));
  const chosen = trades.find((t) => t.number === wanted);
  if (chosen) await open(chosen);
}

const described = (t, zone) => `No. ${count(t.number)}: ${t.side.toLowerCase()} ${count(t.contracts)} from ${time(t.entry_time, zone)} at ${price(t.entry_price)} (${t.entry_rule_name.replaceAll("_", " ")}) to ${time(t.exit_time, zone)} at ${price(t.exit_price)} (${t.exit_rule_name.replaceAll("_", " ")}, ${String(t.exit_reason).replaceAll("_", " ")}); net ${number(t.net)}, ${count(t.ticks)} ticks`;

/** Entry, exit and the life of every order that belongs to the round trip. */
function tripChart(run, trade, orders, signal) {
  const side = trade.side === "LONG" ? "buy" : "sell";
  const other = side === "buy" ? "sell" : "buy";
  const levels = orders.filter((o) => o.price != null || o.limit_price != null).map((o) => ({
    from: o.sent_time, to: o.done_time ?? trade.exit_time, price: o.price ?? o.limit_price, kind: o.role === "target" ? "target" : o.type.includes("stop") ? "stop" : "limit",
  }));
  const { timeframe = "1m", hours = "all" } = run.result.configuration;
  const overlays = { markers: [
    { time: trade.entry_time, price: trade.entry_price, side, kind: "entry", text: `entry ${price(trade.entry_price)}` },
    { time: trade.exit_time, price: trade.exit_price, side: other, kind: "exit", text: `exit ${price(trade.exit_price)}` },
  ], prices: levels, lines: [] };
  // Some of the market before and after, so that the trip is seen in its place.
  const held = Math.max(trade.exit_time - trade.entry_time, 20 * 60_000);
  const view = candles({
    symbol: trade.symbol, timeframe, zone: run.zone, signal, height: 440, overlays, parameters: hours === "all" ? {} : { hours },
    from: new Date(trade.entry_time - held / 2).toISOString(), to: new Date(trade.exit_time + held / 2).toISOString(),
  });
  return h("div", {}, h("div", { class: "tools" }, lineChoices(run.order.parameters ?? {}, (lines) => view.overlay({ ...overlays, lines }))), view.root);
}

/** Averages over the strategy's own periods, where it has some, to lay over the candles. */
function lineChoices(parameters, changed) {
  const periods = Object.entries(parameters).filter(([name, v]) => /period/.test(name) && Number.isInteger(v) && v > 1).map(([, v]) => v);
  const choices = [...new Set(periods.length > 0 ? periods : [20, 50])].flatMap((period) => [{ kind: "sma", period }, { kind: "ema", period }]).concat({ kind: "bollinger", period: 20 });
  const chosen = new Set();
  return choices.map((line) => h("button", { type: "button", text: `${line.kind === "bollinger" ? "Bollinger" : line.kind.toUpperCase()} ${line.period}`, "aria-pressed": "false", onclick: (e) => {
    if (!chosen.delete(line)) chosen.add(line);
    e.target.setAttribute("aria-pressed", String(chosen.has(line)));
    changed([...chosen]);
  } }));
}

/** So many dots tell the shape; a chart of a hundred thousand, in ECharts' mode for large data too, keeps the page from answering. */
const MOST_DOTS = 4000;

/** Net profit over how bad, or how good, each round trip was while it was open; of very many, every so-manieth. */
function scatter(all, signal) {
  const every = Math.ceil(all.length / MOST_DOTS);
  const trades = every === 1 ? all : all.filter((_, i) => i % every === 0);
  const kinds = { mae: ["worst open loss", (t) => -t.mae], mfe: ["best open profit", (t) => t.mfe] };
  const options = ([name, of]) => ({
    grid: { left: 60, right: 14, top: 30, bottom: 40 }, legend: { top: 0, textStyle: { color: css("--ink") } },
    tooltip: tooltip({ formatter: (p) => `no. ${count(p.value[2])}: ${name} ${number(p.value[0])}, net ${number(p.value[1])}` }),
    xAxis: axis({ type: "value", name, nameLocation: "middle", nameGap: 24 }), yAxis: axis({ type: "value", name: "net" }),
    series: [["won", true, "--gain-fill", "circle"], ["lost", false, "--loss-fill", "triangle"]].map(([label, won, colour, symbol]) => ({
      name: label, type: "scatter", symbol, symbolSize: 5, itemStyle: { color: css(colour), opacity: 0.55 },
      data: trades.filter((t) => (t.net > 0) === won).map((t) => [of(t), t.net, t.number]),
    })),
  });
  const drawn = chart({ height: 300, signal, describe: `Excursion and net profit of ${count(trades.length)} round trips`, options: () => options(kinds.mae) });
  const choice = toggle("Excursion", [["mae", "adverse"], ["mfe", "favourable"]], "mae", (kind) => drawn.chart.then((instance) => instance?.setOption(options(kinds[kind]))));
  return h("div", {}, choice, drawn.root, every === 1 ? null : h("p", { class: "quiet", text: `${count(trades.length)} of ${count(all.length)} round trips are drawn, evenly over the run.` }));
}
