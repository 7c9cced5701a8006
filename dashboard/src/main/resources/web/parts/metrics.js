// Figures with their units and, on hover or focus, how each is computed.

import { h, toggle } from "/web/parts/dom.js";
import { count, label, number, percent, signed } from "/web/parts/format.js";

/** A figure of the service ({value, unit, reason, definition}) as text; what is not defined is a dash. */
export function figureText(m) {
  if (!m || m.value === null) return "–";
  if (m.unit === "count") return count(Math.round(m.value * 100) / 100);
  if (m.unit === "fraction") return percent(m.value, 2);
  if (m.unit === "bars") return number(m.value, 1);
  return number(m.value);
}

/** Name that explains itself. */
const named = (name, definition, reason) => h("span", { class: "explained", tabindex: "0", title: [definition, reason].filter(Boolean).join(". Not defined here: ") }, label(name));

/** Groups of the figures, in the order in which a trader asks for them; what is in none comes last. */
const GROUPS = [
  ["Profit", ["net_profit", "gross_profit", "gross_loss", "profit_factor", "profit_factor_gross", "total_return", "cagr", "annual_return"]],
  ["Trades", ["trades", "wins", "losses", "breakeven", "win_rate", "average_win", "average_loss", "payoff_ratio", "expectancy", "expectancy_r", "median_trade", "trade_deviation", "largest_win", "largest_loss", "max_consecutive_wins", "max_consecutive_losses", "trades_per_day", "ambiguous_trades"]],
  ["Holding and excursion", ["average_bars", "average_bars_won", "average_bars_lost", "average_mae", "average_mfe", "edge_ratio", "exit_efficiency", "exposure"]],
  ["Risk", ["max_drawdown", "max_drawdown_pct", "closed_drawdown", "closed_drawdown_pct", "recovery_factor", "closed_recovery_factor", "drawdowns", "average_drawdown", "longest_drawdown_days", "longest_drawdown_sessions", "longest_drawdown_open", "open_drawdown", "open_drawdown_days", "open_drawdown_sessions", "time_under_water", "pain_index", "ulcer_index", "volatility", "worst_day", "best_day", "worst_month", "best_month"]],
  ["Ratios", ["sharpe", "sharpe_error", "sharpe_on_equity", "psr", "min_track_record", "sortino", "calmar", "martin_ratio", "omega", "gain_to_pain", "tail_ratio", "sqn", "sqn_100", "trade_t", "daily_t", "runs_z", "stability", "k_ratio", "autocorrelation", "skewness", "kurtosis"]],
];

/** Money of a figure in another measure. Points and ticks are of one contract of the product that was traded. */
function inMeasure(m, measure, { initialCash, pointValue, tickSize }) {
  if (!m || m.value === null || m.unit !== "money" || measure === "money") return figureText(m);
  if (measure === "percent") return percent(m.value / initialCash, 2);
  return number(m.value / pointValue / (measure === "ticks" ? tickSize : 1), 1);
}

/**
 * The performance table: all, long and short side by side, with a switch of the measure.
 *
 * @param metrics {all, long, short} of figures by name
 * @param spec    {initialCash, pointValue, tickSize, currency}; without a point value only money and percent are offered
 */
export function metricTable(metrics, spec) {
  const body = h("tbody");
  const known = new Set(GROUPS.flatMap(([, names]) => names));
  const groups = [...GROUPS, ["More", Object.keys(metrics.all).filter((name) => !known.has(name))]];
  const draw = (measure) => body.replaceChildren(...groups.flatMap(([title, names]) => {
    const rows = names.filter((name) => metrics.all[name]).map((name) => row(name, measure));
    return rows.length === 0 ? [] : [h("tr", { class: "group" }, h("th", { colspan: "4", scope: "colgroup", text: title })), ...rows];
  }));
  const row = (name, measure) => h("tr", { data: { metric: name } }, h("td", {}, named(name, metrics.all[name].definition, metrics.all[name].reason)),
    ["all", "long", "short"].map((side) => {
      const m = metrics[side]?.[name];
      return h("td", { class: `right ${m?.unit === "money" ? signed(m.value) : ""}`, title: m?.reason, text: m ? inMeasure(m, measure, spec) : "" });
    }));
  const measures = [["money", spec.currency === "USD" ? "$" : spec.currency], ["percent", "%"], ...(spec.pointValue ? [["points", "points"], ["ticks", "ticks"]] : [])];
  draw("money");
  return {
    tools: toggle("Measure", measures, "money", draw),
    root: h("div", { class: "scroll metrics", tabindex: "0", role: "group", "aria-label": "Performance, table" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { text: "Figure" }), ["All", "Long", "Short"].map((t) => h("th", { class: "right", scope: "col", text: t })))), body)),
  };
}

/** A tile of the strip on top of a page. */
export const tile = (name, text, { note = null, tone = "", about = null, id = null } = {}) => h("div", { class: "figure", title: about }, h("span", { class: "label", text: name }), h("b", { class: tone, id, text }), note ? h("small", { text: note }) : null);
