// Figures of the risk service by group, each with its formula and estimator on hover.

import { h, toggle } from "/web/parts/dom.js";
import { label } from "/web/parts/format.js";
import { figureText } from "/web/parts/metrics.js";

const GROUPS = [["account", "Account"], ["on_capital", "Returns on initial capital"], ["on_equity", "Returns on equity"], ["benchmark", "Beside the benchmark"], ["others_define", "As other programs define them"]];

/** @param answer of /api/risk/metrics with explain=true */
export function figureGroups(answer) {
  const known = [...GROUPS.filter(([key]) => answer[key]), ...(answer.trades ? [["trades", "Round trips"]] : [])];
  const body = h("div");
  const draw = (key) => body.replaceChildren(key === "trades" ? sides(answer.trades) : list(answer[key], key));
  draw(known[0][0]);
  return h("div", { class: "stack" }, toggle("Group", known, known[0][0], draw), body,
    answer.about.notes?.length > 0 ? h("ul", { class: "quiet" }, answer.about.notes.map((note) => h("li", { text: note }))) : null);
}

const named = (key, m) => h("span", { class: "explained", tabindex: "0", title: [m.formula, m.estimator, m.reason && `Undefined: ${m.reason}`].filter(Boolean).join(". "), text: label(key) });

function list(figures, group) {
  return h("dl", { class: "figure-list", data: { group } }, Object.entries(figures).map(([key, m]) => h("div", { data: { metric: key } }, h("dt", {}, named(key, m)), h("dd", { title: m.reason ?? null, text: figureText(m) }))));
}

function sides(trades) {
  const names = Object.keys(trades).filter((side) => trades[side]);
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Figures of round trips, table" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Figure" }), names.map((side) => h("th", { scope: "col", class: "right", text: label(side) })))),
    h("tbody", {}, Object.entries(trades[names[0]]).map(([key, m]) => h("tr", { data: { metric: key } }, h("td", {}, named(key, m)), names.map((side) => h("td", { class: "right", title: trades[side][key]?.reason ?? null, text: figureText(trades[side][key] ?? null) })))))));
}
