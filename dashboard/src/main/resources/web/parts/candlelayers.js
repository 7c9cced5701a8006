// What of a window of bars is drawn, as options of ECharts: candles, volume, lines, trades, the life of orders, rolls.

import { h } from "/web/parts/dom.js";
import { axis, css, palette } from "/web/parts/chart.js";
import { count, day, price, signed, time, wall } from "/web/parts/format.js";
import { zone as zoneOf } from "/web/shell/settings.js";
import { lines } from "/web/parts/indicators.js";

const computed = new WeakMap();

/** Lines of the loaded bars, computed anew only when these have changed. */
function linesOf(w, wanted) {
  const key = JSON.stringify(wanted);
  const known = computed.get(w);
  if (known?.version === w.version && known.key === key) return known.made;
  const made = wanted.flatMap((line) => lines(line, w.bars));
  computed.set(w, { version: w.version, key, made });
  return made;
}

const DASHES = { stop: [2, 3], limit: [7, 4], target: [10, 3] };
const COLOUR = { stop: "--loss", limit: "--c3", target: "--gain" };

export function layers({ w, i0, i1, zone, overlays, height }) {
  const shown = w.bars.slice(i0 - w.offset, i1 - w.offset);
  const colours = palette();
  const low = 22;
  const volume = Math.round(height * 0.17);
  const series = [
    // Bars that close higher are hollow, others are filled: the colour is never alone.
    { id: "candles", name: "Price", type: "candlestick", data: shown.map((b) => [b.o, b.c, b.l, b.h]), animation: false, barMaxWidth: 14,
      itemStyle: { color: css("--panel"), color0: css("--loss-fill"), borderColor: css("--gain-fill"), borderColor0: css("--loss-fill") },
      ...orders(w, i0, i1, overlays) },
    { id: "volume", name: "Volume", type: "bar", xAxisIndex: 1, yAxisIndex: 1, data: shown.map((b) => b.v), large: true, largeThreshold: 900, animation: false, itemStyle: { color: css("--soft"), opacity: 0.55 } },
    ...linesOf(w, overlays.lines ?? []).map(({ name, values }, i) => ({ id: name, name, type: "line", showSymbol: false, silent: true, animation: false, lineStyle: { width: 1.3, color: colours[i % colours.length] }, data: values.slice(i0 - w.offset, i1 - w.offset) })),
    ...marks(w, i0, i1, overlays.markers ?? []),
  ];
  const labels = ticks(shown, zone);
  const category = (given) => axis({ type: "category", data: shown.map((_, i) => i), boundaryGap: true, ...given });
  return {
    animation: false,
    // Labels do not move the frames: both have to stand over each other, bar over bar.
    grid: [{ outerBoundsMode: "none", left: 10, right: 80, top: 10, bottom: low + volume + 12 }, { outerBoundsMode: "none", left: 10, right: 80, bottom: low, height: volume }],
    axisPointer: { link: [{ xAxisIndex: "all" }], label: { backgroundColor: css("--ink"), color: css("--panel"), formatter: (p) => (p.axisDimension === "x" ? (shown[p.value] ? opened(w, shown[p.value], zone) : "") : price(Number(p.value.toPrecision(6)))) } },
    tooltip: { trigger: "axis", showContent: false, axisPointer: { type: "cross", animation: false } },
    xAxis: [
      category({ gridIndex: 0, axisLabel: { show: false }, axisPointer: { label: { show: false } } }),
      category({ gridIndex: 1, axisLabel: { interval: (i) => labels.has(i), formatter: (i) => labels.get(Number(i)) ?? "", margin: 6 } }),
    ],
    yAxis: [
      axis({ type: "value", position: "right", scale: true, axisLabel: { formatter: (v) => price(v) } }),
      axis({ type: "value", gridIndex: 1, position: "right", splitNumber: 2, lines: false, splitLine: { show: false }, axisLabel: { formatter: (v) => (v >= 1e6 ? `${v / 1e6}M` : v >= 1e4 ? `${v / 1e3}k` : v), showMaxLabel: false }, axisPointer: { show: false } }),
    ],
    series,
  };
}

const EVERY = [1, 5, 10, 15, 30, 60, 120, 240, 720, 1440].map((minutes) => minutes * 60_000);

/** Bars that get a label: the first of round times, with the date where the day begins. Far out, a share of the days. */
function ticks(shown, zone) {
  const made = new Map();
  if (shown.length === 0) return made;
  const length = shown.at(-1).t - shown[0].t;
  const every = EVERY.find((ms) => length / ms <= 9) ?? EVERY.at(-1);
  const at = wall(shown[0].t, zoneOf(zone));
  const ahead = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute) - Math.floor(shown[0].t / 60_000) * 60_000;
  const slot = (i) => Math.floor((shown[i].t + ahead) / every);
  const found = [];
  for (let i = 1; i < shown.length; i++) if (slot(i) !== slot(i - 1)) found.push(i);
  const share = Math.ceil(found.length / 9);
  let last = "";
  for (const i of found.filter((_, k) => k % share === 0)) {
    const full = time(shown[i].t, zone);
    made.set(i, full.slice(0, 10) === last ? full.slice(11) : full.slice(0, 10));
    last = full.slice(0, 10);
  }
  return made;
}

/** Orders' life as level lines from when they came to when they went; rolls as upright ones. */
function orders(w, i0, i1, { prices = [], rolls = [] }) {
  const data = [];
  for (const { from, to, price: level, kind } of prices) {
    const a = w.place(+new Date(from));
    const b = to == null ? i1 - 1 : w.place(+new Date(to));
    if (b < i0 || a >= i1) continue;
    const style = { color: css(COLOUR[kind] ?? "--soft"), type: DASHES[kind] ?? "dashed", width: 1.5 };
    data.push([{ coord: [Math.max(a, i0) - i0, level], lineStyle: style, label: { show: true, formatter: kind ?? "", position: "insideStartTop", color: style.color, fontSize: 10 } }, { coord: [Math.min(b, i1 - 1) - i0, level] }]);
  }
  for (const { time: at, text } of rolls) {
    const place = w.place(+new Date(at));
    if (place < i0 || place >= i1) continue;
    data.push({ xAxis: place - i0, lineStyle: { color: css("--c4"), type: "dashed" }, label: { formatter: text ?? "roll", color: css("--c4"), position: "insideEndTop", fontSize: 10 } });
  }
  return { markLine: { symbol: "none", silent: true, animation: false, data } };
}

/** Buys point up, sells down; entries are filled, exits hollow. */
function marks(w, i0, i1, markers) {
  const data = [];
  for (const { time: at, price: level, side, kind, text } of markers) {
    const place = w.place(+new Date(at));
    if (place < i0 || place >= i1) continue;
    const colour = css(side === "buy" ? "--gain" : "--loss");
    data.push({ value: [place - i0, level], symbol: "triangle", symbolRotate: side === "buy" ? 0 : 180, symbolSize: 12, symbolOffset: [0, side === "buy" ? 8 : -8],
      itemStyle: { color: kind === "exit" ? css("--panel") : colour, borderColor: colour, borderWidth: 2 },
      label: { show: Boolean(text), formatter: text ?? "", position: side === "buy" ? "bottom" : "top", color: css("--ink"), fontSize: 11, backgroundColor: css("--panel"), padding: [1, 3] } });
  }
  return data.length === 0 ? [] : [{ id: "marks", type: "scatter", data, z: 5, animation: false, silent: true }];
}

/** When a bar opened; a daily bar is a trading day, which opens on the evening before. */
function opened(w, bar, zone) {
  const date = () => day(bar.t + 7 * 36e5, zone);
  return w.timeframe === "1d" ? date() : w.timeframe === "1w" ? `week of ${date()}` : time(bar.t, zone);
}

/** Open, high, low, close, volume and time of the bar under the pointer, or of the last one in sight. */
export function readout({ w, i0, i1, zone, overlays, pointed }) {
  const place = pointed !== null && pointed >= i0 && pointed < i1 ? pointed : i1 - 1;
  const bar = w.at(place);
  if (!bar) return [h("span", { text: "No bars here" })];
  const part = (name, text, tone = "") => h("span", {}, h("i", { text: name }), " ", h("b", { class: tone, text }));
  const change = bar.c - bar.o;
  return [
    h("b", { text: opened(w, bar, zone) }), part("O", price(bar.o)), part("H", price(bar.h)), part("L", price(bar.l)), part("C", price(bar.c)),
    h("b", { class: signed(change), text: `${change > 0 ? "+" : change < 0 ? "−" : ""}${price(Math.abs(Number(change.toFixed(8))))}` }), part("Vol", count(bar.v)),
    ...linesOf(w, overlays.lines ?? []).map(({ name, values }) => part(name, values[place - w.offset] == null ? "–" : price(Number(values[place - w.offset].toFixed(4))))),
    (overlays.lines ?? []).length > 0 ? h("small", { class: "quiet", text: `lines computed in this page from ${w.timeframe} closes` }) : null,
  ].filter(Boolean);
}
