package futures.backtest.montecarlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.model.BarSeries;
import futures.model.Timeframe;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomEntriesTest {
    private static final int PATHS = 20_000;
    /** Money per point 2, slippage 0.5, in millionths. */
    private static final double POINT = 2e6;

    private static final double SLIPPAGE = 5e5;

    private static BarSeries bars(double[] open) {
        long[] time = new long[open.length];
        double[] close = new double[open.length];
        double[] high = new double[open.length];
        double[] low = new double[open.length];
        for (int i = 0; i < open.length; i++) {
            time[i] = i * 60_000L;
            close[i] = open[i] + 0.25;
            high[i] = open[i] + 1;
            low[i] = open[i] - 1;
        }
        return BarSeries.owning("ES", Timeframe.MINUTE, time, open, high, low, close, new double[open.length]);
    }

    private static StoredTrades trades(String... rows) throws Exception {
        String json = "[" + String.join(",", rows) + "]";
        return StoredTrades.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(String side, int contracts, int held, String costs) {
        return """
                {"side": "%s", "contracts": %d, "bars_held": %d, "net": 12.5, "gross": 12.5, "costs": %s,
                 "entry_time": "2024-01-02T00:00:00Z", "exit_time": "2024-01-02T00:00:00Z"}""".formatted(side, contracts, held, costs);
    }

    /** In a steady rise each entry is worth the same. */
    @Test
    void aTradeIsWorthWhatPricesDidWhileItWasHeld() throws Exception {
        double[] rise = new double[50];
        Arrays.setAll(rise, i -> 100 + i);
        RandomEntries entries = new RandomEntries(bars(rise), POINT, SLIPPAGE);
        // 3 contracts up by 7 points of 2, less slippage of 2 x 0.5 each, less costs
        assertEquals(3 * (14 - 1) - 4.2, entries.nets(trades(row("LONG", 3, 7, "4.20")), 1, 1)[0] / 1e6, 1e-9);
        assertEquals(-(14 + 1) - 1.5, entries.nets(trades(row("SHORT", 1, 7, "1.5")), 1, 2)[0] / 1e6, 1e-9);
        // left at the close of its bar
        assertEquals(0.5 - 1, entries.nets(trades(row("LONG", 1, 0, "0")), 1, 3)[0] / 1e6, 1e-9);
        // held from the first bar to the last, which leaves one place; and longer than there are bars
        assertEquals(98 - 1, entries.nets(trades(row("LONG", 1, 49, "0")), 1, 4)[0] / 1e6, 1e-9);
        assertEquals(98 - 1, entries.nets(trades(row("LONG", 1, 90, "0")), 1, 4)[0] / 1e6, 1e-9);
    }

    /** Mean and share above zero over all places at which a trade can be entered, counted one by one. */
    @Test
    void everyPlaceIsDrawnEquallyOften() throws Exception {
        Random random = new Random(4);
        double[] walk = new double[80];
        walk[0] = 1_000;
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + random.nextInt(9) - 4;
        }
        int held = 5;
        double[] all = new double[walk.length - held];
        Arrays.setAll(all, i -> -2 * (walk[i + held] - walk[i]) - 1);
        double mean = Arrays.stream(all).average().orElseThrow();
        double above = Arrays.stream(all).filter(one -> one > 0).count() / (double) all.length;
        double square = Arrays.stream(all)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow();
        double[] nets =
                new RandomEntries(bars(walk), POINT, SLIPPAGE).nets(trades(row("SHORT", 1, held, "0")), PATHS, 6);
        assertEquals(mean, Arrays.stream(nets).average().orElseThrow() / 1e6, 4 * Math.sqrt(square / PATHS));
        assertEquals(
                above,
                Arrays.stream(nets).filter(one -> one > 0).count() / (double) PATHS,
                4 * Math.sqrt(above * (1 - above) / PATHS));
        assertArrayEquals(
                nets,
                new RandomEntries(bars(walk), POINT, SLIPPAGE).nets(trades(row("SHORT", 1, held, "0")), PATHS, 6));
    }
}
