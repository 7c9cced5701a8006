// A form for a backtest, made of what the strategy declares, and the run's progress.

import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { count, day } from "/web/parts/format.js";
import { parameterForm } from "/web/parts/parameters.js";
import { progress } from "/web/parts/progress.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const TIMEFRAMES = ["1m", "2m", "3m", "5m", "10m", "15m", "30m", "1h", "2h", "4h", "1d"];
const ORDER = [
  { name: "fill_mode", label: "Fill mode", choices: [["pessimistic", "pessimistic"], ["optimistic", "optimistic"], ["ohlc", "open, nearer extreme, other, close"], ["magnifier", "magnifier: walk finer bars"]], standard: "pessimistic", about: "how doubt inside a bar is read" },
  { name: "finer_timeframe", label: "Magnifier walks", kind: "text", about: "such as 1m; the finest stored when left out" },
  { name: "fill_timing", label: "Market orders fill", choices: [["next_open", "at the next open"], ["same_close", "at the same close (marks the result)"]], standard: "next_open" },
  { name: "limit_fill", label: "Limit orders fill", choices: [["through", "when the price goes through"], ["touch", "when it touches"]], standard: "through" },
  { name: "off_grid_prices", label: "Order prices off the grid", choices: [["refuse", "are refused"], ["round", "are rounded"]], standard: "refuse" },
  { name: "cap_slippage", label: "Slippage ends at the bar's range", choices: [["true", "yes"], ["false", "no, the careful way"]], standard: "true", kind: "boolean" },
  { name: "check_margin", label: "Margin", choices: [["true", "is checked, and liquidates"], ["false", "is not checked"]], standard: "true", kind: "boolean" },
  { name: "initial_cash", label: "Initial cash", kind: "number", about: "in the account's currency; standard from the settings" },
  { name: "commission", label: "Commission", kind: "number", about: "per contract and side; the contract's own when left out" },
  { name: "fees", label: "Exchange fees", kind: "number", about: "per contract and side; the contract's own when left out" },
  { name: "slippage_ticks", label: "Slippage", kind: "number", about: "ticks a market or stop order pays" },
  { name: "max_bar_participation", label: "Most of a bar's volume", kind: "number", about: "0 to 1; 0 is no limit" },
  { name: "account_currency", label: "Account currency", kind: "text", about: "ISO code; that of the contract when left out" },
  { name: "contract", label: "Contract", kind: "text", about: "product that is traded; what the series says when left out" },
  { name: "seed", label: "Seed", kind: "number", about: "of the strategy's random numbers" },
];

export const title = () => "Backtest";

export async function show(view, { query, signal, go }) {
  const [{ strategies }, { series, continuous }, { models }] = await Promise.all([get("backtest", "/api/strategies", {}, signal), get("data", "/api/data", {}, signal), get("ml", "/api/ml/models", { limit: 200 }, signal).catch(() => ({ models: [] }))]);
  const before = query.get("again") ? (await get("backtest", `/api/backtests/${query.get("again")}`, {}, signal)).order : {};
  const ready = strategies.filter((s) => s.status === "ready" || s.status === "unchecked").sort((a, b) => a.name.localeCompare(b.name));
  if (series.length === 0) {
    view.replaceChildren(h("h1", { text: "Backtest" }), empty("There are no bars in the store yet.", link("/data", "Import some, or have sample bars made.")));
    return;
  }
  const names = [...new Set([...series.map((s) => s.symbol), ...continuous.flatMap((c) => c.symbols.flatMap((joined) => [`${joined}@diff`, `${joined}@ratio`, joined]))])];
  const wanted = { ...before, strategy_name: query.get("strategy_name") ?? before.strategy_name ?? ready[0]?.name, symbol: query.get("symbol") ?? before.symbol ?? names[0] };
  const strategy = select(ready.map((s) => s.name), wanted.strategy_name, { name: "strategy_name", id: "strategy_name" });
  const symbol = h("input", { name: "symbol", id: "symbol", value: wanted.symbol, list: "series-known", required: true, autocomplete: "off" });
  const known = h("datalist", { id: "series-known" }, names.map((name) => h("option", { value: name })));
  const from = h("input", { type: "date", name: "start_date", value: before.start_date?.slice(0, 10) ?? "" });
  const to = h("input", { type: "date", name: "end_date", value: before.end_date?.slice(0, 10) ?? "" });
  const timeframe = h("input", { name: "timeframe", value: before.timeframe ?? "1m", list: "timeframes", required: true });
  const hours = select([["all", "all hours"], ["regular", "regular hours"], ["overnight", "overnight"]], before.hours ?? "all", { name: "hours" });
  const record = h("input", { type: "checkbox", name: "record_to_portfolio", checked: before.record_to_portfolio === true });
  const gradeF = h("input", { type: "checkbox", name: "accept_grade_f", checked: before.accept_grade_f === true });
  const model = select([["", "none"], ...models.map((m) => [m.id, `${m.id}: ${m.stage}${m.evidence ? "" : ", no evidence of skill"}`])], query.get("model") ?? Object.values(before.models ?? {})[0] ?? "", { id: "model" });
  const modelField = field("Model", model, "what it says is known at each bar's close, and only of bars that it had not learnt from");
  const described = h("p", { class: "lead" });
  const stored = h("p", { class: "quiet", id: "stored" });
  const parameters = h("div");
  const result = h("div", { id: "outcome", "aria-live": "polite" });
  const more = ORDER.map((o) => [o, control(o, before[o.name])]);
  let form = null;

  const chooseStrategy = () => {
    const s = ready.find((each) => each.name === strategy.value);
    described.textContent = s?.description ?? "";
    form = s ? parameterForm(s, s.name === before.strategy_name ? before.parameters : {}) : null;
    parameters.replaceChildren(form?.root ?? empty("No strategy is ready to run."));
    modelField.hidden = !s?.parameters.some((p) => p.name === "model");
  };
  // A model says something of its own bars only.
  const chooseModel = () => {
    const chosen = models.find((m) => m.id === model.value);
    if (chosen) Object.assign(timeframe, { value: chosen.timeframe });
  };
  const chooseSymbol = () => {
    const s = series.filter((each) => each.symbol === symbol.value);
    if (s.length > 0) {
      const first = s.map((each) => each.first).sort()[0];
      const last = s.map((each) => each.last).sort().at(-1);
      stored.textContent = `Stored: ${s.map((each) => `${count(each.bars)} bars of ${each.timeframe}`).join(", ")}; ${day(first)} to ${day(last)}`;
      if (!s.some((each) => each.timeframe === "1m") && timeframe.value === "1m") timeframe.value = s[0].timeframe;
      for (const input of [from, to]) Object.assign(input, { min: first.slice(0, 10), max: last.slice(0, 10) });
    } else {
      stored.textContent = /\.[cvn]\.\d/.test(symbol.value) ? "Joined from stored contracts by their roll calendar." : "";
      for (const input of [from, to]) Object.assign(input, { min: "", max: "" });
    }
  };
  strategy.addEventListener("change", chooseStrategy);
  symbol.addEventListener("input", chooseSymbol);
  model.addEventListener("change", chooseModel);
  chooseStrategy();
  chooseSymbol();
  if (query.has("model")) chooseModel();

  const order = () => ({
    strategy_name: strategy.value, symbol: symbol.value.trim(), timeframe: timeframe.value.trim(), hours: hours.value,
    ...(from.value ? { start_date: from.value } : {}), ...(to.value ? { end_date: to.value } : {}),
    ...(record.checked ? { record_to_portfolio: true } : {}), ...(gradeF.checked ? { accept_grade_f: true } : {}),
    ...Object.fromEntries(more.map(([o, input]) => [o.name, read(o, input)]).filter(([, v]) => v !== null)),
    parameters: form?.values() ?? {}, ...(model.value && !modelField.hidden ? { models: { [form.values().model || "signal"]: model.value } } : {}),
  });
  const button = h("button", { type: "submit", class: "primary", id: "run", text: "Run backtest" });
  const submit = async (event) => {
    event.preventDefault();
    if (form?.check()) return;
    button.disabled = true;
    try {
      const job = await send("POST", "backtest", "/api/backtests", {}, order());
      const shown = progress({ service: "backtest", path: `/api/backtests/${job.id}`, label: `${strategy.value} on ${symbol.value}`, signal });
      result.replaceChildren(shown.root);
      result.scrollIntoView({ block: "nearest" });
      const ended = await shown.ended;
      if (ended.state === "done") return go(`/result/${job.id}`);
      result.replaceChildren(failure({ title: `The run was ${ended.state}`, message: ended.message ?? "No reason was given." }));
    } catch (e) {
      if (e.name === "AbortError") return;
      result.replaceChildren(failure(e));
    }
    button.disabled = false;
  };
  view.replaceChildren(h("h1", { text: "Backtest" }), h("form", { class: "view", onsubmit: submit },
    panel("What", {}, h("div", { class: "form" },
      field("Strategy", strategy), field("Series", symbol, "stored, or joined such as ES.v.0@diff"), known, field("Timeframe", timeframe, "such as 5m, 4h, 1d, tick:5, volume:5000"),
      h("datalist", { id: "timeframes" }, TIMEFRAMES.map((value) => h("option", { value }))), field("From", from, "first bar when empty"), field("To", to, "last bar when empty"), field("Hours", hours), modelField),
    stored),
    panel("Parameters", {}, described, parameters),
    h("details", { class: "panel", open: more.some(([o]) => before[o.name] != null && query.get("again")) }, h("summary", { text: "Costs and fills" }),
      h("div", { class: "form" }, more.map(([o, input]) => field(o.label, input, o.about ?? null)))),
    h("div", { class: "tools" }, button, check("Record the round trips to a portfolio", record), check("Run on data graded F too", gradeF))), result);
}

const check = (label, input) => {
  input.id = `check-${input.name}`;
  return h("div", { class: "field checks" }, input, h("label", { for: input.id, text: label }));
};

function control(o, given) {
  if (o.choices) return select(o.choices, String(given ?? o.standard), { name: o.name });
  return h("input", { type: o.kind === "number" ? "number" : "text", step: "any", min: o.kind === "number" ? "0" : null, name: o.name, value: given ?? "" });
}

function read(o, input) {
  if (input.value === "" || input.value === o.standard) return null;
  return o.kind === "boolean" ? input.value === "true" : o.kind === "number" ? Number(input.value) : input.value;
}
