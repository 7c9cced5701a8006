// One portfolio: the account on top; below what it holds and has done, its entries, fills of a broker, and a backtest beside it.

import { h } from "/web/parts/dom.js";
import { count, money, number, signed, time } from "/web/parts/format.js";
import { tabs } from "/web/parts/tabs.js";
import { remove } from "/web/pages/portfolios.js";
import { flag } from "/web/portfolio/flags.js";
import { entries } from "/web/portfolio/entries.js";
import { importing } from "/web/portfolio/importing.js";
import { overview } from "/web/portfolio/overview.js";
import { reconciling } from "/web/portfolio/reconciling.js";
import { get } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";
import { onNotice } from "/web/shell/live.js";

export const title = (item) => `Portfolio ${item}`;

export async function show(view, { item: id, query, signal, go }) {
  const at = `/api/portfolio/${encodeURIComponent(id)}`;
  const [portfolio, held, performance, passed] = await Promise.all([get("portfolio", at, {}, signal), get("portfolio", `${at}/positions`, {}, signal), get("portfolio", `${at}/performance`, {}, signal), flag(id, signal)]);
  document.title = `${portfolio.name} · Futures Backtester`;
  const said = h("div", {});
  const alerted = h("div", { role: "status" }, passed);
  const it = { at, portfolio, held, performance, go };
  const parts = tabs({ label: "Parts of the portfolio", wanted: query.get("part"), signal, parts: [
    ["overview", "Overview", (box, given) => overview(box, it, given)], ["entries", "Entries", (box, given) => entries(box, it, given)],
    ["import", "Import fills", (box, given) => importing(box, it, given)], ["reconcile", "Reconcile", (box, given) => reconciling(box, { ...it, query }, given)]] });
  view.replaceChildren(
    h("div", { class: "view-head" }, h("h1", { text: portfolio.name }), h("p", { class: "lead", text: `made ${time(portfolio.created_at).slice(0, 16)} with ${money(portfolio.initial_cash)}` }),
      h("span", { class: "actions" }, h("button", { type: "button", id: "delete", class: "danger", text: "Delete", onclick: () => remove(portfolio).then((gone) => gone && go("/portfolios"), (e) => said.replaceChildren(failure(e))) }))),
    said, alerted, account(portfolio, held.account, performance), parts.root);
  await parts.start();
  let soon = 0;
  onNotice((event) => {
    if (event.channel === "risk:alerts" && event.notice.data?.subject_id === id) flag(id, signal).then((now) => alerted.replaceChildren(now ?? ""), () => {});
    if (event.notice.service !== "portfolio" || event.notice.data?.portfolio_id !== portfolio.id) return;
    clearTimeout(soon);
    soon = setTimeout(() => signal.aborted || (view.contains(document.activeElement) ? said.replaceChildren(h("p", { class: "note" }, "Something was recorded. ", h("button", { type: "button", text: "Show it", onclick: reopen }))) : reopen()), 800);
  }, signal);
}

/** The account at the last prices. What is not known is a dash that says why. */
function account(portfolio, now, performance) {
  const one = (key, label, value, { form = money, toned = false, note = null } = {}) => h("div", { class: "figure", title: now.undefined[key] ?? null }, h("span", { class: "label", text: label }),
    h("b", { class: toned ? signed(value) : "", data: { figure: key }, text: value === null ? "–" : form(value) }), note ?? now.undefined[key] ? h("small", { text: now.undefined[key] ? "not known" : note }) : null);
  const change = portfolio.cash - portfolio.initial_cash;
  return h("section", { class: "strip", id: "account", "aria-label": "Account" },
    one("equity", "Equity", now.equity), one("cash", "Cash", portfolio.cash, { note: `${number((change / portfolio.initial_cash) * 100)} % since the start` }), one("unrealized_pnl", "Unrealised", now.unrealized_pnl, { toned: true }),
    one("realized", "Realised before costs", portfolio.realized_pnl, { toned: true }), one("commissions", "Commissions", portfolio.commissions), one("margin_used", "Margin used", now.margin_used), one("margin_free", "Margin free", now.margin_free),
    one("trades", "Round trips", portfolio.trades, { form: count }),
    one("drawdown", "Max drawdown of cash", performance.max_drawdown, { toned: true, note: performance.max_drawdown_pct === null ? null : `${number(performance.max_drawdown_pct)} %` }));
}
