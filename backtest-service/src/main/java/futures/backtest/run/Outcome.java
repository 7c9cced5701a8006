package futures.backtest.run;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.CostBreakdown;
import futures.engine.EquityCurve;
import futures.engine.ProfitInterval;
import futures.engine.Progress;
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
    /** Everything that the result depends on, in the words of the wire. */
    Map<String, Object> manifest();

    /** SHA-256 of all that happened, in lower-case hexadecimal. */
    String hash();

    EquityCurve equity();

    /** Of all strategies, in the order of exits. */
    List<RoundTrip> trips();

    Map<Metric, Measure> metrics();

    Map<Metric, Measure> metrics(Side side);

    CostBreakdown costs();

    int ambiguousBars();

    int rejectedOrders();

    /** Runs again where bars are ambiguous; see {@link futures.engine.BacktestResult#interval}. */
    ProfitInterval interval(Progress progress);

    List<Finding> findings();

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
