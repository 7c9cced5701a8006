// One walk-forward: what was earned out of sample, window by window, and whether it hangs on the windows' lengths.

import { axis, chart, css, palette, tooltip } from "/web/parts/chart.js";
import { h, panel } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { count, money, number, percent, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { tile } from "/web/parts/metrics.js";
import { progress } from "/web/parts/progress.js";
import { address, get } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";

export const title = (id) => `Walk-forward ${id}`;

export async function show(view, { item: id, signal }) {
  const path = `/api/walkforwards/${encodeURIComponent(id)}`;
  const state = await get("backtest", path, {}, signal);
  const name = `${state.strategy_name} on ${state.symbol}, walked forward`;
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: name }), h("span", { class: `tag ${{ done: "good", failed: "bad" }[state.state] ?? "wait"}`, id: "walk-state", text: state.state }), h("span", { class: "quiet", text: time(state.created) }),
    state.result ? h("span", { class: "actions" }, h("a", { class: "button", href: await address("backtest", `${path}/export`, { format: "csv" }), download: `${id}.csv`, text: "CSV" })) : null));
  for (const text of state.warnings ?? []) view.append(h("p", { class: "note warn", text }));
  if (["queued", "running"].includes(state.state)) {
    const shown = progress({ service: "backtest", path, label: name, signal });
    view.append(shown.root);
    shown.ended.then(reopen, () => {});
    return;
  }
  if (!state.result) {
    view.append(failure({ title: `It is ${state.state}`, message: state.message ?? "No reason was kept." }));
    return;
  }
  const r = state.result;
  view.append(strip(r), stitched(r, signal), drift(r, signal), windows(r), matrix([r, ...(state.matrix ?? [])]));
}

const many = (n, units) => `${count(n)} ${n === 1 ? units.slice(0, -1) : units}`;
const described = (w) => `${many(w.in_sample, w.unit)} in, ${count(w.out_of_sample)} out${w.gap_days ? `, gap ${many(w.gap_days, "days")}` : ""}${w.anchored ? ", anchored" : ", rolling"}`;
const passed = (r) => h("span", { class: `tag ${r.passed ? "good" : "bad"}`, text: r.passed ? "passed" : "failed" });

function strip(r) {
  return h("section", { class: "strip", "aria-label": "Out of sample" }, tile("Out of sample, net", money(r.net_profit), { id: "walk-net", tone: signed(r.net_profit), note: described(r.windows) }), tile("Sharpe ratio", number(r.sharpe_ratio)), tile("Max drawdown", money(r.max_drawdown), { tone: signed(r.max_drawdown), note: "by days" }),
    tile("Efficiency", percent(r.efficiency, 0), { about: "change of equity by day out of sample in parts of that in sample; 50 % and more is customary" }), tile("Profitable windows", percent(r.profitable_windows, 0), { note: `of ${count(r.parts.length)}` }),
    tile("Verdict", r.passed ? "passed" : "failed", { id: "walk-passed", note: "profit, efficiency of 50 %, half of the windows" }));
}

function stitched(r, signal) {
  let top = r.days.length > 0 ? r.days[0].equity - r.days[0].profit : 0;
  const points = r.days.map((d) => {
    top = Math.max(top, d.equity);
    return { time: `${d.day}T12:00:00Z`, equity: d.equity, drawdown: d.equity - top };
  });
  return panel("Equity out of sample, stitched", { id: "stitched" }, equity({ series: [{ name: "Out of sample", points }], signal, label: "Equity out of sample" }).root);
}

/** How the chosen values move from window to window, each in parts of its own range. */
function drift(r, signal) {
  const traded = r.parts.filter((p) => p.parameters);
  const names = traded.length === 0 ? [] : Object.keys(traded[0].parameters).filter((name) => traded.every((p) => typeof p.parameters[name] === "number"));
  if (names.length === 0) return h("div");
  const scaled = (name) => {
    const values = traded.map((p) => p.parameters[name]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return r.parts.map((p) => (p.parameters ? [p.number, high === low ? 0.5 : (p.parameters[name] - low) / (high - low), p.parameters[name]] : [p.number, null, null]));
  };
  return panel("Chosen parameters by window", { id: "drift" }, chart({
    height: 240, signal, describe: `Values of ${names.join(", ")} over ${count(r.parts.length)} windows`,
    options: () => ({
      grid: { left: 60, right: 16, top: 34, bottom: 34 }, legend: { top: 0, textStyle: { color: css("--ink") } },
      tooltip: tooltip({ trigger: "axis", formatter: (all) => [`window ${all[0].value[0]}`, ...all.map((p) => `${p.seriesName} ${p.value[2] === null ? "none" : price(p.value[2])}`)].join("\n") }),
      xAxis: axis({ type: "value", min: "dataMin", max: "dataMax", minInterval: 1, name: "window", nameLocation: "middle", nameGap: 22 }), yAxis: axis({ type: "value", min: 0, max: 1, axisLabel: { formatter: (v) => (v === 0 ? "lowest" : v === 1 ? "highest" : "") } }),
      series: names.map((name, i) => ({ name, type: "line", step: "middle", symbolSize: 6, data: scaled(name), color: palette()[i % 7] })),
    }),
  }).root, h("p", { class: "quiet", text: "Values that jump about between windows are fitted to noise." }));
}

function windows(r) {
  const names = [...new Set(r.parts.flatMap((p) => Object.keys(p.parameters ?? {})))];
  const columns = [{ key: "number", title: "Window", number: true, width: 70 }, { key: "in_sample_start", title: "In sample", width: 216, text: (p) => `${p.in_sample_start} to ${p.in_sample_end}` }, { key: "out_of_sample_start", title: "Out of sample", width: 216, text: (p) => `${p.out_of_sample_start} to ${p.out_of_sample_end}` },
    ...names.map((name) => ({ key: name, title: name, number: true, width: 90, value: (p) => p.parameters?.[name] ?? null, text: (p) => (p.parameters ? (typeof p.parameters[name] === "number" ? price(p.parameters[name]) : String(p.parameters[name])) : "–") })),
    { key: "in_sample_per_day", title: "In, a day", number: true, width: 90, text: (p) => number(p.in_sample_per_day), tone: (p) => signed(p.in_sample_per_day) }, { key: "out_of_sample_per_day", title: "Out, a day", number: true, width: 90, text: (p) => number(p.out_of_sample_per_day), tone: (p) => signed(p.out_of_sample_per_day) },
    { key: "efficiency", title: "Efficiency", number: true, width: 86, text: (p) => percent(p.efficiency, 0), hint: (p) => p.reason }];
  return panel("Windows", { id: "windows" }, grid({ label: "Windows", rows: r.parts, columns, height: 360 }).root);
}

function matrix(all) {
  if (all.length < 2) return h("div");
  return panel("Other lengths", { id: "matrix" }, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Other lengths, table" }, h("table", {}, h("thead", {}, h("tr", {}, ["Windows", "Net", "Sharpe", "Drawdown", "Efficiency", "Profitable windows", ""].map((text, i) => h("th", { scope: "col", class: i > 0 && i < 6 ? "right" : "", text })))),
    h("tbody", {}, all.map((r) => h("tr", {}, h("td", { text: described(r.windows) }), h("td", { class: `right ${signed(r.net_profit)}`, text: number(r.net_profit) }), h("td", { class: "right", text: number(r.sharpe_ratio) }), h("td", { class: `right ${signed(r.max_drawdown)}`, text: number(r.max_drawdown) }), h("td", { class: "right", text: percent(r.efficiency, 0) }),
      h("td", { class: "right", text: `${percent(r.profitable_windows, 0)} of ${count(r.parts.length)}` }), h("td", {}, passed(r))))))), h("p", { class: "quiet", text: "A strategy that passes with one length and with none beside it was lucky with that length." }));
}
