// The days of a series by month: which are complete, which lack minutes, which have no bars, which are no trading days.

import { h, panel, setText, select } from "/web/parts/dom.js";
import { count } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** A day's state: its sign in the cell and the word for it. */
const STATES = {
  complete: ["·", "complete"], few: ["−", "under 1 % missing"], some: ["=", "1 % or more missing"], none: ["×", "no bars"],
  closed: ["", "no trading day"], outside: ["", "before or after the series"], unknown: ["?", "not looked at yet"],
};
const two = (n) => String(n).padStart(2, "0");

/**
 * @param series {symbol, timeframe, product, first, last}
 * @param pick   called with {opens, closes} of a day that was clicked
 */
export function gapCalendar({ series, signal, pick, year = null, picked = null }) {
  const years = [];
  for (let y = +series.first.slice(0, 4); y <= +series.last.slice(0, 4); y++) years.push(String(y));
  const note = h("p", { class: "quiet", role: "status" });
  const body = h("tbody");
  const choose = select(years, year ?? years.at(-1), { "aria-label": "Year", id: "gap-year", onchange: (e) => { picked?.(e.target.value); show(e.target.value); } });
  let turn = 0;

  async function show(of) {
    const mine = ++turn;
    setText(note, "Reading the calendar…");
    const { days } = await get("data", `/api/calendar/${encodeURIComponent(series.product)}`, { from: `${of}-01-01`, to: `${of}-12-31` }, signal);
    if (mine !== turn) return;
    const trading = new Map(days.map((d) => [d.date, d]));
    const months = MONTHS.map((name, m) => month(of, m, name, trading));
    body.replaceChildren(...months.map((one) => one.row));
    const within = months.flatMap((one) => one.days);
    if (within.length === 0) return setText(note, `${of}: no trading day of the series.`);
    const range = { timeframe: series.timeframe, start_date: within[0].date, end_date: within.at(-1).date };
    // A year without a single bar is refused, and says so itself.
    const { coverage } = await get("data", `/api/data/${encodeURIComponent(series.symbol)}/quality`, range, signal);
    if (mine !== turn || signal.aborted) return;
    const lacking = new Map(coverage.incomplete_days.map((d) => [d.date, d]));
    months.forEach((one) => one.fill(lacking));
    setText(note, `${of}: ${count(coverage.missing)} bars missing in ${count(coverage.gaps)} gaps, ${count(coverage.missing_days)} trading days without bars.`);
    root.dataset.year = of;
  }

  function month(of, m, name, trading) {
    const cells = new Map();
    const days = [];
    const tds = [];
    for (let d = 1; d <= 31; d++) {
      const date = `${of}-${two(m + 1)}-${two(d)}`;
      if (d > new Date(Date.UTC(+of, m + 1, 0)).getUTCDate()) { tds.push(h("td", { class: "no-day" })); continue; }
      const trades = trading.get(date);
      const within = trades && trades.sessions[0].opens <= series.last && trades.sessions.at(-1).closes > series.first;
      const cell = trades && within ? h("button", { type: "button", onclick: () => pick({ opens: trades.sessions[0].opens, closes: trades.sessions.at(-1).closes }) }) : h("span");
      if (trades && within) { days.push(trades); cells.set(date, cell); }
      mark(cell, date, trades ? (within ? "unknown" : "outside") : "closed");
      tds.push(h("td", {}, cell));
    }
    const total = h("td", { class: "right num" });
    return {
      days, row: h("tr", {}, h("th", { scope: "row", text: name }), tds, total),
      fill(lacking) {
        let missing = 0;
        for (const [date, cell] of cells) {
          const day = lacking.get(date);
          const n = day ? day.expected - day.bars : 0;
          missing += n;
          mark(cell, date, n === 0 ? "complete" : day.bars === 0 ? "none" : n / day.expected < 0.01 ? "few" : "some", n);
        }
        setText(total, days.length > 0 ? count(missing) : "–");
      },
    };
  }

  function mark(cell, date, state, missing = 0) {
    cell.dataset.day = state;
    cell.dataset.date = date;
    setText(cell, STATES[state][0]);
    const words = `${date}: ${STATES[state][1]}${missing > 0 && state !== "none" ? `, ${count(missing)} bars` : ""}`;
    cell.title = words;
    if (cell.tagName === "BUTTON") cell.setAttribute("aria-label", words);
  }

  const root = panel("Gap calendar", { id: "gaps", tools: choose },
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Days by month" }, h("table", { class: "gap-days", "aria-label": "Days by month" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: "Month" }), Array.from({ length: 31 }, (_, i) => h("th", { scope: "col", text: String(i + 1) })), h("th", { scope: "col", class: "right", text: "Missing" }))), body)),
    h("ul", { class: "legend" }, Object.entries(STATES).filter(([key]) => key !== "unknown").map(([key, [sign, words]]) => h("li", {}, h("span", { class: "gap-key", data: { day: key }, "aria-hidden": "true", text: sign }), words))),
    note, h("p", { class: "quiet", text: "Bars of the exchange's open hours that are not there. Click a day to see it in the chart." }));
  show(choose.value).catch((e) => { if (!signal.aborted) setText(note, e.message); });
  return root;
}
