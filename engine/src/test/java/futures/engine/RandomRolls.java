package futures.engine;

import futures.model.BarSeries;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Makes bars of one contract into bars of several, with rolls between them. */
final class RandomRolls {
    private RandomRolls() {}

    /** Some dozen at most: in consecutive bars too, two between the same bars, and some where there are no bars. */
    static RollCalendar calendar(BarSeries bars, TickGrid grid, Random random) {
        TreeSet<Integer> firstBars = new TreeSet<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int bar = random.nextInt(bars.size() + 2);
            firstBars.add(bar);
            if (random.nextInt(4) == 0) {
                firstBars.add(bar + 1);
            }
        }
        List<Roll> rolls = new ArrayList<>();
        BigDecimal level = BigDecimal.ZERO;
        for (int bar : firstBars) {
            int before = Math.max(0, Math.min(bar, bars.size()) - 1);
            long time = bar < bars.size()
                    ? bars.openTime(bar) - random.nextInt(2)
                    : bars.closeTime(bars.size() - 1) + (bar - bars.size()) * 60_000L;
            BigDecimal old = decimal(grid, grid.nearest(bars.close(before)) + random.nextInt(7) - 3)
                    .add(level);
            for (int two = random.nextInt(5) == 0 ? 1 : 0; two >= 0; two--) {
                BigDecimal spread = decimal(grid, random.nextInt(81) - 40L);
                level = level.add(spread);
                rolls.add(
                        new Roll(time - 2L * two, "C" + rolls.size(), "C" + (rolls.size() + 1), old, old.add(spread)));
                old = old.add(spread);
            }
        }
        return new RollCalendar(rolls, "made up");
    }

    private static BigDecimal decimal(TickGrid grid, long ticks) {
        return grid.tickSize().multiply(BigDecimal.valueOf(ticks));
    }

    /** The same bars, each contract higher than the one before by the spread between them. */
    static BarSeries stitched(BarSeries bars, RollCalendar calendar) {
        BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
        for (int i = 0; i < bars.size(); i++) {
            BigDecimal level = BigDecimal.ZERO;
            for (Roll roll : calendar.rolls()) {
                level = roll.time() <= bars.openTime(i) ? level.add(roll.spread()) : level;
            }
            builder.add(
                    bars.openTime(i),
                    higher(bars.open(i), level),
                    higher(bars.high(i), level),
                    higher(bars.low(i), level),
                    higher(bars.close(i), level),
                    bars.volume(i));
        }
        return builder.build();
    }

    private static double higher(double price, BigDecimal level) {
        return BigDecimal.valueOf(price).add(level).doubleValue();
    }
}
