package futures.data.quality;

import futures.data.source.BarHeader;
import futures.data.store.Provenance;
import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Hand-made minutes of a market with a tick of 0.25, told in local times of Chicago and changed bar by bar. */
final class Minutes {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final int LENGTH = 60_000;

    /** By open time: open, high, low, close, volume. */
    private final Map<Long, double[]> rows = new TreeMap<>();

    private final Random random = new Random(7);
    private long tick = 20_000;

    static long at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant().toEpochMilli();
    }

    static Instant instant(String local) {
        return Instant.ofEpochMilli(at(local));
    }

    /** A bar in every {@code step} minutes, on a walk of a few ticks. */
    Minutes every(int step, long from, long to) {
        for (long time = from; time < to; time += (long) step * LENGTH) {
            long open = tick;
            tick += random.nextInt(7) - 3;
            double high = (Math.max(open, tick) + random.nextInt(2)) * 0.25;
            double low = (Math.min(open, tick) - random.nextInt(2)) * 0.25;
            rows.put(time, new double[] {open * 0.25, high, low, tick * 0.25, 1 + random.nextInt(50)});
        }
        return this;
    }

    Minutes fill(String from, String to) {
        return every(1, at(from), at(to));
    }

    /** What is filled from now on lies some ticks higher. */
    Minutes jump(int ticks) {
        tick += ticks;
        return this;
    }

    Minutes cut(String from, String to) {
        rows.keySet().removeIf(time -> at(from) <= time && time < at(to));
        return this;
    }

    Minutes cut(long time) {
        rows.remove(time);
        return this;
    }

    double[] row(String local) {
        return rows.get(at(local));
    }

    Minutes put(String local, double open, double high, double low, double close, double volume) {
        rows.put(at(local), new double[] {open, high, low, close, volume});
        return this;
    }

    /** Multiplies the prices of a time, as a ratio adjustment does. */
    Minutes times(double factor, String from, String to) {
        rows.forEach((time, row) -> {
            if (at(from) <= time && time < at(to)) {
                for (int i = 0; i < 4; i++) {
                    row[i] *= factor;
                }
            }
        });
        return this;
    }

    BarSeries bars() {
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        rows.forEach((time, row) -> builder.add(time, row[0], row[1], row[2], row[3], row[4]));
        return builder.build();
    }

    QualityReport report() {
        return report(TradingCalendar.CME_EQUITY);
    }

    QualityReport report(TradingCalendar calendar) {
        return report(bars(), calendar, new TickGrid(new BigDecimal("0.25")));
    }

    /** All bars as one window. */
    static QualityReport report(BarSeries bars, TradingCalendar calendar, TickGrid grid) {
        BarHeader header = new BarHeader(
                bars.symbol(), bars.timeframe(), Provenance.imported(grid == null ? null : "ES"), "1.1", bars.size());
        QualityCheck check = new QualityCheck(header, calendar, grid);
        check.add(Window.whole(bars));
        return check.report(null);
    }
}
