package futures.engine.twin;

import futures.model.BarSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A bar in decimals, with its open time. */
record NaiveBar(long opensAt, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
    static List<NaiveBar> of(BarSeries series) {
        List<NaiveBar> bars = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            bars.add(new NaiveBar(
                    series.openTime(i),
                    BigDecimal.valueOf(series.open(i)),
                    BigDecimal.valueOf(series.high(i)),
                    BigDecimal.valueOf(series.low(i)),
                    BigDecimal.valueOf(series.close(i)),
                    BigDecimal.valueOf(series.volume(i))));
        }
        return bars;
    }
}
