// One model of the registry with all that its training found.

import { h, link } from "/web/parts/dom.js";
import { count, number, percent, time } from "/web/parts/format.js";
import { sure } from "/web/parts/sure.js";
import { tabs } from "/web/parts/tabs.js";
import { tile } from "/web/parts/metrics.js";
import { get, send } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";
import { evidence, leakage } from "/web/ml/evidence.js";
import { calibration, importance } from "/web/ml/pictures.js";
import { provenance } from "/web/ml/provenance.js";
import { signalPanel } from "/web/ml/signalchart.js";

export const title = (id) => `Model ${id}`;

export async function show(view, { item: id, query, signal }) {
  const path = `/api/ml/models/${encodeURIComponent(id)}`;
  const record = await get("ml", path, {}, signal);
  const { report } = record;
  const zone = "America/Chicago";
  const currency = "USD";
  const said = h("div", { role: "status" });
  const parts = tabs({
    label: "Parts of the model", wanted: query.get("part"), signal,
    parts: [
      ["evidence", "Evidence", (box) => box.replaceChildren(...evidence({ report, currency, zone }))],
      ["leaks", "Leaks", (box) => box.replaceChildren(leakage(report))],
      ["importance", "Importance", (box, { signal: own }) => box.replaceChildren(importance({ importance: report.importance, metric: record.task === "regression" ? "rank IC" : "AUC", signal: own }))],
      ["calibration", "Calibration", (box, { signal: own }) => box.replaceChildren(calibration({ calibration: report.calibration, signal: own }))],
      ["signals", "Signals", async (box, { signal: own }) => box.replaceChildren(await signalPanel({ record, zone, signal: own }))],
      ["provenance", "Provenance", (box) => box.replaceChildren(...provenance({ record, zone }))],
    ],
  });
  view.replaceChildren(
    h("div", { class: "view-head" }, h("h1", { text: record.id }), h("span", { class: `tag ${record.stage === "production" ? "good" : "wait"}`, id: "model-stage", text: record.stage }), actions(record, path, said) ?? ""),
    h("p", { class: "lead", text: `${record.order.model.kind.replaceAll("_", " ")} on ${record.dataset.order.symbol}, ${record.dataset.order.timeframe}, ${count(record.dataset.rows)} rows of ${count(record.features.length)} columns; trained ${time(record.created_at)}` }),
    ...notes(record), said, strip(record), parts.root);
  await parts.start();
}

function notes(record) {
  const all = [];
  if (record.stale) all.push(`Its data changed after the training (${record.stale.what.replaceAll("_", " ")}, ${time(record.stale.changed_at)}): train it again before you rely on it.`);
  if (record.expired) all.push(`It expired on ${time(record.expires_at)}.`);
  return all.map((text) => h("p", { class: "note warn", text }));
}

function strip({ report, task }) {
  const { metrics: m, baselines: b } = report;
  const main = task === "regression" ? ["rank_ic", "Rank IC"] : ["auc", "AUC"];
  const failed = report.leakage.filter((c) => c.result === "failed").length;
  return h("section", { class: "strip", id: "model-strip", "aria-label": "Figures" },
    tile(main[1], number(m[main[0]], 3), { id: "main-metric", note: b.shuffled.length > 0 ? `shuffled labels ${number(Math.min(...b.shuffled), 3)} to ${number(Math.max(...b.shuffled), 3)}` : null, about: "of all out-of-fold predictions" }),
    ...(task === "regression" ? [tile("IC", number(m.ic, 3))] : [tile("Log loss", number(m.log_loss, 4), { note: b.dummy.log_loss == null ? null : `${number(b.dummy.log_loss, 4)} knowing only frequencies` }), tile("Brier", number(m.brier, 4)), tile("Calibration error", report.calibration ? percent(report.calibration.before.ece) : "–")]),
    tile("Skill", report.verdict.evidence ? "evidence" : "none shown", { id: "skill", tone: report.verdict.evidence ? "gain" : "" }),
    tile("Leaks", count(failed), { id: "leaks", tone: failed > 0 ? "loss" : "", note: `of ${count(report.leakage.length)} tests` }),
    tile("Folds", count(report.folds.length)));
}

function actions(record, path, said) {
  if (record.stage === "deleted") return null;
  const act = (what, parameters = {}) => async () => {
    try {
      await send(what === "delete" ? "DELETE" : "POST", "ml", what === "delete" ? path : `${path}/${what}`, parameters);
      await reopen();
    } catch (e) {
      said.replaceChildren(failure(e), ...(e.status === 409 && what === "promote" ? [h("button", { type: "button", text: "Promote it all the same", onclick: act("promote", { force: true }) })] : []));
    }
  };
  return h("div", { class: "actions" },
    link(`/backtest?strategy_name=MlSignalStrategy&symbol=${encodeURIComponent(record.dataset.order.symbol)}&model=${encodeURIComponent(record.id)}`, "Backtest with it", { class: "button" }),
    link(`/train?again=${encodeURIComponent(record.id)}`, "Train again", { class: "button" }),
    record.stage === "production" ? h("button", { type: "button", id: "retire", text: "Retire", onclick: act("retire") }) : h("button", { type: "button", class: "primary", id: "promote", text: "Promote", title: "into production; the model of the same name that is there is retired", onclick: act("promote") }),
    sure({ text: "Delete", id: "delete-model", kind: "danger", question: () => "The model goes, its record stays. Delete it?", act: act("delete") }));
}
