// How results hang together: correlations and shared drawdowns, in the order of their tree.

import { h } from "/web/parts/dom.js";
import { money, number, percent, signed } from "/web/parts/format.js";
import { heatmap } from "/web/parts/heatmap.js";

export function correlations({ results, correlation, clusters }) {
  const names = clusters.order.map((i) => results[i].name);
  const at = (r, c) => correlation[clusters.order[r]][clusters.order[c]];
  return h("div", { class: "stack", id: "correlation" },
    heatmap({ rows: names, columns: names, at, text: (v) => number(v, 2), hint: (r, c, v) => `${names[r]} and ${names[c]}: ${number(v, 3)}`, label: "Correlation of daily returns" }),
    h("p", { class: "quiet", text: "Of the estimated covariance. Results that resemble each other stand side by side: the order is that of the tree of single linkage." }));
}

export function overlap({ results, drawdowns, clusters }) {
  const names = clusters.order.map((i) => results[i].name);
  const at = (r, c) => (r === c ? drawdowns.time_under_water[clusters.order[r]] : drawdowns.overlap[clusters.order[r]][clusters.order[c]]);
  return h("div", { class: "stack", id: "overlap" },
    heatmap({ rows: names, columns: names, at, text: (v) => percent(v, 0), hint: (r, c, v) => (r === c ? `${names[r]} is under water on ${percent(v)} of the days` : `${names[r]} and ${names[c]}: both under water on ${percent(v)} of the days on which either is`), label: "Overlap of drawdowns" }),
    h("p", { class: "quiet", text: "Days on which both are below their peak, of those on which either is; on the diagonal the time that each is under water." }),
    fall(results, drawdowns.deepest));
}

function fall(results, deepest) {
  if (!deepest) return null;
  const parts = results.map((r, i) => [r.name, deepest.parts[i]]).sort((a, b) => a[1] - b[1]);
  return h("p", {}, `The deepest fall of the mix, ${money(deepest.loss)} from ${deepest.peak ?? "the start"} to ${deepest.trough}, came from `,
    parts.map(([name, part], i) => [i > 0 ? ", " : "", `${name} `, h("span", { class: signed(part), text: money(part) })]), ".");
}
