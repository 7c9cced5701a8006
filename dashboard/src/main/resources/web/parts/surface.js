// A figure over two parameters as a heat map or a surface, and all parameters of many combinations side by side.

import { axis, chart, css, tooltip } from "/web/parts/chart.js";
import { field, h, panel, select } from "/web/parts/dom.js";
import { count, label, number } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";
import { relief } from "/web/parts/relief.js";
import { failure, keep } from "/web/shell/router.js";

/** The choice of two parameters and a figure, and the map of them. */
export async function surfacePanel({ path, parameters, figures, query, signal }) {
  const x = select(parameters, query.get("x") ?? parameters[0], { id: "surface-x" });
  const y = select([["", "none"], ...parameters.map((p) => [p, p])], query.get("y") ?? parameters[1] ?? "", { id: "surface-y" });
  const figure = select(figures.map((f) => [f, label(f)]), query.get("figure") ?? "sharpe_ratio", { id: "surface-figure" });
  const reduce = select([["best", "of the best one"], ["mean", "mean"], ["count", "how many"]], query.get("reduce") ?? "best", { id: "surface-reduce" });
  const form = select([["map", "a heat map"], ["surface", "a surface"]], query.get("form") ?? "map", { id: "surface-form" });
  const out = h("div");
  let inner = new AbortController();
  signal.addEventListener("abort", () => inner.abort());
  const draw = async () => {
    inner.abort();
    inner = new AbortController();
    keep({ x: x.value, y: y.value, figure: figure.value, reduce: reduce.value, form: form.value === "map" ? null : form.value });
    try {
      const found = await get("backtest", `${path}/surface`, { x: x.value, y: y.value === x.value ? null : y.value, figure: figure.value, reduce: reduce.value }, inner.signal);
      const spatial = form.value === "surface" && found.x.length > 1 && found.y.length > 1 && found.cells.flat().some((v) => v !== null);
      out.replaceChildren(spatial ? relief({ s: found, signal: inner.signal }) : map(found, inner.signal));
    } catch (e) {
      if (e.name !== "AbortError") out.replaceChildren(failure(e));
    }
  };
  for (const control of [x, y, figure, reduce, form]) control.addEventListener("change", draw);
  await draw();
  return panel("Over the parameters", { id: "surface" }, h("div", { class: "form" }, field("Across", x), field("Up", y), field("Figure", figure), field("Where several fall together", reduce), field("Drawn as", form)), out);
}

function map(s, signal) {
  const rows = s.y.map((v) => v ?? "");
  const cells = s.cells.flatMap((line, r) => line.map((v, c) => [c, r, v]));
  const known = cells.map(([, , v]) => v).filter((v) => v !== null);
  if (known.length === 0) return h("p", { class: "quiet", text: "No combination has this figure." });
  const most = Math.max(...known.map(Math.abs)) || 1;
  const signed = s.reduce !== "count" && known.some((v) => v < 0);
  const told = (v) => (s.reduce === "count" ? count(v) : number(v));
  const best = known.reduce((a, b) => Math.max(a, b));
  return chart({
    height: Math.max(220, Math.min(620, 108 + rows.length * 24)), signal, describe: `${label(s.figure)} over ${s.x_name}${s.y_name ? ` and ${s.y_name}` : ""}: ${count(known.length)} cells from ${told(Math.min(...known))} to ${told(best)}`,
    options: () => ({
      grid: { left: 70, right: 90, top: 32, bottom: 46 },
      tooltip: tooltip({ formatter: ({ value: [c, r, v] }) => `${s.x_name} ${s.x[c]}${s.y_name ? `, ${s.y_name} ${rows[r]}` : ""}: ${v === null || v === undefined ? "none" : told(v)}` }),
      xAxis: axis({ type: "category", data: s.x.map(String), name: s.x_name, nameLocation: "middle", nameGap: 28 }), yAxis: axis({ type: "category", data: rows.map(String), name: s.y_name ?? "", nameLocation: "end" }),
      visualMap: { min: signed ? -most : Math.min(...known), max: signed ? most : Math.max(...known), calculable: true, orient: "vertical", right: 0, top: "middle", textStyle: { color: css("--ink") }, inRange: { color: signed ? [css("--loss-fill"), css("--raised"), css("--gain-fill")] : [css("--raised"), css("--gain-fill")] } },
      series: [{ type: "heatmap", data: cells.filter(([, , v]) => v !== null), label: { show: s.x.length * rows.length <= 240, formatter: ({ value }) => told(value[2]), color: css("--ink"), fontSize: 10 }, itemStyle: { borderColor: css("--panel"), borderWidth: 1 }, emphasis: { itemStyle: { borderColor: css("--ink") } } }],
    }),
  }).root;
}

/** One line for each combination through all its parameters to its score; drag along an axis to pick some. */
export function parallel({ rows, parameters, signal }) {
  const scored = rows.filter((r) => r.score !== null);
  if (scored.length === 0) return h("p", { class: "quiet", text: "No combination has a score." });
  const names = [...parameters, "score"];
  const value = (r, name) => (name === "score" ? r.score : r.parameters[name]);
  const dimension = (name, dim) => {
    const words = scored.some((r) => typeof value(r, name) !== "number");
    return { dim, name: name === "score" ? "Score" : name, ...(words ? { type: "category", data: [...new Set(scored.map((r) => String(value(r, name))))] } : { scale: true }) };
  };
  const scores = scored.map((r) => r.score);
  return chart({
    height: 340, signal, describe: `Parameters and score of ${count(scored.length)} combinations`,
    options: () => ({
      parallel: { left: 60, right: 60, top: 40, bottom: 24, parallelAxisDefault: { nameTextStyle: { color: css("--ink") }, axisLine: { lineStyle: { color: css("--soft") } }, axisLabel: { color: css("--soft") } } },
      parallelAxis: names.map(dimension),
      visualMap: { show: false, dimension: names.length - 1, min: Math.min(...scores), max: Math.max(...scores), inRange: { color: [css("--loss-fill"), css("--soft"), css("--gain-fill")] } },
      series: [{ type: "parallel", lineStyle: { width: 1, opacity: 0.35 }, data: scored.map((r) => names.map((name) => { const v = value(r, name); return typeof v === "number" ? v : String(v); })) }],
    }),
  }).root;
}
