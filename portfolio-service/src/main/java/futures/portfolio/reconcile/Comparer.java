package futures.portfolio.reconcile;

import futures.portfolio.ledger.Cents;
import futures.portfolio.market.Market;
import futures.wire.portfolio.ReconciledPair;
import futures.wire.portfolio.Reconciliation;
import futures.wire.portfolio.UnmatchedTrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Matches both sides and tells what came of it. */
final class Comparer {
    private Comparer() {}

    /** What was asked for. */
    record Question(long portfolio, String backtest, long fromMs, long toMs, int windowSeconds, int limit) {}

    static Reconciliation compare(
            Question question,
            List<Trip> backtest,
            List<Trip> portfolio,
            Map<String, Market> markets,
            List<String> notes) {
        List<Matching.Pair> pairs = Matching.of(backtest, portfolio, question.windowSeconds() * 1000L);
        Explanation explanation = new Explanation(markets);
        List<ReconciledPair> told = new ArrayList<>();
        for (Matching.Pair pair : pairs) {
            ReconciledPair of = explanation.pair(pair);
            if (told.size() < question.limit()) {
                told.add(of);
            }
        }
        List<Trip> missed = backtest.stream().filter(Trip::untouched).toList();
        List<Trip> extra = portfolio.stream().filter(Trip::untouched).toList();
        long expected = backtest.stream().mapToLong(trip -> trip.netCents).sum();
        long actual = portfolio.stream().mapToLong(trip -> trip.netCents).sum();
        return new Reconciliation(
                question.portfolio(),
                question.backtest(),
                Instant.ofEpochMilli(question.fromMs()),
                Instant.ofEpochMilli(question.toMs()),
                question.windowSeconds(),
                backtest.size(),
                portfolio.size(),
                pairs.size(),
                missed.size(),
                extra.size(),
                Cents.money(expected),
                Cents.money(actual),
                Cents.money(actual - expected),
                explanation.parts(backtest, portfolio),
                told,
                unmatched(missed, question.limit()),
                unmatched(extra, question.limit()),
                notes);
    }

    private static List<UnmatchedTrade> unmatched(List<Trip> trips, int limit) {
        return trips.stream()
                .limit(limit)
                .map(trip -> new UnmatchedTrade(
                        trip.number,
                        trip.symbol,
                        trip.side.name(),
                        trip.quantity,
                        Instant.ofEpochMilli(trip.entryMs),
                        trip.entryPrice,
                        Instant.ofEpochMilli(trip.exitMs),
                        trip.exitPrice,
                        Cents.money(trip.netCents)))
                .toList();
    }
}
