// One series: its chart, what is known of it, how far it can be trusted, and what can be done about that.

import { h, link, panel, select, setText } from "/web/parts/dom.js";
import { bytes, count, label, time } from "/web/parts/format.js";
import { address, get, send } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";
import { candles } from "/web/parts/candles.js";
import { LADDER, lengthOf } from "/web/parts/bars.js";
import { gapCalendar } from "/web/parts/calendar.js";
import { quality } from "/web/parts/quality.js";
import { repairs } from "/web/parts/repairs.js";
import { sure } from "/web/parts/sure.js";

const LINES = { sma20: ["SMA 20", { kind: "sma", period: 20 }], sma50: ["SMA 50", { kind: "sma", period: 50 }], ema20: ["EMA 20", { kind: "ema", period: 20 }], ema200: ["EMA 200", { kind: "ema", period: 200 }], bb20: ["Bollinger 20, 2", { kind: "bollinger", period: 20 }] };

export const title = (item) => item ?? "Series";

export async function show(view, { item, query, signal, go }) {
  if (!item) return go("/data", { replace: true });
  const on = new Set((query.get("lines") ?? "").split(",").filter((key) => LINES[key]));
  const overlays = { lines: [...on].map((key) => LINES[key][1]), rolls: [] };
  const at = query.get("at");
  // The chart begins to load before anything else is known of the series.
  const chart = candles({ symbol: item, timeframe: lengthOf(query.get("timeframe") ?? "") ? query.get("timeframe") : null, zone: "America/Chicago", signal, overlays, height: Math.max(300, Math.min(520, innerHeight - 330)),
    from: at, to: query.get("to") ?? at, moved: ({ from, to }) => keep({ at: from, to }) });
  const facts = panel("Facts", { id: "facts" }, h("p", { class: "quiet", text: "Loading…" }));
  const below = h("div", { class: "stack" });
  const actions = h("div", { class: "actions" }, link(`/backtest?symbol=${encodeURIComponent(item)}`, "Backtest with it", { class: "button primary" }));
  const tools = h("div", { class: "tools" });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: item }), h("p", { class: "lead", id: "series-lead" }), actions),
    panel("Chart", { id: "chart", tools }, chart.root, h("p", { class: "quiet keys-hint", text: "Drag or arrow keys: move (shift: a page). Wheel or + −: zoom. , . step through bars. Home, End." })), facts, below);

  const known = await seriesOf(item, signal);
  const spec = await get("data", `/api/contracts/${encodeURIComponent(known.product)}`, {}, signal).catch(() => null);
  const zone = spec?.time_zone ?? "America/Chicago";
  chart.inZone(zone);
  setText(view.querySelector("#series-lead"), `${spec?.name ?? known.product}${known.synthetic ? ", made up" : ""}`);
  tools.replaceChildren(...chartTools({ known, chart, on, overlays, query, zone }));
  if (known.root) {
    const { calendars } = await get("data", `/api/rolls/${encodeURIComponent(known.root)}`, { series: known.kind }, signal).catch(() => ({ calendars: [] }));
    overlays.rolls = (calendars[0]?.rolls ?? []).map((roll) => ({ time: roll.time, text: `→ ${roll.to}` }));
    chart.overlay(overlays);
  }
  facts.replaceWith(await factsOf(known, zone, signal));
  await chart.ready; // checking every bar keeps the service busy: the chart comes first
  const focus = (from, to = from) => { chart.focus(from, to); chart.root.scrollIntoView({ block: "nearest" }); chart.root.focus({ preventScroll: true }); };
  const grade = h("div", {}, panel("Quality", {}, h("p", { class: "quiet", role: "status", text: "Checking every bar…" })));
  below.append(grade);
  const check = () => get("data", `/api/data/${encodeURIComponent(item)}/quality`, {}, signal).then((report) => {
    grade.replaceChildren(quality(report, zone, focus));
    return report;
  });
  const judged = check();
  judged.catch((e) => { if (!signal.aborted) grade.replaceChildren(failure(e)); });
  if (!known.root) {
    below.prepend(gapCalendar({ series: known, signal, year: query.get("year"), picked: (year) => keep({ year }), pick: ({ opens, closes }) => focus(opens, closes) }));
    below.append(repairs({ symbol: item, timeframe: known.timeframe, zone, focus, signal, changed: check }), removal(item, go));
  }
}

/** The stored series of a symbol, the finest first; or a joined one, with its root and kind (v, n or c). */
async function seriesOf(symbol, signal) {
  const { series } = await get("data", "/api/data", {}, signal);
  const own = series.filter((one) => one.symbol === symbol).sort((a, b) => (lengthOf(a.timeframe) ?? 0) - (lengthOf(b.timeframe) ?? 0));
  if (own.length > 0) return { ...own[0], all: own };
  const newest = await get("data", `/api/data/${encodeURIComponent(symbol)}`, { limit: 1 }, signal);
  const [, root, kind] = /^(.+)\.([vnc])\.\d/.exec(symbol) ?? [];
  return { ...newest, bars: newest.stored, last: newest.data.at(-1)?.timestamp, root, kind, all: [] };
}

function chartTools({ known, chart, on, overlays, query, zone }) {
  const own = lengthOf(known.timeframe) ?? 0;
  const frames = [known.timeframe, ...LADDER.filter(([, s]) => s * 1000 > own).map(([name]) => name)];
  const goTo = h("input", { type: "date", id: "chart-day", "aria-label": "Show day", min: known.first?.slice(0, 10), max: known.last?.slice(0, 10), onchange: (e) => { if (e.target.value) chart.focus(`${e.target.value}T12:00:00Z`); } });
  return [
    h("label", { class: "inline" }, "Timeframe ", select(frames, query.get("timeframe") ?? known.timeframe, { id: "chart-timeframe", onchange: (e) => { keep({ timeframe: e.target.value }); chart.choose(e.target.value); } })),
    h("label", { class: "inline" }, "Day ", goTo),
    h("div", { class: "toggle", role: "group", "aria-label": "Lines" }, Object.entries(LINES).map(([key, [text, line]]) => h("button", {
      type: "button", text, "aria-pressed": String(on.has(key)), data: { line: key },
      onclick: (e) => {
        if (!on.delete(key)) on.add(key);
        e.currentTarget.setAttribute("aria-pressed", String(on.has(key)));
        overlays.lines = [...on].map((k) => LINES[k][1]);
        keep({ lines: [...on].join(",") });
        chart.overlay(overlays);
      },
    }))),
  ];
}

async function factsOf(known, zone, signal) {
  const path = `/api/data/${encodeURIComponent(known.symbol)}`;
  const formats = await Promise.all(["csv", "parquet", "arrow"].map(async (format) => h("a", { class: "button", download: true, data: { format }, href: await address("data", path, { format, timeframe: known.timeframe }), text: format === "csv" ? "CSV" : label(format) })));
  const fact = (name, ...what) => [h("dt", { text: name }), h("dd", { data: { fact: name.toLowerCase() } }, ...what)];
  const files = known.files ?? [];
  return panel("Facts", { id: "facts", tools: formats },
    h("dl", { class: "facts-list" }, fact("Bars", `${count(known.bars)} of ${known.timeframe}`), known.first ? fact("First", time(known.first, zone)) : null, fact("Last", time(known.last, zone)),
      fact("Contract", link(`/contracts/${encodeURIComponent(known.product)}`, known.product)), known.source ? fact("Source", known.source) : null,
      fact("Joined by", known.adjustment === "none" ? "not adjusted" : known.adjustment), known.revision ? fact("Revision", `${known.revision}, ${time(known.updated_at, zone)}`) : null,
      known.root ? fact("Rolls", link(`/rolls/${encodeURIComponent(known.root)}`, `Calendar of ${known.root}`)) : null,
      known.all.length > 1 ? fact("Also stored", known.all.slice(1).map((s) => `${s.timeframe} (${count(s.bars)})`).join(", ")) : null),
    files.length === 0 ? null : h("details", {}, h("summary", { text: `${count(files.length)} files` }), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Files" }, h("table", { "aria-label": "Files" },
      h("thead", {}, h("tr", {}, ["File", "Rows", "Size", "Understood as", "Duplicates"].map((t) => h("th", { scope: "col", text: t })))),
      h("tbody", {}, files.map((f) => h("tr", {}, h("td", { class: "mono", text: f.name, title: `SHA-256 ${f.sha256}` }), h("td", { class: "right", text: count(f.rows) }), h("td", { class: "right", text: bytes(f.bytes) }), h("td", { text: f.dialect }), h("td", { class: "right", text: count(f.seen?.duplicates) }))))))));
}

function removal(symbol, go) {
  const from = h("input", { type: "date", "aria-label": "Delete from trading day" });
  const to = h("input", { type: "date", "aria-label": "Delete to trading day" });
  return panel("Delete", { id: "delete" },
    h("p", { class: "quiet", text: "Bars that are deleted come back only by importing them again or from a backup. Without dates the whole series goes." }),
    h("div", { class: "tools" }, h("label", { class: "inline" }, "From ", from), h("label", { class: "inline" }, "To ", to),
      sure({ text: "Delete bars", id: "delete-bars", kind: "danger", type: symbol, question: () => `${from.value || to.value ? `Bars of ${symbol} from ${from.value || "the first"} to ${to.value || "the last"}` : `All bars of ${symbol}`} will be deleted. Type ${symbol}:`,
        act: async () => { const { left } = await send("DELETE", "data", `/api/data/${encodeURIComponent(symbol)}`, { confirm: symbol, start_date: from.value, end_date: to.value }); await go(left > 0 ? `/series/${encodeURIComponent(symbol)}` : "/data"); } })));
}
