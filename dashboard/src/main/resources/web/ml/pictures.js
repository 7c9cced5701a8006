// Pictures of a model: what its columns are worth, and how often its probabilities came true.

import { axis, chart, css, palette, tooltip } from "/web/parts/chart.js";
import { h, panel, toggle } from "/web/parts/dom.js";
import { count, number, percent } from "/web/parts/format.js";
import { table } from "/web/ml/tables.js";

const MOST_BARS = 40;
const KINDS = [["permutation", "when shuffled"], ["gain", "gain of splits"], ["shap", "SHAP"]];

export function importance({ importance: all, metric, signal }) {
  if (all.length === 0) return panel("What its columns are worth", { id: "importance" }, h("p", { class: "quiet", text: "Nothing was measured." }));
  const kinds = KINDS.filter(([key]) => all.some((i) => i[key] != null));
  const options = (kind) => {
    const shown = [...all].filter((i) => i[kind] != null).sort((a, b) => a[kind] - b[kind]).slice(-MOST_BARS);
    return {
      grid: { left: 8, right: 24, top: 8, bottom: 36, containLabel: true },
      tooltip: tooltip({ formatter: (p) => `${shown[p.dataIndex].name}: ${number(shown[p.dataIndex][kind], 4)}${kind === "permutation" && shown[p.dataIndex].permutation_deviation != null ? ` ± ${number(shown[p.dataIndex].permutation_deviation, 4)} over folds` : ""}` }),
      xAxis: axis({ type: "value", name: kind === "permutation" ? `fall of ${metric}` : kind === "gain" ? "part of the gain" : "mean size of the contribution", nameLocation: "middle", nameGap: 24 }),
      yAxis: axis({ type: "category", data: shown.map((i) => i.name) }),
      series: [{ type: "bar", data: shown.map((i) => ({ value: i[kind], itemStyle: { color: i[kind] < 0 ? css("--soft") : palette()[0] } })), barMaxWidth: 18 }],
    };
  };
  const height = 90 + 22 * Math.min(MOST_BARS, all.length);
  const drawn = chart({ height, signal, describe: `Importance of ${count(all.length)} columns`, options: () => options("permutation") });
  const tools = kinds.length < 2 ? null : toggle("Kind of importance", kinds, "permutation", (kind) => drawn.chart.then((instance) => instance?.setOption(options(kind), { replaceMerge: ["series"] })));
  return panel("What its columns are worth", { id: "importance", tools },
    h("p", { class: "quiet", text: "By how much the figure falls when a column is shuffled in the rows that judge, mean over folds. What is not above its own spread is worth nothing." }), drawn.root,
    h("details", {}, h("summary", { text: "As a table" }), table("Importance", [["Column"], ["When shuffled", true], ["± over folds", true], ["Gain", true], ["SHAP", true]],
      [...all].sort((a, b) => b.permutation - a.permutation).map((i) => [i.name, number(i.permutation, 5), i.permutation_deviation == null ? null : number(i.permutation_deviation, 5), i.gain == null ? null : number(i.gain, 4), i.shap == null ? null : number(i.shap, 5)]))));
}

export function calibration({ calibration: c, signal }) {
  if (!c) return panel("How often its probabilities come true", { id: "calibration" }, h("p", { class: "quiet", text: "This model predicts a return, not a probability." }));
  const bins = c.bins.filter((bin) => bin.count > 0);
  const drawn = chart({
    height: 320, signal, describe: `Reliability of ${count(bins.length)} bins of probabilities`,
    options: () => ({
      grid: { left: 50, right: 20, top: 34, bottom: 42 },
      tooltip: tooltip({ formatter: (p) => (p.seriesIndex === 0 ? "" : `forecast ${percent(p.value[0])}, came true ${percent(p.value[1])}, ${count(p.value[2])} rows`) }),
      xAxis: axis({ type: "value", min: 0, max: 1, name: "forecast", nameLocation: "middle", nameGap: 26 }), yAxis: axis({ type: "value", min: 0, max: 1, name: "came true" }),
      series: [{ type: "line", data: [[0, 0], [1, 1]], symbol: "none", silent: true, lineStyle: { color: css("--soft"), type: "dashed" } },
        { type: "scatter", symbolSize: (value) => 6 + 18 * Math.sqrt(value[2] / Math.max(...bins.map((b) => b.count))), itemStyle: { color: palette()[0], opacity: 0.75 }, data: bins.map((b) => [b.forecast, b.frequency, b.count]) }],
    }),
  });
  const errors = (name, e) => [name, number(e.brier, 4), number(e.log_loss, 4), number(e.ece, 4)];
  return panel("How often its probabilities come true", { id: "calibration" }, drawn.root,
    table("Errors of probabilities", [["Probabilities"], ["Brier", true], ["Log loss", true], ["Calibration error", true, "over ten bins"]], [errors("as they are", c.before), ...(c.after ? [errors(`calibrated (${c.method}), each fold by the others`, c.after)] : [])]));
}
