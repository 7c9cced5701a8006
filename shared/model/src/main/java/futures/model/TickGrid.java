package futures.model;

import java.math.BigDecimal;

/**
 * The prices at which a product can trade: whole multiples of its tick size.
 *
 * <p>The tick is kept as the decimal that the exchange publishes (0.1, 0.03125), so that {@code price(ticks)} is the
 * double nearest to the true price and never 0.30000000000000004. Worked example, ES with a tick of 0.25: 5001.75 is
 * tick 20007.
 */
public final class TickGrid {
    /** How far off the grid, in ticks, a double may lie and still count as on it: rounding noise, not a half tick. */
    private static final double NOISE = 1e-6;

    private final BigDecimal tickSize;
    private final long units;
    private final double divisor;

    public TickGrid(BigDecimal tickSize) {
        if (tickSize.signum() <= 0) {
            throw new IllegalArgumentException("tick size must be above zero, found " + tickSize);
        }
        BigDecimal plain = tickSize.stripTrailingZeros();
        this.tickSize = plain.scale() < 0 ? plain.setScale(0) : plain;
        this.units = this.tickSize.unscaledValue().longValueExact();
        this.divisor = Math.pow(10, this.tickSize.scale());
    }

    public BigDecimal tickSize() {
        return tickSize;
    }

    /** The price of a number of ticks, exact to the last bit of a double. */
    public double price(long ticks) {
        return ticks * units / divisor;
    }

    /** The nearest tick; half a tick goes to the higher price. */
    public long nearest(double price) {
        return (long) Math.floor(price * divisor / units + 0.5);
    }

    /** The highest tick at or below the price, where rounding noise of a price that is on the grid does not count. */
    public long floor(double price) {
        long nearest = nearest(price);
        return isOnGrid(price) ? nearest : (long) Math.floor(price * divisor / units);
    }

    /** The lowest tick at or above the price, where rounding noise of a price that is on the grid does not count. */
    public long ceil(double price) {
        long nearest = nearest(price);
        return isOnGrid(price) ? nearest : (long) Math.ceil(price * divisor / units);
    }

    public boolean isOnGrid(double price) {
        double ticks = price * divisor / units;
        return Math.abs(ticks - Math.rint(ticks)) <= NOISE;
    }

    /** A price so many ticks higher; one that is off the grid keeps its decimals. NaN stays NaN. */
    public double moved(double price, long ticks) {
        if (ticks == 0 || Double.isNaN(price)) {
            return price;
        }
        return isOnGrid(price)
                ? price(nearest(price) + ticks)
                : BigDecimal.valueOf(price)
                        .add(tickSize.multiply(BigDecimal.valueOf(ticks)))
                        .doubleValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TickGrid grid && grid.tickSize.equals(tickSize);
    }

    @Override
    public int hashCode() {
        return tickSize.hashCode();
    }

    @Override
    public String toString() {
        return tickSize.toPlainString();
    }
}
