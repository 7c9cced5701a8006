// Equity over time with the drawdown under it: one run, several overlaid, or one beside its benchmark.

import { h, toggle } from "/web/parts/dom.js";
import { axis, chart, css, palette, tooltip } from "/web/parts/chart.js";
import { count, day, money, number, wall } from "/web/parts/format.js";
import { zone as zoneOf } from "/web/shell/settings.js";

/**
 * @param series  [{name, points: [{time, equity, drawdown}], style: {color, dashed, width}}]; without `drawdown` a line has none below
 * @param zone    the contract's own time zone
 * @param rolls   instants, drawn as vertical lines
 * @param log     whether the equity axis begins logarithmic; `onLog(log)` is told when it is switched
 * @param bands   {times, low, mid, high} as parallel lists, drawn behind the lines
 * @returns {root, chart}, a promise of the ECharts instance
 */
export function equity({ series, zone = null, signal, height = 380, rolls = [], log = false, onLog = null, bands = null, label = "Equity" }) {
  const place = zoneOf(zone);
  const lines = series.filter((s) => s.points.length > 0).map((s, i) => prepared(s, palette()[i % 7], place));
  if (lines.length === 0) return { root: h("p", { class: "empty", text: "There is no equity to draw: the run has no bars." }), chart: Promise.resolve(null) };
  const positive = lines.every((s) => s.low > 0);
  const made = chart({
    height, signal, describe: describe(label, lines, zone, rolls),
    options: () => options(lines, { place, rolls, log: log && positive, bands }),
    ready: (instance) => instance.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true }),
  });
  const scale = (chosen) => {
    made.chart.then((instance) => instance?.setOption({ yAxis: [upper(lines, chosen === "log"), {}] }));
    onLog?.(chosen === "log");
  };
  const tools = h("div", { class: "equity-tools" }, legend(lines, made.chart),
    rolls.length > 0 ? h("span", { class: "quiet", text: `┊ ${rolls.length === 1 ? "1 roll" : `${count(rolls.length)} rolls`}` }) : null,
    h("span", { class: "equity-switches" },
      positive ? toggle("Scale of equity", [["value", "Linear"], ["log", "Log"]], log ? "log" : "value", scale) : null,
      h("button", { type: "button", text: "Whole range", title: "Drag over the chart to look closer", onclick: () => made.chart.then((instance) => instance?.dispatchAction({ type: "dataZoom", start: 0, end: 100 })) })));
  return { root: h("div", { class: "equity" }, tools, made.root), chart: made.chart };
}

/** Times of the axis are those of the wall clock in the zone, so that its marks stand at that zone's midnights. */
function onWall(instant, place) {
  const w = wall(instant, place);
  return Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute);
}

function prepared({ name, points, style = {} }, standard, place) {
  let low = points[0];
  let high = points[0];
  let deepest = null;
  for (const p of points) {
    if (p.equity < low.equity) low = p;
    if (p.equity > high.equity) high = p;
    if (p.drawdown != null && (deepest === null || p.drawdown < deepest.drawdown)) deepest = p;
  }
  return { name, points, x: points.map((p) => onWall(p.time, place)), color: style.color ?? standard, dashed: style.dashed === true, width: style.width ?? 1.4, low: low.equity, high: high.equity, deepest };
}

function describe(label, lines, zone, rolls) {
  const of = ({ name, points, low, high, deepest }) => {
    const [first, last] = [points[0], points.at(-1)];
    return `${name}: ${money(first.equity)} on ${day(first.time, zone)} to ${money(last.equity)} on ${day(last.time, zone)}, between ${money(low)} and ${money(high)}${deepest ? `, deepest drawdown ${money(deepest.drawdown)} on ${day(deepest.time, zone)}` : ""}`;
  };
  return `${label}. ${lines.map(of).join(". ")}.${rolls.length > 0 ? ` Rolls marked: ${rolls.length}.` : ""}`;
}

/** Names with their lines; pressing one takes the line away and brings it back. */
function legend(lines, instance) {
  if (lines.length < 2) return null;
  return h("span", { class: "equity-legend", role: "group", "aria-label": "Lines" }, lines.map((s) => {
    const swatch = h("i", { class: "swatch", "aria-hidden": "true" });
    swatch.style.borderTop = `3px ${s.dashed ? "dashed" : "solid"} ${s.color}`;
    const button = h("button", { type: "button", "aria-pressed": "true", onclick: () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      instance.then((drawn) => drawn?.dispatchAction({ type: "legendToggleSelect", name: s.name }));
    } }, swatch, s.name);
    return button;
  }));
}

/** The last point at or before a place on the axis. */
function upTo(x, at) {
  let from = 0;
  let to = x.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (x[middle] <= at) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function words(lines, at) {
  const stamp = new Date(at).toISOString();
  return [`${stamp.slice(0, 10)} ${stamp.slice(11, 16)}`, ...lines.flatMap((s) => {
    const p = s.points[upTo(s.x, at)];
    return p ? [`${s.name}  ${money(p.equity)}${p.drawdown == null ? "" : `   drawdown ${money(p.drawdown)}`}`] : [];
  })].join("\n");
}

const amount = (v) => number(v, 0);

/** About five marks on a logarithmic axis however narrow it is; powers of ten where it spans several. */
function upper(lines, log) {
  const span = Math.max(...lines.map((s) => s.high)) / Math.min(...lines.map((s) => s.low));
  return axis({ type: log ? "log" : "value", logBase: log ? Math.min(10, Math.max(1.0005, span ** 0.2)) : 10, lines: true, scale: true, axisLabel: { formatter: amount } });
}

function options(lines, { place, rolls, log, bands }) {
  const alone = lines.length === 1;
  const under = lines.some((s) => s.deepest);
  const shown = lines.map((s) => ({
    name: s.name, type: "line", showSymbol: false, silent: true, z: 3, lineStyle: { color: s.color, width: s.width, type: s.dashed ? "dashed" : "solid" }, itemStyle: { color: s.color },
    data: s.points.map((p, i) => [s.x[i], p.equity]),
  }));
  const marks = { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: css("--soft"), type: "dotted", width: 1, opacity: 0.7 }, data: rolls.map((t) => ({ xAxis: onWall(t, place) })) };
  shown[0].markLine = marks;
  const below = lines.filter((s) => s.deepest).map((s) => ({
    name: s.name, type: "line", xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, silent: true,
    lineStyle: { color: alone ? css("--loss-fill") : s.color, width: 1, type: s.dashed ? "dashed" : "solid" }, areaStyle: { color: alone ? css("--loss-fill") : s.color, opacity: alone ? 0.35 : 0.12 },
    data: s.points.map((p, i) => [s.x[i], p.drawdown]),
  }));
  const times = { type: "time", min: Math.min(...lines.map((s) => s.x[0])), max: Math.max(...lines.map((s) => s.x.at(-1))), axisPointer: { show: true, label: { show: false }, lineStyle: { color: css("--soft") } } };
  return {
    useUTC: true, legend: { show: false }, axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: tooltip({ trigger: "axis", formatter: (found) => words(lines, found[0].axisValue) }),
    grid: [{ left: 74, right: 14, top: 10, bottom: under ? "40%" : 66 }, { left: 74, right: 14, top: "66%", bottom: 66 }],
    xAxis: [axis({ ...times, gridIndex: 0, axisLabel: { show: !under } }), axis({ ...times, gridIndex: 1, axisLabel: { show: under } })],
    yAxis: [upper(lines, log), axis({ type: "value", gridIndex: 1, max: 0, splitNumber: 3, axisLabel: { formatter: amount } })],
    dataZoom: [{ type: "slider", xAxisIndex: [0, 1], height: 20, bottom: 10, borderColor: css("--line"), fillerColor: "rgba(120,150,160,0.18)", textStyle: { color: css("--soft") }, labelFormatter: (v) => new Date(v).toISOString().slice(0, 10), showDataShadow: true, brushSelect: false },
      { type: "inside", xAxisIndex: [0, 1], zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, moveOnMouseWheel: false }],
    // The toolbox is what makes dragging choose a range; its own buttons stay out of sight.
    toolbox: { show: true, itemSize: 0, top: -40, feature: { dataZoom: { yAxisIndex: "none", brushStyle: { color: css("--accent"), opacity: 0.15 } } } },
    series: [...(bands ? fan(bands, place) : []), ...shown, ...below],
  };
}

/** The ground between two lines: the lower one without ink, and the distance stacked on it. */
function fan({ times, low, mid, high }, place) {
  const x = times.map((t) => onWall(t, place));
  const line = (name, values, more) => ({ name, type: "line", showSymbol: false, silent: true, z: 1, lineStyle: { opacity: 0 }, data: values.map((v, i) => [x[i], v]), ...more });
  const ink = css("--soft");
  return [
    line("band from", low, { stack: "band", stackStrategy: "all" }),
    line("band", high.map((v, i) => v - low[i]), { stack: "band", stackStrategy: "all", areaStyle: { color: ink, opacity: 0.2 } }),
    ...(mid ? [line("middle of the band", mid, { lineStyle: { color: ink, width: 1, type: "dashed" } })] : []),
  ];
}
