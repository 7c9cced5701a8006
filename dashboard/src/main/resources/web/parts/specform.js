// A contract spec as a form. What the service finds wrong is said at the field it names.

import { field, h, panel } from "/web/parts/dom.js";
import { number } from "/web/parts/format.js";
import { send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const GROUPS = [
  ["What it is", [["name", "text", "Name"], ["exchange", "text", "Exchange"], ["currency", "text", "Currency", "three letters; money of this contract is in it"], ["quote", "text", "Prices are in", "e.g. index points, cents per bushel"], ["contract_size", "number", "Contract size", "units of what is quoted"]]],
  ["Prices and money", [["tick_size", "number", "Tick size", "smallest step of the price"], ["point_value", "number", "Point value", "money for a whole point, one contract"]]],
  ["Margins", [["initial_margin", "number", "Initial margin", "money for one contract"], ["maintenance_margin", "number", "Maintenance margin", "money for one contract"], ["margin_date", "date", "As of"], ["margin_source", "text", "Source"]]],
  ["Fees", [["commission", "number", "Commission", "money for one contract and side; a run's own setting comes first"], ["exchange_fees", "number", "Exchange fees", "money for one contract and side"], ["fees_date", "date", "As of"], ["fees_source", "text", "Source"]]],
  ["Months and expiry", [["months", "text", "Listed months", "codes, e.g. FGHJKMNQUVXZ"], ["active_months", "text", "Active months", "those that trade; chains are made of them"], ["last_trade", "text", "Last trading day", "rule, e.g. third_friday"], ["first_notice", "text", "First notice day", "rule; none for what is settled in cash"]]],
  ["Hours", [["calendar", "text", "Calendar", "holidays and early closes"], ["time_zone", "text", "Time zone", "of the hours below"], ["opens", "clock", "Opens", "of the evening before when it is later than the close"], ["closes", "clock", "Closes"], ["regular_opens", "clock", "Regular hours open"], ["regular_closes", "clock", "Regular hours close"]]],
  ["Notes", [["notes", "text", "Notes"]]],
];
const SUGGESTED = ["exchange", "currency", "quote", "last_trade", "first_notice", "calendar", "time_zone", "months"];
const MARGIN = [["from", "date", "From"], ["initial", "number", "Initial"], ["maintenance", "number", "Maintenance"], ["day_trade", "number", "Day trade"]];

/** @param all all specs, for suggestions; `saved(spec)` after the service took it */
export function specForm({ spec, all, saved }) {
  const isNew = !spec.symbol;
  const controls = new Map();
  const control = (key, type, value) => {
    const input = h("input", { type: type === "clock" ? "text" : type, placeholder: type === "clock" ? "17:00" : null, id: `spec-${key}`, name: key, step: type === "number" ? "any" : null, value: (type === "clock" ? value?.replace(/^(\d\d:\d\d):00$/, "$1") : value) ?? "", autocomplete: "off", list: SUGGESTED.includes(key) ? `list-${key}` : null });
    controls.set(key, input);
    return input;
  };
  const symbol = h("input", { type: "text", id: "spec-symbol", name: "symbol", value: spec.symbol ?? "", required: true, readonly: !isNew, autocomplete: "off" });
  controls.set("symbol", symbol);
  const tick = h("output", { id: "spec-tick_value", class: "num" });
  const reckon = () => {
    const [size, value] = ["tick_size", "point_value"].map((key) => Number(controls.get(key).value));
    tick.textContent = size > 0 && value > 0 ? number(size * value, 4).replace(/(\.\d\d)0+$/, "$1") : "–";
  };
  const margins = marginRows(spec.margins ?? []);
  const problem = h("div", { role: "alert" });
  const save = h("button", { type: "submit", class: "primary", id: "spec-save", text: isNew ? "Add the contract" : "Save" });
  const form = h("form", { class: "stack", id: "spec", novalidate: true, onsubmit: submit }, isNew ? panel("Symbol", {}, h("div", { class: "form" }, field("Symbol", symbol, "as bars are imported under, e.g. ES"))) : null,
    GROUPS.map(([name, fields]) => panel(name, {}, h("div", { class: "form" }, fields.map(([key, type, text, about]) => broad(key, field(text, control(key, type, spec[key]), about ?? null))),
      name === "Prices and money" ? h("div", { class: "field" }, h("label", { for: "spec-tick_value", text: "Tick value" }), tick, h("small", { text: "tick size × point value" })) : null),
    name === "Margins" ? margins.root : null)),
    SUGGESTED.map((key) => h("datalist", { id: `list-${key}` }, [...new Set(all.map((c) => c[key]).filter(Boolean))].sort().map((v) => h("option", { value: v })))),
    problem, h("div", { class: "tools" }, save, h("span", { class: "quiet", text: "Runs made from now on use it; results that are kept stay as they are." })));
  for (const key of ["tick_size", "point_value"]) controls.get(key).addEventListener("input", reckon);
  reckon();

  async function submit(event) {
    event.preventDefault();
    save.disabled = true;
    problem.replaceChildren();
    form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
    form.querySelectorAll(".field-error").forEach((node) => node.remove());
    try {
      saved(await send("PUT", "data", `/api/contracts/${encodeURIComponent(symbol.value.trim())}`, {}, body()));
    } catch (e) {
      const named = (e.errors ?? []).map((error) => at(error)).filter(Boolean);
      problem.replaceChildren(failure(e));
      named[0]?.focus();
    } finally {
      save.disabled = false;
    }
  }

  function body() {
    const made = {};
    for (const [key, input] of controls) if (input.value.trim() !== "") made[key] = input.type === "number" ? Number(input.value) : input.value.trim();
    return { ...made, symbol: symbol.value.trim(), margins: margins.rows() };
  }

  /** Says an error at its field; answers the field. */
  function at({ field: name, message }) {
    const [, row, part] = /^margins\[(\d+)\]\.?(\w*)/.exec(name ?? "") ?? [];
    const input = row ? margins.input(Number(row), part || "from") : controls.get(name);
    if (!input) return null;
    input.setAttribute("aria-invalid", "true");
    input.after(h("small", { class: "field-error loss", text: message }));
    return input;
  }

  return form;
}

/** Names, sources and notes are sentences: they get twice the width. */
function broad(key, made) {
  if (/name|source|notes/.test(key)) made.classList.add("broad");
  return made;
}

/** The table of margins by date; the row of a date holds from that day on. */
function marginRows(given) {
  const tbody = h("tbody");
  function add(row = {}) {
    const line = h("tr", {}, MARGIN.map(([key, type, text]) => h("td", {}, h("input", { type, step: type === "number" ? "any" : null, value: row[key] ?? "", "aria-label": text, data: { field: key } }))),
      h("td", {}, h("button", { type: "button", text: "Remove", "aria-label": `Remove the margins from ${row.from ?? "the new row"}`, onclick: () => line.remove() })));
    tbody.append(line);
    return line;
  }
  given.forEach(add);
  const table = h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Margins by date" }, h("table", { id: "margins", class: "rolls", "aria-label": "Margins by date" }, h("thead", {}, h("tr", {}, [...MARGIN.map(([, , text]) => text), "Row"].map((t) => h("th", { scope: "col", text: t })))), tbody));
  return {
    root: h("details", { open: given.length > 0 && given.length < 6 }, h("summary", { text: `Margins by date (${given.length})` }), table, h("button", { type: "button", text: "Add a row", onclick: () => add().querySelector("input").focus() })),
    rows: () => [...tbody.children].map((line) => Object.fromEntries([...line.querySelectorAll("input")].map((i) => [i.dataset.field, i.value === "" ? null : i.type === "number" ? Number(i.value) : i.value]))),
    input: (row, key) => { const line = tbody.children[row]; line?.closest("details").setAttribute("open", ""); return line?.querySelector(`[data-field="${key}"]`); },
  };
}
