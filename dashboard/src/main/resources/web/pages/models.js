// Models: what is being trained, what was, and whether any of it knows anything.

import { empty, h, link, panel } from "/web/parts/dom.js";
import { count, money, number, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { progress } from "/web/parts/progress.js";
import { get } from "/web/shell/api.js";
import { onNotice } from "/web/shell/live.js";
import { reopen } from "/web/shell/router.js";

export const title = () => "Models";

export async function show(view, { signal, go }) {
  const [{ models }, { trainings }] = await Promise.all([get("ml", "/api/ml/models", { limit: 500 }, signal), get("ml", "/api/ml/trainings", { limit: 50 }, signal)]);
  const working = trainings.filter((t) => !t.ended_at);
  const failed = trainings.filter((t) => t.state === "failed").slice(0, 5);
  view.replaceChildren(...[
    h("div", { class: "view-head" }, h("h1", { text: "Models" }), h("p", { class: "lead", text: "Trained on labels that do not overlap what judges them, against models that know nothing, with fourteen tests for leaks of the future." }),
      h("div", { class: "actions" }, link("/train", "Train a model", { class: "button primary" }))),
    working.length === 0 ? null : panel("In training", { id: "trainings" }, working.map((t) => {
      const shown = progress({ service: "ml", path: `/api/ml/trainings/${encodeURIComponent(t.id)}`, label: t.name || t.id, signal });
      shown.ended.then(reopen, () => {});
      return shown.root;
    })),
    models.length === 0 ? empty("No model has been trained yet.", link("/train", "Choose features and a label, and train one.")) : panel("Registry", { id: "registry" }, registry(models, go)),
    failed.length === 0 ? null : panel("Trainings that failed", {}, h("ul", {}, failed.map((t) => h("li", {}, link(`/training/${t.id}`, t.name || t.id), ` ${t.message ?? ""}`))))].filter(Boolean));
  onNotice(({ channel }) => channel === "ml:models" && reopen(), signal);
}

const STAGES = { production: "good", candidate: "wait", retired: "", deleted: "" };

function registry(models, go) {
  const chosen = new Set();
  const compare = h("button", { type: "button", id: "compare-models", disabled: true, text: "Compare the chosen", onclick: () => go(`/modelcompare?ids=${[...chosen].join(",")}`) });
  const table = grid({
    label: "Models", rows: models, height: 460, filter: "name, symbol, stage …",
    columns: [
      { key: "id", title: "Model", width: 200, link: (m) => `/model/${encodeURIComponent(m.id)}` },
      { key: "stage", title: "Stage", width: 90, tone: (m) => (STAGES[m.stage] === "good" ? "gain" : "") },
      { key: "kind", title: "Kind", width: 110 }, { key: "symbol", title: "Series", width: 110 }, { key: "timeframe", title: "Bars", width: 60 },
      { key: "evidence", title: "Skill", width: 110, text: (m) => (m.evidence ? "evidence" : "none shown"), tone: (m) => (m.evidence ? "gain" : "") },
      { key: "metric", title: "AUC or IC", number: true, width: 90, text: (m) => number(m.metric, 3), about: "AUC, or rank IC of a regression, out of fold" },
      { key: "net", title: "Net of signals", number: true, width: 110, text: (m) => money(m.net), tone: (m) => signed(m.net) },
      { key: "leakage", title: "Leaks", number: true, width: 60, text: (m) => count(m.leakage), tone: (m) => (m.leakage > 0 ? "loss" : ""), about: "tests for knowledge of the future that failed" },
      { key: "state", title: "State", width: 120, value: (m) => state(m), text: state, tone: (m) => (m.expired || m.stale ? "loss" : "") },
      { key: "created_at", title: "Trained", width: 155, text: (m) => time(m.created_at) },
    ],
    open: (m) => {
      if (!chosen.delete(m.id)) chosen.add(m.id);
      compare.disabled = chosen.size < 2;
      compare.textContent = chosen.size === 0 ? "Compare the chosen" : `Compare ${[...chosen].join(", ")}`;
    },
  });
  return h("div", { class: "stack" }, table.root, h("div", { class: "tools" }, compare, h("span", { class: "quiet", text: "Click lines to choose them." })));
}

const state = (m) => (m.expired ? "expired" : m.stale ? "stale: new data" : "current");
