// Plans of proprietary trading firms: what would have become of a run under one, and the odds by size.

import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { money, time } from "/web/parts/format.js";
import { odds } from "/web/parts/propodds.js";
import { replay } from "/web/parts/propreplay.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const RUNS = 200;

export const title = () => "Prop firms";

export async function show(view, { query, signal, go }) {
  const [{ plans, file }, { backtests }] = await Promise.all([get("risk", "/api/risk/prop-firms", {}, signal), get("backtest", "/api/backtests", { limit: RUNS }, signal)]);
  const runs = backtests.filter((run) => run.state === "done");
  const plan = plans.find((p) => p.plan === query.get("plan")) ?? plans[0];
  const head = h("div", { class: "view-head" }, h("h1", { text: "Prop firms" }), h("p", { class: "lead", text: "A run replayed under a firm's rules, and how often such an account passes when its days come in another order." }));
  if (!plan) return view.replaceChildren(head, empty(`There is no plan in ${file}.`));
  const run = runs.find((r) => r.id === query.get("run")) ?? runs[0];
  const chosen = { plan: plan.plan, run: run?.id, account: query.get("account") ?? "evaluation", size: query.get("size") ?? "1", daily: query.get("daily") ?? "" };
  const verdict = h("div", { class: "view", id: "replay" });
  const chances = h("div", { class: "view", id: "odds" });
  view.replaceChildren(head, panel("Plan and run", {}, form(chosen, { plans, plan, runs, go })), verdict, chances, rules(plan, file));
  if (!run) return verdict.replaceChildren(empty("There is no finished run yet.", link("/backtest", "Run a backtest")));
  const part = async (box, waiting, ask, draw) => {
    box.replaceChildren(h("p", { class: "loading", text: waiting }));
    try {
      const answer = await ask();
      if (!signal.aborted) box.replaceChildren(...draw(answer, plan, signal));
    } catch (e) {
      if (!signal.aborted) box.replaceChildren(failure(e, () => part(box, waiting, ask, draw)));
    }
  };
  const at = `/api/risk/prop-firms/${encodeURIComponent(plan.plan)}`;
  const shared = { backtest_id: run.id, daily_loss: chosen.daily };
  await part(verdict, "Replaying…", () => send("POST", "risk", `${at}/evaluate`, { ...shared, account: chosen.account, size: chosen.size }), replay);
  await part(chances, "Drawing lives…", () => send("POST", "risk", `${at}/simulate`, { ...shared, lives: 5000 }), odds);
}

const named = (run) => `${run.strategy_name ?? "Several strategies"} on ${run.symbol ?? "several markets"}, ${time(run.created).slice(0, 16)}, ${money(run.net_profit)}`;

function form(chosen, { plans, plan, runs, go }) {
  const plansBox = select(plans.map((p) => [p.plan, p.name]), chosen.plan, { id: "plan" });
  const runsBox = select(runs.map((r) => [r.id, named(r)]), chosen.run, { id: "run" });
  const account = select([["evaluation", "Evaluation"], ["funded", "Funded account"]], chosen.account, { id: "account" });
  const size = h("input", { id: "size", type: "number", min: "1", max: "1000", step: "1", value: chosen.size, required: true });
  const daily = select([["", `as the plan: ${plan.evaluation.daily_loss_action}`], ["off", "off"], ["flatten", "ends the day flat"], ["fail", "fails the account"]], chosen.daily, { id: "daily", disabled: plan.evaluation.daily_loss === null });
  const look = (event) => {
    event.preventDefault();
    go(`/prop?${new URLSearchParams({ plan: plansBox.value, run: runsBox.value, account: account.value, size: size.value, daily: daily.disabled ? "" : daily.value })}`);
  };
  return h("form", { class: "form", id: "choice", onsubmit: look }, field("Plan", plansBox), field("Run", runsBox), field("Account", account), field("Size, times the run's contracts", size),
    field("Daily loss limit", daily, plan.evaluation.daily_loss === null ? "this plan has none" : `${money(plan.evaluation.daily_loss)} a day`), h("div", { class: "field" }, h("button", { type: "submit", class: "primary", text: "Look" })));
}

const ACCOUNTS = { evaluation: "Evaluation", funded: "Funded account", both: "Both" };

function rules(plan, file) {
  return panel(`Rules of ${plan.name}`, { id: "rules", tools: h("small", { class: "quiet", text: `checked ${plan.checked}` }) },
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Rules, table" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Account" }), h("th", { scope: "col", text: "Rule" }))),
      h("tbody", {}, plan.rules.map((rule) => h("tr", { data: { rule: `${rule.account}-${rule.rule}` } }, h("th", { scope: "row", text: ACCOUNTS[rule.account] }), h("td", { text: rule.text })))))),
    h("p", { class: "quiet" }, h("b", { text: "Source: " }), plan.source), plan.uncertain ? h("p", { class: "note" }, h("b", { text: "Not sure: " }), plan.uncertain) : null,
    h("p", { class: "quiet", text: `Firms change their rules. Read the firm's own page before you pay, and mend ${file}.` }));
}
