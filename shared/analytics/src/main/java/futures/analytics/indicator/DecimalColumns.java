package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.EnumMap;
import java.util.Map;

/** The whole-number columns of one series, each made once, when it is first asked for. Safe for threads. */
final class DecimalColumns {
    private final BarSeries bars;
    private final Map<Price, DecimalColumn> made = new EnumMap<>(Price.class);

    DecimalColumns(BarSeries bars) {
        this.bars = bars;
    }

    synchronized DecimalColumn of(Price price) {
        DecimalColumn column = made.get(price);
        if (column == null) {
            column = switch (price) {
                case OPEN, HIGH, LOW, CLOSE -> DecimalColumn.of(bars, price);
                case MEDIAN -> DecimalColumn.mean(of(Price.HIGH), of(Price.LOW));
                case TYPICAL -> DecimalColumn.mean(of(Price.HIGH), of(Price.LOW), of(Price.CLOSE));
            };
            made.put(price, column);
        }
        return column;
    }
}
