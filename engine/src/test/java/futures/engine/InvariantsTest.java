package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.ExitReason;
import futures.model.Fill;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every run, whatever the bars and orders. */
class InvariantsTest {
    private static final int RUNS = 200;
    private static final Costs COSTS = new Costs(new BigDecimal("2.13"), new BigDecimal("0.37"), 1, 2);

    private record Run(BarSeries bars, BacktestResult result) {}

    private static Run run(long seed) {
        Random random = new Random(seed);
        BarSeries bars = Samples.walk(Samples.es(), 250, seed, seed % 2 == 0 ? 1.0 : 1.031417);
        Script script = new RandomOrders(Samples.es(), bars, random).script();
        FillSettings settings = new FillSettings(random.nextBoolean(), true, random.nextBoolean(), true);
        BacktestRequest request = BacktestRequest.of(script::strategy, Market.of(bars, Samples.es()))
                .withCosts(COSTS)
                .withFills(settings);
        return new Run(bars, Backtest.run(request));
    }

    @Test
    void equityIsCashPlusOpenGainAtEveryBarToTheCent() {
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = run(seed);
            BigDecimal cash = new BigDecimal("100000");
            BigDecimal perSide = new BigDecimal("2.50");
            long position = 0;
            int next = 0;
            List<Fill> fills = run.result().fills();
            for (int i = 0; i < run.bars().size(); i++) {
                for (; next < fills.size() && fills.get(next).bar() == i; next++) {
                    Fill fill = fills.get(next);
                    long signed = (long) fill.side().sign() * fill.contracts();
                    BigDecimal paid = BigDecimal.valueOf(fill.price()).multiply(BigDecimal.valueOf(50 * signed));
                    cash = cash.subtract(paid).subtract(perSide.multiply(BigDecimal.valueOf(fill.contracts())));
                    position += signed;
                }
                TickGrid grid = Samples.es().ticks();
                BigDecimal mark =
                        BigDecimal.valueOf(grid.price(grid.nearest(run.bars().close(i))));
                BigDecimal worth = cash.add(mark.multiply(BigDecimal.valueOf(50 * position)));
                assertEquals(worth.doubleValue(), run.result().equity().equity(i), 0.0, "seed " + seed + " bar " + i);
            }
        }
    }

    @Test
    void roundTripsAndOpenGainsAddUpToTheChangeOfEquity() {
        for (long seed = 0; seed < RUNS; seed++) {
            BacktestResult result = run(seed).result();
            BigDecimal sum = new BigDecimal("100000");
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
            assertEquals(sum.doubleValue(), result.equity().last(), 0.0, "seed " + seed);
            double days = result.days().stream()
                    .map(day -> BigDecimal.valueOf(day.profit()))
                    .reduce(new BigDecimal("100000"), BigDecimal::add)
                    .doubleValue();
            assertEquals(result.equity().last(), days, 0.0);
        }
    }

    @Test
    void noFillIsBeforeItsOrderOrOutsideItsBarExceptBySlippage() {
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = run(seed);
            TickGrid grid = Samples.es().ticks();
            for (Fill fill : run.result().fills()) {
                OrderLife order = run.result().orders().get(fill.orderId() - 1);
                assertTrue(fill.time() >= order.sentTime(), "fill before its order");
                double quoted = fill.price() - fill.side().sign() * fill.slippageTicks() * 0.25;
                assertTrue(grid.isOnGrid(quoted));
                assertTrue(quoted >= grid.price(grid.floor(run.bars().low(fill.bar()))), "below its bar");
                assertTrue(
                        quoted <= grid.price(grid.ceil(run.bars().high(fill.bar()))),
                        "above its bar: seed " + seed + " " + fill + " "
                                + run.bars().bar(fill.bar()) + order);
                assertTrue(order.type() != OrderType.LIMIT || fill.slippageTicks() == 0);
                if (order.type() == OrderType.LIMIT) {
                    assertTrue(fill.side().sign() * (fill.price() - order.price()) <= 0, "worse than its limit");
                }
            }
        }
    }

    @Test
    void neverBothLegsOfABracket() {
        for (long seed = 0; seed < RUNS; seed++) {
            Map<Integer, ExitReason> filledLeg = new HashMap<>();
            for (OrderLife order : run(seed).result().orders()) {
                if (order.entryOrder() != null && order.status() == OrderStatus.FILLED) {
                    assertEquals(null, filledLeg.put(order.entryOrder(), order.role()), "both legs filled");
                }
            }
        }
    }

    @Test
    void neverTwoOrdersOfAGroup() {
        int groups = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            GroupSender sender = new GroupSender(seed);
            BacktestResult result = Backtest.run(
                    BacktestRequest.of(() -> sender, Market.of(Samples.walk(Samples.es(), 250, seed), Samples.es())));
            for (int[] group : sender.groups) {
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
                double close = bars.close();
                double above = close + 0.25 * (1 + random.nextInt(12));
                double below = close - 0.25 * (1 + random.nextInt(12));
                groups.add(broker.sendOneCancelsOther(
                        Order.stop(Side.LONG, 1, above).withStop(6),
                        Order.stop(Side.SHORT, 2, below).withTarget(6),
                        Order.limit(random.nextBoolean() ? Side.LONG : Side.SHORT, 1, close)));
            }
        }
    }

    @Test
    void pricesTimesAFactorAndPointValueByItChangeNoMoney() {
        for (long seed = 0; seed < RUNS; seed += 2) {
            BarSeries bars = Samples.walk(Samples.es(), 250, seed);
            BarSeries.Builder tenfold = BarSeries.builder("ES", Timeframe.MINUTE);
            for (int i = 0; i < bars.size(); i++) {
                tenfold.add(
                        bars.openTime(i),
                        bars.open(i) * 10,
                        bars.high(i) * 10,
                        bars.low(i) * 10,
                        bars.close(i) * 10,
                        1);
            }
            ContractSpec scaled = Samples.contract("ES", "2.5", "5", null);
            Script script = new Script();
            Random random = new Random(seed);
            for (int i = 0; i < bars.size(); i += 1 + random.nextInt(9)) {
                script.at(i, random.nextBoolean() ? "buy 1 sl 5 tp 7" : "sell 2 sl 6 tp 3");
            }
            BacktestResult one = Backtest.run(BacktestRequest.of(script::strategy, Market.of(bars, Samples.es()))
                    .withCosts(COSTS));
            BacktestResult other = Backtest.run(BacktestRequest.of(script::strategy, Market.of(tenfold.build(), scaled))
                    .withCosts(COSTS));
            for (int i = 0; i < bars.size(); i++) {
                assertEquals(one.equity().equity(i), other.equity().equity(i), 0.0);
            }
            assertEquals(
                    one.trips().stream().map(RoundTrip::net).toList(),
                    other.trips().stream().map(RoundTrip::net).toList());
        }
    }
}
