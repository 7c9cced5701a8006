package futures.engine;

import futures.model.Fill;
import futures.model.RoundTrip;

/** One hash of all that happened in a run, in one fixed form. */
final class ResultHash {
    private ResultHash() {}

    static String of(BacktestResult result) {
        Sha256 hash = new Sha256();
        result.orders().forEach(order -> add(hash, order));
        result.fills().forEach(fill -> add(hash, fill));
        result.rolls().forEach(roll -> add(hash, roll));
        result.trips().forEach(trip -> add(hash, trip));
        result.days().forEach(day -> hash.add(day.day().toEpochDay()).add(day.profit()));
        add(hash, result.equity());
        return hash.add((long) result.ambiguousBars()).hex();
    }

    static void add(Sha256 hash, EquityCurve equity) {
        hash.add(equity.initialMillionths());
        for (int i = 0; i < equity.size(); i++) {
            hash.add(equity.millionths(i));
        }
    }

    static void add(Sha256 hash, StrategyLedger ledger) {
        hash.add(ledger.name());
        ledger.markets().forEach((symbol, market) -> {
            hash.add(symbol);
            market.orders().forEach(order -> add(hash, order));
            market.fills().forEach(fill -> add(hash, fill));
            market.rolls().forEach(roll -> add(hash, roll));
            market.trips().forEach(trip -> add(hash, trip));
            hash.add((long) market.ambiguousBars());
        });
        ledger.days().forEach(day -> hash.add(day.day().toEpochDay()).add(day.profit()));
    }

    private static void add(Sha256 hash, OrderLife order) {
        hash.add((long) order.id()).add(order.role().name()).add(order.side().name());
        hash.add(order.type().name()).add((long) order.contracts()).add(order.price());
        hash.add(order.tag()).add(order.sentTime()).add(order.status().name());
        hash.add(order.doneTime() == null ? -1L : order.doneTime()).add(order.reason());
        hash.add((long) order.filled());
    }

    private static void add(Sha256 hash, Fill fill) {
        hash.add((long) fill.orderId()).add(fill.time()).add(fill.side().name()).add((long) fill.contracts());
        hash.add(fill.price()).add((long) fill.slippageTicks()).add(fill.rule().name());
        hash.add(fill.ambiguous() ? 1L : 0L);
    }

    private static void add(Sha256 hash, RollTrade roll) {
        hash.add((long) roll.bar()).add(roll.from()).add(roll.to()).add((long) roll.contracts());
        hash.add(roll.oldPrice()).add(roll.newPrice()).add(roll.closedAt()).add(roll.reopenedAt());
        hash.add(roll.costs()).add(roll.slippage()).add(roll.gap());
    }

    private static void add(Sha256 hash, RoundTrip trip) {
        hash.add((long) trip.entryOrder()).add((long) trip.exitOrder()).add((long) trip.contracts());
        hash.add(trip.entryPrice()).add(trip.exitPrice()).add(trip.exitReason().name());
        hash.add(trip.ticks()).add(trip.gross()).add(trip.costs()).add(trip.net());
        hash.add(trip.maeTicks()).add(trip.mfeTicks());
        hash.add(trip.riskMultiple() == null ? Double.NaN : trip.riskMultiple());
        hash.add((long) trip.barsHeld()).add(trip.ambiguous() ? 1L : 0L);
    }
}
