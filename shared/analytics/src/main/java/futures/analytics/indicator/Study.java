package futures.analytics.indicator;

/**
 * An indicator with several lines, which are computed together and once, whichever of them are asked for. Each kind has
 * a method per line, e.g. {@link Macd#signal()}.
 */
public abstract sealed class Study
        permits AverageDirectionalIndex,
                BollingerBands,
                DonchianChannel,
                KeltnerChannel,
                Macd,
                OpeningRange,
                PivotPoints,
                PreviousDay,
                Stochastic,
                SuperTrend,
                VolumeProfile,
                Vwap {

    /** The lines in the order of their numbers, one value for each bar; NaN where it is not yet defined. */
    abstract double[][] compute(IndicatorValues values);

    /** Names of the lines, in the order of their numbers. */
    abstract String[] names();

    final Indicator line(int number) {
        return new StudyLine(this, number);
    }

    /** @throws IllegalArgumentException when the width is not a number above zero */
    static double width(double width) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a width must be a number above zero, found " + width);
        }
        return width;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Study that && that.toString().equals(toString());
    }

    @Override
    public final int hashCode() {
        return toString().hashCode();
    }

    /** Kind and parameters, e.g. {@code MACD(CLOSE, 12, 26, 9)}; studies with the same text are the same. */
    @Override
    public abstract String toString();
}
