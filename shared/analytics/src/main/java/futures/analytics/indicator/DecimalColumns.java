package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The whole-number columns of one series, each made once, when it is first asked for. Safe for threads. */
final class DecimalColumns {
    private final BarSeries bars;
    private final Map<Price, Optional<DecimalColumn>> made = new EnumMap<>(Price.class);

    DecimalColumns(BarSeries bars) {
        this.bars = bars;
    }

    /** Nothing when the prices are not decimals of at most nine places. */
    synchronized Optional<DecimalColumn> of(Price price) {
        Optional<DecimalColumn> column = made.get(price);
        if (column == null) {
            column = make(price);
            made.put(price, column);
        }
        return column;
    }

    private Optional<DecimalColumn> make(Price price) {
        return switch (price) {
            case OPEN, HIGH, LOW, CLOSE -> DecimalColumn.of(bars, price);
            case MEDIAN -> mean(Price.HIGH, Price.LOW);
            case TYPICAL -> mean(Price.HIGH, Price.LOW, Price.CLOSE);
        };
    }

    private Optional<DecimalColumn> mean(Price... prices) {
        DecimalColumn[] parts = new DecimalColumn[prices.length];
        for (int i = 0; i < parts.length; i++) {
            Optional<DecimalColumn> part = of(prices[i]);
            if (part.isEmpty()) {
                return part;
            }
            parts[i] = part.get();
        }
        return DecimalColumn.mean(parts);
    }
}
