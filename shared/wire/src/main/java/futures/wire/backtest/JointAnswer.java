package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * A finished joint run: figures of the account, and a line for each strategy. Trades, orders and fills are under their
 * routes, for all strategies or for one.
 *
 * @param performance   of the account; percentages as 12.5 for 12.5 %; null when undefined
 * @param undefined     why a figure of {@code performance} is null
 * @param metrics       all figures of the account, for {@code all}, {@code long} and {@code short} round trips
 * @param strategies    by name
 * @param configuration what the run was made with, stand-ins included
 * @param manifest      everything that the result depends on
 * @param resultHash    SHA-256 of all ledgers and of equity at every moment
 * @param portfolioId   where the round trips were recorded; null when they were not
 * @param dataGrade     the worst grade in {@code data}, A to F; null when no grade is known
 * @param data          grades of the bars, market by market, the magnifier's finer bars after them
 * @param rolls         what rolling did; null where no market is a continuous series
 * @param interval      between which profits of the account the truth lies
 * @param deflatedSharpe what the number of tries leaves of the Sharpe ratio; null in results of earlier versions
 * @param findings      what in the result deserves a second look, the most serious first
 * @param warnings      what the request asked for and did not get, or should know about what it asked for
 */
public record JointAnswer(
        String id,
        List<String> symbols,
        Period backtestPeriod,
        Map<String, Object> performance,
        Map<String, String> undefined,
        Map<String, Map<String, MetricValue>> metrics,
        List<StrategyLine> strategies,
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
        List<String> warnings) {}
