// What somebody does who has just started the product: data, a run, a look at it.

import { h, panel, setText } from "/web/parts/dom.js";
import { count } from "/web/parts/format.js";
import { progress } from "/web/parts/progress.js";
import { failure, go } from "/web/shell/router.js";
import { get, send } from "/web/shell/api.js";

/** @param series of the store, by symbol; `changed` is called when something has come */
export function firstSteps({ series, signal, changed }) {
  const said = h("div", { role: "status", class: "wide" });
  const step = (number, name, done, text, ...actions) => h("li", { data: { step: number, done: String(done) } },
    h("span", { class: "step", "aria-hidden": "true", text: done ? "✓" : number }), h("div", {}, h("b", { text: name }), done ? h("span", { class: "tag good", text: "done" }) : null, h("p", { class: "quiet", text })), h("div", { class: "tools" }, actions));
  const act = (id, text, primary, what) => {
    const button = h("button", { type: "button", id, text, class: primary ? "primary" : "", onclick: async () => {
      button.disabled = true;
      said.replaceChildren();
      try {
        await what();
      } catch (e) {
        if (e.name !== "AbortError") said.replaceChildren(failure(e));
      }
      button.disabled = false;
    } });
    return button;
  };
  const words = h("p", { class: "quiet" });

  async function sample() {
    said.replaceChildren(words);
    setText(words, "Writing three months of made-up ES minutes…");
    await send("POST", "data", "/api/data/sample");
    changed();
  }

  async function run() {
    const symbol = series.find((s) => s.symbol === "ES-SYNTH")?.symbol ?? series[0].symbol;
    const { id } = await send("POST", "backtest", "/api/backtests", {}, { strategy_name: "SimpleMAStrategy", symbol, timeframe: "5m" });
    const bar = progress({ service: "backtest", path: `/api/backtests/${id}`, label: `SimpleMAStrategy on ${symbol}`, signal });
    said.replaceChildren(bar.root);
    const status = await bar.ended;
    if (status.state === "done") return go(`/result/${id}`);
    const state = await get("backtest", `/api/backtests/${id}`, {}, signal);
    said.replaceChildren(h("p", { class: "failure", role: "alert", text: state.message ?? `The run was ${state.state}.` }));
    return null;
  }

  const some = series.length > 0;
  return panel("First steps", { id: "first-steps" }, h("ol", { class: "steps" },
    step("1", "Get data", some, some ? series.length === 1 ? "One symbol is in store." : `${count(series.length)} symbols are in store.` : "Sample data is made up and named …-SYNTH; files of your own are dropped on the data page.",
      some ? null : act("load-sample", "Load sample data", true, sample), h("a", { class: "button", href: "/data", text: "Import my own" })),
    step("2", "Run a strategy", false, "A cross of moving averages on 5-minute bars, to see the whole way once.",
      some ? act("run-first", "Run SimpleMAStrategy", true, run) : null, some ? h("a", { class: "button", href: "/backtest", text: "Choose myself" }) : null),
    step("3", "Look at the result", false, "Equity, trades, costs and what to doubt. It opens when the run is done.")), said);
}
