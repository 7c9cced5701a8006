// Capital shared out over results: who gets how much, what that would have come to, and what the rule earned that knew only the past.

import { mix, parts, walk } from "/web/allocation/courses.js";
import { frontier } from "/web/allocation/frontier.js";
import { correlations, overlap } from "/web/allocation/together.js";
import { bars, table } from "/web/allocation/weights.js";
import { field, h, link, panel, select } from "/web/parts/dom.js";
import { money, number, percent, signed, time } from "/web/parts/format.js";
import { runPicker } from "/web/parts/runpicker.js";
import { get, send } from "/web/shell/api.js";
import { failure, keep, reopen } from "/web/shell/router.js";

const MOST = 20;
const METHODS = [["risk_parity", "Risk parity (equal contributions)"], ["hrp", "Hierarchical risk parity"], ["inverse_volatility", "Inverse volatility"], ["minimum_variance", "Minimum variance"],
  ["maximum_sharpe", "Maximum Sharpe"], ["mean_variance", "Mean-variance utility"], ["kelly", "Kelly (growth-optimal)"], ["equal", "Equal weights"]];
const COVARIANCES = [["ledoit_wolf", "Ledoit-Wolf, to identity"], ["constant_correlation", "Ledoit-Wolf, to one correlation"], ["single_factor", "Ledoit-Wolf, to one factor"], ["sample", "Sample"]];
const DISTANCES = [["lopez_de_prado", "Distance of distances (López de Prado)"], ["correlation", "Correlation distance (PyPortfolioOpt)"]];
/** Choices by their name in the address: what stands there when nothing is chosen. */
const STANDARD = { method: "risk_parity", covariance: "ledoit_wolf", distance: "lopez_de_prado", capital: "", budget: "", most: "", lookback: "", window: "", rebalance: "", cost: "" };

export const title = () => "Allocation";

export async function show(view, { query, signal }) {
  const kept = query.get("kept");
  const [{ backtests }, { allocations }, state] = await Promise.all([get("backtest", "/api/backtests", { limit: 100 }, signal), get("portfolio", "/api/allocations", { limit: 20 }, signal),
    kept ? get("portfolio", `/api/allocations/${encodeURIComponent(kept)}`, {}, signal) : null]);
  const done = backtests.filter((b) => b.state === "done");
  const place = { ids: (query.get("ids") ?? "").split(",").filter(Boolean).slice(0, MOST), ...Object.fromEntries(Object.entries(STANDARD).map(([key, v]) => [key, query.get(key) ?? v])) };
  const answer = h("div", { class: "stack", id: "allocation" });
  let drawing = new AbortController();
  let round = 0;

  /** Shows an order's answer with its frontier; a later choice ends it. */
  async function draw(asked) {
    const mine = ++round;
    drawing.abort();
    drawing = new AbortController();
    const ends = AbortSignal.any([signal, drawing.signal]);
    answer.replaceChildren(h("p", { class: "loading", role: "status", text: "Sharing out…" }));
    try {
      const made = await asked(ends);
      const edge = await send("POST", "portfolio", "/api/allocations/frontier", {}, made.order);
      if (mine === round && !signal.aborted) answer.replaceChildren(...shown(made, edge, ends, keeping));
    } catch (e) {
      if (mine === round && !signal.aborted) answer.replaceChildren(failure(e));
    }
  }
  const look = () => (place.ids.length < 2 ? answer.replaceChildren(h("p", { class: "empty", text: `Choose two runs or more, ${MOST} at most. The address of the page keeps the choice.` }))
    : draw(() => send("POST", "portfolio", "/api/allocations", { keep: false }, order(place, done))));
  const keeping = async (made) => {
    const state = await send("POST", "portfolio", "/api/allocations", { wait: true }, made.order);
    keep({ kept: state.id });
    reopen();
  };
  const choose = (change) => {
    Object.assign(place, change);
    keep({ kept: null, ids: place.ids.join(","), ...Object.fromEntries(Object.entries(STANDARD).map(([key, v]) => [key, place[key] === v ? null : place[key]])) });
    look();
  };
  const picker = runPicker({ runs: done, chosen: place.ids, most: MOST, picked: (ids) => choose({ ids }) });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Allocation" }), h("p", { class: "lead", text: "Capital shared out over results, judged on days that the weights did not know." })),
    h("details", { class: "panel", open: !kept && place.ids.length < 2, id: "choose" }, h("summary", { text: "Choose results" }), picker),
    panel("Method and limits", { id: "method" }, form(place, choose)), keptOnes(allocations), answer);
  await (state ? draw(async () => state) : look());
}

function form(place, choose) {
  const choice = (key, label, choices, about) => field(label, select(choices, place[key], { id: `a-${key}`, onchange: (e) => choose({ [key]: e.target.value }) }), about);
  const amount = (key, label, about, least) => field(label, h("input", { id: `a-${key}`, type: "number", min: least, step: "any", value: place[key], placeholder: "standard", onchange: (e) => choose({ [key]: e.target.value }) }), about);
  return h("div", { class: "form" }, choice("method", "Method", METHODS), choice("covariance", "Covariance", COVARIANCES), choice("distance", "Tree by", DISTANCES, "of hierarchical risk parity and of the order below"),
    amount("capital", "Capital", "account currency", "1"), amount("budget", "Margin budget", "none unless given", "0"), amount("most", "Largest weight, %", "of one result", "1"),
    amount("lookback", "Look back, days", "all unless given", "20"), amount("window", "Window, days", "of each choice of the walk forward", "20"), amount("rebalance", "Rebalance every, days", "21 unless given", "1"), amount("cost", "Cost of a change", "money a contract; a commission unless given", "0"));
}

const given = (text) => (text === "" ? null : Number(text));

/** Results are named by strategy and symbol, with the end of the id where that is not enough. */
function order(place, runs) {
  const known = new Map(runs.map((r) => [r.id, `${r.strategy_name ?? "Joint run"} ${r.symbol ?? ""}`.trim()]));
  const names = place.ids.map((id) => known.get(id) ?? id);
  return { results: place.ids.map((id, i) => ({ backtest: id, name: names.indexOf(names[i]) === names.lastIndexOf(names[i]) ? names[i] : `${names[i]} ${id.slice(-6)}` })),
    method: place.method, covariance: place.covariance, hrp_distance: place.distance, capital: given(place.capital), margin_budget: given(place.budget), max_weight: place.most === "" ? null : Number(place.most) / 100,
    lookback: given(place.lookback), walk_forward: { window: given(place.window), rebalance: given(place.rebalance), cost: given(place.cost) } };
}

function keptOnes(allocations) {
  if (allocations.length === 0) return "";
  return h("details", { class: "panel", id: "kept" }, h("summary", { text: `Kept allocations (${allocations.length === 20 ? "the newest 20" : allocations.length})` }), h("ul", { class: "stack" }, allocations.map((a) =>
    h("li", {}, link(`/allocation?kept=${a.id}`, a.name ?? `${a.method.replaceAll("_", " ")} over ${a.results} results`), h("small", { class: "quiet", text: ` ${time(a.created).slice(0, 16)} ` }),
      h("button", { type: "button", class: "danger", text: "Remove", "aria-label": `Remove the allocation ${a.id}`, onclick: () => send("DELETE", "portfolio", a.href).then(reopen) })))));
}

function shown(made, edge, signal, keeping) {
  const { result } = made;
  const said = h("div", {});
  const tools = made.id ? h("small", { class: "quiet", text: `kept ${time(made.created).slice(0, 16)}` })
    : h("button", { type: "button", id: "keep", text: "Keep", onclick: () => keeping(made).catch((e) => said.replaceChildren(failure(e))) });
  return [said, strip(result), ...result.warnings.map((text) => h("p", { class: "note", text })),
    panel("Weights", { tools }, bars(result, signal), table(result)),
    panel("Walk forward, out of sample", { id: "walk" }, walk(result, signal)),
    panel("Combined equity, in sample", { id: "mix", tools: h("small", { class: "quiet", text: `${result.estimated.from} to ${result.estimated.to}` }) }, mix(result, signal)),
    panel("Profit of each part", {}, parts(result, signal)),
    panel("Correlation, by cluster", {}, correlations(result)), panel("Drawdowns at the same time", {}, overlap(result)),
    panel("Efficient frontier", { id: "frontier" }, frontier(edge, signal), h("p", { class: "quiet", text: "By the means of the past, which say little about those to come: a frontier is an upper bound, and the steeper it looks the less of it lasts." }))];
}

function strip({ capital, leverage, expected, in_sample: inSample, walk_forward: walked }) {
  const one = (key, label, text, tone = "", note = null) => h("div", { class: "figure" }, h("span", { class: "label", text: label }), h("b", { class: tone, data: { key }, text }), note ? h("small", { text: note }) : null);
  return h("section", { class: "strip", "aria-label": "Figures" }, one("capital", "Capital", money(capital), "", leverage === 1 ? null : `of which ${number(leverage)} is used`),
    one("return", "Return a year, in sample", percent(expected.annual_return), signed(expected.annual_return)), one("volatility", "Volatility a year", percent(expected.volatility)),
    one("sharpe-in", "Sharpe, in sample", number(inSample.exact.sharpe)), one("sharpe-out", "Sharpe, walk forward", number(walked?.out_of_sample.sharpe), "", walked ? `± ${number(walked.out_of_sample.sharpe_error)}` : null),
    one("sharpe-equal", "Sharpe, equal weights", number(walked?.equal_weights.sharpe), "", "on the same days"), one("drawdown", "Max drawdown, walk forward", money(walked?.out_of_sample.max_drawdown), signed(walked?.out_of_sample.max_drawdown)));
}
