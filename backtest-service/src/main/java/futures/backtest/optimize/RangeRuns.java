package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.order.EngineRequests;
import futures.backtest.strategy.KeptCode;
import futures.backtest.sweep.JavaSweep;
import futures.backtest.worker.ScriptSweep;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.kit.config.Settings;
import futures.model.TradingDays;
import futures.wire.backtest.BacktestOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Runs over parts of a range. Its bars are fetched once for strategies in Java; the process of a script fetches those of its part. */
final class RangeRuns {
    private final BacktestOrder order;
    private final int threads;
    private final CountedRuns counted;
    private final Settings settings;
    private final List<KeptCode> scripts;
    private final Market market;
    private final BacktestRequest request;

    /** @param order complete */
    RangeRuns(EngineRequests requests, CountedRuns counted, Settings settings, BacktestOrder order, int threads) {
        this.counted = counted;
        this.order = order;
        this.threads = threads;
        this.settings = settings;
        this.scripts = requests.scripts(order);
        this.request = scripts.isEmpty() ? requests.single(order).request() : null;
        this.market = scripts.isEmpty() ? request.market() : requests.market(order);
    }

    /** @param warmUpBars that there are before the first day */
    record Range(Evaluator evaluator, int warmUpBars) {}

    /** Trading days of the whole. */
    List<LocalDate> days() {
        TradingDays days = market.days();
        return IntStream.range(0, days.count()).mapToObj(days::day).toList();
    }

    /**
     * @param first place of the first trading day
     * @param last  of the last one, inclusive
     */
    Range over(int first, int last, int warmUpBars) {
        TradingDays days = market.days();
        int begin = days.firstBar(first);
        int end = days.lastBar(last);
        long until = market.bars().openTime(end) + 1;
        BacktestOrder part = order.between(
                Instant.ofEpochMilli(market.bars().openTime(begin)).toString(),
                Instant.ofEpochMilli(until).toString());
        if (!scripts.isEmpty()) {
            return range(
                    part,
                    (grid, stop, to, handle) ->
                            new ScriptSweep(settings, part, scripts, grid, threads, to, handle).run(),
                    0);
        }
        int warm = warmUpBars == 0 ? begin : days.firstBar(days.indexOf(Math.max(0, begin - warmUpBars)));
        Market bars = market.between(market.bars().openTime(warm), until);
        BacktestRequest some = request.withMarket(bars);
        return range(
                part,
                (grid, stop, to, handle) ->
                        new JavaSweep(some, grid, to, handle).from(begin - warm).run(threads),
                begin - warm);
    }

    private Range range(BacktestOrder part, Evaluator evaluator, int warmUpBars) {
        return new Range(new CountedEvaluator(evaluator, counted, part), warmUpBars);
    }
}
