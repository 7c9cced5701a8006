package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.Side;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of every run over rolls, whatever the bars, rolls and orders. */
class RollInvariantsTest {
    private static final ContractSpec ES = Samples.es();
    private static final Costs COSTS = new Costs(new BigDecimal("2.13"), new BigDecimal("0.37"), 1, 2);

    private static Market market(long seed, int bars, Adjustment adjustment) {
        BarSeries walked = Samples.walk(ES, bars, seed);
        RollCalendar rolls = RandomRolls.calendar(walked, ES.ticks(), new Random(~seed));
        return Market.of(RandomRolls.stitched(walked, rolls), ES).withRolls(rolls, adjustment);
    }

    /** A wholly different way to the same: the adjusted series is a market of its own, in which nothing is rolled. */
    @ParameterizedTest
    @EnumSource(
            value = FillMode.class,
            names = {"PESSIMISTIC", "OPTIMISTIC", "OHLC"})
    void rollsWithoutCostsAreARunOnTheSeriesAdjustedByDifference(FillMode mode) {
        int rolled = 0;
        for (long seed = 0; seed < 150; seed++) {
            Market market = market(seed, 250, Adjustment.DIFFERENCE);
            Script script = new RandomOrders(ES, market.signals(), new Random(seed)).script();
            FillSettings settings = FillSettings.STANDARD
                    .withMode(mode)
                    .withTiming(seed % 4 == 0 ? FillTiming.SAME_CLOSE : FillTiming.NEXT_OPEN);
            BacktestResult real =
                    run(BacktestRequest.of(withoutNumbers(script)::strategy, market), settings, Costs.NONE);
            BacktestResult adjusted = run(
                    BacktestRequest.of(withoutNumbers(script)::strategy, Market.of(market.signals(), ES)),
                    settings,
                    Costs.NONE);
            for (int i = 0; i < 250; i++) {
                assertEquals(adjusted.equity().equity(i), real.equity().equity(i), 0.0, "seed " + seed + " bar " + i);
            }
            assertEquals(story(adjusted), story(real), "seed " + seed);
            assertEquals(adjusted.ambiguousBars(), real.ambiguousBars());
            rolled += real.rolls().size();
        }
        assertTrue(rolled > 50, "too few rolls to mean anything: " + rolled);
    }

    /** Orders of a roll have numbers, so that scripts which name orders by number would go apart. */
    private static Script withoutNumbers(Script script) {
        return script.without("move", "replace", "cancel");
    }

    private static BacktestResult run(BacktestRequest request, FillSettings settings, Costs costs) {
        return Backtest.run(request.withFills(settings).withCosts(costs));
    }

    private static List<String> story(BacktestResult result) {
        return result.trips().stream()
                .map(trip -> trip.entryTime() + " " + trip.exitTime() + " " + trip.side() + trip.contracts() + " "
                        + trip.exitReason() + " " + trip.ticks() + " " + trip.net() + " " + trip.maeTicks() + " "
                        + trip.mfeTicks() + " " + trip.riskMultiple() + " " + trip.ambiguous())
                .collect(Collectors.toList());
    }

    /** Buys once and holds. */
    private static final class Holder extends Strategy {
        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (bars.count() == 1) {
                broker.send(Order.buy(3));
            }
        }
    }

    @Test
    void whoBuysAndHoldsEarnsTheAdjustedGainLessTheCostsOfRolling() {
        for (Adjustment adjustment : Adjustment.values()) {
            for (long seed = 0; seed < 50; seed++) {
                Market market = market(seed, 250, adjustment);
                BarSeries adjusted = market(seed, 250, Adjustment.DIFFERENCE).signals();
                BacktestResult result =
                        run(BacktestRequest.of(Holder::new, market), new FillSettings(true, false, false, true), COSTS);
                long rolls = market.rolls().rolls().stream()
                        .filter(roll -> roll.time() > market.bars().openTime(0)
                                && roll.time() <= market.bars().openTime(249))
                        .filter(roll -> market.bars().firstAtOrAfter(roll.time()) > 1)
                        .count();
                assertEquals(rolls, result.rolls().size());
                double gain = (adjusted.close(249) - adjusted.open(1) - 0.25 - rolls * 0.5) * 50 * 3;
                double costs = 3 * 2.50 * (1 + 2 * rolls);
                assertEquals(100_000 + gain - costs, result.equity().last(), 1e-6, adjustment + " seed " + seed);
                assertEquals(
                        -rolls * (3 * 2 * 2.50 + 0.5 * 50 * 3),
                        result.rollTotals().profit(),
                        1e-9);
            }
        }
    }

    @Test
    void whoHoldsNothingAtARollDoesNotNoticeIt() {
        BarSeries bars = Samples.walk(ES, 120, 4);
        RollCalendar calendar = RollCalendar.of(
                new Roll(bars.openTime(60), "ESH24", "ESM24", new BigDecimal("5000"), new BigDecimal("5000")));
        Script script = new Script();
        script.at(10, "buy 1 sl 8 tp 8");
        script.at(40, "close");
        script.at(70, "sell 2");
        script.at(90, "close");
        for (Adjustment adjustment : Adjustment.values()) {
            BacktestResult with = run(
                    BacktestRequest.of(script::strategy, Market.of(bars, ES).withRolls(calendar, adjustment)),
                    FillSettings.STANDARD,
                    COSTS);
            BacktestResult without =
                    run(BacktestRequest.of(script::strategy, Market.of(bars, ES)), FillSettings.STANDARD, COSTS);
            assertEquals(without.hash(), with.hash());
            assertTrue(without.trips().size() > 1);
            assertNotEquals(without.manifest(), with.manifest());
        }
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void aSweepSaysWhatRunsOfTheirOwnSay(Adjustment adjustment) {
        AtomicInteger compared = new AtomicInteger();
        for (long seed = 1; seed < 6; seed++) {
            Market market = market(seed, 2_000, adjustment);
            BacktestRequest request =
                    BacktestRequest.of(SweepTest.Cross::new, market).withCosts(COSTS);
            ParameterGrid grid = ParameterGrid.of(Map.of(
                    "fast",
                    List.of(3, 8),
                    "slow",
                    List.of(9, 40),
                    "ticks",
                    List.of(0, 30),
                    "leap",
                    List.of(true, false)));
            new Sweep(request, grid).work(outcome -> {
                BacktestResult alone = Backtest.run(request.withParameters(grid.get(outcome.index())));
                outcome.metrics()
                        .forEach((metric, measure) ->
                                assertEquals(alone.metrics().get(metric), measure, adjustment + " " + metric));
                compared.addAndGet(alone.rolls().size());
                return true;
            });
            BacktestRequest leaping = request.withParameters(Map.of("fast", 3, "slow", 9, "ticks", 0, "leap", true));
            BacktestRequest walking = request.withParameters(Map.of("fast", 3, "slow", 9, "ticks", 0, "leap", false));
            assertEquals(Backtest.run(walking).hash(), Backtest.run(leaping).hash());
        }
        assertTrue(compared.get() > 50, "too few rolls to mean anything: " + compared);
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void aJointRunOfOneStrategyIsItsOwnRun(Adjustment adjustment) {
        for (long seed = 0; seed < 30; seed++) {
            Market market = market(seed, 250, adjustment);
            Script script = new RandomOrders(ES, market.signals(), new Random(seed)).script();
            BacktestResult alone = run(BacktestRequest.of(script::strategy, market), FillSettings.STANDARD, COSTS);
            JointResult joint = JointBacktest.run(
                    JointRequest.of(List.of(Assignment.of("a", script::strategy, Map.of(), "ES")), List.of(market))
                            .withCosts(COSTS, Map.of()));
            assertEquals(
                    alone.fills(), joint.strategies().get(0).markets().get("ES").fills());
            assertEquals(alone.rolls(), joint.rolls());
            assertEquals(alone.rollTotals(), joint.rollTotals());
            assertEquals(alone.trips(), joint.trips());
            assertEquals(alone.equity().last(), joint.equity().last(), 0.0);
            assertEquals(adjustment, joint.manifest().markets().get(0).adjustment());
            assertEquals(market.rollsHash(), joint.manifest().markets().get(0).rollsHash());
        }
    }

    /** While the bars of a moment fill, a position that has just been rolled is worth what it was. */
    @Test
    void marginOfOthersDoesNotMistakeASpreadForALoss() {
        BarSeries.Builder[] bars = {BarSeries.builder("A", Timeframe.MINUTE), BarSeries.builder("B", Timeframe.MINUTE)};
        for (int i = 0; i < 6; i++) {
            double a = i < 3 ? 30 : 100;
            bars[0].add(i * 60_000L, a, a, a, a, 1);
            bars[1].add(i * 60_000L, 50, 50, 50, 50, 1);
        }
        Market rolling = Market.of(bars[0].build(), Samples.contract("A", "0.25", "50", "1000"))
                .withRolls(
                        RollCalendar.of(
                                new Roll(3 * 60_000L, "AH24", "AM24", new BigDecimal("30"), new BigDecimal("100"))),
                        Adjustment.NONE);
        Market other = Market.of(bars[1].build(), Samples.contract("B", "0.25", "50", "1000"));
        Script holder = new Script();
        holder.at(0, "buy 1");
        Script late = new Script();
        late.at(2, "buy 1");
        JointResult result = JointBacktest.run(JointRequest.of(
                        List.of(
                                Assignment.of("holder", holder::strategy, Map.of(), "A"),
                                Assignment.of("late", late::strategy, Map.of(), "B")),
                        List.of(rolling, other))
                .withInitialCash(new BigDecimal("2500"))
                .withCosts(Costs.NONE, Map.of()));
        assertEquals(1, result.strategy("late").markets().get("B").fills().size());
        assertEquals(2_500, result.equity().last());
        assertEquals(70 * 50, result.rollTotals().gap());
    }

    @Test
    void aBarWithFinerBarsOfTwoContractsIsRefused() {
        BarSeries finer = Samples.walk(ES, 40, 1, 1.0, 15, false);
        Market market = Market.of(Samples.together(finer, 4), ES).withFiner(finer);
        Roll inside = new Roll(finer.openTime(22), "ESH24", "ESM24", new BigDecimal("1"), new BigDecimal("2"));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> market.withRolls(RollCalendar.of(inside), Adjustment.NONE))
                .getMessage();
        assertTrue(
                message.contains("is inside the bar of 2024-03-04T00:05:00Z, whose finer bars are of both contracts"),
                message);
        Roll between = new Roll(finer.openTime(24), "ESH24", "ESM24", new BigDecimal("1"), new BigDecimal("2"));
        market.withRolls(RollCalendar.of(between), Adjustment.NONE);
    }

    /** Turns to another market after that has rolled, and is still there at the next roll. */
    @Test
    void aDeskThatOpensLateRollsOnlyWhatComesAfter() {
        BarSeries other = named("MES", Samples.walk(ES, 100, 9));
        RollCalendar rolls = RollCalendar.of(
                new Roll(other.openTime(20), "MESH24", "MESM24", new BigDecimal("5000"), new BigDecimal("5010")),
                new Roll(other.openTime(60), "MESM24", "MESU24", new BigDecimal("5010"), new BigDecimal("5030")));
        Strategy late = new Strategy() {
            @Override
            protected void start(Setup setup) {}

            @Override
            protected void onBar(Bars bars, Broker broker) {
                if (bars.count() == 41) {
                    broker.in("MES").send(Order.limit(Side.SHORT, 1, 1));
                }
            }
        };
        Market mes =
                Market.of(other, Samples.contract("MES", "0.25", "5", null)).withRolls(rolls, Adjustment.NONE);
        JointResult result = JointBacktest.run(JointRequest.of(
                List.of(Assignment.of("late", () -> late, Map.of(), "ES")),
                List.of(Market.of(Samples.walk(ES, 100, 8), ES), mes)));
        assertEquals(1, result.rolls().size());
        assertEquals(60, result.rolls().get(0).bar());
        assertEquals("MESM24", result.rolls().get(0).from());
    }

    private static BarSeries named(String symbol, BarSeries bars) {
        BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.MINUTE);
        for (int i = 0; i < bars.size(); i++) {
            builder.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return builder.build();
    }

    @Test
    void rollsAreInTheHashAndTheManifestOfAResult() {
        Market one = market(3, 250, Adjustment.DIFFERENCE);
        Roll first = one.rolls().rolls().get(0);
        BacktestResult result = Backtest.run(BacktestRequest.of(Holder::new, one));
        assertTrue(result.rolls().size() > 0);
        List<Roll> renamed = new ArrayList<>(one.rolls().rolls());
        renamed.set(0, new Roll(first.time(), "X", first.to(), first.oldPrice(), first.newPrice()));
        BacktestResult other = Backtest.run(
                BacktestRequest.of(Holder::new, one.withRolls(new RollCalendar(renamed, ""), Adjustment.DIFFERENCE)));
        assertNotEquals(result.hash(), other.hash());
        assertNotEquals(result.manifest().rollsHash(), other.manifest().rollsHash());
        assertEquals(Adjustment.DIFFERENCE, result.manifest().adjustment());
        assertEquals(
                "",
                Backtest.run(BacktestRequest.of(Holder::new, Market.of(one.bars(), ES)))
                        .manifest()
                        .rollsHash());
    }
}
