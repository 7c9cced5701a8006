// Lines over closes. They are computed in the page for the eye; what strategies trade by is computed by the services (docs/indicators.md).

/** Values of all bars, null until there are enough of them. */
export function sma(bars, period) {
  let sum = 0;
  return bars.map((bar, i) => {
    sum += bar.c - (i >= period ? bars[i - period].c : 0);
    return i >= period - 1 ? sum / period : null;
  });
}

/** Begins with the mean of its first bars, as the engine's does. What came before the first loaded bar fades with (1 − 2/(period + 1))^n. */
export function ema(bars, period) {
  const first = sma(bars.slice(0, period), period);
  let last = null;
  return bars.map((bar, i) => {
    if (i < period) last = first[i];
    else last += (2 / (period + 1)) * (bar.c - last);
    return last;
  });
}

/** Lines `deviations` standard deviations (of the population) above and below the mean. */
export function bollinger(bars, period, deviations = 2) {
  const middle = sma(bars, period);
  const width = bars.map((_, i) => {
    if (middle[i] === null) return null;
    let squares = 0;
    for (let k = i - period + 1; k <= i; k++) squares += (bars[k].c - middle[i]) ** 2;
    return Math.sqrt(squares / period) * deviations;
  });
  return [middle, middle.map((m, i) => (m === null ? null : m + width[i])), middle.map((m, i) => (m === null ? null : m - width[i]))];
}

/** {kind: sma | ema | bollinger, period, deviations} -> [{name, values}] */
export function lines({ kind, period = 20, deviations = 2 }, bars) {
  if (kind === "sma") return [{ name: `SMA ${period}`, values: sma(bars, period) }];
  if (kind === "ema") return [{ name: `EMA ${period}`, values: ema(bars, period) }];
  if (kind === "bollinger") return bollinger(bars, period, deviations).map((values, i) => ({ name: `Bollinger ${period} ${["middle", "upper", "lower"][i]}`, values }));
  throw new Error(`No line "${kind}"; there are sma, ema and bollinger.`);
}

/** Bars before the first one in sight that a line needs to be what it would be with all of them (to a ten-thousandth, for EMA). */
export const warmUp = ({ kind, period = 20 }) => (kind === "ema" ? period * 6 : period);
