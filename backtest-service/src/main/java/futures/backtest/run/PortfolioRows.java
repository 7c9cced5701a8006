package futures.backtest.run;

import futures.wire.backtest.TradeRow;
import futures.wire.portfolio.RoundTripRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Round trips as the portfolio service takes them. */
final class PortfolioRows {
    private PortfolioRows() {}

    static List<RoundTripRecord> of(Outcome outcome) {
        return of(outcome.tradeRows());
    }

    static List<RoundTripRecord> of(Stream<TradeRow> trades) {
        return trades.map(PortfolioRows::record).toList();
    }

    /** An account is booked in cents: gross and costs are rounded half to even, and net is their difference. */
    private static RoundTripRecord record(TradeRow trip) {
        BigDecimal gross = cents(trip.gross());
        BigDecimal costs = cents(trip.costs());
        return new RoundTripRecord(
                trip.symbol(),
                trip.side(),
                trip.contracts(),
                trip.entryTime(),
                trip.entryPrice(),
                trip.exitTime(),
                trip.exitPrice(),
                gross,
                costs,
                gross.subtract(costs),
                trip.exitReason(),
                trip.strategy());
    }

    private static BigDecimal cents(BigDecimal money) {
        return money.setScale(2, RoundingMode.HALF_EVEN);
    }
}
