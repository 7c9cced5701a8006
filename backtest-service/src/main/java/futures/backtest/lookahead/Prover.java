package futures.backtest.lookahead;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.engine.StrategyFailed;
import futures.wire.backtest.Lookahead;
import futures.wire.backtest.Lookahead.Difference;
import futures.wire.backtest.Lookahead.Probe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs a strategy on its bars twice, and then with the future hidden at many places, and compares what it had sent by then. */
final class Prover {
    static final int STANDARD_POINTS = 12;
    static final int MOST_POINTS = 200;

    private final BacktestRequest request;
    private final Consumer<Market> before;
    private final Runnable after;
    private final BiConsumer<Double, String> progress;
    private final List<Probe> probes = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private int runs;
    private int done;

    /**
     * @param before   told of the market of each run
     * @param after    called after each run, one that failed too
     * @param progress share of the whole, and what is being done
     */
    Prover(BacktestRequest request, Consumer<Market> before, Runnable after, BiConsumer<Double, String> progress) {
        this.request = request;
        this.before = before;
        this.after = after;
        this.progress = progress;
    }

    /** @throws StrategyFailed when the strategy fails on the bars as they are */
    Lookahead prove(int points, long seed) {
        Market market = request.market();
        runs = 2 + 2 * points;
        long end = market.bars().closeTime(market.bars().size() - 1);
        SentOrders all = sent(market, "the run as it is");
        compare(all, "repeated", market, end);
        boolean steady = differences.isEmpty();
        // Joined contracts are adjusted from their last roll on: cut off, all earlier prices would be others for that
        // alone.
        boolean cuts = market.rolls().rolls().isEmpty();
        SplittableRandom random = new SplittableRandom(seed);
        for (int known : steady ? Places.choose(market.bars(), all.times(), points, seed) : new int[0]) {
            long until = market.bars().closeTime(known - 1);
            if (cuts) {
                compare(all, "cut", HiddenFuture.cut(market, known), until);
            }
            compare(all, "changed", HiddenFuture.changed(market, known, random), until);
        }
        Difference first =
                differences.stream().min(Comparator.comparing(Difference::at)).orElse(null);
        String verdict = !steady ? "unsteady" : first != null ? "failed" : all.size() == 0 ? "no_orders" : "passed";
        return new Lookahead(
                null,
                market.bars().symbol(),
                verdict,
                words(verdict, all, first),
                market.bars().size(),
                all.size(),
                List.copyOf(probes),
                first);
    }

    private void compare(SentOrders all, String kind, Market market, long known) {
        String where = kind + " after " + Instant.ofEpochMilli(known);
        int compared = all.sentBy(known);
        try {
            Difference found = all.differenceTo(sent(market, where), kind, known);
            probes.add(new Probe(kind, Instant.ofEpochMilli(known), compared, found == null, null));
            if (found != null) {
                differences.add(found);
            }
        } catch (StrategyFailed e) {
            // Up to the cut it saw what it had seen before without failing; what it makes of other bars later proves
            // nothing.
            boolean early = kind.equals("cut");
            probes.add(new Probe(
                    kind, Instant.ofEpochMilli(known), compared, early ? Boolean.FALSE : null, e.getMessage()));
            if (early) {
                differences.add(new Difference(
                        kind,
                        Instant.ofEpochMilli(known),
                        Instant.ofEpochMilli(known),
                        "it went on",
                        "it failed: " + e.getMessage()));
            }
        }
    }

    private SentOrders sent(Market market, String what) {
        before.accept(market);
        double from = (double) done / runs;
        progress.accept(from, what);
        try {
            return SentOrders.of(Backtest.run(request.withMarket(market).withProgress((bar, bars) -> {
                        progress.accept(from + (double) bar / Math.max(1, bars) / runs, what);
                        return true;
                    }))
                    .orders());
        } finally {
            done++;
            after.run();
        }
    }

    private String words(String verdict, SentOrders all, Difference first) {
        long compared = probes.stream()
                .filter(probe -> !probe.kind().equals("repeated") && probe.same() != null)
                .count();
        return switch (verdict) {
            case "no_orders" ->
                "It sent no order on these bars, so there is nothing that the future could have changed. Take a range or"
                        + " parameters with trades.";
            case "unsteady" ->
                "Run again on the very same bars it sent other orders, first at " + first.at() + " (" + first.with()
                        + ", then " + first.without()
                        + "). It keeps something from run to run or draws on a clock or randomness of its own;"
                        + " as long as it does, nothing can be said of the future, and its results cannot be repeated.";
            case "failed" ->
                "It knows what comes: with the future " + (first.kind().equals("cut") ? "cut off" : "changed")
                        + " after " + first.knownUntil() + " it sends " + first.without() + " at " + first.at()
                        + " in place of " + first.with() + ".";
            default ->
                "%,d orders were the same in %d runs whose future was cut off or changed. That is no proof for places that were not"
                                .formatted(all.size(), compared)
                        + " tried, and it cannot see prices that are written down in the strategy itself.";
        };
    }
}
