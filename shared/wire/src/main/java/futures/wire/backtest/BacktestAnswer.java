package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * A finished backtest.
 *
 * @param performance    the figures people ask for first; percentages as 12.5 for 12.5 %; null when undefined
 * @param undefined      why a figure of {@code performance} is null
 * @param metrics        all figures, for {@code all}, {@code long} and {@code short} round trips
 * @param configuration  what the run was made with, stand-ins included
 * @param manifest       everything that the result depends on
 * @param resultHash     SHA-256 of orders, fills, round trips, days and equity
 * @param portfolioId    where the round trips were recorded; null when they were not
 * @param dataGrade      the worst grade in {@code data}, A to F; null when no grade is known
 * @param data           grades of the bars, market by market, the magnifier's finer bars after them
 * @param rolls         what rolling did; null where no market is a continuous series
 * @param interval       between which profits the truth lies
 * @param deflatedSharpe what the number of tries leaves of the Sharpe ratio; null in results of earlier versions
 * @param findings       what in the result deserves a second look, the most serious first
 * @param warnings       what the request asked for and did not get, or should know about what it asked for
 * @param trades         null where the answer leaves them to {@code /trades}
 * @param equityCurve    thinned out; null where the answer leaves it to {@code /equity}
 */
public record BacktestAnswer(
        String id,
        String strategyName,
        String symbol,
        String contract,
        Period backtestPeriod,
        Map<String, Object> performance,
        Map<String, String> undefined,
        Map<String, Map<String, MetricValue>> metrics,
        Costs costs,
        Map<String, Object> configuration,
        Map<String, Object> manifest,
        String resultHash,
        String portfolioId,
        int tradesRecorded,
        String dataGrade,
        List<DataGrade> data,
        Rolls rolls,
        Interval interval,
        DeflatedSharpe deflatedSharpe,
        List<FindingRow> findings,
        List<String> warnings,
        List<TradeRow> trades,
        List<EquityPoint> equityCurve) {}
