// Of a search with several targets: the combinations that no other one beats in all of them.

import { axis, chart, css, palette, tooltip } from "/web/parts/chart.js";
import { h, panel } from "/web/parts/dom.js";
import { count, label, number, price } from "/web/parts/format.js";

/** @param others rows that are drawn behind the front */
export function pareto({ front, others, signal }) {
  const [x, y] = front.objectives.map((o) => o.metric);
  const spot = (row) => ({ value: [row.performance[x], row.performance[y]], row });
  const drawn = (rows) => rows.filter((row) => row.performance?.[x] != null && row.performance?.[y] != null).map(spot);
  const told = ({ row }) => `No. ${count(row.number)}\n${Object.entries(row.parameters).map(([k, v]) => `${k} ${typeof v === "number" ? price(v) : v}`).join(", ")}\n${front.objectives.map((o) => `${label(o.metric)} ${number(row.performance[o.metric])}`).join(", ")}`;
  const better = front.objectives.map((o) => `${label(o.metric)} ${o.direction === "min" ? "low" : "high"}`).join(", ");
  return panel("Pareto front", { id: "pareto" }, h("p", { class: "quiet", id: "pareto-told", text: `${count(front.total)} ${front.total === 1 ? "combination" : "combinations"} that no other one beats in all targets (${better}).` }),
    chart({
      height: 320, signal, describe: `${count(front.total)} combinations of the Pareto front over ${label(x)} and ${label(y)}`,
      options: () => ({
        grid: { left: 8, right: 20, top: 44, bottom: 26, containLabel: true }, legend: { top: 0, textStyle: { color: css("--ink") } },
        tooltip: tooltip({ formatter: ({ data }) => told(data) }),
        xAxis: axis({ type: "value", name: label(x), nameLocation: "middle", nameGap: 26, axisLine: { onZero: false, lineStyle: { color: css("--line") } }, scale: true }), yAxis: axis({ type: "value", name: label(y), nameTextStyle: { align: "left", color: css("--soft") }, axisLine: { onZero: false }, scale: true }),
        series: [{ name: "Others", type: "scatter", symbolSize: 4, color: css("--soft"), data: drawn(others), itemStyle: { opacity: 0.5 } }, { name: "Front", type: "scatter", symbolSize: 9, color: palette()[1], data: drawn(front.rows) }],
      }),
    }).root);
}
