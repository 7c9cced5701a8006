// The columns of a dataset: kinds of the catalogue with their parameters, or expressions; a line for each.

import { h, select } from "/web/parts/dom.js";

const OWN = "expression";
const START = ["log_return", "volatility_ratio", "atr_ratio", "rsi", "sma_distance", "volume_ratio", "time_of_day", "previous_day"];

/** @param given feature specs to begin with; null for a few usual ones */
export function featureRows({ catalogue, given = null }) {
  const kinds = new Map(catalogue.features.map((f) => [f.name, f]));
  const list = h("div", { class: "stack", id: "features" });
  const first = given ?? START.filter((name) => kinds.has(name)).map((kind) => ({ kind }));

  function row(spec) {
    const kind = select([...[...kinds.keys()].map((name) => [name, name.replaceAll("_", " ")]), [OWN, "expression …"]], spec.expression ? OWN : spec.kind, { "aria-label": "Kind of feature" });
    const lag = h("input", { type: "number", min: "0", max: "1000", value: spec.lag ?? 0, "aria-label": "Bars ago" });
    const timeframe = h("input", { value: spec.timeframe ?? "", placeholder: "own", "aria-label": "Longer timeframe, e.g. 1h", size: "6" });
    const settings = h("span", { class: "tools" });
    const about = h("small", { class: "quiet" });
    let controls = new Map();
    const fill = () => {
      controls = new Map();
      if (kind.value === OWN) {
        const text = h("input", { value: spec.expression ?? "", size: "44", placeholder: "(close - mean(close, 20)) / traded", "aria-label": "Expression" });
        controls.set(OWN, text);
        settings.replaceChildren(text);
        about.textContent = catalogue.language;
        return;
      }
      const chosen = kinds.get(kind.value);
      settings.replaceChildren(...chosen.parameters.map((p) => {
        const value = (spec.kind === kind.value ? spec.parameters?.[p.name] : null) ?? p.stand_in;
        const input = p.type === "choice" ? select(p.choices, value) : h("input", { type: "number", value, min: p.least, max: p.most, step: p.type === "integer" ? "1" : "any" });
        controls.set(p.name, input);
        return h("label", { class: "inline", title: p.description }, `${p.name.replaceAll("_", " ")} `, input);
      }));
      about.textContent = `${chosen.description} Known ${chosen.known}; ${chosen.needs}.`;
    };
    kind.addEventListener("change", fill);
    fill();
    const node = h("div", { class: "feature-row", role: "group", "aria-label": "Feature" }, h("div", { class: "tools" }, kind, settings, h("label", { class: "inline" }, "bars ago ", lag), h("label", { class: "inline" }, "of timeframe ", timeframe),
      h("button", { type: "button", "aria-label": "Take this feature out", title: "Take out", text: "×", onclick: () => node.remove() })), about);
    node.read = () => {
      const more = { ...(Number(lag.value) > 0 ? { lag: Number(lag.value) } : {}), ...(timeframe.value.trim() ? { timeframe: timeframe.value.trim() } : {}) };
      if (kind.value === OWN) return { expression: controls.get(OWN).value.trim(), ...more };
      const declared = kinds.get(kind.value).parameters;
      const parameters = Object.fromEntries(declared.map((p) => [p.name, p.type === "choice" ? controls.get(p.name).value : Number(controls.get(p.name).value)]));
      return { kind: kind.value, ...(declared.length > 0 ? { parameters } : {}), ...more };
    };
    return node;
  }

  list.append(...first.map(row));
  const add = h("button", { type: "button", id: "add-feature", text: "Add a feature", onclick: () => list.append(row({ kind: catalogue.features[0].name })) });
  return { root: h("div", { class: "stack" }, list, h("div", { class: "tools" }, add)), specs: () => [...list.children].map((node) => node.read()) };
}
