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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that was made window by window is the one that was made of all bars at once. */
class WindowsTest {
    private static final TickGrid QUARTERS = new TickGrid(new BigDecimal("0.25"));

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
                    throw new AssertionError("windows are read from the oldest bar on");
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

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "4h", "1d", "1w"})
    void windowsChangeNothing(String length) throws SQLException {
        Random random = new Random(20240226);
        Timeframe timeframe = Timeframe.parse(length);
        for (int round = 0; round < (timeframe.compareTo(Timeframe.MINUTE) > 0 ? 40 : 4); round++) {
            BarSeries bars = FaultyBars.of(random, timeframe);
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
