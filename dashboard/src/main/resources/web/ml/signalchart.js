// A model's signals over the candles of its series; where it was trained on the bars itself they are not drawn.

import { candles } from "/web/parts/candles.js";
import { h, panel } from "/web/parts/dom.js";
import { count, number, price, time } from "/web/parts/format.js";
import { grid } from "/web/parts/grid.js";
import { get } from "/web/shell/api.js";

const NEWEST = 3000;

export async function signalPanel({ record, zone, signal }) {
  const { symbol, timeframe } = record.dataset.order;
  const answer = await get("ml", `/api/ml/models/${encodeURIComponent(record.id)}/signals`, {}, signal);
  const all = answer.signals;
  if (all.length === 0) return panel("Signals", { id: "model-signals" }, h("p", { class: "quiet", text: `Its predictions never passed the threshold of ${number(answer.enter, 3)}.` }));
  const markers = all.slice(-NEWEST).map((s) => ({ time: s.known_at, price: s.price, side: s.side === "long" ? "buy" : "sell", kind: s.side === "flat" ? "exit" : "entry", text: s.side }));
  const view = candles({ symbol, timeframe: timeframe ?? "1m", zone, signal, height: 440, overlays: { markers, lines: [] }, from: all.at(-1).known_at, to: all.at(-1).known_at });
  const rows = grid({
    label: "Signals", rows: all, height: 320, filter: "filter, e.g. long",
    open: (s) => view.focus(s.known_at),
    columns: [{ key: "known_at", title: "Known at", width: 150, text: (s) => time(s.known_at, zone) }, { key: "side", title: "Side", width: 70 }, { key: "value", title: "Prediction", number: true, width: 90, text: (s) => number(s.value, 4) }, { key: "price", title: "Price", number: true, width: 90, text: (s) => price(s.price) },
      { key: "target", title: "Target", number: true, width: 90, text: (s) => price(s.target) }, { key: "stop", title: "Stop", number: true, width: 90, text: (s) => price(s.stop) }, { key: "until", title: "Bars at most", number: true, width: 90, text: (s) => count(s.until) }],
  });
  return panel("Signals", { id: "model-signals" }, ...(answer.warnings ?? []).map((text) => h("p", { class: "note warn", text })),
    h("p", { class: "quiet", text: `A position is taken at ${number(answer.enter, 3)} and given up below ${number(answer.leave, 3)}. Only of bars that the predicting model was not trained on.` }), view.root, rows.root);
}
