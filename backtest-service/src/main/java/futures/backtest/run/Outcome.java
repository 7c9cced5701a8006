package futures.backtest.run;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.CostBreakdown;
import futures.engine.EquityCurve;
import futures.engine.MarginChange;
import futures.engine.ProfitInterval;
import futures.engine.Progress;
import futures.engine.RunResult;
import futures.engine.finding.Finding;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.FillRow;
import futures.wire.backtest.LogRow;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.RollRow;
import futures.wire.backtest.Rolls;
import futures.wire.backtest.TradeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came out of a run, as far as runs of one strategy and of several have it in common. */
public interface Outcome {
    RunResult result();

    /** Everything that the result depends on, in the words of the wire. */
    Map<String, Object> manifest();

    /** SHA-256 of all that happened, in lower-case hexadecimal. */
    default String hash() {
        return result().hash();
    }

    default EquityCurve equity() {
        return result().equity();
    }

    default List<MarginChange> marginChanges() {
        return result().marginChanges();
    }

    /** Of all strategies, in the order of exits. */
    default List<RoundTrip> trips() {
        return result().trips();
    }

    default Map<Metric, Measure> metrics() {
        return result().metrics();
    }

    default Map<Metric, Measure> metrics(Side side) {
        return result().metrics(side);
    }

    CostBreakdown costs();

    default int ambiguousBars() {
        return result().ambiguousBars();
    }

    int rejectedOrders();

    /** Runs again where bars are ambiguous; see {@link RunResult#interval}. */
    default ProfitInterval interval(Progress progress) {
        return result().interval(progress);
    }

    default List<Finding> findings() {
        return result().findings();
    }

    /** About the money of the run: rates or margins that do not reach as far as its bars. */
    List<String> warnings();

    /** What rolling did; null where no market is a continuous series. */
    Rolls rolls();

    Stream<TradeRow> tradeRows();

    /** Positions carried over rolls, in the order in which it happened. */
    Stream<RollRow> rollRows();

    Stream<OrderRow> orderRows();

    Stream<FillRow> fillRows();

    /** Of the account, then of each strategy of a joint run. */
    Stream<DayRow> dayRows();

    /** What strategies wrote, by strategy, in the order of writing. */
    Stream<LogRow> logRows();
}
