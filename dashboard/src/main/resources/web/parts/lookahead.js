// Does a strategy know what it cannot know? Runs it with the future cut off and changed, and shows the verdict.

import { empty, field, h, link, panel } from "/web/parts/dom.js";
import { count, time } from "/web/parts/format.js";
import { progress } from "/web/parts/progress.js";
import { get, send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const TONE = { passed: "good", failed: "bad", unsteady: "warn", no_orders: "wait" };

export async function lookahead(name, signal) {
  const { series, continuous } = await get("data", "/api/data", {}, signal);
  if (series.length === 0) return panel("Look-ahead check", { id: "lookahead" }, empty("There are no bars to try it on.", link("/data", "Import some, or have sample bars made.")));
  const names = [...new Set([...series.map((s) => s.symbol), ...continuous.flatMap((c) => c.symbols.map((joined) => `${joined}@diff`))])];
  const symbol = h("input", { id: "lookahead-symbol", value: names[0], list: "lookahead-series", required: true, autocomplete: "off" });
  const points = h("input", { id: "lookahead-points", type: "number", min: "1", max: "200", value: "12", required: true });
  const out = h("div", { id: "lookahead-outcome", "aria-live": "polite" });
  const check = async (event) => {
    event.preventDefault();
    const address = `/api/strategies/${encodeURIComponent(name)}/lookahead`;
    try {
      const job = await send("POST", "backtest", address, {}, { backtest: { symbol: symbol.value.trim() }, points: Number(points.value) });
      const shown = progress({ service: "backtest", path: `/api/lookaheads/${job.id}`, label: `${name} without its future`, signal });
      out.replaceChildren(shown.root);
      const end = await shown.ended;
      out.replaceChildren(...(end.state === "done" ? verdict(end.result) : [failure({ title: `The check was ${end.state}`, message: end.message })]));
    } catch (e) {
      if (e.name !== "AbortError") out.replaceChildren(failure(e));
    }
  };
  return panel("Look-ahead check", { id: "lookahead" },
    h("p", { class: "lead", text: "Runs it with later bars cut off, and with other ones in their place. What it sent before must stay the same." }),
    h("form", { class: "form", onsubmit: check }, field("Series", symbol), field("Places", points, "where the future is hidden"), h("datalist", { id: "lookahead-series" }, names.map((each) => h("option", { value: each }))),
      h("button", { type: "submit", id: "lookahead-go", text: "Check" })), out);
}

function verdict(found) {
  const row = (p) => h("tr", {}, h("td", { text: p.kind }), h("td", { text: time(p.known_until) }), h("td", { class: "right", text: count(p.compared) }),
    h("td", {}, h("span", { class: `tag ${p.same === null ? "wait" : p.same ? "good" : "bad"}`, text: p.same === null ? "not compared" : p.same ? "the same" : "others" }), p.note ? ` ${p.note}` : ""));
  return [h("p", {}, h("span", { class: `tag ${TONE[found.verdict]}`, data: { verdict: found.verdict }, text: found.verdict.replace("_", " ") }), ` ${found.text}`),
    h("details", {}, h("summary", { text: `${count(found.probes.length)} runs beside the first` }), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Runs beside the first, table" },
      h("table", {}, h("thead", {}, h("tr", {}, ["Later bars", "Known until", "Orders by then", "They were"].map((t, i) => h("th", { scope: "col", class: i === 2 ? "right" : "", text: t })))), h("tbody", {}, found.probes.map(row)))))];
}
