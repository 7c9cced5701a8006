// A run under a firm's rules: the verdict, how near each limit came day by day, and the days.

import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { h, panel } from "/web/parts/dom.js";
import { count, label, money, number, percent, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { tile } from "/web/parts/metrics.js";

const TONES = { passed: "good", failed: "bad", running: "wait" };

/** @param e answer of /evaluate */
export function replay(e, plan, signal) {
  return [panel("Verdict", { id: "prop-verdict", tools: h("span", { class: `tag ${TONES[e.verdict]}`, id: "verdict-word", text: e.verdict }) },
    h("p", { class: "lead", id: "verdict-reason", text: sentence(e) }), figures(e), h("details", {}, h("summary", { text: "What this leaves open" }), h("ul", {}, e.notes.map((note) => h("li", { text: note }))))),
  panel("Distance to each limit", { id: "distance" }, distances(e, signal)),
  panel("Days", { id: "prop-days" }, grid({ columns: columns(e), rows: e.days, label: "Days of the account", height: 360 }).root)];
}

function sentence(e) {
  const when = e.day === null ? "" : ` On ${e.day}${e.time === null ? ", at the end of the day" : `, at the bar that closed ${time(e.time)}`}, day ${count(e.days_replayed)} of ${count(e.history_days)}.`;
  return `${e.failed_by === null ? "" : `${label(e.failed_by)}: `}${e.reason}${when}`;
}

function figures(e) {
  const held = e.held.round_trips;
  return h("div", { class: "strip" },
    tile("Profit until then", money(e.profit), { id: "prop-profit", tone: signed(e.profit), note: `the whole run: ${money(e.history_profit)}` }),
    e.target === null ? tile("Paid to the trader", money(e.paid), { tone: signed(e.paid) }) : tile("Asked for", money(e.required_profit), { note: e.required_profit > e.target ? `raised from ${money(e.target)} by the best day` : "the target" }),
    tile("Best day", money(e.best_day), { note: e.best_day_share === null ? null : `${percent(e.best_day_share)} of the profit` }),
    tile("Days with trades", count(e.traded_days), { note: e.minimum_days > 0 ? `${count(e.minimum_days)} asked for` : null }),
    tile("Days ended by the limit", count(e.flattened_days), { note: e.flattened_days > 0 ? `${e.flattened_profit < 0 ? "cost" : "saved"} ${money(Math.abs(e.flattened_profit))}` : null }),
    tile("Contracts at once", number(e.contracts.most, 1), { tone: e.contracts.days_over > 0 ? "loss" : "", note: e.contracts.days_over > 0 ? `too many on ${count(e.contracts.days_over)} days` : "micros as parts" }),
    held === null ? null : tile("Held past flatten time", count(held), { tone: held > 0 ? "loss" : "", note: held > 0 ? `first entered ${time(e.held.first).slice(0, 16)}` : "round trips" }));
}

const LINES = [["to_floor", "to the floor", "--c1"], ["to_daily_loss", "to the daily limit", "--c2"], ["to_target", "to the target", "--c3"]];

function distances(e, signal) {
  const lines = LINES.filter(([key]) => e.days.some((d) => d[key] !== null));
  const nearest = Math.min(...e.days.map((d) => d.to_floor));
  return h("div", {}, chart({
    height: 260, signal, describe: `Distance to each limit by day, ${e.days.length} days; the floor came as near as ${money(nearest)}`,
    options: () => ({
      grid: { left: 64, right: 14, top: 34, bottom: 26 }, legend: { top: 2, textStyle: { color: css("--ink") } },
      tooltip: tooltip({ trigger: "axis", valueFormatter: (v) => number(v) }),
      xAxis: axis({ type: "category", data: e.days.map((d) => d.day) }), yAxis: axis({ type: "value" }),
      series: lines.map(([key, name, color]) => ({ name, type: "line", symbol: e.days.length > 60 ? "none" : "circle", symbolSize: 5, color: css(color), lineStyle: { width: 1.5 }, data: e.days.map((d) => d[key]),
        markLine: key === "to_floor" ? { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: css("--loss-fill"), type: "solid" }, data: [{ yAxis: 0 }] } : undefined })),
    }),
  }).root, h("p", { class: "quiet", text: `The nearest of each day, money: at zero the floor or the daily limit is met, and the target reached. The floor came as near as ${money(nearest)}.` }));
}

const figure = (key, title, width = 92) => ({ key, title, number: true, width, text: (d) => money(d[key]) });

function columns(e) {
  return [{ key: "day", title: "Day", width: 112 }, figure("open", "Begins"), { ...figure("profit", "Profit"), tone: (d) => signed(d.profit) }, figure("low", "Lowest"), figure("balance", "Balance"), figure("floor", "Floor after"),
    { ...figure("to_floor", "To floor"), tone: (d) => (d.to_floor <= 0 ? "loss" : "") }, ...(e.days.some((d) => d.to_daily_loss !== null) ? [figure("to_daily_loss", "To daily limit", 104)] : []),
    ...(e.target === null ? [figure("paid", "Paid")] : [figure("to_target", "To target")]), { key: "best_day_share", title: "Best day", number: true, width: 78, text: (d) => percent(d.best_day_share) },
    { key: "contracts", title: "Contracts", number: true, width: 84, text: (d) => (d.contracts === null ? "–" : `${number(d.contracts, 1)}${d.allowed === null ? "" : ` / ${number(d.allowed, 0)}`}`), tone: (d) => (d.allowed !== null && d.contracts > d.allowed ? "loss" : "") },
    { key: "flattened", title: "Ended", width: 70, text: (d) => (d.flattened ? "flat" : "") }];
}
