package futures.portfolio.reconcile;

import futures.portfolio.ledger.Cents;
import futures.portfolio.market.Market;
import futures.portfolio.reconcile.Matching.Pair;
import futures.wire.portfolio.DifferenceParts;
import futures.wire.portfolio.ReconciledPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Splits the difference between two lists of matched round trips into parts that come to it, in cents. */
final class Explanation {
    private final Map<String, Market> markets;
    private long entries;
    private long exits;
    private long fees;
    private long other;

    /** @param markets by product; without one, what prices made is told as other */
    Explanation(Map<String, Market> markets) {
        this.markets = markets;
    }

    /** Adds a pair to the parts. */
    ReconciledPair pair(Pair pair) {
        Trip backtest = pair.backtest();
        Trip portfolio = pair.portfolio();
        Market market = markets.get(backtest.product);
        long entry = effect(market, backtest.entryPrice.subtract(portfolio.entryPrice), pair);
        long exit = effect(market, portfolio.exitPrice.subtract(backtest.exitPrice), pair);
        long fee = pair.expected().costs() - pair.actual().costs();
        long rest = pair.actual().gross() - pair.expected().gross() - entry - exit;
        entries += entry;
        exits += exit;
        fees += fee;
        other += rest;
        return new ReconciledPair(
                Math.toIntExact(backtest.number),
                portfolio.number,
                backtest.symbol,
                portfolio.symbol,
                backtest.side.name(),
                pair.quantity(),
                Instant.ofEpochMilli(backtest.entryMs),
                Instant.ofEpochMilli(portfolio.entryMs),
                (portfolio.entryMs - backtest.entryMs) / 1000.0,
                backtest.entryPrice,
                portfolio.entryPrice,
                ticks(market, portfolio.entryPrice.subtract(backtest.entryPrice), backtest),
                Cents.money(entry),
                Instant.ofEpochMilli(backtest.exitMs),
                Instant.ofEpochMilli(portfolio.exitMs),
                (portfolio.exitMs - backtest.exitMs) / 1000.0,
                backtest.exitPrice,
                portfolio.exitPrice,
                ticks(market, backtest.exitPrice.subtract(portfolio.exitPrice), backtest),
                Cents.money(exit),
                Cents.money(fee),
                Cents.money(rest),
                Cents.money(pair.actual().net() - pair.expected().net()));
    }

    /** @param better price units by which a long did better */
    private static long effect(Market market, BigDecimal better, Pair pair) {
        if (market == null) {
            return 0;
        }
        long signed = (long) pair.backtest().side.sign() * pair.quantity();
        return Cents.rounded(better.multiply(market.pointValue()).multiply(BigDecimal.valueOf(signed)));
    }

    private static BigDecimal ticks(Market market, BigDecimal worse, Trip trip) {
        return market == null || market.tickSize() == null
                ? null
                : worse.multiply(BigDecimal.valueOf(trip.side.sign()))
                        .divide(market.tickSize(), 4, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
    }

    /** Of the pairs so far, and of what is not matched in these. */
    DifferenceParts parts(List<Trip> backtest, List<Trip> portfolio) {
        long size = 0;
        long missed = 0;
        long extra = 0;
        for (Trip trip : backtest) {
            if (trip.untouched()) {
                missed -= trip.netLeft();
            } else {
                size -= trip.netLeft();
            }
        }
        for (Trip trip : portfolio) {
            if (trip.untouched()) {
                extra += trip.netLeft();
            } else {
                size += trip.netLeft();
            }
        }
        return new DifferenceParts(
                Cents.money(entries),
                Cents.money(exits),
                Cents.money(fees),
                Cents.money(size),
                Cents.money(missed),
                Cents.money(extra),
                Cents.money(other));
    }
}
