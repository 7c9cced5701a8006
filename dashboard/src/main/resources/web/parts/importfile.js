// One file, or a path under data/imports, on its way into the store: what was understood of it, then its import.

import { h, link, setText } from "/web/parts/dom.js";
import { bytes, count, price, time } from "/web/parts/format.js";
import { send } from "/web/shell/api.js";
import { progress } from "/web/parts/progress.js";

/** The product or dated contract that a file name begins with: MES_2024_01.csv -> MES, ESZ24.txt -> ESZ24, "ES 12-24.txt" -> ES. */
export function guess(name, products) {
  const word = name.split(/[\\/]/).at(-1).toUpperCase().split(/[^A-Z0-9]/)[0];
  if (products.has(word)) return word;
  const [, root] = /^([A-Z0-9]{1,4}?)[FGHJKMNQUVXZ]\d{1,4}$/.exec(word) ?? [];
  if (root && products.has(root)) return word;
  const known = [...products].filter((p) => word.startsWith(p)).sort((a, b) => b.length - a.length)[0];
  return known && !/^[A-Z]/.test(word.slice(known.length)) ? known : word.replace(/\d{4,}$/, "");
}

/**
 * @param source  {file} or {path}; {path, dated: true} for a directory of dated contracts
 * @param choices the parameters that all files share
 * @param zoneOf  the time zone of a product, for times
 */
export function importFile({ source, products, choices, zoneOf, signal, removed, changed }) {
  const name = source.file?.name ?? source.path;
  const symbol = h("input", { type: "text", value: guess(name, products), size: 12, spellcheck: "false", autocomplete: "off", "aria-label": source.dated ? `Product of ${name}` : `Symbol for ${name}`, data: { part: "symbol" }, onchange: () => preview() });
  const state = h("span", { class: "tag wait", text: "reading", data: { part: "state" } });
  const body = h("div", { class: "stack", "aria-live": "polite" });
  const remove = h("button", { type: "button", text: "Take out", "aria-label": `Take ${name} out`, onclick: () => { leaving.abort(); root.remove(); removed(self); } });
  const root = h("article", { class: "import-file", "aria-label": name, data: { file: name, state: "reading" } },
    h("div", { class: "import-head" }, h("b", { class: "mono", text: name }), source.file ? h("span", { class: "quiet", text: bytes(source.file.size) }) : h("span", { class: "quiet", text: source.dated ? "dated contracts, each under its own name" : "in data/imports" }),
      h("label", { class: "inline" }, source.dated ? "Product " : "Symbol ", symbol), state, remove), body);
  let leaving = new AbortController();
  signal.addEventListener("abort", () => leaving.abort());

  async function run(dryRun) {
    leaving.abort();
    leaving = new AbortController();
    if (signal.aborted) leaving.abort();
    const mine = leaving.signal;
    const wanted = { ...choices(), dry_run: dryRun, path: source.path, [source.dated ? "root" : "symbol"]: symbol.value.trim() };
    say("reading", dryRun ? "reading" : "importing", "wait");
    try {
      let form;
      if (source.file) {
        form = new FormData();
        form.append("file", source.file, source.file.name);
      }
      const job = await send("POST", "data", source.dated ? "/api/data/import/contracts" : "/api/data/import/csv", wanted, form);
      if (mine.aborted) return;
      const shown = progress({ service: "data", path: `/api/data/imports/${job.id}`, label: dryRun ? "Reading" : "Importing", signal: mine });
      body.replaceChildren(shown.root);
      const status = await shown.ended;
      if (status.state === "done") understood(status.result, dryRun);
      else refused(status.message, Array.isArray(status.result) ? status.result : []);
    } catch (e) {
      if (e.name !== "AbortError") refused(e.message, e.errors ?? []);
    }
    changed();
  }

  function say(now, words, tone) {
    root.dataset.state = now;
    state.className = `tag ${tone}`;
    setText(state, words);
  }

  function refused(message, errors) {
    say("refused", "refused", "bad");
    body.replaceChildren(h("div", { class: "failure", role: "alert" }, h("p", { text: message }),
      errors.length > 1 ? h("ul", {}, errors.slice(0, 20).map((e) => h("li", {}, h("b", { class: "mono", text: e.field }), ` ${e.message}`, e.value ? h("span", { class: "mono", text: `: ${e.value}` }) : null))) : null));
  }

  function understood(result, dryRun) {
    const reports = [result?.contracts ?? result?.reports ?? result].flat();
    say(dryRun ? "ready" : "done", dryRun ? "ready to import" : "imported", "good");
    body.replaceChildren(...reports.map((report) => summary(report, dryRun)));
  }

  function summary(r, dryRun) {
    const zone = zoneOf(r.symbol);
    const odd = [["already stored", r.rows_unchanged], ["replaced", r.rows_replaced], ["kept as stored", r.rows_kept], ["twice in the file", r.duplicates], ["out of order", r.out_of_order], ["bad", r.bad_rows], ["passed over", r.ignored], ["prices rounded", r.rounded]].filter(([, n]) => n > 0);
    return h("div", { class: "understood" },
      h("p", {}, h("b", { text: `${count(r.rows_read)} bars of ${r.timeframe}` }), ` from ${time(r.first, zone)} to ${time(r.last, zone)}; `, h("b", { data: { part: "added" }, text: `${count(r.rows_added)} ${dryRun ? "would be new" : "are new"}` }),
        odd.map(([words, n]) => `, ${count(n)} ${words}`), ". ", dryRun ? null : link(`/series/${encodeURIComponent(r.symbol)}`, `See ${r.symbol}`)),
      r.files.slice(0, 1).map((f) => h("p", { class: "quiet", text: `Understood as ${f.dialect}${r.files.length > 1 ? ` (and ${count(r.files.length - 1)} more files)` : ""}` })),
      r.notes.map((note) => h("p", { class: "note", text: note })),
      r.first_bad_rows.length === 0 ? null : h("ul", { class: "changes" }, r.first_bad_rows.slice(0, 8).map((b) => h("li", { class: "loss", text: `${b.file ?? ""} line ${b.line}: ${b.reason ?? b.message} (${b.text ?? ""})` }))),
      dryRun ? h("details", { open: true }, h("summary", { text: "First bars, as they would be stored" }), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `First bars of ${name}` }, h("table", { "aria-label": `First bars of ${name}` },
        h("thead", {}, h("tr", {}, ["Opens", "Open", "High", "Low", "Close", "Volume"].map((t, i) => h("th", { scope: "col", class: i > 0 ? "right" : "", text: t })))),
        h("tbody", {}, r.first_rows.slice(0, 4).map((b) => h("tr", {}, h("td", { text: time(b.timestamp, zone) }), [b.open, b.high, b.low, b.close].map((v) => h("td", { class: "right", text: price(v) })), h("td", { class: "right", text: count(b.volume) }))))))) : null);
  }

  const preview = () => run(true);
  const self = { root, name, preview, run: () => run(false), ready: () => root.dataset.state === "ready", symbol: () => symbol.value.trim() };
  return self;
}
