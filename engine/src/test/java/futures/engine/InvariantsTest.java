package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ExitReason;
import futures.model.Fill;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.TickGrid;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What must hold of every run, whatever the bars, orders and choices: all fill modes, fills at the same close, shares of volume,
 * margins by date, accounts in another currency and rolls are among them.
 */
class InvariantsTest {
    private static final int RUNS = 300;

    private static RandomRun random(long seed) {
        return RandomRun.of("ES", "0.25", "50", seed % 2 == 0 ? 1.0 : 1.031417, seed);
    }

    /** Everything is summed afresh, from fills and from the ticks that round trips made. */
    @Test
    void equityIsCashPlusOpenGainAtEveryBarToTheCent() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomRun run = random(seed);
            BacktestResult result = run.run();
            BarSeries bars = run.market().bars();
            TickGrid grid = run.market().contract().ticks();
            Map<String, Integer> barOfFill = new HashMap<>();
            result.fills().forEach(fill -> barOfFill.put(fill.orderId() + " " + fill.time(), fill.bar()));
            BigDecimal cash = run.cash();
            long position = 0;
            long gainInTicks = 0;
            int fill = 0;
            int trip = 0;
            long lastMark = 0;
            for (int i = 0; i < bars.size(); i++) {
                LocalDate day = run.market().contract().calendar().tradingDay(bars.openTime(i));
                for (; fill < result.fills().size() && result.fills().get(fill).bar() == i; fill++) {
                    Fill some = result.fills().get(fill);
                    BigDecimal perSide =
                            run.costs().commission().add(run.costs().fees());
                    cash = cash.subtract(run.convert(perSide, day).multiply(BigDecimal.valueOf(some.contracts())));
                    long signed = (long) some.side().sign() * some.contracts();
                    position += signed;
                    gainInTicks -= signed * grid.nearest(some.price());
                }
                for (; trip < result.trips().size(); trip++) {
                    RoundTrip some = result.trips().get(trip);
                    if (barOfFill.get(some.exitOrder() + " " + some.exitTime()) != i) {
                        break;
                    }
                    long ticks = some.ticks() * some.contracts();
                    cash = cash.add(run.convert(tickValue(ticks), day));
                    gainInTicks -= ticks;
                }
                lastMark = grid.nearest(bars.close(i));
                BigDecimal open = run.convert(tickValue(gainInTicks + position * lastMark), day);
                assertEquals(
                        cash.add(open).doubleValue(), result.equity().equity(i), 0.0, "seed " + seed + " bar " + i);
            }
            assertEquals(result.trips().size(), trip);
        }
    }

    private static BigDecimal tickValue(long ticks) {
        return new BigDecimal("12.50").multiply(BigDecimal.valueOf(ticks));
    }

    @Test
    void roundTripsAndOpenGainsAddUpToTheChangeOfEquity() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomRun run = random(seed);
            BacktestResult result = run.run();
            BigDecimal sum = run.cash();
            for (RoundTrip trip : result.trips()) {
                sum = sum.add(BigDecimal.valueOf(trip.net()));
                assertEquals(
                        BigDecimal.valueOf(trip.gross())
                                .subtract(BigDecimal.valueOf(trip.costs()))
                                .doubleValue(),
                        trip.net());
            }
            for (OpenPosition open : result.openPositions()) {
                sum = sum.add(BigDecimal.valueOf(open.openGain())).subtract(BigDecimal.valueOf(open.costs()));
            }
            // open positions are converted one by one, equity as a whole: half a millionth for each
            double rounding =
                    run.rates().isEmpty() ? 0.0 : 1e-6 * result.openPositions().size();
            assertEquals(sum.doubleValue(), result.equity().last(), rounding, "seed " + seed);
            double days = result.days().stream()
                    .map(day -> BigDecimal.valueOf(day.profit()))
                    .reduce(run.cash(), BigDecimal::add)
                    .doubleValue();
            assertEquals(result.equity().last(), days, 0.0);
        }
    }

    @Test
    void noFillIsBeforeItsOrderOrOutsideItsBarExceptBySlippage() {
        int slipped = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            RandomRun run = random(seed);
            BacktestResult result = run.run();
            TickGrid grid = run.market().contract().ticks();
            for (Fill fill : result.fills()) {
                String what = "seed " + seed + " " + fill;
                OrderLife order = result.orders().get(fill.orderId() - 1);
                assertTrue(fill.time() >= order.sentTime(), () -> what + " before its order");
                assertTrue(
                        order.doneTime() == null || fill.time() <= order.doneTime(), () -> what + " after its order");
                if (fill.rule() == FillRule.ROLLED) {
                    continue; // at the prices of the roll, of which one is of another contract
                }
                double quoted = fill.price() - fill.side().sign() * fill.slippageTicks() * 0.25;
                assertTrue(grid.isOnGrid(quoted), what);
                assertTrue(isIn(bars(run, fill), indexOf(run, fill), quoted, grid), () -> what + " outside its bar");
                if (run.settings().capSlippage()) {
                    assertTrue(
                            isIn(bars(run, fill), indexOf(run, fill), fill.price(), grid), () -> what + " slipped out");
                    slipped += fill.slippageTicks();
                }
                boolean limits = order.type() == OrderType.LIMIT || order.type() == OrderType.STOP_LIMIT;
                if (limits && !movedLater(run.market(), fill, order)) {
                    double limit = order.type() == OrderType.LIMIT ? order.price() : order.limitPrice();
                    long tick = fill.side() == Side.LONG ? grid.ceil(limit) : grid.floor(limit);
                    assertEquals(0, fill.slippageTicks(), what);
                    assertTrue(
                            fill.rule() == FillRule.EXIT_AT_ENTRY
                                    || fill.side().sign() * (fill.price() - grid.price(tick)) <= 0,
                            () -> what + " worse than its limit " + order);
                }
            }
        }
        assertTrue(slipped > RUNS, "too little slippage to mean anything: " + slipped);
    }

    /** Where the fill was found: the finer bars if they were walked. */
    private static BarSeries bars(RandomRun run, Fill fill) {
        boolean walked = run.settings().mode() == FillMode.MAGNIFIER
                && fill.time() < run.market().bars().closeTime(fill.bar());
        return walked ? run.market().finer() : run.market().bars();
    }

    private static int indexOf(RandomRun run, Fill fill) {
        BarSeries bars = bars(run, fill);
        return bars == run.market().bars() ? fill.bar() : bars.firstAtOrAfter(fill.time());
    }

    /** Whether what was left of the order after the fill was carried into another contract. */
    private static boolean movedLater(Market market, Fill fill, OrderLife order) {
        return market.rolls().rolls().stream()
                .anyMatch(roll ->
                        roll.time() > fill.time() && (order.doneTime() == null || roll.time() <= order.doneTime()));
    }

    private static boolean isIn(BarSeries bars, int bar, double price, TickGrid grid) {
        return price >= grid.price(grid.floor(bars.low(bar))) && price <= grid.price(grid.ceil(bars.high(bar)));
    }

    /** Where volume gives out both may fill a part, but never more than there was to close. */
    @Test
    void theLegsOfABracketNeverCloseMoreThanTheirEntry() {
        int pairs = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            List<OrderLife> orders = random(seed).run().orders();
            for (int i = 1; i < orders.size(); i++) {
                OrderLife stop = orders.get(i - 1);
                OrderLife target = orders.get(i);
                if (stop.role() == ExitReason.STOP_LOSS
                        && target.role() == ExitReason.TARGET
                        && stop.entryOrder().equals(target.entryOrder())) {
                    assertTrue(
                            stop.filled() + target.filled() <= stop.contracts(),
                            () -> "both filled: " + stop + " " + target);
                    pairs += stop.filled() + target.filled() > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(pairs > RUNS, "too few brackets filled to mean anything: " + pairs);
    }

    @Test
    void neverTwoOrdersOfAGroup() {
        int groups = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            List<GroupSender> senders = new ArrayList<>();
            long start = seed;
            BacktestResult result = random(seed).with(() -> {
                senders.add(new GroupSender(start));
                return senders.get(senders.size() - 1);
            });
            for (int[] group : senders.get(senders.size() - 1).groups) {
                long filled = Arrays.stream(group)
                        .filter(id -> result.orders().get(id - 1).filled() > 0)
                        .count();
                assertTrue(filled <= 1, "seed " + seed + ": " + filled + " orders of a group filled");
                groups += (int) filled;
            }
        }
        assertTrue(groups > RUNS, "too few groups filled to mean anything: " + groups);
    }

    private static final class GroupSender extends Strategy {
        private final List<int[]> groups = new ArrayList<>();
        private final Random random;

        GroupSender(long seed) {
            random = new Random(seed);
        }

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (random.nextInt(12) == 0) {
                double close = Math.rint(bars.close() * 4) / 4;
                double above = close + 0.25 * (1 + random.nextInt(12));
                double below = close - 0.25 * (1 + random.nextInt(12));
                groups.add(broker.sendOneCancelsOther(
                        Order.stop(Side.LONG, 1, above).withStop(6),
                        Order.stop(Side.SHORT, 2, below).withTarget(6),
                        Order.limit(random.nextBoolean() ? Side.LONG : Side.SHORT, 1, close)));
            }
        }
    }

    /** Random runs go by ticks: the same seed with other ticks is the same run at other prices. */
    @Test
    void pricesTimesAFactorAndPointValueByItChangeNoMoney() {
        int trips = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            BacktestResult one = RandomRun.of("ES", "0.25", "50", 1.0, seed).run();
            BacktestResult tenfold = RandomRun.of("ES", "2.5", "5", 1.0, seed).run();
            String what = "seed " + seed;
            for (int i = 0; i < one.equity().size(); i++) {
                assertEquals(one.equity().equity(i), tenfold.equity().equity(i), 0.0, what);
            }
            assertEquals(
                    one.trips().stream().map(RoundTrip::net).toList(),
                    tenfold.trips().stream().map(RoundTrip::net).toList(),
                    what);
            assertEquals(one.days(), tenfold.days(), what);
            assertEquals(one.costs(), tenfold.costs(), what);
            trips += one.trips().size();
        }
        assertTrue(trips > 5 * RUNS, "too few round trips to mean anything: " + trips);
    }
}
