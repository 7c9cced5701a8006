// Searches for parameters: the form made of the strategy's declared space, and what was searched so far.

import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { count, duration, label, number, percent, time } from "/web/parts/format.js";
import { spaceForm } from "/web/parts/spaces.js";
import { trials } from "/web/parts/trials.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const METHODS = [["grid", "grid: every combination"], ["random", "random"], ["sobol", "Sobol's sequence"], ["latin_hypercube", "Latin hypercube"], ["tpe", "TPE (Bayesian)"], ["genetic", "genetic"], ["cma_es", "CMA-ES"]];
const TARGETS = ["sharpe_ratio", "net_profit", "sortino_ratio", "calmar_ratio", "profit_factor", "total_return_pct", "average_trade", "max_drawdown_pct"];

export const title = () => "Optimize";

export async function show(view, { query, signal, go }) {
  const [{ strategies }, { series, continuous }] = await Promise.all([get("backtest", "/api/strategies", {}, signal), get("data", "/api/data", {}, signal)]);
  const ready = strategies.filter((s) => s.status === "ready").sort((a, b) => a.name.localeCompare(b.name));
  const form = series.length === 0 ? empty("There are no bars in the store yet.", link("/data", "Import some, or have sample bars made.")) : order({ ready, series, continuous, query, go });
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Optimize" }), h("p", { class: "lead", text: "The best of many always looks good; each search ends with what luck alone would have shown." })), form, ...await lists(signal), await trials(signal));
}

function order({ ready, series, continuous, query, go }) {
  const names = [...new Set([...series.map((s) => s.symbol), ...continuous.flatMap((c) => c.symbols.map((joined) => `${joined}@diff`))])];
  const strategy = select(ready.map((s) => s.name), query.get("strategy_name") ?? ready.find((s) => s.name === "SimpleMAStrategy")?.name ?? ready[0]?.name, { id: "strategy_name" });
  const symbol = h("input", { id: "symbol", value: query.get("symbol") ?? names[0], list: "series-known", required: true, autocomplete: "off" });
  const timeframe = h("input", { id: "timeframe", value: query.get("timeframe") ?? series.find((s) => s.symbol === symbol.value)?.timeframe ?? "1m", required: true });
  const from = h("input", { type: "date", id: "from" });
  const to = h("input", { type: "date", id: "to" });
  const method = select(METHODS, "grid", { id: "method" });
  const most = h("input", { type: "number", id: "trials", min: "1", max: "1000000" });
  const seed = h("input", { type: "number", id: "seed", value: "0" });
  const target = select(TARGETS.map((t) => [t, label(t)]), "sharpe_ratio", { id: "target" });
  const second = select([["", "nothing else"], ...TARGETS.map((t) => [t, label(t)])], "", { id: "second-target" });
  const least = h("input", { type: "number", id: "least-trades", min: "0", value: "30" });
  const deepest = h("input", { type: "number", id: "deepest", min: "0", step: "any", placeholder: "any" });
  const stop = h("input", { type: "checkbox", id: "stop-early" });
  const walk = h("input", { type: "checkbox", id: "walk" });
  const inSample = h("input", { type: "number", id: "in-sample", min: "1", value: "6", required: true });
  const outOfSample = h("input", { type: "number", id: "out-of-sample", min: "1", value: "1", required: true });
  const unit = select(["days", "weeks", "months"], "weeks", { id: "unit" });
  const gap = h("input", { type: "number", id: "gap", min: "0", value: "0" });
  const anchored = h("input", { type: "checkbox", id: "anchored" });
  const matrix = h("input", { type: "checkbox", id: "matrix", checked: true });
  const windows = h("div", { class: "form", hidden: true }, field("In sample", inSample), field("Out of sample", outOfSample), field("Counted in", unit), field("Gap", gap, "trading days that belong to neither"), tick("All windows begin with the range", anchored), tick("Other lengths beside it", matrix));
  walk.addEventListener("change", () => { windows.hidden = !walk.checked; });
  const space = h("div");
  let spaces = null;
  const choose = () => {
    spaces = spaceForm(ready.find((s) => s.name === strategy.value));
    space.replaceChildren(spaces.root);
  };
  strategy.addEventListener("change", choose);
  choose();
  const said = h("div", { id: "outcome", "aria-live": "polite" });
  const wanted = () => ({
    backtest: { strategy_name: strategy.value, symbol: symbol.value.trim(), timeframe: timeframe.value.trim(), ...(from.value ? { start_date: from.value } : {}), ...(to.value ? { end_date: to.value } : {}), parameters: spaces.fixed() },
    spaces: spaces.spaces(), method: method.value, ...(most.value ? { trials: Number(most.value) } : {}), seed: Number(seed.value || 0), objective: second.value && second.value !== target.value ? [target.value, second.value] : target.value,
    constraints: [...(Number(least.value) > 0 ? [{ metric: "total_trades", op: ">=", value: Number(least.value) }] : []), ...(deepest.value ? [{ metric: "max_drawdown_pct", op: ">", value: -Number(deepest.value) }] : [])], ...(stop.checked && !walk.checked ? { stop_early: true } : {}),
  });
  const half = (input) => Math.max(1, Math.round(Number(input.value) / 2));
  const walked = () => ({
    optimization: wanted(), windows: { unit: unit.value, in_sample: Number(inSample.value), out_of_sample: Number(outOfSample.value), gap_days: Number(gap.value || 0), anchored: anchored.checked },
    ...(matrix.checked ? { matrix: [{ in_sample: half(inSample) }, { in_sample: Number(inSample.value) * 2 }, { anchored: !anchored.checked }].filter((m) => m.in_sample !== Number(inSample.value)) } : {}),
  });
  const safely = (what) => async (event) => {
    event.preventDefault();
    said.replaceChildren(h("p", { class: "loading", text: "Asking…" }));
    try {
      await what();
    } catch (e) {
      said.replaceChildren(failure(e));
    }
  };
  const estimate = safely(async () => {
    const c = await send("POST", "backtest", "/api/optimizations", { dry_run: true }, wanted());
    said.replaceChildren(h("p", { class: "note", id: "estimate", text: `${count(c.combinations)} combinations${c.left_out ? ` (${count(c.left_out)} of the grid break a condition)` : ""}, about ${duration(Math.ceil(c.seconds))} at ${number(c.per_second, 0)} a second${walk.checked ? ", for each window on its part of the bars" : ""}.` }));
  });
  const start = safely(async () => {
    const job = await send("POST", "backtest", walk.checked ? "/api/walkforwards" : "/api/optimizations", {}, walk.checked ? walked() : wanted());
    go(`/${walk.checked ? "walkforward" : "optimization"}/${job.id}`);
  });
  return h("form", { class: "view", onsubmit: start },
    panel("What", {}, h("div", { class: "form" }, field("Strategy", strategy), field("Series", symbol), h("datalist", { id: "series-known" }, names.map((value) => h("option", { value }))), field("Timeframe", timeframe), field("From", from, "first bar when empty"), field("To", to, "last bar when empty"))),
    panel("Space", {}, space),
    panel("Search", {}, h("div", { class: "form" }, field("Method", method), field("Combinations at most", most, "all of a grid, else 1,000"), field("Seed", seed), field("Make great", target), field("and", second, "two targets have a front, not one best"), field("Trades at least", least), field("Drawdown at most, %", deepest)),
      tick("End runs that fall below the drawdown (not for methods that learn, scripts and walk-forwards)", stop), tick("Walk forward: search in one window, trade the next, again and again", walk), windows),
    h("div", { class: "tools" }, h("button", { type: "submit", class: "primary", id: "start", text: "Start" }), h("button", { type: "button", id: "ask", text: "How long would it take?", onclick: estimate })), said);
}

const tick = (text, input) => h("div", { class: "field checks" }, input, h("label", { for: input.id, text }));

async function lists(signal) {
  const [{ optimizations }, { walkforwards }] = await Promise.all([get("backtest", "/api/optimizations", { limit: 20 }, signal), get("backtest", "/api/walkforwards", { limit: 20 }, signal)]);
  const state = (s) => h("span", { class: `tag ${{ done: "good", failed: "bad" }[s.state] ?? "wait"}`, text: ["queued", "running"].includes(s.state) ? `${s.state} ${percent(s.progress, 0)}` : s.state });
  const table = (name, page, rows, more) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${name}, table` }, h("table", {}, h("thead", {}, h("tr", {}, ["Search", "Begun", "State", more].map((text, i) => h("th", { scope: "col", class: i === 3 ? "right" : "", text })))),
    h("tbody", {}, rows.map((s) => h("tr", {}, h("td", {}, link(`/${page}/${s.id}`, s.strategy_name), h("small", { class: "quiet", text: ` ${s.symbol}` })), h("td", { text: time(s.created) }), h("td", {}, state(s)), h("td", { class: "right", text: s.combinations === undefined ? "" : `${count(s.done + s.failed + (s.stopped ?? 0))} of ${count(s.combinations)}` }))))));
  return [panel("Searches", { id: "searches" }, optimizations.length === 0 ? empty("Nothing was searched yet.") : table("Searches", "optimization", optimizations, "Combinations")),
    panel("Walk-forwards", { id: "walks" }, walkforwards.length === 0 ? empty("Nothing was walked forward yet.") : table("Walk-forwards", "walkforward", walkforwards, ""))];
}
