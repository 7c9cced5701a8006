package futures.analytics.indicator;

/**
 * Hull moving average (Alan Hull, 2005): {@code WMA(2 * WMA(price, n / 2) - WMA(price, n), √n)}, where n is the period and
 * half and root are rounded down. Warm-up: first defined at bar {@code n - 1 + ⌊√n⌋ - 1}, NaN before.
 *
 * <p>The inner averages are exact (see {@link Wma}); the outer one sums a few doubles afresh at every bar.
 */
public final class Hma extends Indicator {
    private final Price price;
    private final int period;

    public Hma(Price price, int period) {
        this.price = price;
        this.period = period(period, 2);
    }

    @Override
    double[] compute(IndicatorValues values) {
        double[] half = values.of(new Wma(price, period / 2));
        double[] whole = values.of(new Wma(price, period));
        double[] ahead = new double[half.length];
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = 2 * half[i] - whole[i];
        }
        int root = (int) Math.sqrt(period);
        return Rolling.afresh(ahead, root, (window, from) -> Wma.ofWindow(window, from, root));
    }

    @Override
    public String toString() {
        return "HMA(" + price + ", " + period + ")";
    }
}
