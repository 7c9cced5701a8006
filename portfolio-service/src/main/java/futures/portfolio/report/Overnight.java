package futures.portfolio.report;

import futures.portfolio.market.Market;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was held of one symbol over the ends of trading days. Its value at a close is {@code close * points - paid}: points
 * are contracts times point value, negative for shorts, and paid the same at the entry prices.
 */
final class Overnight {
    /** A close that is older says little of a day. */
    private static final int OLDEST_DAYS = 7;

    /** @param contracts net, negative for shorts */
    private record Held(BigDecimal points, BigDecimal paid, long contracts) {
        private static final Held NONE = new Held(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Held plus(Held other) {
            return new Held(points.add(other.points), paid.add(other.paid), contracts + other.contracts);
        }

        Held negated() {
            return new Held(points.negate(), paid.negate(), -contracts);
        }

        boolean nothing() {
            return points.signum() == 0 && paid.signum() == 0 && contracts == 0;
        }
    }

    private final Market market;
    private final NavigableMap<LocalDate, Held> changes = new TreeMap<>();
    private NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    private Held now = Held.NONE;
    private LocalDate last;

    /** @param market null when it is not known */
    Overnight(Market market) {
        this.market = market;
    }

    /**
     * @param signed     contracts, negative for a short
     * @param pointValue null: the market's
     * @param until      day on which it was closed; null while it is open
     */
    void add(long signed, BigDecimal price, BigDecimal pointValue, LocalDate from, LocalDate until) {
        if (until != null && !from.isBefore(until)) {
            return;
        }
        BigDecimal value = pointValue != null ? pointValue : market == null ? BigDecimal.ZERO : market.pointValue();
        BigDecimal points = value.multiply(BigDecimal.valueOf(signed));
        Held held = new Held(points, points.multiply(price), signed);
        changes.merge(from, held, Held::plus);
        if (until != null) {
            changes.merge(until, held.negated(), Held::plus);
        }
    }

    boolean never() {
        return changes.isEmpty();
    }

    LocalDate first() {
        return changes.firstKey();
    }

    LocalDate lastChange() {
        return changes.lastKey();
    }

    /** Still open at the end. */
    boolean open() {
        return !changes.values().stream().reduce(Held.NONE, Held::plus).nothing();
    }

    void closes(NavigableMap<LocalDate, BigDecimal> byDay) {
        closes = byDay;
    }

    NavigableMap<LocalDate, BigDecimal> closes() {
        return closes;
    }

    /** Moves on to a day; days must come in their order. */
    void to(LocalDate day) {
        for (Held change :
                (last == null ? changes.headMap(day, true) : changes.subMap(last, false, day, true)).values()) {
            now = now.plus(change);
        }
        last = day;
    }

    boolean nothing() {
        return now.nothing();
    }

    /** Gain at the last close up to the day; null when there is none. */
    BigDecimal gain() {
        Map.Entry<LocalDate, BigDecimal> close = closes.floorEntry(last);
        return close == null ? null : close.getValue().multiply(now.points()).subtract(now.paid());
    }

    /** Whether there is a close of the day or of the week before it. */
    boolean fresh() {
        LocalDate close = closes.floorKey(last);
        return close != null && !close.isBefore(last.minusDays(OLDEST_DAYS));
    }

    /** Initial margin of what is held; zero where it is not known. */
    BigDecimal margin() {
        BigDecimal each = market == null ? null : market.marginOn(last);
        return each == null ? BigDecimal.ZERO : each.multiply(BigDecimal.valueOf(Math.abs(now.contracts())));
    }
}
