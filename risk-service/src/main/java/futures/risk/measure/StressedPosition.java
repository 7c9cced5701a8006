package futures.risk.measure;

import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.wire.risk.StressAnswer;
import futures.wire.risk.StressOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An open position with what its moves are worth.
 *
 * @param quantity  negative for short
 * @param history   series that the past is read from
 * @param deviation of a day's change, points; null when it is not asked for or not known
 */
record StressedPosition(
        String symbol, int quantity, BigDecimal price, String history, BigDecimal deviation, Contract contract) {
    /** @param lookback daily bars behind the deviation; 0 when none is asked for */
    static StressedPosition of(ServiceClient data, StressOrder.Held held, int lookback) {
        if (held == null || held.symbol() == null || held.symbol().isBlank()) {
            throw Given.wrong("positions", null, "must each have a symbol");
        }
        if (held.quantity() == null || held.quantity() == 0 || Math.abs((long) held.quantity()) > 1_000_000) {
            throw Given.wrong("quantity", held.quantity(), "must be a number of contracts, negative for short, not 0");
        }
        Contract contract = Contract.of(data, held.symbol());
        String history = held.history() == null ? held.symbol() : held.history();
        BigDecimal price = held.price();
        if (price == null) {
            List<DailyBars.Bar> last =
                    DailyBars.last(data, held.symbol(), 1, null).bars();
            if (last.isEmpty()) {
                throw Problem.unprocessable("There are no bars of " + held.symbol() + ": give the position a price.")
                        .field("price", null, "not known");
            }
            price = last.get(0).close();
        }
        BigDecimal deviation = lookback == 0 ? null : deviation(data, history, lookback);
        return new StressedPosition(held.symbol(), held.quantity(), price, history, deviation, contract);
    }

    private static BigDecimal deviation(ServiceClient data, String history, int lookback) {
        try {
            return DailyBars.last(data, history, lookback + 1, null).deviation();
        } catch (Problem e) {
            if (e.status() != 404) {
                throw e;
            }
            return null;
        }
    }

    /** Of a move of the price in points. */
    BigDecimal profit(BigDecimal change) {
        return change.multiply(contract.pointValue())
                .multiply(BigDecimal.valueOf(quantity))
                .round(MathContext.DECIMAL64);
    }

    StressAnswer.Position wire() {
        return new StressAnswer.Position(
                symbol,
                quantity,
                price,
                contract.pointValue(),
                contract.currency(),
                profit(price),
                deviation == null ? null : deviation.round(new MathContext(8)));
    }

    /** By currency; null when one of the profits is not known. */
    static Map<String, BigDecimal> sum(List<StressedPosition> positions, List<StressAnswer.Row> rows) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).profit() == null) {
                return null;
            }
            sums.merge(positions.get(i).contract().currency(), rows.get(i).profit(), BigDecimal::add);
        }
        return sums;
    }
}
