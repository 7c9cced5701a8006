// Value at risk and expected shortfall by method, and how the forecasts of each would have held.

import { field, h, panel, select } from "/web/parts/dom.js";
import { count, label, money, number, percent } from "/web/parts/format.js";
import { send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

/** Names of people and of methods as they are written. */
const NAMES = { cornish_fisher: "Cornish-Fisher", student: "Student's t", ewma: "EWMA", ewma_filtered: "EWMA, filtered", garch_filtered: "GARCH(1,1), filtered", monte_carlo: "Monte Carlo" };
const method = (key) => NAMES[key] ?? label(key);

const framed = (name, table) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": name }, table);
const heads = (all) => h("thead", {}, h("tr", {}, all.map(([text, right, about]) => h("th", { scope: "col", class: right ? "right" : "", title: about, text }))));

/** @param of `{backtest_id}` or `{portfolio_id}` */
export async function tail({ of, signal }) {
  const level = select([["0.05", "95 %"], ["0.025", "97.5 %"], ["0.01", "99 %"]], "0.05", { id: "var-level" });
  const horizon = select([["1", "a day"], ["5", "a week"], ["10", "two weeks"], ["21", "a month"]], "1", { id: "var-horizon" });
  const window = select(["100", "250", "500"], "250", { id: "var-window" });
  const now = h("div", { "aria-live": "polite" });
  const held = h("div", { "aria-live": "polite" });
  const fill = async (into, path, body, draw) => {
    into.replaceChildren(h("p", { class: "loading", text: "Reckoning…" }));
    try {
      const answer = await send("POST", "risk", path, of, body);
      if (!signal.aborted) into.replaceChildren(draw(answer));
    } catch (e) {
      if (!signal.aborted) into.replaceChildren(failure(e));
    }
  };
  const reckon = () => fill(now, "/api/risk/var", { levels: [Number(level.value)], horizons: [Number(horizon.value)] }, amounts);
  level.addEventListener("change", reckon);
  horizon.addEventListener("change", reckon);
  await reckon();
  const test = (event) => {
    event.preventDefault();
    return fill(held, "/api/risk/var/backtest", { levels: [Number(level.value)], window: Number(window.value) }, tests);
  };
  return panel("What may be lost", { id: "tail" }, h("form", { class: "form", onsubmit: test }, field("Confidence", level), field("Over", horizon), field("Days to learn from", window, "for the test below"), h("button", { type: "submit", id: "var-test", text: "Test the forecasts" })), now, held);
}

function amounts({ rows, methods, value }) {
  return h("div", { class: "stack" }, framed("Value at risk, table", h("table", { id: "var" }, heads([["Method"], ["Value at risk", true], ["of the account", true], ["Expected shortfall", true, "mean of the losses beyond it"], ["of the account", true]]), h("tbody", {}, rows.map((r) => h("tr", { data: { method: r.method } },
    h("td", {}, h("span", { class: "explained", tabindex: "0", title: methods[r.method], text: method(r.method) })), h("td", { class: "right", title: r.reason, text: money(r.value_at_risk_money) }), h("td", { class: "right", text: percent(r.value_at_risk, 2) }),
    h("td", { class: "right", text: money(r.expected_shortfall_money) }), h("td", { class: "right", text: percent(r.expected_shortfall, 2) })))))), h("p", { class: "quiet", text: `Of an account of ${money(value)}. A loss is positive; a day that loses more is to be expected as often as the confidence says.` }));
}

function tests({ rows, window, about }) {
  const p = (test) => h("td", { class: "right", title: test?.reason ?? null }, test?.p_value == null ? "–" : number(test.p_value, 3), test?.accepted === false ? h("span", { class: "tag bad", text: "refuted" }) : null);
  return h("div", { class: "stack" }, framed("How forecasts held, table", h("table", { id: "var-tests" }, heads([["Method"], ["Days", true], ["Worse than forecast", true], ["Expected", true], ["Light", false, "Basel's traffic light"], ["Kupiec p", true, "as many as the level says"], ["Independence p", true, "Christoffersen: one makes no other likelier"], ["Both p", true, "Christoffersen: conditional coverage"]]),
    h("tbody", {}, rows.map((r) => h("tr", { data: { method: r.method } }, h("td", { text: method(r.method) }), h("td", { class: "right", text: count(r.periods) }), h("td", { class: "right", text: count(r.exceedances) }), h("td", { class: "right", text: number(r.expected, 1) }),
      h("td", {}, r.traffic_light ? h("span", { class: `tag ${{ green: "good", yellow: "warn", red: "bad" }[r.traffic_light]}`, text: r.traffic_light }) : "–"), p(r.proportion), p(r.independence), p(r.conditional)))))),
  h("p", { class: "quiet", text: `Each forecast is made of the ${count(window)} days before its day, ${count(about.periods)} days in all. A p below 0.05 speaks against the method.` }));
}
