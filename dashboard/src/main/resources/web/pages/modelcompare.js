// Models side by side: figures, and the settings in which they differ.

import { h, link, panel } from "/web/parts/dom.js";
import { count, label, number, time } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";
import { table } from "/web/ml/tables.js";

export const title = () => "Models side by side";

export async function show(view, { query, signal }) {
  const { models, metrics, differ, same_data: same } = await get("ml", "/api/ml/models/compare", { ids: query.get("ids") ?? "" }, signal);
  const heads = (corner) => [[corner], ...models.map((m) => [m.id, true])];
  const about = [["Stage", (m) => m.stage], ["Kind", (m) => m.kind], ["Series", (m) => `${m.symbol} ${m.timeframe}`], ["Trained", (m) => time(m.created_at)], ["Evidence of skill", (m) => (m.evidence ? "yes" : "no")], ["Leaks found", (m) => count(m.leakage)], ["Net of signals", (m) => number(m.net)]];
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Models side by side" }), h("p", { class: "lead" }, models.flatMap((m, i) => [i > 0 ? ", " : "", link(`/model/${encodeURIComponent(m.id)}`, m.id)]))),
    ...(same ? [] : [h("p", { class: "note warn", text: "They were not judged on the same bars and labels: their figures cannot be compared with each other." })]),
    panel("Figures", { id: "model-figures" }, table("Figures of models", heads("Figure"), [...about.map(([name, of]) => [name, ...models.map(of)]), ...Object.entries(metrics).map(([name, values]) => [label(name), ...values.map((v) => (v === null ? null : number(v, 4)))])])),
    panel("What differs", { id: "model-differences" }, Object.keys(differ).length === 0 ? h("p", { class: "quiet", text: "Nothing but the time of their training." }) : table("Differences", heads("Setting"), Object.entries(differ).map(([name, values]) => [label(name), ...values]))));
}
