// Tables whose cells are shaded by their value: months of years, hours of weekdays.

import { h } from "/web/parts/dom.js";
import { number } from "/web/parts/format.js";
import { css } from "/web/parts/chart.js";

/**
 * @param rows    titles of rows
 * @param columns titles of columns
 * @param at      value of (row index, column index), or null
 * @param text    of a value
 * @param hint    of (row, column, value)
 */
export function heatmap({ rows, columns, at, text = (v) => number(v, 0), hint = null, label, corner = "" }) {
  const most = Math.max(1e-12, ...rows.flatMap((_, r) => columns.map((_, c) => Math.abs(at(r, c) ?? 0))));
  const cell = (r, c) => {
    const v = at(r, c);
    const node = h("td", { text: v === null ? "" : text(v), title: v === null ? null : hint?.(r, c, v) });
    if (v !== null && v !== 0) {
      const share = Math.round(8 + 40 * Math.sqrt(Math.abs(v) / most));
      node.style.background = `color-mix(in srgb, ${css(v > 0 ? "--gain-fill" : "--loss-fill")} ${share}%, transparent)`;
    }
    return node;
  };
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${label}, table` }, h("table", { class: "heat" },
    h("thead", {}, h("tr", {}, corner ? h("th", { scope: "col", text: corner }) : h("td"), columns.map((c) => h("th", { scope: "col", text: c })))),
    h("tbody", {}, rows.map((title, r) => h("tr", {}, h("th", { scope: "row", text: title }), columns.map((_, c) => cell(r, c)))))));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Profit by month, with the year's sum, of rows {day, profit}. */
export function monthly(days) {
  const sums = new Map();
  for (const { day, profit } of days) {
    const key = day.slice(0, 7);
    sums.set(key, (sums.get(key) ?? 0) + profit);
  }
  const years = [...new Set(days.map((d) => d.day.slice(0, 4)))].sort();
  const at = (r, c) => (c < 12 ? sums.get(`${years[r]}-${String(c + 1).padStart(2, "0")}`) ?? null
    : [...sums].filter(([key]) => key.startsWith(years[r])).reduce((sum, [, v]) => sum + v, 0));
  return heatmap({ rows: years, columns: [...MONTHS, "Year"], at, label: "Profit by month", hint: (r, c, v) => `${columnsName(c)} ${years[r]}: ${number(v)}` });
}

const columnsName = (c) => (c < 12 ? MONTHS[c] : "all of");
