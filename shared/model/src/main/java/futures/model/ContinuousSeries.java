package futures.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bars of one contract after the other, as they were traded, and the same bars adjusted for the rolls between them. Immutable.
 *
 * <p>A bar belongs to the contract of its open: a roll counts from the first bar that opens at its time or later. Rolls before
 * the first bar or after the last one change nothing.
 *
 * <p>Worked example: bars of ESH24 at 5165.25, then a roll at 5165.25 to 5226.75 and bars of ESM24. By difference the first
 * ones stand at 5226.75, 61.50 higher; by ratio those at 5000.00 stand at 5059.532452, the factor being 5226.75 / 5165.25.
 */
public final class ContinuousSeries {
    /** Places beyond those of the tick size to which a ratio's prices are rounded, and the most there are in all. */
    private static final int FINER_PLACES = 4;

    private static final int MOST_PLACES = 9;

    private final BarSeries real;
    private final BarSeries adjusted;
    private final RollCalendar calendar;
    private final Adjustment adjustment;
    private final TickGrid grid;
    private final List<Roll> rolls;
    /** First bar of the new contract, for each of the rolls. */
    private final int[] firstBar;
    /** Of the contract before each roll, and last of all of the last contract: what its prices are moved by, in ticks. */
    private final long[] offset;
    /** The same: what its prices are multiplied by. */
    private final double[] factor;
    /** Prices of a ratio are rounded to one part of so many. */
    private final double parts;

    private ContinuousSeries(BarSeries real, TickGrid grid, RollCalendar calendar, Adjustment adjustment) {
        this.real = real;
        this.grid = grid;
        this.calendar = calendar;
        this.adjustment = adjustment;
        List<Roll> within = new ArrayList<>();
        int[] bars = new int[calendar.rolls().size()];
        for (Roll roll : calendar.rolls()) {
            int first = real.firstAtOrAfter(roll.time());
            if (first > 0 && first < real.size()) {
                check(roll);
                bars[within.size()] = first;
                within.add(roll);
            }
        }
        this.rolls = List.copyOf(within);
        this.firstBar = Arrays.copyOf(bars, rolls.size());
        this.offset = new long[rolls.size() + 1];
        this.factor = new double[rolls.size() + 1];
        int scale = grid.tickSize().scale();
        this.parts = Math.pow(10, Math.max(scale, Math.min(MOST_PLACES, scale + FINER_PLACES)));
        BigDecimal product = BigDecimal.ONE;
        factor[rolls.size()] = 1;
        for (int i = rolls.size() - 1; i >= 0; i--) {
            offset[i] = offset[i + 1] + spreadTicks(i);
            if (adjustment == Adjustment.RATIO) {
                Roll roll = rolls.get(i);
                product = product.multiply(
                        roll.newPrice().divide(roll.oldPrice(), MathContext.DECIMAL128), MathContext.DECIMAL128);
                factor[i] = product.doubleValue();
            }
        }
        this.adjusted = adjustment == Adjustment.NONE || rolls.isEmpty() ? real : adjust();
    }

    private void check(Roll roll) {
        for (BigDecimal price : new BigDecimal[] {roll.oldPrice(), roll.newPrice()}) {
            String which = roll + " at " + Instant.ofEpochMilli(roll.time());
            if (!grid.isOnGrid(price.doubleValue())) {
                throw new IllegalArgumentException(which + " has a price of " + price.toPlainString()
                        + ", which is not a multiple of the tick size " + grid);
            }
            if (adjustment == Adjustment.RATIO && price.signum() <= 0) {
                throw new IllegalArgumentException(which + " has a price of " + price.toPlainString()
                        + ": a ratio needs prices above zero; adjust by difference");
            }
        }
    }

    /**
     * @param real as traded, contract after contract
     * @param grid of the product
     * @throws IllegalArgumentException when a roll's price is off the grid, or not above zero where a ratio is asked for
     */
    public static ContinuousSeries of(BarSeries real, TickGrid grid, RollCalendar calendar, Adjustment adjustment) {
        return new ContinuousSeries(real, grid, calendar, adjustment);
    }

    private BarSeries adjust() {
        double[][] columns = new double[4][real.size()];
        double[] volume = new double[real.size()];
        for (int part = 0, i = 0; i < real.size(); part++) {
            int end = part < firstBar.length ? firstBar[part] : real.size();
            for (; i < end; i++) {
                columns[0][i] = adjustedIn(part, real.open(i));
                columns[1][i] = adjustedIn(part, real.high(i));
                columns[2][i] = adjustedIn(part, real.low(i));
                columns[3][i] = adjustedIn(part, real.close(i));
                volume[i] = real.volume(i);
            }
        }
        return real.withPrices(columns[0], columns[1], columns[2], columns[3], volume);
    }

    /** As traded. */
    public BarSeries real() {
        return real;
    }

    /** Bar for bar the same, adjusted; the very same series where nothing is to be adjusted. */
    public BarSeries adjusted() {
        return adjusted;
    }

    public RollCalendar calendar() {
        return calendar;
    }

    public Adjustment adjustment() {
        return adjustment;
    }

    /** Those between two bars of the series, oldest first. */
    public List<Roll> rolls() {
        return rolls;
    }

    /** Index of the first bar of the new contract. */
    public int firstBar(int roll) {
        return firstBar[roll];
    }

    /** Spread of a roll in ticks. */
    public long spreadTicks(int roll) {
        return grid.nearest(rolls.get(roll).newPrice().doubleValue())
                - grid.nearest(rolls.get(roll).oldPrice().doubleValue());
    }

    /** How a price of the contract of a bar stands in the adjusted series. */
    public double adjusted(int bar, double price) {
        return adjustedIn(part(bar), price);
    }

    /**
     * What a price of the adjusted series is in the contract of a bar: exact by difference; by ratio a quotient, which lies
     * between ticks as a rule.
     */
    public double real(int bar, double price) {
        int part = part(bar);
        return switch (adjustment) {
            case NONE -> price;
            case DIFFERENCE -> grid.moved(price, -offset[part]);
            case RATIO -> price / factor[part];
        };
    }

    /** What a distance in the adjusted series is in the contract of a bar. */
    public double realDistance(int bar, double points) {
        return adjustment == Adjustment.RATIO ? points / factor[part(bar)] : points;
    }

    private int part(int bar) {
        int part = 0;
        while (part < firstBar.length && bar >= firstBar[part]) {
            part++;
        }
        return part;
    }

    private double adjustedIn(int part, double price) {
        if (part == rolls.size()) {
            return price;
        }
        return switch (adjustment) {
            case NONE -> price;
            case DIFFERENCE -> grid.moved(price, offset[part]);
            case RATIO -> Math.rint(price * factor[part] * parts) / parts;
        };
    }
}
