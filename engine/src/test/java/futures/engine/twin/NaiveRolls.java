package futures.engine.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The changes from one contract of a market to the next, and how its prices look to a strategy. */
public final class NaiveRolls {
    /** @param time from which the new contract counts */
    record Roll(long time, String from, String to, BigDecimal old, BigDecimal fresh) {
        BigDecimal spread() {
            return fresh.subtract(old);
        }
    }

    private final String adjustment;
    private final BigDecimal tick;
    private final List<Roll> all = new ArrayList<>();

    /** @param adjustment {@code none}, {@code difference} or {@code ratio} */
    public NaiveRolls(String adjustment, BigDecimal tick) {
        this.adjustment = adjustment;
        this.tick = tick.stripTrailingZeros();
    }

    public void add(long time, String from, String to, BigDecimal old, BigDecimal fresh) {
        all.add(new Roll(time, from, to, old, fresh));
    }

    boolean none() {
        return all.isEmpty();
    }

    boolean byRatio() {
        return adjustment.equals("ratio");
    }

    /** The rolls that a bar is the first one after; none for the first bar of all. */
    List<Roll> before(NaiveMarket market, int bar) {
        return bar == 0
                ? List.of()
                : all.stream()
                        .filter(roll -> roll.time() > market.opensAt(bar - 1) && roll.time() <= market.opensAt(bar))
                        .toList();
    }

    /** The last close as it would have been in the contract of the bar after it. */
    BigDecimal carried(NaiveMarket market, int bar, BigDecimal close) {
        return close.add(moved(before(market, bar)));
    }

    private List<Roll> after(NaiveMarket market, int bar) {
        long last = market.opensAt(market.size() - 1);
        return all.stream()
                .filter(roll -> roll.time() > market.opensAt(bar) && roll.time() <= last)
                .toList();
    }

    BigDecimal seen(NaiveMarket market, int bar, BigDecimal price) {
        List<Roll> later = after(market, bar);
        if (later.isEmpty() || adjustment.equals("none")) {
            return price;
        }
        if (!byRatio()) {
            return price.add(moved(later));
        }
        int places = Math.max(tick.scale(), Math.min(9, tick.scale() + 4));
        return price.multiply(factor(later)).setScale(places, RoundingMode.HALF_EVEN);
    }

    BigDecimal real(NaiveMarket market, int bar, BigDecimal price) {
        List<Roll> later = after(market, bar);
        return adjustment.equals("none") ? price : byRatio() ? quotient(price, later) : price.subtract(moved(later));
    }

    BigDecimal realDistance(NaiveMarket market, int bar, BigDecimal points) {
        return byRatio() ? quotient(points, after(market, bar)) : points;
    }

    private BigDecimal quotient(BigDecimal price, List<Roll> later) {
        return price.divide(factor(later), MathContext.DECIMAL128);
    }

    private static BigDecimal moved(List<Roll> later) {
        return later.stream().map(Roll::spread).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal factor(List<Roll> later) {
        return later.stream()
                .map(roll -> roll.fresh().divide(roll.old(), MathContext.DECIMAL128))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
