// Limits: how something stands to them, and the editor of all of them.

import { empty, field, h, panel, select } from "/web/parts/dom.js";
import { label, number, time } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const KINDS = { daily_loss: ["money", "percent"], weekly_loss: ["money", "percent"], drawdown: ["money", "percent"], position: ["contracts"], concentration: ["percent"], correlation: ["ratio"], margin_use: ["percent"] };
const SCOPES = [["all", "everything"], ["portfolio", "portfolio"], ["strategy", "strategy"], ["symbol", "symbol"]];

const whose = (limit) => (limit.scope === "all" ? "everything" : `${limit.scope} ${limit.id}`);
const framed = (name, table) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": name }, table);
const heads = (all) => h("thead", {}, h("tr", {}, all.map(([text, right]) => h("th", { scope: "col", class: right ? "right" : "", text }))));

/** One row for each limit, with a bar of how much of it is used. */
export function standings(all) {
  if (all.length === 0) return empty("No limit covers it. Limits are set below.");
  return framed("Limits that cover it, table", h("table", {}, heads([["Limit"], ["Of"], ["Value", true], ["Limit", true], ["Left", true], ["Used"], ["Worst so far", true]]), h("tbody", {}, all.map((s) => {
    const used = s.used_pct === null ? null : Math.max(0, Math.min(100, s.used_pct));
    return h("tr", { data: { breached: String(s.breached) } }, h("td", { text: label(s.limit.kind) }), h("td", { text: whose(s.limit) }),
      h("td", { class: "right", title: s.undefined, text: number(s.value) }), h("td", { class: "right", text: `${number(s.limit.value)} ${s.limit.unit}` }),
      h("td", { class: `right ${s.distance !== null && s.distance < 0 ? "loss" : ""}`, text: number(s.distance) }),
      h("td", {}, used === null ? h("span", { class: "quiet", text: "unknown" }) : h("meter", { min: "0", max: "100", high: "80", value: String(used), "aria-label": `${number(s.used_pct, 0)} % used` }), s.breached ? h("span", { class: "tag bad", text: "passed" }) : null),
      h("td", { class: "right", text: s.worst === null ? "–" : `${number(s.worst)}${s.worst_period ? ` (${s.worst_period})` : ""}` }));
  }))));
}

/** All limits, changed together; what somebody else has changed meanwhile is not overwritten. */
export async function limitEditor({ strategies, portfolios, signal, saved }) {
  let limits = await get("risk", "/api/risk/limits", {}, signal);
  const tbody = h("tbody");
  const said = h("div", { "aria-live": "polite" });
  const state = h("small", { class: "quiet" });

  function row(limit = { scope: "all", kind: "daily_loss", value: "", unit: null }) {
    const scope = select(SCOPES, limit.scope, { "aria-label": "Scope", data: { field: "scope" }, onchange: () => { id.disabled = scope.value === "all"; } });
    const id = h("input", { type: "text", size: 14, value: limit.id ?? "", "aria-label": "Number, name or symbol", data: { field: "id" }, list: "limit-ids", disabled: limit.scope === "all", autocomplete: "off" });
    const units = h("select", { "aria-label": "Unit", data: { field: "unit" } });
    const kind = select(Object.keys(KINDS).map((each) => [each, label(each)]), limit.kind, { "aria-label": "Kind", data: { field: "kind" }, onchange: () => offer(null) });
    const offer = (unit) => units.replaceChildren(...KINDS[kind.value].map((each) => h("option", { value: each, text: each, selected: each === unit })));
    offer(limit.unit);
    const node = h("tr", {}, h("td", {}, scope), h("td", {}, id), h("td", {}, kind), h("td", {}, h("input", { type: "number", step: "any", size: 10, value: limit.value, required: true, "aria-label": "Most that is allowed", data: { field: "value" } })), h("td", {}, units),
      h("td", {}, h("button", { type: "button", text: "Remove", "aria-label": `Remove ${label(limit.kind)} of ${whose(limit)}`, onclick: () => node.remove() })));
    tbody.append(node);
    return node;
  }

  function draw() {
    tbody.replaceChildren();
    limits.limits.forEach(row);
    state.textContent = limits.revision === 0 ? "none were set yet" : `revision ${limits.revision}, ${time(limits.changed)}`;
  }

  const read = () => [...tbody.children].map((node) => {
    const of = (name) => node.querySelector(`[data-field="${name}"]`).value.trim();
    return { scope: of("scope"), id: of("scope") === "all" ? null : of("id"), kind: of("kind"), value: of("value") === "" ? null : Number(of("value")), unit: of("unit") };
  });
  const save = async (event) => {
    event.preventDefault();
    try {
      limits = await send("PUT", "risk", "/api/risk/limits", {}, { revision: limits.revision, limits: read() });
      draw();
      said.replaceChildren(h("p", { class: "note", id: "limits-saved", text: `Saved as revision ${limits.revision}; everything that is known was checked against them.` }));
      saved();
    } catch (e) {
      said.replaceChildren(failure(e));
    }
  };
  draw();
  return { root: panel("Limits", { id: "limits", tools: state }, h("p", { class: "lead", text: "A limit is passed when the value is above it. All limits that cover something hold; none overrides another." }),
    h("form", { class: "stack", onsubmit: save }, framed("Limits, table", h("table", {}, heads([["Of"], ["Which"], ["What"], ["Most"], ["Unit"], [""]]), tbody)),
      h("datalist", { id: "limit-ids" }, [...strategies, ...portfolios.map((p) => String(p.id))].map((value) => h("option", { value }))),
      h("div", { class: "tools" }, h("button", { type: "button", id: "limit-add", text: "Add a limit", onclick: () => row().querySelector("input[type=number]").focus() }), h("button", { type: "submit", class: "primary", id: "limits-save", text: "Save all" }))), said) };
}
