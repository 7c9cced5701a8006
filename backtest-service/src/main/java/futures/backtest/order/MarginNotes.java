package futures.backtest.order;

import futures.engine.Market;
import futures.wire.backtest.BacktestOrder;
import java.time.LocalDate;
import java.util.List;

/** Says where a run asks for no margin although its contract has some. */
final class MarginNotes {
    private MarginNotes() {}

    static List<String> of(BacktestOrder order, List<Market> markets) {
        return Boolean.FALSE.equals(order.checkMargin())
                ? List.of()
                : markets.stream()
                        .filter(market -> firstDay(market).isBefore(tableBegins(market)))
                        .map(market -> "The margins of " + market.contract().symbol() + " begin on "
                                + tableBegins(market) + "; on earlier days of "
                                + market.bars().symbol()
                                + " no margin was asked for. PUT /api/contracts/"
                                + market.contract().symbol() + " stores earlier rows.")
                        .toList();
    }

    private static LocalDate firstDay(Market market) {
        return market.contract().calendar().tradingDay(market.bars().openTime(0));
    }

    private static LocalDate tableBegins(Market market) {
        return market.margins().days().get(0);
    }
}
