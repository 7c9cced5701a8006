package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.TradingDays;

/**
 * Volume-weighted average price of the trading day so far, in price units: {@code middle = Σ v p / Σ v} over its bars, the
 * current one included, with typical price p = (high + low + close) / 3 and volume v; {@code upper/lower = middle ± width
 * * √(Σ v (p - middle)² / Σ v)}. It starts anew with every trading day.
 *
 * <p>Defined from the day's first bar with volume on, NaN before that. Sums are whole numbers and exact, where prices are
 * decimals of up to nine places and volumes are whole; elsewhere they are doubles of one day, too few to drift. The squares
 * are summed by the update {@code + v * (p - middle before) * (p - middle after)}, which subtracts no large numbers (West,
 * Communications of the ACM 22, 1979).
 */
public final class Vwap extends Study {
    private static final double EXACT = 0x1p53;
    private static final double LARGEST = 0x1p62;

    private final double width;

    /** @param width of the bands, in standard deviations, above zero */
    public Vwap(double width) {
        this.width = width(width);
    }

    public Indicator middle() {
        return line(0);
    }

    public Indicator upper() {
        return line(1);
    }

    public Indicator lower() {
        return line(2);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        TradingDays days = values.days();
        DecimalColumn column = values.columns().of(Price.TYPICAL);
        double[] middle = new double[bars.size()];
        double[] deviation = new double[bars.size()];
        for (int d = 0; d < days.count(); d++) {
            int first = days.firstBar(d);
            int end = d + 1 < days.count() ? days.firstBar(d + 1) : bars.size();
            means(bars, column, first, end, middle);
            deviations(bars, first, end, middle, deviation);
        }
        return Bands.around(middle, deviation, width);
    }

    /** In whole numbers as long as they suffice, and with what they have come to in doubles from there on. */
    private static void means(BarSeries bars, DecimalColumn column, int first, int end, double[] means) {
        long[] units = column.units();
        long traded = 0;
        long sum = 0;
        int i = first;
        while (i < end && i < units.length && fits(bars.volume(i), units[i], traded, sum)) {
            long volume = (long) bars.volume(i);
            traded += volume;
            sum += units[i] * volume;
            means[i] = traded == 0 ? Double.NaN : sum / (traded * column.perOne());
            i++;
        }
        double tradedSoFar = traded;
        double sumSoFar = sum / column.perOne();
        for (; i < end; i++) {
            tradedSoFar += bars.volume(i);
            sumSoFar += Price.TYPICAL.of(bars, i) * bars.volume(i);
            means[i] = tradedSoFar == 0 ? Double.NaN : sumSoFar / tradedSoFar;
        }
    }

    private static boolean fits(double volume, long units, long traded, long sum) {
        return volume == Math.rint(volume)
                && traded + volume < EXACT
                && Math.abs((double) sum) + Math.abs(units * volume) < LARGEST;
    }

    private static void deviations(BarSeries bars, int first, int end, double[] means, double[] deviations) {
        double traded = 0;
        double squares = 0;
        for (int i = first; i < end; i++) {
            double volume = bars.volume(i);
            if (traded > 0) {
                double price = Price.TYPICAL.of(bars, i);
                squares += volume * (price - means[i - 1]) * (price - means[i]);
            }
            traded += volume;
            deviations[i] = traded == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares) / traded);
        }
    }

    @Override
    String[] names() {
        return Bands.names();
    }

    @Override
    public String toString() {
        return "VWAP(" + width + ")";
    }
}
