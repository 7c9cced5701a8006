import { h } from "/web/parts/dom.js";
import { candles } from "/web/parts/candles.js";
export const title = (item) => item;
export async function show(view, { item, query, signal }) {
  const c = candles({ symbol: item, zone: "America/Chicago", signal, overlays: query.get("demo") ? { lines: [{ kind: "bollinger", period: 20 }, { kind: "ema", period: 50 }] } : {} });
  globalThis.demo = c;
  view.replaceChildren(h("h1", { text: item }), c.root);
}
