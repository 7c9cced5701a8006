// What is stored, how good it is, and how more comes in.

import { empty, h, link, panel, setText } from "/web/parts/dom.js";
import { bytes, count, day, number, time } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { onNotice } from "/web/shell/live.js";
import { grid } from "/web/parts/grid.js";
import { importer } from "/web/parts/importer.js";
import { sure } from "/web/parts/sure.js";

export const title = () => "Data";

export async function show(view, { signal, go }) {
  const strip = h("section", { class: "strip", "aria-label": "Store" });
  const stored = h("div");
  const history = h("div");
  const [first, { contracts }] = await Promise.all([get("data", "/api/data", {}, signal), get("data", "/api/contracts", {}, signal)]);
  const zones = new Map(contracts.map((c) => [c.symbol, c.time_zone]));
  const refresh = async (answer = null) => {
    const list = answer ?? await get("data", "/api/data", {}, signal);
    stored.replaceChildren(storedPanel(list, zones, signal, refresh, go));
    figures(strip, signal).catch(() => {});
    if (history.open) history.fill();
  };
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Data" }), h("div", { class: "actions" }, backup())), strip, stored, importer({ contracts, signal, done: () => refresh() }), imports(history, signal), backups(signal));
  await refresh(first);
  let waiting = 0;
  onNotice(({ channel, notice }) => {
    if (channel !== "data:updates" || !notice?.symbol) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => refresh().catch(() => {}), 1500);
  }, signal);
  signal.addEventListener("abort", () => clearTimeout(waiting));
}

async function figures(strip, signal) {
  const [stats, file] = await Promise.all([get("data", "/api/stats", {}, signal), get("data", "/api/database/info", {}, signal)]);
  const figure = (name, value, note, part) => h("div", { class: "figure" }, h("span", { class: "label", text: name }), h("b", { text: value, data: { part } }), h("small", { text: note }));
  strip.replaceChildren(figure("Bars stored", count(stats.records), `${number(file.bytes_per_record, 1)} bytes each`, "records"), figure("Symbols", count(stats.symbols), `${count(stats.by_symbol.filter((s) => s.synthetic).length)} made up`, "symbols"),
    figure("On disk", bytes(stats.bytes_on_disk), file.free_bytes > 0 ? `${bytes(file.free_bytes)} of it free` : "no free space in it", "bytes"), figure("Contracts", count(stats.contracts), "specs known", "contracts"), figure("Integrity", file.integrity, `SQLite ${file.sqlite_version}`, "integrity"));
}

function storedPanel({ series, continuous }, zones, signal, refresh, go) {
  if (series.length === 0) {
    return panel("Stored series", { id: "stored" }, empty("Nothing is stored yet. Import price files below, or begin with made-up bars, which are marked as such: ",
      sample("Index futures, three months of minutes", "index", refresh), " ", sample("A chain of five contracts with known rolls", "chain", refresh)));
  }
  const rows = series.map((s) => ({ ...s, grade: null, zone: zones.get(s.product) }));
  const table = grid({
    label: "Stored series", rows, filter: "Filter series", height: 440, open: (row) => go(`/series/${encodeURIComponent(row.symbol)}`), sort: { key: "symbol", down: false },
    columns: [
      { key: "symbol", title: "Symbol", width: 130, link: (r) => `/series/${encodeURIComponent(r.symbol)}` },
      { key: "timeframe", title: "Bars of", width: 70 }, { key: "product", title: "Contract", width: 80, link: (r) => `/contracts/${encodeURIComponent(r.product)}` },
      { key: "bars", title: "Bars", number: true, width: 90, text: (r) => count(r.bars) },
      { key: "first", title: "First", width: 100, text: (r) => day(r.first, r.zone) }, { key: "last", title: "Last", width: 100, text: (r) => day(r.last, r.zone) },
      { key: "grade", title: "Grade", width: 90, text: (r) => r.grade ?? "…", hint: (r) => r.reason, about: "A to F; hold the pointer over one for the reason" },
      { key: "adjustment", title: "Joined by", width: 100, text: (r) => (r.adjustment === "none" ? "not adjusted" : r.adjustment) },
      { key: "source", title: "Source", width: 200, grow: 2, hint: (r) => r.source },
    ],
  });
  grades(rows, table, signal);
  return panel("Stored series", { id: "stored" }, table.root,
    continuous.length === 0 ? null : [h("h3", { text: "Joined contracts" }), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Joined contracts" }, h("table", { id: "continuous", "aria-label": "Joined contracts" }, h("thead", {}, h("tr", {}, ["Product", "Contracts", "Series: as traded", "adjusted by difference", "by ratio"].map((t) => h("th", { scope: "col", text: t })))),
      h("tbody", {}, continuous.map((c) => h("tr", {}, h("td", {}, link(`/rolls/${encodeURIComponent(c.root)}`, c.root)), h("td", { text: c.contracts.length > 4 ? `${c.contracts[0]} to ${c.contracts.at(-1)}, ${count(c.contracts.length)}` : c.contracts.join(", ") }),
        ["", "@diff", "@ratio"].map((how) => h("td", {}, c.symbols.map((s) => [link(`/series/${encodeURIComponent(s + how)}`, s.slice(c.root.length + 1) + how), " "]))))))))],
    h("p", { class: "quiet tools" }, "Made-up bars to try things with: ", sample("Index futures", "index", refresh), sample("Contract chain", "chain", refresh)));
}

const sample = (text, kind, refresh) => h("button", { type: "button", text, data: { sample: kind }, onclick: async (e) => {
  const button = e.currentTarget;
  button.disabled = true;
  try {
    const answer = await send("POST", "data", "/api/data/sample", { kind });
    await refresh();
    button.textContent = answer.rows_added === 0 ? `${text}: is there already` : text;
  } catch (problem) {
    button.textContent = problem.message;
  }
} });

/** One series after the other: what was judged before costs nothing, a first look at millions of bars takes a moment. */
async function grades(rows, table, signal) {
  for (const row of rows) {
    if (signal.aborted || !table.root.isConnected && row !== rows[0]) return;
    const answer = await get("data", `/api/data/${encodeURIComponent(row.symbol)}/quality`, { timeframe: row.timeframe, summary: true }, signal).catch(() => null);
    row.grade = answer?.grade ?? "–";
    row.reason = answer?.reason;
    table.replace(rows);
  }
}

function imports(root, signal) {
  root.fill = async () => {
    const { imports: list } = await get("data", "/api/data/imports", {}, signal);
    const real = list.filter((job) => !(job.result?.dry_run));
    root.replaceChildren(real.length === 0 ? empty("No import yet.") : grid({
      label: "Imports", rows: real, filter: "Filter imports", height: 300, sort: { key: "created", down: true },
      columns: [
        { key: "created", title: "When", width: 140, text: (j) => time(j.created, null) }, { key: "state", title: "State", width: 90, tone: (j) => (j.state === "failed" ? "loss" : "") },
        { key: "symbol", title: "Series", width: 110, value: (j) => symbolOf(j), text: (j) => symbolOf(j) || "–", link: (j) => `/series/${encodeURIComponent(symbolOf(j))}` },
        { key: "rows", title: "New bars", number: true, width: 90, value: (j) => j.result?.rows_added, text: (j) => count(j.result?.rows_added) },
        { key: "file", title: "File", width: 150, value: (j) => j.details?.file, text: (j) => j.details?.file ?? "–" },
        { key: "message", title: "What became of it", width: 260, grow: 3, hint: (j) => j.message },
      ],
    }).root);
  };
  const box = h("details", { id: "imports-open", ontoggle: () => { root.open = box.open; if (box.open) root.fill().catch((e) => setText(root, e.message)); } }, h("summary", { text: "Show imports, newest first" }), root);
  return panel("Imports so far", { id: "imports" }, box);
}

const symbolOf = (job) => job.result?.symbol ?? (/^\/api\/data\/([^?]+)/.exec(job.href ?? "")?.[1] ?? "");

function backup() {
  const said = h("span", { class: "quiet", role: "status", id: "backup-said" });
  return [said, sure({ text: "Back up", id: "backup", question: "Write a copy of the whole store into data/backups?", act: async () => {
    setText(said, "Writing the copy…");
    const made = await send("POST", "data", "/api/database/backup");
    setText(said, `${made.name}, ${bytes(made.bytes)}`);
  } })];
}

function backups(signal) {
  const inside = h("div");
  const box = h("details", { ontoggle: async () => {
    if (!box.open) return;
    const { directory, backups: list } = await get("data", "/api/database/backups", {}, signal);
    inside.replaceChildren(list.length === 0 ? empty(`No backup yet in ${directory}.`) : h("ul", {}, list.map((b) => h("li", {}, h("span", { class: "mono", text: b.name }), ` ${bytes(b.bytes)}, ${time(b.time, null)}`))));
  } }, h("summary", { text: "Show backups" }), inside);
  return panel("Backups", { id: "backups" }, box);
}
