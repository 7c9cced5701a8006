package futures.risk.measure;

import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.wire.risk.StressAnswer;
import futures.wire.risk.StressOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A trading day of the past that happens once more: its moves as fractions of the close before it. */
final class PastDay {
    private PastDay() {}

    static StressAnswer.Outcome outcome(
            ServiceClient data, String at, StressOrder.Day day, List<StressedPosition> positions) {
        if (day == null || day.date() == null) {
            throw Given.wrong(at + ".date", null, "must be a trading day such as 2020-03-16");
        }
        List<StressAnswer.Row> rows = new ArrayList<>();
        for (StressedPosition position : positions) {
            rows.add(row(data, day.date(), position));
        }
        String name = day.name() == null ? day.date().toString() : day.name();
        return new StressAnswer.Outcome(name, day.date(), StressedPosition.sum(positions, rows), rows);
    }

    private static StressAnswer.Row row(ServiceClient data, LocalDate day, StressedPosition position) {
        List<DailyBars.Bar> then;
        List<DailyBars.Bar> before;
        try {
            then = DailyBars.of(data, position.history(), day).bars();
            before = DailyBars.last(data, position.history(), 1, day.minusDays(1))
                    .bars();
        } catch (Problem e) {
            if (e.status() != 404 && e.status() != 422) {
                throw e;
            }
            return unknown(position, "the data service has no daily bars of " + position.history());
        }
        if (then.isEmpty() || before.isEmpty()) {
            return unknown(
                    position,
                    "no bars of " + position.history() + (then.isEmpty() ? " on " + day : " before " + day)
                            + "; `history` can name a longer series");
        }
        BigDecimal from = before.get(0).close();
        if (from.signum() <= 0) {
            return unknown(position, "the close before was not above zero: there is no fraction of it");
        }
        BigDecimal change = scaled(position, from, then.get(0).close());
        BigDecimal worst =
                position.quantity() > 0 ? then.get(0).low() : then.get(0).high();
        return new StressAnswer.Row(
                position.symbol(),
                change,
                position.profit(change),
                position.profit(scaled(position, from, worst)),
                null);
    }

    /** The move from a close to a price, as a fraction of the close, at the price of now. */
    private static BigDecimal scaled(StressedPosition position, BigDecimal from, BigDecimal to) {
        return to.subtract(from).multiply(position.price()).divide(from, MathContext.DECIMAL64);
    }

    private static StressAnswer.Row unknown(StressedPosition position, String reason) {
        return new StressAnswer.Row(position.symbol(), null, null, null, reason);
    }
}
