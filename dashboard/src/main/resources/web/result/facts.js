// What every part of a result's page needs: the run, its days, and the product that was traded.

import { rowsOf } from "/web/parts/columns.js";
import { get } from "/web/shell/api.js";

/** {id, order, result, days, trades(), zone, currency, pointValue, tickSize}: round trips are fetched when they are asked for first, their times in milliseconds; point value and tick size are null in runs of several products. */
export async function facts(id, state, signal) {
  const { result, order } = state;
  const days = await get("backtest", `/api/backtests/${id}/daily`, {}, signal);
  const contract = result.manifest?.contract ?? null;
  const currency = result.manifest?.currency ?? result.configuration?.account_currency ?? "USD";
  let trips = null;
  const same = contract && contract.currency === currency;
  return {
    id, order, result, days, currency, contract,
    zone: result.manifest?.calendar?.time_zone ?? "America/Chicago",
    pointValue: same ? contract.point_value : null,
    tickSize: same ? contract.tick_size : null,
    trades: () => (trips ??= get("backtest", `/api/backtests/${id}/trades`, { format: "columns" }, signal).then(rowsOf)),
  };
}

export const measures = (run) => ({ initialCash: run.result.performance.initial_cash, pointValue: run.pointValue, tickSize: run.tickSize, currency: run.currency });
