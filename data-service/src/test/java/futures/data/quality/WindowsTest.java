package futures.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.source.BarHeader;
import futures.data.source.BarSource;
import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Chunk;
import futures.data.store.Provenance;
import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that was made window by window is the one that was made of all bars at once. */
class WindowsTest {
    private static final TickGrid QUARTERS = new TickGrid(new BigDecimal("0.25"));
    private static final int DAYS = 60;

    /** Bars in memory, in chunks of random lengths. */
    private record InChunks(BarSeries bars, Random random) implements BarSource {
        @Override
        public BarHeader header() {
            return new BarHeader(bars.symbol(), bars.timeframe(), Provenance.imported("ES"), "1.1", bars.size());
        }

        @Override
        public BarStream open(Connection connection, BarRange range) {
            return new BarStream() {
                @Override
                public long count() {
                    return bars.size();
                }

                @Override
                public <E extends Exception> void forEach(Visitor<E> visitor) throws E {
                    for (int i = 0; i < bars.size(); ) {
                        int to = Math.min(bars.size(), i + 1 + random.nextInt(1440));
                        visitor.visit(chunk(i, to), 0, to - i);
                        i = to;
                    }
                }

                @Override
                public <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {}
            };
        }

        private Chunk chunk(int from, int to) {
            long[] time = new long[to - from];
            long[][] prices = new long[4][to - from];
            long[] volume = new long[to - from];
            for (int i = from; i < to; i++) {
                time[i - from] = bars.openTime(i);
                prices[0][i - from] = Math.round(bars.open(i) * 100);
                prices[1][i - from] = Math.round(bars.high(i) * 100);
                prices[2][i - from] = Math.round(bars.low(i) * 100);
                prices[3][i - from] = Math.round(bars.close(i) * 100);
                volume[i - from] = Math.round(bars.volume(i));
            }
            return new Chunk(time, prices, 2, volume, 0);
        }
    }

    /** Two months with daylight saving and Good Friday between, and faults of every kind at random places. */
    private static BarSeries faulty(Random random, Timeframe timeframe) {
        BarSeries.Builder builder = BarSeries.builder("ES", timeframe);
        double price = 5000;
        long step = timeframe.millis();
        long begin = Math.floorDiv(Instant.parse("2024-02-26T09:30:00Z").toEpochMilli(), step) * step;
        int stale = 0;
        int away = 0;
        for (long time = begin; time < begin + DAYS * 86_400_000L; time += step) {
            boolean open = TradingCalendar.CME_EQUITY.isOpen(time);
            double chance = random.nextDouble();
            away = away > 0 ? away - 1 : chance < 0.0005 ? random.nextInt(3000) : 0;
            if (away > 0 || (open ? chance < 0.001 : chance < 0.98)) {
                continue;
            }
            stale = stale > 0 ? stale - 1 : random.nextInt(2000) == 0 ? 5 + random.nextInt(3000) : 0;
            double last = price;
            price += stale > 0 ? 0 : (random.nextInt(7) - 3) * 0.25;
            double high = Math.max(last, price) + (random.nextInt(500) == 0 ? 60 : 0);
            double low = Math.min(last, price) - (random.nextInt(500) == 0 ? 60 : 0);
            double off = random.nextInt(300) == 0 ? 0.11 : 0;
            double base = random.nextInt(3000) == 0 ? -6000 : 0;
            boolean broken = random.nextInt(1000) == 0;
            builder.add(
                    time,
                    last + base,
                    (broken ? low - 1 : high + off) + base,
                    low + base,
                    price + base,
                    stale > 0 ? 0 : 1 + random.nextInt(9));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "4h", "1d", "1w"})
    void windowsChangeNothing(String length) throws SQLException {
        Random random = new Random(20240226);
        Timeframe timeframe = Timeframe.parse(length);
        for (int round = 0; round < (timeframe.compareTo(Timeframe.MINUTE) > 0 ? 40 : 4); round++) {
            BarSeries bars = faulty(random, timeframe);
            QualityReport whole = Minutes.report(bars, TradingCalendar.CME_EQUITY, QUARTERS);
            for (int size : new int[] {1, 1 + random.nextInt(500), 1 + random.nextInt(20_000), Windows.SIZE}) {
                InChunks source = new InChunks(bars, random);
                QualityCheck check = new QualityCheck(source.header(), TradingCalendar.CME_EQUITY, QUARTERS);
                List<Integer> windows = new ArrayList<>();
                Windows.of(null, source, BarRange.ALL, TradingCalendar.CME_EQUITY, size, window -> {
                    windows.add(window.to() - window.from());
                    check.add(window);
                });
                assertEquals(whole, check.report(null), size + " of " + bars.size());
                assertTrue(bars.size() < 10 * size + 5000 || windows.size() > 1, windows::toString);
            }
        }
    }
}
