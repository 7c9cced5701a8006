package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.wire.portfolio.RecordedTrade;
import futures.wire.portfolio.RoundTripRecord;
import futures.wire.portfolio.TradeBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks a batch as a whole before anything of it is recorded, and says all that is wrong up to a bound. */
final class BatchCheck {
    private final TradeBatch batch;
    private final Faults faults = new Faults();

    private BatchCheck(TradeBatch batch) {
        this.batch = batch;
    }

    /**
     * The round trips by exit time, ties as listed.
     *
     * @throws Problem 422 with the first 20 faults
     */
    static List<RecordedTrade> check(TradeBatch batch) {
        return new BatchCheck(batch).checked();
    }

    private List<RecordedTrade> checked() {
        faults.need("strategy_name", batch.strategyName(), Given.text(batch.strategyName()));
        faults.need("source", batch.source(), Given.text(batch.source()));
        List<RecordedTrade> trades = new ArrayList<>();
        if (batch.trades() == null) {
            faults.need("trades", null, "missing; send an empty list when there were none");
        } else {
            for (int i = 0; i < batch.trades().size(); i++) {
                RecordedTrade trade = trade("trades[" + i + "]", batch.trades().get(i));
                if (trade != null) {
                    trades.add(trade);
                }
            }
        }
        faults.refuse();
        trades.sort(Comparator.comparing(RecordedTrade::exitTime));
        return trades;
    }

    /** Null when something is wrong with it. */
    private RecordedTrade trade(String at, RoundTripRecord given) {
        if (given == null) {
            faults.need(at, null, "missing");
            return null;
        }
        int before = faults.count();
        faults.need(at + ".symbol", given.symbol(), Given.symbol(given.symbol()));
        boolean side = "LONG".equals(given.side()) || "SHORT".equals(given.side());
        faults.need(at + ".side", given.side(), side ? null : "must be LONG or SHORT");
        faults.need(at + ".quantity", given.quantity(), Given.quantity(given.quantity()));
        faults.need(at + ".entry_time", given.entryTime(), Given.time(given.entryTime()));
        faults.need(at + ".exit_time", given.exitTime(), Given.time(given.exitTime()));
        faults.need(at + ".entry_price", given.entryPrice(), Given.price(given.entryPrice()));
        faults.need(at + ".exit_price", given.exitPrice(), Given.price(given.exitPrice()));
        faults.need(at + ".gross", given.gross(), Given.money(given.gross()));
        faults.need(at + ".costs", given.costs(), Given.money(given.costs()));
        faults.need(at + ".net", given.net(), Given.money(given.net()));
        faults.need(at + ".exit_reason", given.exitReason(), Given.text(given.exitReason()));
        faults.need(at + ".strategy_name", given.strategyName(), Given.text(given.strategyName()));
        if (faults.count() > before) {
            return null;
        }
        faults.need(at + ".costs", given.costs(), given.costs().signum() < 0 ? "must be zero or more" : null);
        faults.need(
                at + ".exit_time",
                given.exitTime(),
                given.exitTime().isBefore(given.entryTime()) ? "must not be before the entry" : null);
        boolean adds = given.gross().subtract(given.costs()).compareTo(given.net()) == 0;
        faults.need(at + ".net", given.net(), adds ? null : "must be gross - costs to the cent");
        return faults.count() > before ? null : stored(given);
    }

    private RecordedTrade stored(RoundTripRecord given) {
        return new RecordedTrade(
                0,
                given.symbol(),
                given.side(),
                given.quantity(),
                given.entryTime(),
                given.entryPrice(),
                given.exitTime(),
                given.exitPrice(),
                given.gross(),
                given.costs(),
                given.net(),
                given.exitReason(),
                given.strategyName() == null ? batch.strategyName() : given.strategyName(),
                batch.source());
    }
}
