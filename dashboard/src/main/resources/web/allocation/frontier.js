// The efficient frontier, with each result alone and the mix that was chosen.

import { axis, chart, css, palette, tooltip } from "/web/parts/chart.js";
import { number } from "/web/parts/format.js";

const spot = ({ volatility, annual_return: gain }) => [+(100 * volatility).toFixed(4), +(100 * gain).toFixed(4)];

export function frontier({ results, points, chosen, maximum_sharpe: best, minimum_variance: least, singles }, signal) {
  const marks = (name, data, symbol, size, color) => ({ name, type: "scatter", data, symbol, symbolSize: size, color });
  const series = () => [
    { name: "Frontier", type: "line", data: points.map((p) => ({ value: spot(p), name: "Frontier" })), symbolSize: 4, color: palette()[0], lineStyle: { width: 2 } },
    marks("Single results", singles.map((p, i) => ({ value: spot(p), name: results[i] })), "circle", 8, css("--soft")),
    marks("Least variance", [{ value: spot(least), name: "Least variance" }], "triangle", 12, palette()[2]),
    ...(best ? [marks("Best Sharpe", [{ value: spot(best), name: "Best Sharpe" }], "diamond", 13, palette()[3])] : []),
    marks("Chosen", [{ value: spot(chosen), name: "Chosen" }], "rect", 12, palette()[1]),
  ];
  return chart({
    height: 320, signal,
    describe: `Efficient frontier from ${number(100 * points[0].volatility, 1)} % volatility and ${number(100 * points[0].annual_return, 1)} % return to ${number(100 * points.at(-1).volatility, 1)} % and ${number(100 * points.at(-1).annual_return, 1)} %; the chosen mix has ${number(100 * chosen.volatility, 1)} % and ${number(100 * chosen.annual_return, 1)} %`,
    options: () => ({
      grid: { left: 8, right: 20, top: 56, bottom: 26, containLabel: true }, legend: { top: 0, textStyle: { color: css("--soft") } },
      tooltip: tooltip({ formatter: (p) => `${p.name}: ${number(p.value[1], 1)} % a year at ${number(p.value[0], 1)} % volatility` }),
      xAxis: axis({ type: "value", name: "volatility a year, %", nameLocation: "middle", nameGap: 26, scale: true }), yAxis: axis({ type: "value", name: "return a year, %", scale: true }),
      series: series(),
    }),
  }).root;
}
