// Which parameters are searched, and between which values; the others keep one value.

import { h, select } from "/web/parts/dom.js";
import { price } from "/web/parts/format.js";

/**
 * @param strategy as GET /api/strategies/{name} has it
 * @returns {root, spaces(), fixed()}: `spaces` as a search takes it, `fixed` the values of the others where they are not the standard
 */
export function spaceForm(strategy) {
  const rows = strategy.parameters.map(row);
  const root = rows.length === 0 ? h("p", { class: "quiet", text: "This strategy has no parameters to search." })
    : h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Spaces, table" }, h("table", { id: "spaces" }, h("thead", {}, h("tr", {}, ["Search", "Parameter", "Value, or from", "to", "step", "What it is"].map((text) => h("th", { scope: "col", text })))), h("tbody", {}, rows.map((r) => r.node))));
  return {
    root,
    spaces: () => Object.fromEntries(rows.filter((r) => r.searched()).map((r) => [r.name, r.space()])),
    fixed: () => Object.fromEntries(rows.filter((r) => !r.searched()).map((r) => [r.name, r.value()]).filter(([, v]) => v !== undefined)),
  };
}

function row(p) {
  const ordered = p.kind === "integer" || p.kind === "decimal";
  const choices = p.kind === "boolean" ? [true, false] : p.choices ?? [];
  const may = ordered ? p.min !== null && p.max !== null : choices.length > 1;
  const search = h("input", { type: "checkbox", checked: may && ordered && p.step !== null && /period|length|window/.test(p.name), disabled: !may, "aria-label": `Search ${p.name}` });
  const number = (name, value) => h("input", { type: "number", step: "any", size: 7, value, "aria-label": `${name} of ${p.name}`, data: { field: name } });
  const from = ordered ? number("from", p.min) : null;
  const to = ordered ? number("to", p.max) : null;
  const step = ordered ? number("step", p.step) : null;
  const value = ordered ? number("value", p.standard) : choices.length > 0 ? select(choices.map((c) => [String(c), String(c)]), String(p.standard), { "aria-label": `Value of ${p.name}` }) : h("input", { type: "text", value: p.standard ?? "", "aria-label": `Value of ${p.name}` });
  const cells = h("td");
  const [second, third] = [h("td"), h("td")];
  const draw = () => {
    const on = search.checked;
    cells.replaceChildren(on ? from ?? h("span", { class: "quiet", text: choices.join(", ") }) : value);
    second.replaceChildren(on && to ? to : "");
    third.replaceChildren(on && step ? step : "");
  };
  search.addEventListener("change", draw);
  draw();
  return {
    name: p.name,
    node: h("tr", { data: { parameter: p.name } }, h("td", {}, search), h("td", {}, h("code", { class: "mono", text: p.name })), cells, second, third, h("td", { class: "quiet explains", text: `${p.help}${ordered && p.min !== null ? `; ${price(p.min)} to ${price(p.max)}` : ""}` })),
    searched: () => search.checked,
    space: () => (ordered ? { min: Number(from.value), max: Number(to.value), ...(step.value === "" ? {} : { step: Number(step.value) }) } : choices),
    value: () => {
      const given = ordered ? (value.value === "" ? null : Number(value.value)) : p.kind === "boolean" ? value.value === "true" : value.value;
      return given === p.standard || given === null ? undefined : given;
    },
  };
}
