// Small tables of the models' pages, all alike: they scroll sideways by themselves and say what they are.

import { h } from "/web/parts/dom.js";

/** @param heads [text, right, about]; @param rows cells: text, node, or {text, tone, about, node} */
export function table(name, heads, rows, given = {}) {
  const right = heads.map(([, isRight]) => Boolean(isRight));
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${name}, table` }, h("table", given,
    h("thead", {}, h("tr", {}, heads.map(([text, isRight, about]) => h("th", { scope: "col", class: isRight ? "right" : "", title: about, text })))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) => {
      const { text = null, node = null, tone = "", about = null } = cell instanceof Node || typeof cell !== "object" || cell === null ? { [cell instanceof Node ? "node" : "text"]: cell } : cell;
      return h("td", { class: `${right[i] ? "right num" : ""} ${tone}`, title: about }, node ?? (text === null ? "–" : String(text)));
    }))))));
}
