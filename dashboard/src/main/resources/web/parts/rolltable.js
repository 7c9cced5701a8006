// A roll calendar: read, and edited row by row.

import { h, link } from "/web/parts/dom.js";
import { number, time } from "/web/parts/format.js";

const HEADS = [["Counts from"], ["Trading day"], ["From"], ["To"], ["Old price", true], ["New price", true], ["Spread", true]];
const framed = (label, table) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, table);
const heads = (more = []) => h("thead", {}, h("tr", {}, [...HEADS, ...more].map(([text, right]) => h("th", { scope: "col", class: right ? "right" : "", text }))));

/** Both prices and the spread at each roll. Each time leads to the chart of the joined series there. */
export function rollTable(calendar, zone, label = "Rolls") {
  const digits = Math.max(2, ...calendar.rolls.flatMap((r) => [r.old_price, r.new_price].map((v) => String(v).split(".")[1]?.length ?? 0)));
  const at = (roll) => `/series/${encodeURIComponent(`${calendar.root}.${calendar.series}.0`)}?at=${roll.time}`;
  return framed(label, h("table", { class: "rolls", "aria-label": label }, heads(), h("tbody", {}, calendar.rolls.map((r) => h("tr", { data: { roll: r.time } },
    h("td", {}, link(at(r), time(r.time, zone), { class: "num", title: "Show in the chart of the joined series" })), h("td", { text: r.trading_day }),
    h("td", {}, link(`/series/${encodeURIComponent(r.from)}`, r.from)), h("td", {}, link(`/series/${encodeURIComponent(r.to)}`, r.to)),
    h("td", { class: "right", text: number(r.old_price, digits) }), h("td", { class: "right", text: number(r.new_price, digits) }), h("td", { class: "right", text: (r.spread > 0 ? "+" : "") + number(r.spread, digits) }))))));
}

/** @returns {root, rolls()}: what the fields hold, as the service takes it */
export function rollEditor(calendar, contracts) {
  const tbody = h("tbody");
  const cell = (name, value, given = {}) => h("input", { value: value ?? "", "aria-label": name, data: { field: name }, autocomplete: "off", ...given });

  function add(r = {}) {
    const spread = h("td", { class: "right num" });
    const old = cell("old_price", r.old_price, { type: "number", step: "any" });
    const fresh = cell("new_price", r.new_price, { type: "number", step: "any" });
    const reckon = () => { spread.textContent = old.value === "" || fresh.value === "" ? "–" : number(fresh.value - old.value); };
    old.addEventListener("input", reckon);
    fresh.addEventListener("input", reckon);
    const row = h("tr", {}, h("td", { colspan: "2" }, cell("time", r.time, { type: "text", size: 21, placeholder: "2024-03-07T23:00:00Z", title: "when the next contract begins to count, in UTC" })),
      h("td", {}, cell("from", r.from, { type: "text", size: 14, list: "chain-symbols" })), h("td", {}, cell("to", r.to, { type: "text", size: 14, list: "chain-symbols" })),
      h("td", {}, old), h("td", {}, fresh), spread, h("td", {}, h("button", { type: "button", text: "Remove", "aria-label": `Remove the roll of ${r.time ?? "the new row"}`, onclick: () => row.remove() })));
    reckon();
    tbody.append(row);
    return row;
  }

  calendar.rolls.forEach(add);
  const root = h("div", { class: "stack" }, framed("Edit rolls", h("table", { class: "rolls", id: "roll-editor", "aria-label": "Edit rolls" }, heads([["Row"]]), tbody)),
    h("datalist", { id: "chain-symbols" }, contracts.map((c) => h("option", { value: c }))),
    h("div", {}, h("button", { type: "button", text: "Add a roll", onclick: () => add({ from: calendar.rolls.at(-1)?.to }).querySelector("input").focus() })));
  return {
    root,
    rolls: () => [...tbody.children].map((row) => {
      const read = (name) => row.querySelector(`[data-field="${name}"]`).value.trim();
      const amount = (name) => (read(name) === "" ? null : Number(read(name)));
      return { time: read("time"), from: read("from"), to: read("to"), old_price: amount("old_price"), new_price: amount("new_price") };
    }),
  };
}
