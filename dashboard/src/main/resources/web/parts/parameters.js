// Fields for a strategy's declared parameters: types, ranges, choices, standard values, help, conditions.

import { field, h, select } from "/web/parts/dom.js";
import { price } from "/web/parts/format.js";

/**
 * @param strategy as GET /api/strategies/{name} has it
 * @param given    values to begin with, by name
 * @returns {root, values(), check(), mark(name, message)}: `values` leaves out what is left at its standard
 */
export function parameterForm(strategy, given = {}) {
  const controls = new Map(strategy.parameters.map((p) => [p.name, control(p, given[p.name] ?? p.standard)]));
  const words = h("p", { class: "quiet" });
  const root = h("div", {},
    strategy.parameters.length === 0 ? h("p", { class: "quiet", text: "This strategy has no parameters." }) : null,
    h("div", { class: "form" }, strategy.parameters.map((p) => field(p.name, controls.get(p.name), about(p)))), words);
  const conditions = strategy.conditions ?? [];
  const valueOf = (name) => read(strategy.parameters.find((p) => p.name === name), controls.get(name));
  const check = () => {
    let wrong = null;
    for (const p of strategy.parameters) {
      const input = controls.get(p.name);
      const bad = input.validity && !input.validity.valid;
      input.setAttribute("aria-invalid", String(bad));
      if (bad) wrong ??= `${p.name}: ${input.validationMessage}`;
    }
    for (const c of conditions) {
      const [a, b] = [valueOf(c.lesser), valueOf(c.greater)];
      if (a !== null && b !== null && !(c.relation === "<" ? a < b : a <= b)) {
        wrong ??= `${c.lesser} has to be ${c.relation} ${c.greater}`;
        controls.get(c.lesser).setAttribute("aria-invalid", "true");
      }
    }
    words.textContent = wrong ?? conditions.map((c) => `${c.lesser} ${c.relation} ${c.greater}`).join(", ");
    words.className = wrong ? "loss" : "quiet";
    return wrong;
  };
  root.addEventListener("input", check);
  check();
  return {
    root, check,
    values: () => Object.fromEntries(strategy.parameters.map((p) => [p.name, valueOf(p.name)]).filter(([, v]) => v !== null)),
  };
}

function control(p, value) {
  if (p.kind === "choice" || p.choices?.length > 0) return select(p.choices, value, { name: p.name });
  if (p.kind === "boolean") return select([["true", "yes"], ["false", "no"]], String(value), { name: p.name });
  if (p.kind === "integer" || p.kind === "decimal") {
    // The step of a search is no bound on what may be tried by hand.
    return h("input", { type: "number", name: p.name, value, min: p.min, max: p.max, step: p.kind === "integer" ? "1" : "any", required: true });
  }
  return h("input", { type: "text", name: p.name, value: value ?? "" });
}

function read(p, input) {
  if (input.value === "") return p.kind === "text" ? "" : null;
  if (p.kind === "boolean") return input.value === "true";
  return p.kind === "integer" || p.kind === "decimal" ? Number(input.value) : input.value;
}

function about(p) {
  const range = p.min == null && p.max == null ? "" : p.max == null ? `from ${price(p.min)}` : p.min == null ? `up to ${price(p.max)}` : `${price(p.min)} to ${price(p.max)}`;
  return [p.help, range, p.standard === null || p.standard === undefined || p.standard === "" ? "" : `usually ${p.standard}`].filter(Boolean).join("; ");
}
