// Charts by ECharts, which is loaded when the first one is drawn. Each follows its box, the colours, and ends with its page.

import { h } from "/web/parts/dom.js";
import { number } from "/web/parts/format.js";

let library = null;

function load() {
  library ??= new Promise((done, failed) => {
    document.head.append(h("script", { src: "/lib/echarts.js", onload: () => done(globalThis.echarts), onerror: () => failed(new Error("The charting library did not load.")) }));
  });
  return library;
}

export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours that colour-blind people tell apart too (Okabe and Ito's set, shifted for contrast). */
export const palette = () => ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7"].map(css);

/** Axes, grid and tooltip in the page's colours, to be merged with a chart's own options. */
export function axis(given = {}) {
  return {
    axisLine: { lineStyle: { color: css("--line") } }, axisTick: { show: false },
    axisLabel: { color: css("--soft"), hideOverlap: true, ...given.axisLabel },
    splitLine: { show: given.type === "value" || given.lines === true, lineStyle: { color: css("--line"), opacity: 0.7 } },
    nameTextStyle: { color: css("--soft") },
    ...Object.fromEntries(Object.entries(given).filter(([key]) => key !== "axisLabel" && key !== "lines")),
  };
}

export const tooltip = (given = {}) => ({
  // Drawn on the canvas: markup with styles is what the page's policy forbids.
  renderMode: "richText", backgroundColor: css("--panel"), borderColor: css("--line"), textStyle: { color: css("--ink"), fontSize: 12 },
  confine: true, transitionDuration: 0, ...given,
});

/**
 * A box with a chart in it. `options(echarts)` is called once the library is there; `describe` says in words what is drawn,
 * for those who do not see it. The answer has `root`, and `chart`, a promise of the ECharts instance.
 */
export function chart({ height = 260, describe, options, signal, renderer = "canvas", ready = null }) {
  const root = h("div", { class: "chart", role: "img", "aria-label": describe });
  root.style.height = `${height}px`;
  const made = load().then((echarts) => {
    if (signal.aborted) return null;
    const instance = echarts.init(root, null, { renderer });
    instance.setOption({ animation: false, color: palette(), textStyle: { fontFamily: "inherit" }, ...options(echarts) });
    // The first call tells the size that it has already; to draw all again for it would double every opening.
    const watch = new ResizeObserver(() => {
      if (instance.getWidth() !== root.clientWidth || instance.getHeight() !== root.clientHeight) instance.resize();
    });
    watch.observe(root);
    signal.addEventListener("abort", () => { watch.disconnect(); instance.dispose(); });
    ready?.(instance);
    return instance;
  });
  made.catch((e) => { root.textContent = e.message; });
  return { root, chart: made };
}

/** A histogram's bins: about the square root of the count, from the lowest to the highest value, on round borders. */
export function bins(values) {
  if (values.length === 0) return [];
  let low = Infinity;
  let high = -Infinity;
  for (const v of values) { if (v < low) low = v; if (v > high) high = v; }
  const rough = (high - low || 1) / Math.min(40, Math.max(5, Math.ceil(Math.sqrt(values.length))));
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = [1, 2, 2.5, 5, 10].map((m) => m * power).find((w) => w >= rough);
  const first = Math.floor(low / width);
  const counts = new Array(Math.floor(high / width) - first + 1).fill(0);
  for (const v of values) counts[Math.floor(v / width) - first]++;
  return counts.map((n, i) => ({ from: (first + i) * width, to: (first + i + 1) * width, n }));
}

export function histogram({ values, title, unit, signal, height = 220 }) {
  const all = bins(values);
  return chart({
    height, signal, describe: `Histogram of ${title}: ${values.length} values`,
    options: () => ({
      grid: { left: 44, right: 12, top: 12, bottom: 36 },
      tooltip: tooltip({ trigger: "axis", formatter: ([p]) => `${number(all[p.dataIndex].from, 0)} to ${number(all[p.dataIndex].to, 0)} ${unit}: ${p.value}` }),
      xAxis: axis({ type: "category", data: all.map((b) => number(b.from, b.to - b.from < 1 ? 2 : 0)), name: unit, nameLocation: "middle", nameGap: 24 }),
      yAxis: axis({ type: "value", minInterval: 1 }),
      series: [{ type: "bar", barCategoryGap: "8%", data: all.map((b) => ({ value: b.n, itemStyle: { color: css(b.to <= 0 ? "--loss-fill" : b.from >= 0 ? "--gain-fill" : "--soft") } })) }],
    }),
  }).root;
}
