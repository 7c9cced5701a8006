// One portfolio: what is open, where its cash went, what its round trips come to, and each of them.

import { breakdown } from "/web/parts/breakdown.js";
import { empty, h, link, panel, setText } from "/web/parts/dom.js";
import { equity } from "/web/parts/equity.js";
import { count, money, number, price, signed, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { remove } from "/web/pages/portfolios.js";
import { get } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";
import { onNotice } from "/web/shell/live.js";

const PAGE = 1000;
/** Beyond this many, more are fetched when asked for. */
const AT_ONCE = 20_000;
const DRAWN = 3000;

export const title = (item) => `Portfolio ${item}`;

export async function show(view, { item: id, signal, go }) {
  const at = `/api/portfolio/${encodeURIComponent(id)}`;
  const [portfolio, { positions }, performance, curve, trades] = await Promise.all([get("portfolio", at, {}, signal), get("portfolio", `${at}/positions`, {}, signal), get("portfolio", `${at}/performance`, {}, signal),
    pages(`${at}/equity-curve`, "points", signal), pages(`${at}/trades`, "trades", signal)]);
  document.title = `${portfolio.name} · Futures Backtester`;
  const said = h("div", {});
  view.replaceChildren(
    h("div", { class: "view-head" }, h("h1", { text: portfolio.name }), h("p", { class: "lead", text: `made ${time(portfolio.created_at).slice(0, 16)} with ${money(portfolio.initial_cash)}` }),
      h("span", { class: "actions" }, h("button", { type: "button", id: "delete", class: "danger", text: "Delete", onclick: () => remove(portfolio).then((gone) => gone && go("/portfolios"), (e) => said.replaceChildren(failure(e))) }))),
    said, verdict(portfolio, performance),
    panel("Cash after each round trip", { id: "equity", tools: h("small", { class: "quiet", text: "of what is closed; open positions are not marked to market" }) },
      curve.all.length === 0 ? empty("No trade has been recorded yet.", link("/backtest", "Run a backtest that records into it")) : equity({ series: [{ name: "Cash", points: drawn(curve.all, portfolio) }], signal, label: `Cash of ${portfolio.name}` }).root),
    h("div", { class: "split" }, panel("Open positions", { id: "positions" }, open(positions)), panel("Performance", { id: "performance" }, figures(performance))));
  if (trades.all.length > 0) view.append(...rest(trades, `${at}/trades`, portfolio, signal));
  let soon = 0;
  onNotice((event) => {
    if (event.notice.service !== "portfolio") return;
    clearTimeout(soon);
    soon = setTimeout(() => signal.aborted || (view.contains(document.activeElement) ? said.replaceChildren(h("p", { class: "note" }, "Something was recorded. ", h("button", { type: "button", text: "Show it", onclick: reopen }))) : reopen()), 800);
  }, signal);
}

/** Pages after pages until there is no more, or as many as one looks at at once; `next` fetches on. */
async function pages(path, key, signal) {
  const found = { all: [], cursor: null };
  found.next = async () => {
    const page = await get("portfolio", path, { limit: PAGE, cursor: found.cursor }, signal);
    found.all.push(...page[key]);
    found.cursor = page.cursor;
  };
  do await found.next(); while (found.cursor !== null && found.all.length < AT_ONCE);
  return found;
}

/** Drawdown of each point, and of many points only as many as can be seen, the lowest of each stretch among them. */
function drawn(points, { initial_cash: initial, created_at: made }) {
  let top = initial;
  const all = points.map(({ time: at, cash }) => {
    top = Math.max(top, cash);
    return { time: at, equity: cash, drawdown: cash - top };
  });
  const start = { time: all[0].time < made ? all[0].time : made, equity: initial, drawdown: 0 };
  const step = Math.ceil((2 * all.length) / DRAWN);
  if (step <= 1) return [start, ...all];
  const kept = [start];
  for (let i = 0; i < all.length; i += step) {
    const stretch = all.slice(i, i + step);
    const low = stretch.reduce((a, b) => (b.equity < a.equity ? b : a));
    kept.push(low);
    if (low !== stretch.at(-1)) kept.push(stretch.at(-1));
  }
  return kept;
}

function verdict(portfolio, performance) {
  const change = portfolio.cash - portfolio.initial_cash;
  const one = (key, label, text, tone = "", note = null) => h("div", { class: "figure" }, h("span", { class: "label", text: label }), h("b", { class: tone, data: { figure: key }, text }), note ? h("small", { text: note }) : null);
  return h("section", { class: "strip", "aria-label": "Figures" }, one("cash", "Cash", money(portfolio.cash)), one("change", "Change", money(change), signed(change), `${number((change / portfolio.initial_cash) * 100)} %`), one("realized", "Realized before costs", money(portfolio.realized_pnl), signed(portfolio.realized_pnl)),
    one("commissions", "Commissions", money(portfolio.commissions)), one("trades", "Round trips", count(portfolio.trades)), one("open", "Open positions", count(portfolio.open_positions)), one("drawdown", "Max drawdown", money(performance.max_drawdown), signed(performance.max_drawdown), performance.max_drawdown_pct === null ? null : `${number(performance.max_drawdown_pct)} %`));
}

function open(positions) {
  if (positions.length === 0) return h("p", { class: "quiet", text: "Nothing is open." });
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Open positions, table" }, h("table", {},
    h("thead", {}, h("tr", {}, ["Symbol", "Side"].map((t) => h("th", { scope: "col", text: t })), ["Contracts", "Average price", "Value", "Realized"].map((t) => h("th", { scope: "col", class: "right", text: t })), h("th", { scope: "col", text: "Opened" }))),
    h("tbody", {}, positions.map((p) => h("tr", { data: { position: p.symbol } }, h("th", { scope: "row", text: p.symbol }), h("td", { text: p.side.toLowerCase() }), h("td", { class: "right", text: count(p.quantity) }), h("td", { class: "right", text: price(p.average_price) }),
      h("td", { class: "right", text: money(p.quantity * p.average_price * p.point_value) }), h("td", { class: `right ${signed(p.realized_pnl)}`, text: money(p.realized_pnl) }), h("td", { class: "num nowrap", text: time(p.opened_at).slice(0, 16) }))))));
}

const FIGURES = [["Net profit", "net_profit", money], ["Before costs", "profit_before_costs", money], ["Costs", "total_costs", (v) => money(v)], ["Won", "winning_trades", count], ["Lost", "losing_trades", count], ["Win rate", "win_rate_pct", (v) => `${number(v)} %`], ["Profit factor", "profit_factor", number],
  ["Average trade", "average_trade", money], ["Average win", "average_win", money], ["Average loss", "average_loss", money], ["Payoff ratio", "payoff_ratio", number], ["Largest win", "largest_win", money], ["Largest loss", "largest_loss", money], ["Total return", "total_return_pct", (v) => `${number(v)} %`]];

function figures(performance) {
  return h("dl", { class: "figure-list" }, FIGURES.map(([label, key, form]) => h("div", {}, h("dt", { text: label }), h("dd", { data: { figure: key }, title: performance.undefined?.[key], class: form === money ? signed(performance[key]) : "", text: performance[key] === null ? "–" : form(performance[key]) }))));
}

const COLUMNS = [
  { key: "exit_time", title: "Exit", width: 155, text: (t) => time(t.exit_time) }, { key: "symbol", title: "Symbol", width: 90 }, { key: "side", title: "Side", width: 60, text: (t) => t.side.toLowerCase() }, { key: "quantity", title: "Contracts", number: true, width: 80, text: (t) => count(t.quantity) },
  { key: "entry_time", title: "Entry", width: 155, text: (t) => time(t.entry_time) }, { key: "entry_price", title: "Entry price", number: true, text: (t) => price(t.entry_price) }, { key: "exit_price", title: "Exit price", number: true, text: (t) => price(t.exit_price) },
  { key: "gross", title: "Gross $", number: true, text: (t) => money(t.gross) }, { key: "costs", title: "Costs $", number: true, width: 70, text: (t) => money(t.costs) }, { key: "net", title: "Net $", number: true, text: (t) => money(t.net), tone: (t) => signed(t.net) },
  { key: "exit_reason", title: "Reason", width: 100 }, { key: "strategy_name", title: "Strategy", width: 160, text: (t) => t.strategy_name ?? "–" }, { key: "source", title: "Source", width: 185, text: (t) => t.source ?? "–", hint: () => "the run that made it" },
];

function rest(trades, path, portfolio, signal) {
  const table = grid({ columns: COLUMNS, rows: trades.all, label: "Round trips", filter: "symbol, strategy, reason …", sort: { key: "exit_time", down: true } });
  const sums = h("div", { class: "split", id: "breakdowns" });
  const reach = h("span", { class: "quiet", role: "status" });
  const more = h("button", { type: "button", id: "more-trades", text: `Fetch ${count(PAGE)} more`, onclick: async () => {
    more.disabled = true;
    await trades.next().then(draw, (e) => setText(reach, e.message));
    more.disabled = false;
  } });
  const draw = () => {
    table.replace(trades.all);
    more.hidden = trades.cursor === null;
    setText(reach, trades.cursor === null ? "" : `the first ${count(trades.all.length)} of ${count(portfolio.trades)}; the sums are of these`);
    sums.replaceChildren(panel("By strategy", {}, breakdown(trades.all, { by: (t) => t.strategy_name, label: "Strategy" })), panel("By symbol", {}, breakdown(trades.all, { by: (t) => t.symbol, label: "Symbol" })));
  };
  draw();
  return [sums, panel("Round trips", { id: "trades", tools: [reach, more] }, table.root)];
}
