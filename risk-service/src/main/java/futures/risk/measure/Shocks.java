package futures.risk.measure;

import futures.wire.risk.StressAnswer;
import futures.wire.risk.StressOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scenario of given shocks. */
final class Shocks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private Shocks() {}

    static boolean usesDeviations(StressOrder.Scenario scenario) {
        return scenario != null
                && ((scenario.shock() != null && scenario.shock().deviations() != null)
                        || (scenario.bySymbol() != null
                                && scenario.bySymbol().values().stream()
                                        .anyMatch(shock -> shock != null && shock.deviations() != null)));
    }

    static StressAnswer.Outcome outcome(String at, StressOrder.Scenario scenario, List<StressedPosition> positions) {
        if (scenario == null || (scenario.shock() == null && scenario.bySymbol() == null)) {
            throw Given.wrong(at, null, "must have a shock, or shocks by_symbol");
        }
        Map<String, StressOrder.Shock> own = scenario.bySymbol() == null ? Map.of() : scenario.bySymbol();
        for (String symbol : own.keySet()) {
            if (positions.stream().noneMatch(position -> names(position, symbol))) {
                throw Given.wrong(at + ".by_symbol", symbol, "must name symbols that are held");
            }
        }
        List<StressAnswer.Row> rows = new ArrayList<>();
        for (StressedPosition position : positions) {
            StressOrder.Shock shock = own.getOrDefault(
                    position.symbol(), own.getOrDefault(position.contract().symbol(), scenario.shock()));
            rows.add(row(at, position, shock));
        }
        String name = scenario.name() == null ? at : scenario.name();
        return new StressAnswer.Outcome(name, null, StressedPosition.sum(positions, rows), rows);
    }

    private static boolean names(StressedPosition position, String symbol) {
        return position.symbol().equals(symbol) || position.contract().symbol().equals(symbol);
    }

    private static StressAnswer.Row row(String at, StressedPosition position, StressOrder.Shock shock) {
        BigDecimal change = BigDecimal.ZERO;
        if (shock != null) {
            int given = (shock.ticks() == null ? 0 : 1)
                    + (shock.percent() == null ? 0 : 1)
                    + (shock.deviations() == null ? 0 : 1);
            if (given != 1) {
                throw Given.wrong(at, given, "must have one of ticks, percent and deviations in each shock");
            }
            if (shock.ticks() != null) {
                change = bounded(at, shock.ticks()).multiply(position.contract().tickSize());
            } else if (shock.percent() != null) {
                change = position.price().multiply(bounded(at, shock.percent())).divide(HUNDRED);
            } else if (position.deviation() == null) {
                return new StressAnswer.Row(
                        position.symbol(), null, null, null, "fewer than three daily bars of " + position.history());
            } else {
                change = position.deviation().multiply(bounded(at, shock.deviations()));
            }
        }
        return new StressAnswer.Row(position.symbol(), change, position.profit(change), null, null);
    }

    private static BigDecimal bounded(String at, BigDecimal size) {
        if (size.abs().compareTo(LARGEST) > 0) {
            throw Given.wrong(at, size, "must have a shock of at most 1,000,000");
        }
        return size;
    }
}
