package futures.analytics.indicator;

import futures.model.BarSeries;

/** Which price of a bar an indicator takes. */
public enum Price {
    OPEN,
    HIGH,
    LOW,
    CLOSE;

    double of(BarSeries bars, int i) {
        return switch (this) {
            case OPEN -> bars.open(i);
            case HIGH -> bars.high(i);
            case LOW -> bars.low(i);
            case CLOSE -> bars.close(i);
        };
    }
}
