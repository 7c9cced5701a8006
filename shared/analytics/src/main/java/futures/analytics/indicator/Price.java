package futures.analytics.indicator;

import futures.model.BarSeries;

/** Which price of a bar an indicator takes. */
public enum Price {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    /** (high + low) / 2. */
    MEDIAN,
    /** (high + low + close) / 3. */
    TYPICAL;

    double of(BarSeries bars, int i) {
        return switch (this) {
            case OPEN -> bars.open(i);
            case HIGH -> bars.high(i);
            case LOW -> bars.low(i);
            case CLOSE -> bars.close(i);
            case MEDIAN -> (bars.high(i) + bars.low(i)) / 2;
            case TYPICAL -> (bars.high(i) + bars.low(i) + bars.close(i)) / 3;
        };
    }
}
