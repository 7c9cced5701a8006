// Importing price files: choose or drop them, see what was understood, decide what cannot be told, then import.

import { field, h, panel, select } from "/web/parts/dom.js";
import { count } from "/web/parts/format.js";
import { importFile } from "/web/parts/importfile.js";

const ZONES = ["America/Chicago", "America/New_York", "UTC", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "Asia/Singapore"];

/** @param contracts all contract specs; @param done called when something was imported */
export function importer({ contracts, signal, done }) {
  const products = new Set(contracts.map((c) => c.symbol));
  const zones = new Map(contracts.map((c) => [c.symbol, c.time_zone]));
  const zoneOf = (symbol) => zones.get(symbol) ?? zones.get(symbol.replace(/[FGHJKMNQUVXZ]\d{1,2}$/, ""));
  const files = new Set();
  const list = h("div", { class: "stack", id: "import-files" });

  const again = () => files.forEach((f) => f.root.dataset.state !== "done" && f.preview());
  const text = (id, placeholder, given = {}) => h("input", { type: "text", id, placeholder, autocomplete: "off", spellcheck: "false", onchange: again, ...given });
  const one = (id, choices) => select(choices, "", { id, onchange: again });
  const fields = {
    time_zone: text("import-zone", "as the settings say", { list: "zones" }),
    stamps: one("import-stamps", [["", "open of the bar"], ["close", "close of the bar (NinjaTrader)"]]),
    on_conflict: one("import-conflict", [["", "refuse everything"], ["keep", "keep what is stored"], ["replace", "replace what is stored"]]),
    on_error: one("import-error", [["", "refuse everything"], ["skip", "skip them, report them"]]),
    date_format: one("import-dates", [["", "detected"], "yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy", "MM/dd/yyyy", "epoch"]),
    timeframe: text("import-timeframe", "told from the rows"),
    product: text("import-product", "told from the symbol", { list: "products" }),
    adjustment: one("import-adjustment", [["", "not known"], ["none", "not joined or not adjusted"], ["difference", "by difference"], ["ratio", "by ratio"]]),
    separator: one("import-separator", [["", "detected"], [";", ";"], [",", ","], ["|", "|"], ["tab", "tab"]]),
    columns: text("import-columns", "told from the header"),
    only: text("import-only", "all rows"),
  };
  const choices = () => Object.fromEntries(Object.entries(fields).map(([key, control]) => [key, control.value.trim()]).filter(([, v]) => v !== ""));

  const input = h("input", { type: "file", id: "import-input", multiple: true, accept: ".csv,.txt,.tsv,.gz,.zip", "aria-label": "Price files", onchange: (e) => { add([...e.target.files].map((file) => ({ file }))); e.target.value = ""; } });
  const path = h("input", { type: "text", id: "import-path", placeholder: "e.g. MES or ES/ESZ24.csv", autocomplete: "off", onkeydown: (e) => e.key === "Enter" && byPath() });
  const dated = h("input", { type: "checkbox", id: "import-dated" });
  const go = h("button", { type: "button", class: "primary", id: "import-go", text: "Import", disabled: true, onclick: importAll });
  const zone = h("div", { class: "drop", id: "import-drop" }, h("p", {}, h("b", { text: "Drop price files here" }), " or choose them: ", input),
    h("p", { class: "quiet", text: "CSV, TXT, TSV, or packed as .gz or .zip; exports of NinjaTrader, TradingView and Databento are known. Nothing is stored before you say so." }));

  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (e) => { e.preventDefault(); zone.dataset.over = "true"; });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => delete zone.dataset.over);
  zone.addEventListener("drop", (e) => { e.preventDefault(); add([...e.dataTransfer.files].map((file) => ({ file }))); });

  function byPath() {
    if (path.value.trim()) add([{ path: path.value.trim(), dated: dated.checked }]);
    path.value = "";
  }

  async function add(sources) {
    for (const source of sources) {
      const made = importFile({ source, products, choices, zoneOf, signal, removed: (f) => { files.delete(f); changed(); }, changed });
      files.add(made);
      list.append(made.root);
      await made.preview(); // one after the other: each reads its file as a whole
    }
  }

  function changed() {
    const ready = [...files].filter((f) => f.ready());
    go.disabled = ready.length === 0;
    go.textContent = ready.length === 0 ? "Import" : `Import ${count(ready.length)} ${ready.length === 1 ? "file" : "files"}`;
  }

  async function importAll() {
    for (const f of [...files].filter((candidate) => candidate.ready())) await f.run();
    changed();
    done();
  }

  return panel("Import", { id: "import", tools: go }, zone,
    h("div", { class: "tools import-path" }, h("label", { class: "inline", for: "import-path", text: "or a file or directory in data/imports" }), path, h("label", { class: "inline" }, dated, " dated contracts (ESZ24, ESH25 …)"), h("button", { type: "button", text: "Look at it", id: "import-look", onclick: byPath })),
    h("div", { class: "form" }, field("Time zone of local times", fields.time_zone, "an offset in the file counts more"), field("Times name the", fields.stamps), field("Stored with other values", fields.on_conflict), field("Bad rows", fields.on_error)),
    h("details", { id: "import-more" }, h("summary", { text: "More choices, for what cannot be told from a file" }), h("div", { class: "form" },
      field("Dates", fields.date_format), field("Timeframe", fields.timeframe), field("Contract", fields.product, "its spec gives hours and ticks"), field("Months were joined", fields.adjustment), field("Separator", fields.separator),
      field("Columns", fields.columns, "stamp,open,high,low,close,volume; - skips one"), field("Only the symbol", fields.only, "for files of several contracts"))),
    h("datalist", { id: "zones" }, ZONES.map((z) => h("option", { value: z }))), h("datalist", { id: "products" }, [...products].map((p) => h("option", { value: p }))), list);
}
