package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Simple moving average: the mean of the last <em>period</em> prices. Defined from bar {@code period - 1} on.
 *
 * <p>Sums must not drift: prices are decimals, so they are summed as whole numbers of their last decimal place, which is
 * exact however long the series. The mean is one correctly rounded division, hence two averages that are equal in
 * exact arithmetic are equal here, and a cross never comes from rounding noise. Prices that are no decimals of up to
 * nine places (or too large for that) are summed afresh for every bar instead, which cannot drift either.
 */
public final class Sma extends Indicator {
    private final Price price;

    public Sma(Price price, int period) {
        super(period);
        this.price = price;
    }

    @Override
    double[] compute(BarSeries bars) {
        return DecimalColumn.of(bars, price)
                .filter(column -> column.sumsExactly(period()))
                .map(column -> column.means(period()))
                .orElseGet(() -> summedAfresh(bars));
    }

    private double[] summedAfresh(BarSeries bars) {
        double[] means = new double[bars.size()];
        for (int i = 0; i < means.length; i++) {
            if (i < period() - 1) {
                means[i] = Double.NaN;
                continue;
            }
            double sum = 0;
            for (int k = i - period() + 1; k <= i; k++) {
                sum += price.of(bars, k);
            }
            means[i] = sum / period();
        }
        return means;
    }

    @Override
    public String toString() {
        return "SMA(" + price + ", " + period() + ")";
    }
}
