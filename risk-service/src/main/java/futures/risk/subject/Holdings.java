package futures.risk.subject;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Sums of what is held. */
public final class Holdings {
    private Holdings() {}

    /** Nothing held is nothing of everything; one position of which something is not known makes the sum of it unknown. */
    static Held of(List<Position> positions, Contracts contracts, BigDecimal equity) {
        return of(positions, Map.of(), contracts, equity);
    }

    /** @param margins by symbol, initial and per contract, before those of the contracts */
    public static Held of(
            List<Position> positions, Map<String, BigDecimal> margins, Contracts contracts, BigDecimal equity) {
        BigDecimal count = BigDecimal.ZERO;
        BigDecimal notional = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        for (Position position : positions) {
            BigDecimal size = position.contracts().abs();
            count = count.add(size);
            BigDecimal worth = position.notional();
            notional = notional == null || worth == null ? null : notional.max(worth);
            BigDecimal each = margins.get(position.symbol());
            each = each == null ? contracts.of(position.symbol()).initialMargin() : each;
            margin = margin == null || each == null ? null : margin.add(each.multiply(size));
        }
        return new Held(count, notional, equity, margin, equity);
    }
}
