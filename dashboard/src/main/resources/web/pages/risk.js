// What may be lost and what is allowed to be: figures with their formulas, value at risk and how it held, limits, alerts.

import { alerts } from "/web/parts/alerts.js";
import { empty, field, h, link, panel, select } from "/web/parts/dom.js";
import { count, money, signed } from "/web/parts/format.js";
import { limitEditor, standings } from "/web/parts/limits.js";
import { tile } from "/web/parts/metrics.js";
import { figureGroups } from "/web/parts/riskfigures.js";
import { tail } from "/web/parts/tail.js";
import { get, send } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";

export const title = () => "Risk";

export async function show(view, { query, signal }) {
  const [{ backtests }, { portfolios }] = await Promise.all([get("backtest", "/api/backtests", { limit: 100 }, signal), get("portfolio", "/api/portfolios", { limit: 100 }, signal).catch(() => ({ portfolios: [] }))]);
  const subjects = [...backtests.filter((b) => b.state === "done").map((b) => [`backtest:${b.id}`, `${b.strategy_name} on ${b.symbol}, ${b.id}`]), ...portfolios.map((p) => [`portfolio:${p.id}`, `Portfolio ${p.name}`])];
  const about = h("div", { class: "view" });
  const editor = await limitEditor({ strategies: [...new Set(backtests.map((b) => b.strategy_name))], portfolios, signal, saved: () => choice && open(choice.value) });
  const heard = await alerts({ signal });
  const chosen = subjects.some(([key]) => key === query.get("of")) ? query.get("of") : subjects[0]?.[0];
  const choice = subjects.length === 0 ? null : select(subjects, chosen, { id: "risk-of", onchange: (e) => open(e.target.value) });
  let inner = new AbortController();
  signal.addEventListener("abort", () => inner.abort());

  async function open(subject) {
    keep({ of: subject });
    inner.abort();
    inner = new AbortController();
    about.replaceChildren(h("p", { class: "loading", text: "Loading…" }));
    try {
      about.replaceChildren(...await parts(subject, inner.signal));
    } catch (e) {
      if (e.name !== "AbortError") about.replaceChildren(failure(e, () => open(subject)));
    }
  }

  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Risk" })), heard.root,
    choice ? panel("Of", {}, h("form", { class: "form", onsubmit: (e) => e.preventDefault() }, h("div", { class: "wide" }, field("Result or portfolio", choice)))) : empty("There is no result to measure yet.", link("/backtest", "Run a backtest")),
    about, editor.root);
  if (choice) await open(chosen);
}

async function parts(subject, signal) {
  const [kind, id] = subject.split(":");
  const of = { [`${kind}_id`]: id };
  const summary = await get("risk", `/api/risk/${kind}/${encodeURIComponent(id)}/summary`, {}, signal);
  const metrics = await send("POST", "risk", "/api/risk/metrics", { ...of, explain: true }, {});
  const { figures: f } = summary;
  const day = (result) => (result ? [money(result.profit), result.period] : ["–", ""]);
  const [worst, worstOn] = day(f.worst_day);
  const [week, weekOf] = day(f.worst_week);
  return [
    h("section", { class: "strip", id: "risk-strip", "aria-label": "Figures" },
      tile("Net profit", money(f.net_profit), { tone: signed(f.net_profit), note: `${count(f.days)} days` }), tile("Max drawdown", money(f.drawdown.every_bar ?? f.drawdown.deepest), { tone: signed(f.drawdown.every_bar ?? f.drawdown.deepest), id: "risk-drawdown", note: f.drawdown.every_bar === null ? "by days" : "at every bar", about: `by days ${money(f.drawdown.deepest)}; the longest took ${count(f.drawdown.longest_days)} days${f.drawdown.longest_open ? " and is not over" : ""}` }),
      tile("Worst day", worst, { tone: "loss", note: worstOn }), tile("Worst week", week, { tone: "loss", note: weekOf }),
      tile("Losing streak", f.streaks ? `${count(f.streaks.longest_losing)} days` : "–")),
    panel("Limits that cover it", { id: "standing" }, standings(summary.limits)),
    panel("Figures", { id: "risk-figures" }, figureGroups(metrics)),
    await tail({ of, signal })];
}
