// Whether the best of many is more than luck, in words, with the checks behind them.

import { h, panel } from "/web/parts/dom.js";
import { count, number, percent } from "/web/parts/format.js";

const TONE = { luck: "bad", doubtful: "warn", beyond_luck: "good", unknown: "wait" };
const CHECKS = {
  dsr: ["Deflated Sharpe ratio", "probability that the true Sharpe ratio exceeds what the best of so many tries without merit would show", "at least"],
  spa: ["Hansen's SPA, p", "chance of so good a best one when none is any good", "at most"],
  pbo: ["Probability of overfitting", "share of the splits in which the best of one half was below the middle in the other", "at most"],
};

export function verdict(luck) {
  const tone = TONE[luck.verdict] ?? "wait";
  const known = (name, text) => (text === null || text === undefined ? h("span", { class: "quiet", title: luck.undefined?.[name] ?? null, text: "–" }) : text);
  const facts = [["Tries counted", count(luck.trials)], ["Sharpe of the best", luck.sharpe === null ? null : number(luck.sharpe)], ["Sharpe of luck alone", luck.luck_sharpe === null ? null : number(luck.luck_sharpe)], ["Chance of luck", luck.chance_of_luck === null ? null : percent(luck.chance_of_luck)],
    ["Days", count(luck.days)], ["Further days that would convince", luck.more_days === null ? null : count(luck.more_days)], ["Fresh days that would", luck.fresh_days === null ? null : count(luck.fresh_days)]];
  return panel("Is it luck?", { id: "verdict-of-luck" },
    h("p", {}, h("span", { class: `tag ${tone}`, data: { luck: luck.verdict }, text: luck.verdict.replaceAll("_", " ") }), ` ${luck.summary}`),
    h("dl", { class: "figure-list" }, facts.map(([name, text]) => h("div", {}, h("dt", { text: name }), h("dd", {}, known(name, text))))),
    luck.checks?.length > 0 ? h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Checks of luck, table" }, h("table", {}, h("thead", {}, h("tr", {}, ["Check", "Value", "Has to be", "Passed"].map((text, i) => h("th", { scope: "col", class: i === 1 || i === 2 ? "right" : "", text })))),
      h("tbody", {}, luck.checks.map((c) => h("tr", { data: { check: c.name } }, h("td", {}, h("span", { class: "explained", tabindex: "0", title: CHECKS[c.name]?.[1], text: CHECKS[c.name]?.[0] ?? c.name })), h("td", { class: "right" }, known(c.name, c.value === null ? null : number(c.value, 3))), h("td", { class: "right", text: `${CHECKS[c.name]?.[2] ?? ""} ${number(c.threshold)}` }),
        h("td", {}, h("span", { class: `tag ${c.passed === null ? "wait" : c.passed ? "good" : "bad"}`, text: c.passed === null ? "not made" : c.passed ? "yes" : "no" }))))))) : null,
    luck.words?.length > 0 ? h("ul", { class: "told" }, luck.words.map((text) => h("li", { text }))) : null);
}
