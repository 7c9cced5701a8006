// How far the bars of a series can be trusted: grade, what was checked, and where the worst places are.

import { empty, h, panel } from "/web/parts/dom.js";
import { count, label, percent, price, time } from "/web/parts/format.js";

export const gradeTag = (grade) => h("span", { class: `tag ${{ A: "good", B: "good", C: "warn", D: "warn", F: "bad" }[grade] ?? "wait"}`, text: `Grade ${grade}`, data: { grade } });

const row = (...cells) => h("tr", {}, cells.map((cell, i) => h(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: typeof cell === "string" && /^[−\d,.]+( %)?$/.test(cell) ? "right" : "" }, cell)));
const table = (caption, heads, rows) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, h("table", { "aria-label": caption }, h("thead", {}, h("tr", {}, heads.map(([text, right]) => h("th", { scope: "col", class: right ? "right" : "", text })))), h("tbody", {}, rows)));

/** A button that shows a time in the chart. */
const spot = (instant, zone, focus, to = instant) => h("button", { type: "button", class: "plain num", title: "Show in the chart", text: time(instant, zone), onclick: () => focus(instant, to) });

/** `report` as GET /api/data/{symbol}/quality gives it; `focus(from, to)` shows a place in the chart. */
export function quality(report, zone, focus) {
  const { coverage, grid } = report;
  const checks = [...report.checks].sort((a, b) => (b.grade ?? "").localeCompare(a.grade ?? ""));
  const marks = [...report.spikes, ...report.bad_prices];
  return panel("Quality", { id: "quality", tools: gradeTag(report.grade) },
    h("p", { data: { part: "reason" }, text: `${label(report.reason)}.` }),
    ...report.notes.map((note) => h("p", { class: "note warn", text: note })),
    h("p", { class: "quiet", text: `${count(coverage.expected)} bars expected in ${count(coverage.trading_days)} trading days of ${report.calendar}; ${count(coverage.missing)} missing in ${count(coverage.gaps)} gaps; ${count(coverage.missing_days)} days without bars; ${count(coverage.closed_bars)} bars while the market was closed.` }),
    h("div", { class: "split" }, h("div", {}, h("h3", { text: "Checks" }), table("Checks", [["Check"], ["Grade"], ["Found", true], ["Share", true], ["What was found"]],
      checks.map((c) => row(label(c.name), c.grade === null ? h("span", { class: "quiet", text: "not judged" }) : gradeTag(c.grade), count(c.count), percent(c.share, 3), h("span", { text: c.found })))),
      h("p", { class: "quiet", text: `Tick grid ${price(grid?.tick_size)}: ${percent(grid?.off_share, 1)} of prices lie off it${grid?.back_adjusted ? ", which back-adjusted prices do" : ""}.${report.imports ? ` Imports saw ${count(report.imports.duplicates)} duplicates, ${count(report.imports.out_of_order)} rows out of order, ${count(report.imports.bad_rows)} bad rows.` : ""}` })),
    h("div", {}, h("h3", { text: "Worst gaps" }),
    coverage.worst_gaps.length === 0 ? empty("No bar is missing.") : table("Worst gaps", [["From"], ["To"], ["Trading day"], ["Bars missing", true]],
      coverage.worst_gaps.map((g) => row(spot(g.from, zone, focus, g.to), time(g.to, zone), g.day, count(g.bars)))),
    marks.length === 0 ? null : [h("h3", { text: "Prices to look at" }), table("Prices to look at", [["Time"], ["What"], ["Price", true], ["Why"]],
      marks.map((m) => row(spot(m.time, zone, focus), m.what, price(m.price), m.reason)))],
    report.stale_runs.length === 0 ? null : [h("h3", { text: "Runs that repeat" }), table("Runs that repeat", [["From"], ["To"], ["Bars", true], ["Price", true]],
      report.stale_runs.map((s) => row(spot(s.from, zone, focus, s.to), time(s.to, zone), count(s.bars), price(s.price))))])));
}
