package futures.risk.prop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is taken for certain must have been so: prices between the closes of bars are known here. */
class AloneTripsTest {
    private static final int BARS = 60;
    private static final int TICKS = 10;
    private static final long TICK = 1_000_000;
    private static final int COSTS = 4;

    /** Ticks of a random walk, and round trips from and to the opens of bars, some over others, one perhaps never closed. */
    private static final class Market {
        final long[] price = new long[BARS * TICKS + 1];
        final List<int[]> held = new ArrayList<>();

        Market(Random random) {
            for (int i = 1; i < price.length; i++) {
                price[i] = price[i - 1] + random.nextInt(21) - 10;
            }
            for (int bar = random.nextInt(5); bar < BARS - 6; ) {
                int end = bar + 1 + random.nextInt(5);
                int side = random.nextBoolean() ? 1 : -1;
                held.add(new int[] {bar, end, side});
                if (random.nextInt(4) == 0) {
                    held.add(new int[] {bar + random.nextInt(2), end + 1 + random.nextInt(2), side});
                }
                bar = end + (random.nextBoolean() ? 0 : random.nextInt(4));
            }
            if (random.nextInt(3) == 0) {
                // One net position: from then on there is no round trip the other way.
                int begun = random.nextInt(BARS);
                held.stream().filter(one -> one[1] >= begun).forEach(one -> one[2] = 1);
                held.add(new int[] {begun, BARS + 1, 1});
            }
        }

        /** Whole money of the account while the market stands at a tick, before what fills at it. */
        long equity(int tick) {
            long money = 100_000;
            for (int[] one : held) {
                int in = one[0] * TICKS;
                int out = Math.min(one[1] * TICKS, price.length - 1);
                if (tick > in) {
                    money += one[2] * (price[Math.min(tick, out)] - price[in]) - COSTS / 2;
                    money -= tick > out ? COSTS / 2 : 0;
                }
            }
            return money;
        }

        Trip trip(int[] one) {
            long worst = 0;
            long best = 0;
            int in = one[0] * TICKS;
            int out = one[1] * TICKS;
            for (int tick = in; tick <= out; tick++) {
                long gain = one[2] * (price[tick] - price[in]);
                worst = Math.min(worst, gain);
                best = Math.max(best, gain);
            }
            long gross = one[2] * (price[out] - price[in]);
            return new Trip(
                    "ES",
                    one[2] > 0 ? "LONG" : "SHORT",
                    1,
                    Instant.ofEpochMilli(in),
                    Instant.ofEpochMilli(out),
                    BigDecimal.valueOf(COSTS),
                    BigDecimal.valueOf(gross - COSTS),
                    BigDecimal.valueOf(worst),
                    BigDecimal.valueOf(best),
                    null);
        }

        StoredRun run() {
            long[] times = new long[BARS];
            long[] equity = new long[BARS];
            for (int bar = 0; bar < BARS; bar++) {
                times[bar] = (bar + 1L) * TICKS;
                equity[bar] = equity((bar + 1) * TICKS) * TICK;
            }
            List<Trip> trips = held.stream()
                    .filter(one -> one[1] <= BARS)
                    .map(this::trip)
                    .sorted(Comparator.comparing(Trip::exitTime))
                    .toList();
            return new StoredRun("r", 100_000 * TICK, times, equity, List.of(), trips, Map.of());
        }
    }

    @Test
    void lowsAndHighsWereReached() {
        Random random = new Random(17);
        int found = 0;
        int trips = 0;
        for (int round = 0; round < 400; round++) {
            Market market = new Market(random);
            StoredRun run = market.run();
            trips += run.trips().size();
            for (AloneTrips.Alone alone : AloneTrips.of(run)) {
                found++;
                long lowest = Long.MAX_VALUE;
                long highest = Long.MIN_VALUE;
                int from = (int) alone.trip().entryTime().toEpochMilli() + 1;
                int to = (int) alone.trip().exitTime().toEpochMilli();
                for (int tick = from; tick <= to; tick++) {
                    lowest = Math.min(lowest, market.equity(tick) * TICK);
                    highest = Math.max(highest, market.equity(tick) * TICK);
                }
                // Right after the entry, before price has moved, is a moment of the trade's too.
                int side = alone.trip().side().equals("LONG") ? 1 : -1;
                long entered = market.equity(from) - side * (market.price[from] - market.price[from - 1]);
                lowest = Math.min(lowest, entered * TICK);
                highest = Math.max(highest, entered * TICK);
                assertTrue(lowest <= alone.low(), () -> "not as low: " + alone);
                assertTrue(highest >= alone.high(), () -> "not as high: " + alone);
            }
        }
        assertTrue(found > 1_000 && found < trips, found + " of " + trips);
    }
}
