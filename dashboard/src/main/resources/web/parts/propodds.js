// Odds of a plan by size: chance to pass, what a life with it is worth.

import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { h, panel } from "/web/parts/dom.js";
import { count, label, money, number, percent, signed } from "/web/parts/format.js";

/** @param s answer of /simulate */
export function odds(s, plan, signal) {
  const best = s.sizes.find((row) => row.size === s.best_odds);
  const richest = s.sizes.find((row) => row.size === s.best_value);
  return [panel("Odds by size", { id: "odds-chart", tools: h("small", { class: "quiet", text: `${count(s.lives)} lives each, seed ${s.seed}` }) },
    h("p", { class: "lead", id: "odds-best", text: `Best odds with ${s.best_odds}×: ${percent(best.pass)} ± ${percent(best.pass_error)} pass within ${count(s.days)} days. Best value with ${s.best_value}×: ${money(richest.value)} ± ${money(richest.value_error)} over ${count(s.life_days)} days.` }),
    drawn(s, signal), table(s),
    h("p", { class: "quiet", text: `${count(s.history_days)} days drawn again in blocks of ${number(s.block_days, 1)} on average; ± is the standard error; up to ${count(s.attempts)} evaluations in a life. Value is payouts less fees.` }),
    h("details", {}, h("summary", { text: "What the odds assume" }), h("ul", {}, s.assumptions.map((text) => h("li", { text })))))];
}

function drawn(s, signal) {
  const sizes = s.sizes.map((row) => `${row.size}×`);
  const area = (name, color, values) => ({ name, type: "bar", stack: "odds", barMaxWidth: 46, color: css(color), data: values });
  return chart({
    height: 300, signal, describe: `Chance to pass by size: ${s.sizes.map((row) => `${row.size} times ${percent(row.pass)}, value ${money(row.value)}`).join("; ")}`,
    options: () => ({
      grid: { left: 52, right: 70, top: 56, bottom: 40 }, legend: { top: 2, type: "scroll", textStyle: { color: css("--ink") } }, tooltip: tooltip({ trigger: "axis", valueFormatter: (v) => number(v, 1) }),
      xAxis: axis({ type: "category", data: sizes, name: "size", nameLocation: "middle", nameGap: 26 }),
      yAxis: [axis({ type: "value", min: 0, max: 100, name: "%" }), axis({ type: "value", name: "value", position: "right", scale: true, splitLine: { show: false } })],
      series: [area("passes %", "--gain-fill", s.sizes.map((row) => row.pass * 100)), area("still running %", "--line", s.sizes.map((row) => row.running * 100)), area("fails %", "--loss-fill", s.sizes.map((row) => row.fail * 100)),
        { name: "value of a life", type: "line", yAxisIndex: 1, color: css("--ink"), symbolSize: 7, lineStyle: { width: 2 }, data: s.sizes.map((row) => row.value) }],
    }),
  }).root;
}

function table(s) {
  const rules = Object.keys(s.sizes[0].fail_by).filter((rule) => s.sizes.some((row) => row.fail_by[rule] > 0));
  const heads = ["Passes", ...rules.map((rule) => `Fails: ${label(rule).toLowerCase()}`), "Running", "Days to pass", "Value of a life", "5 % to 95 %", "Fees", "Paid", "Funded", "Paid once"];
  const cells = (row) => [`${percent(row.pass)} ± ${percent(row.pass_error)}`, ...rules.map((rule) => percent(row.fail_by[rule])), percent(row.running), number(row.days_to_pass, 1), h("span", { class: signed(row.value), text: `${money(row.value)} ± ${money(row.value_error)}` }),
    `${money(row.value_low)} to ${money(row.value_high)}`, money(row.fees), money(row.paid), percent(row.funded), percent(row.paid_once)];
  const name = (row) => `${row.size}×${row.contracts === null ? "" : ` (${number(row.contracts, 1)})`}${row.capped ? ", capped" : ""}`;
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Odds by size, table" }, h("table", { id: "odds-table" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Size (contracts)" }), heads.map((text) => h("th", { scope: "col", class: "right", text })))),
    h("tbody", {}, s.sizes.map((row) => h("tr", { data: { size: row.size } }, h("th", { scope: "row", class: "nowrap", text: name(row) }), cells(row).map((cell) => h("td", { class: "right nowrap" }, cell)))))));
}
