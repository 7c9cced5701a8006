// Whether a model knows anything: the verdict with its conditions, what it has to beat, and what its signals would have earned.

import { h, panel } from "/web/parts/dom.js";
import { count, label, money, number, percent, signed, time } from "/web/parts/format.js";
import { tile } from "/web/parts/metrics.js";
import { table } from "/web/ml/tables.js";

export function evidence({ report, currency, zone }) {
  const { verdict, signals } = report;
  return [
    panel("Is there skill?", { id: "verdict-of-skill" },
      h("p", {}, h("span", { class: `tag ${verdict.evidence ? "good" : "bad"}`, data: { evidence: String(verdict.evidence) }, text: verdict.evidence ? "evidence of skill" : "no evidence of skill" }), " ",
        h("span", { class: `tag ${verdict.profitable ? "good" : "wait"}`, text: verdict.profitable ? "pays after costs" : "does not pay after costs" }), ` ${verdict.text}`),
      h("ul", {}, verdict.reasons.map((text) => h("li", { text })))),
    signals ? panel("What its signals would have earned, out of fold", { id: "signals-earned" }, h("section", { class: "strip", "aria-label": "Signals" },
      tile("Net", money(signals.net, currency), { id: "signals-net", tone: signed(signals.net), note: `one contract, costs of ${money(signals.costs, currency)} a round trip taken off` }),
      tile("Round trips", count(signals.trades), { note: `${count(signals.long_trades)} long` }), tile("Per round trip", money(signals.mean, currency), { tone: signed(signals.mean) }),
      tile("Won", percent(signals.win_rate)), tile("t of the mean", number(signals.t_statistic)), tile("Deflated Sharpe", signals.deflated_sharpe == null ? "–" : percent(signals.deflated_sharpe), { about: "probability that the ratio is above what the best of so many tries shows by luck" }),
      tile("Tries counted", count(report.trials.here + report.trials.before), { note: `${count(report.trials.here)} in this training` }))) : null,
    panel("Against what it has to beat", { id: "baselines" }, baselines(report)),
    panel("Fold by fold", { id: "folds" }, folds(report, zone)),
  ].filter(Boolean);
}

function baselines({ metrics, baselines: b }) {
  const names = Object.keys(metrics).filter((name) => metrics[name] !== null);
  const shuffled = [...b.shuffled].sort((x, y) => x - y);
  return h("div", { class: "stack" },
    table("Metrics", [["Metric"], ["This model", true], ["Knowing only frequencies", true]], names.map((name) => [{ node: h("span", { data: { metric: name }, text: label(name) }) }, number(metrics[name], 4), b.dummy[name] == null ? null : number(b.dummy[name], 4)]), { id: "metrics-of-model" }),
    shuffled.length === 0 ? null : h("p", { class: "quiet", text: `The same model fitted on shuffled labels ${count(shuffled.length)} times: ${shuffled.map((x) => number(x, 3)).join(", ")}.` }));
}

function folds({ folds: all }, zone) {
  const names = [...new Set(all.flatMap((f) => Object.keys(f.metrics)))].filter((name) => all.some((f) => f.metrics[name] != null)).slice(0, 6);
  return table("Folds", [["Fold", true], ["Trained on", true], ["Purged", true, "rows left out because their labels touch the test, or lie in the embargo"], ["Judged by", true], ["From"], ["To"], ...names.map((name) => [label(name), true])],
    all.map((f) => [count(f.fold + 1), count(f.train_rows), count(f.purged), count(f.test_rows), time(f.test_from, zone), time(f.test_to, zone), ...names.map((name) => (f.metrics[name] == null ? null : number(f.metrics[name], 4)))]), { id: "folds-table" });
}

/** The fourteen tests for knowledge of the future. */
export function leakage({ leakage: all }) {
  const tone = { passed: "good", failed: "bad" };
  const failed = all.filter((c) => c.result === "failed").length;
  return panel("Does it know the future?", { id: "leakage" },
    h("p", { text: failed === 0 ? `All ${count(all.filter((c) => c.result === "passed").length)} tests that apply passed.` : `${count(failed)} of ${count(all.length)} tests failed: what this model shows is not to be believed.` }),
    table("Tests for leaks", [["No.", true], ["Test"], ["Result"], ["What was found"]], all.map((c) => [count(c.number), c.name, h("span", { class: `tag ${tone[c.result] ?? "wait"}`, data: { leak: String(c.number) }, text: c.result.replaceAll("_", " ") }), c.detail])));
}
