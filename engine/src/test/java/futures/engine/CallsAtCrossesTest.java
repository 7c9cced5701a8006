package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.Fill;
import futures.model.RoundTrip;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A strategy that acts at crosses only gives the same result, called at every bar or at crosses only. */
class CallsAtCrossesTest {
    private static final int RUNS = 400;

    /** At crosses of one or two pairs of averages: orders of every kind, and others after a fill that it was told of. */
    private static final class AtCrosses extends Strategy {
        private final Script script;
        private final Script afterFills;
        private final int[] periods;
        private final boolean leaps;
        private final boolean listens;
        private final Line[] lines;
        private final List<String> told = new ArrayList<>();
        private int calls;
        private boolean news;

        AtCrosses(Script script, Script afterFills, int[] periods, boolean leaps, boolean listens) {
            this.script = script;
            this.afterFills = afterFills;
            this.periods = periods;
            this.leaps = leaps;
            this.listens = listens;
            this.lines = new Line[periods.length];
        }

        @Override
        protected void start(Setup setup) {
            for (int i = 0; i < lines.length; i++) {
                lines[i] = setup.sma(periods[i]);
            }
            for (int i = 0; leaps && i < lines.length; i += 2) {
                setup.callOnlyAtCrosses(lines[i], lines[i + 1]);
            }
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            calls++;
            boolean crosses = false;
            for (int i = 0; i < lines.length; i += 2) {
                crosses |= lines[i].crossesAbove(lines[i + 1]) || lines[i].crossesBelow(lines[i + 1]);
            }
            if (crosses) {
                (news && listens ? afterFills : script).act(bars.count() - 1, new BrokerHand(bars, broker));
                told.add(bars.count() + ": " + broker.position() + " " + broker.entryPrice() + " " + broker.equity());
                news = false;
            }
        }

        @Override
        protected void onFill(Fill fill) {
            news = true;
            told.add(FillText.of(fill));
        }

        @Override
        protected void onRoundTrip(RoundTrip trip) {
            told.add("round trip " + trip.net());
        }
    }

    @Test
    void theSameHashAndTheSameNews() {
        int fills = 0;
        int calls = 0;
        int leaps = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            RandomRun run = RandomRun.of("ES", "0.25", "50", seed % 3 == 0 ? 1.056655 : 1.0, seed);
            BarSeries bars = run.market().bars();
            RandomOrders orders = new RandomOrders(run.market().contract(), bars, random);
            Script script = orders.script(2);
            Script afterFills = orders.script(2);
            int[] periods = random.ints(2 + 2L * random.nextInt(2), 1, 12).toArray();
            boolean listens = random.nextBoolean();
            List<AtCrosses> made = new ArrayList<>();
            BacktestResult each =
                    run.with(keep(made, () -> new AtCrosses(script, afterFills, periods, false, listens)));
            BacktestResult some = run.with(keep(made, () -> new AtCrosses(script, afterFills, periods, true, listens)));
            AtCrosses atEach = made.get(1);
            AtCrosses atSome = made.get(made.size() - 1);
            String what = "seed " + seed;
            assertEquals(FillText.of(each), FillText.of(some), what);
            assertEquals(each.hash(), some.hash(), what);
            assertEquals(String.join("\n", atEach.told), String.join("\n", atSome.told), what);
            assertEquals(each.metrics(), some.metrics(), what);
            fills += some.fills().size();
            calls += atEach.calls;
            leaps += atSome.calls;
        }
        assertTrue(fills > 10 * RUNS, "too few fills to mean anything: " + fills);
        assertTrue(2 * leaps < calls, leaps + " calls are no fewer than " + calls);
    }

    private static Supplier<Strategy> keep(List<AtCrosses> made, Supplier<AtCrosses> supplier) {
        return () -> {
            AtCrosses strategy = supplier.get();
            made.add(strategy);
            return strategy;
        };
    }
}
