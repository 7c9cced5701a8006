// What a model was made of: hashes, columns, label, sampling, windows, settings.

import { h, panel } from "/web/parts/dom.js";
import { count, label, readable, time, value } from "/web/parts/format.js";
import { table } from "/web/ml/tables.js";

const list = (entries) => h("dl", { class: "facts-list" }, entries.filter(([, v]) => v !== null && v !== undefined).flatMap(([name, v]) => [h("dt", { text: label(name) }), h("dd", { class: typeof v === "string" && /^[0-9a-f]{16,}$/.test(v) ? "mono" : "" }, v instanceof Node ? v : readable(String(v)))]));
const flat = (object) => Object.entries(object ?? {}).filter(([, v]) => v !== null && v !== undefined && !(Array.isArray(v) && v.length > 12)).map(([name, v]) => [name, typeof v === "object" ? value(v) : v]);

export function provenance({ record, zone }) {
  const { dataset: d, order } = record;
  return [
    h("div", { class: "split" },
      panel("Identity", {}, list([["model", record.id], ["model hash", record.hash], ["dataset hash", d.hash], ["data hash", d.data_hash], ["feature hash", d.feature_hash], ["label hash", d.label_hash], ["library", record.library], ["seed", order.seed], ["trained at", time(record.created_at, zone)], ["expires", record.expires_at ? time(record.expires_at, zone) : "never"]])),
      panel("Rows", {}, list([["symbol", d.order.symbol], ["timeframe", d.order.timeframe], ["first", time(d.from, zone)], ["last", time(d.to, zone)], ["bars", count(d.bars)], ["rows", count(d.rows)], ["warm up", `${count(d.warm_up)} events left out`], ["truncated", `${count(d.truncated)} labels end beyond the data`], ["ambiguous", count(d.ambiguous)], ["effective rows", count(Math.round(d.effective))], ["rolls", count(d.rolls)], ["labels", value(d.labels)]])),
      panel("Label", {}, list(flat(d.order.label))), panel("Sampling", {}, list(flat(d.order.sampling))), panel("Model", {}, list(flat(order.model))), panel("Validation", {}, list(flat(order.validation)))),
    panel("Columns", { id: "columns" }, table("Columns", [["Column"], ["What it is"], ["Known"], ["Needs"], ["Missing", true], ["Mean", true], ["Deviation", true]],
      d.columns.map((c) => [c.name, c.feature, c.known, c.needs, count(c.missing), c.mean == null ? null : Number(c.mean.toPrecision(4)), c.deviation == null ? null : Number(c.deviation.toPrecision(4))]))),
    ...(d.warnings ?? []).map((text) => h("p", { class: "note warn", text })),
  ];
}
