// Trains a model: bars, columns, what is to be predicted, what is fitted, and how it is judged.

import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { count, percent } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";
import { featureRows } from "/web/ml/featurerows.js";

const LABELS = [["direction", "direction: up or not"], ["triple_barrier", "triple barrier: profit, stop or time"], ["return", "return of the next bars"], ["meta", "meta: does it pay to follow a side"]];
const VALIDATIONS = [["purged_kfold", "purged k-fold"], ["walk_forward", "walk-forward"], ["cpcv", "combinatorial purged"]];

export const title = () => "Train a model";

export async function show(view, { query, signal, go }) {
  const [catalogue, { learners }, { series, continuous }, before] = await Promise.all([get("ml", "/api/ml/features", {}, signal), get("ml", "/api/ml/learners", {}, signal), get("data", "/api/data", {}, signal), earlier(query.get("again"), signal)]);
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Train a model" }), h("p", { class: "lead", text: "Everything is fitted on training rows only, judged on rows it had not seen, and compared with models that know nothing." })),
    series.length === 0 ? empty("There are no bars in the store yet.", link("/data", "Import some, or have sample bars made.")) : form({ catalogue, learners, series, continuous, before, go }));
}

/** The order of an earlier training, or of a model, to change and train again. */
async function earlier(id, signal) {
  if (!id) return null;
  const found = await get("ml", `/api/ml/trainings/${encodeURIComponent(id)}`, {}, signal).catch(() => get("ml", `/api/ml/models/${encodeURIComponent(id)}`, {}, signal).then((m) => ({ order: { ...m.order, data: m.order.data ?? m.dataset.order } })));
  return found.order;
}

function form({ catalogue, learners, series, continuous, before, go }) {
  const data = before?.data ?? {};
  const names = [...new Set([...series.map((s) => s.symbol), ...continuous.flatMap((c) => c.symbols.map((joined) => `${joined}@diff`))])];
  const input = (id, type, value, more = {}) => h("input", { id, type, value: value ?? "", ...more });
  const number = (id, value, more = {}) => input(id, "number", value, { step: "any", ...more });
  const symbol = input("symbol", "text", data.symbol ?? names[0], { list: "series-known", required: true, autocomplete: "off" });
  const timeframe = input("timeframe", "text", data.timeframe ?? series.find((s) => s.symbol === symbol.value)?.timeframe ?? "1m", { required: true });
  const from = input("from", "date", data.start_date?.slice(0, 10));
  const to = input("to", "date", data.end_date?.slice(0, 10));
  const features = featureRows({ catalogue, given: data.features ?? null });

  const kind = select(LABELS, data.label?.kind ?? "direction", { id: "label-kind" });
  const bars = number("label-bars", data.label?.bars ?? 10, { min: "1", step: "1", required: true });
  const profit = number("label-profit", data.label?.profit ?? 1, { min: "0" });
  const stop = number("label-stop", data.label?.stop ?? 1, { min: "0" });
  const side = input("label-side", "text", data.label?.side ?? "close - mean(close, 50)", { size: "40" });
  const events = select([["all", "every bar"], ["cusum", "bars where something happened (CUSUM)"], ["every", "one bar in so many"]], data.sampling?.events ?? "every", { id: "events" });
  const barriers = h("div", { class: "form" }, field("Profit at", profit, "volatilities from the entry; 0 for none"), field("Stop at", stop, "volatilities; 0 for none"));
  const follow = h("div", { class: "form" }, h("div", { class: "wide" }, field("Side to follow", side, "above 0 long, below 0 short")));

  const learner = h("select", { id: "learner" });
  const parameters = h("div", { class: "form", id: "learner-parameters" });
  const weights = select([["none", "as they are"], ["balanced", "balanced"]], before?.model?.class_weights ?? "none", { id: "class-weights" });
  const calibration = select(["none", "platt", "isotonic"], before?.model?.calibration ?? "none", { id: "calibrate" });
  const validation = select(VALIDATIONS, before?.validation?.kind ?? "purged_kfold", { id: "validation" });
  const folds = number("folds", before?.validation?.folds ?? 5, { min: "2", max: "50", step: "1" });
  const seed = number("seed", before?.seed ?? 1, { step: "1" });
  const name = input("model-name", "text", before?.name ?? "", { placeholder: "series and kind" });
  const expires = number("expires", before?.expires_days ?? "", { min: "1", step: "1", placeholder: "never" });

  const task = () => (kind.value === "return" ? "regression" : "classification");
  let controls = new Map();
  const fitted = () => {
    const fitting = learners.filter((l) => l.tasks.includes(task()));
    const chosen = fitting.find((l) => l.kind === (learner.value || before?.model?.kind)) ?? fitting[0];
    learner.replaceChildren(...fitting.map((l) => h("option", { value: l.kind, text: l.kind.replaceAll("_", " "), selected: l === chosen })));
    controls = new Map(chosen.parameters.map((p) => [p.name, number(`learner-${p.name}`, (before?.model?.kind === chosen.kind ? before.model.parameters?.[p.name] : null) ?? p.stand_in, { min: p.least, max: p.most, step: p.whole ? "1" : "any", required: true })]));
    parameters.replaceChildren(...chosen.parameters.map((p) => field(p.name.replaceAll("_", " "), controls.get(p.name), p.description)));
    barriers.hidden = !["triple_barrier", "meta"].includes(kind.value);
    follow.hidden = kind.value !== "meta";
  };
  kind.addEventListener("change", fitted);
  learner.addEventListener("change", fitted);
  fitted();

  const dataset = () => ({
    symbol: symbol.value.trim(), timeframe: timeframe.value.trim(), ...(from.value ? { start_date: from.value } : {}), ...(to.value ? { end_date: to.value } : {}), features: features.specs(),
    label: { kind: kind.value, bars: Number(bars.value), ...(barriers.hidden ? {} : { profit: Number(profit.value), stop: Number(stop.value) }), ...(follow.hidden ? {} : { side: side.value }) }, sampling: { events: events.value },
  });
  const order = () => ({
    ...(name.value.trim() ? { name: name.value.trim() } : {}), data: dataset(), seed: Number(seed.value || 1), ...(expires.value ? { expires_days: Number(expires.value) } : {}),
    model: { kind: learner.value, parameters: Object.fromEntries([...controls].map(([key, control]) => [key, Number(control.value)])), ...(task() === "classification" ? { class_weights: weights.value, calibration: calibration.value } : {}) },
    validation: { kind: validation.value, folds: Number(folds.value) },
  });
  const said = h("div", { id: "outcome", "aria-live": "polite" });
  const safely = (words, what) => async (event) => {
    event.preventDefault();
    said.replaceChildren(h("p", { class: "loading", text: words }));
    try {
      await what();
    } catch (e) {
      said.replaceChildren(failure(e));
    }
  };
  const look = safely("Making the dataset…", async () => said.replaceChildren(told(await send("POST", "ml", "/api/ml/datasets", {}, dataset()))));
  const train = safely("Asking…", async () => {
    const job = await send("POST", "ml", `/api/ml/train/${task()}`, {}, order());
    await go(`/training/${encodeURIComponent(job.id)}`);
  });
  return h("form", { class: "view", onsubmit: train },
    panel("Bars", {}, h("div", { class: "form" }, field("Series", symbol), h("datalist", { id: "series-known" }, names.map((value) => h("option", { value }))), field("Timeframe", timeframe), field("From", from, "first bar when empty"), field("To", to, "last bar when empty"))),
    panel("Columns", {}, features.root),
    panel("What is to be predicted", {}, h("div", { class: "form" }, field("Label", kind), field("Bars ahead", bars, "at most"), field("Rows", events, "labels that overlap say the same thing twice")), barriers, follow),
    panel("Model", {}, h("div", { class: "form" }, field("Kind", learner), field("Classes weigh", weights), field("Calibration", calibration, "fitted on out-of-fold predictions")), parameters),
    panel("Judged by", {}, h("div", { class: "form" }, field("Validation", validation), field("Folds", folds), field("Seed", seed), field("Name", name), field("Expires after days", expires))),
    h("div", { class: "tools" }, h("button", { type: "submit", class: "primary", id: "train", text: "Train" }), h("button", { type: "button", id: "look", text: "Look at the dataset first", onclick: look })), said);
}

function told(d) {
  const share = Object.entries(d.labels).map(([value, n]) => (d.task === "classification" ? `${value}: ${count(n)} (${percent(n / d.rows)})` : `${value} ${Number(n.toPrecision(4))}`)).join(", ");
  return panel("The dataset", { id: "dataset" },
    h("p", { text: `${count(d.rows)} rows of ${count(d.bars)} bars, worth ${count(Math.round(d.effective))} that do not overlap. Labels: ${share}.` }),
    h("p", { class: "quiet", text: `Left out: ${count(d.warm_up)} before every column has a value, ${count(d.truncated)} whose label ends beyond the data, ${count(d.unmeasured)} without a volatility or side, ${count(d.neutral)} without a move. Costs of a round trip: ${percent(d.costs, 4)} of the price. ${count(d.rolls)} rolls.` }),
    ...d.warnings.map((text) => h("p", { class: "note warn", text })));
}
