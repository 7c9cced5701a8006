package futures.model.roll;

import static futures.model.roll.SyntheticChain.CALENDAR;
import static futures.model.roll.SyntheticChain.GRID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Adjustment;
import futures.model.Bar;
import futures.model.BarSeries;
import futures.model.ContinuousSeries;
import futures.model.FuturesContract;
import futures.model.Roll;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of rolls on made-up contracts whose crossovers and spreads are known. */
class RollBuildTest {
    private static final int CHAINS = 8;
    private static final RollRule VOLUME = new RollRule.VolumeCrossover();

    static List<RollRule> rules() {
        return List.of(VOLUME, new RollRule.DaysBeforeExpiry(5), new RollRule.FixedDay(10));
    }

    private static ContractChain chain(SyntheticChain made, Map<FuturesContract, BarSeries> bars) {
        return ContractChain.of(bars, made.expiries, CALENDAR, GRID);
    }

    private static BarSeries front(Map<FuturesContract, BarSeries> bars, RollBuild build) {
        Map<String, BarSeries> bySymbol = new HashMap<>();
        bars.forEach((contract, series) -> bySymbol.put(contract.symbol(), series));
        return build.join("ES", bySymbol);
    }

    private static List<Bar> rows(BarSeries bars, LongPredicate openTime) {
        List<Bar> rows = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            if (openTime.test(bars.openTime(i))) {
                rows.add(bars.bar(i));
            }
        }
        return rows;
    }

    @Test
    void volumeRollsAreThoseOfTheKnownCrossoversAtTheKnownSpreads() {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            RollBuild build = chain(made, made.bars).rolls(VOLUME);
            assertEquals(List.of(), build.warnings());
            assertEquals("by rule: volume crossover", build.calendar().provenance());
            assertEquals(made.contracts.get(0).symbol(), build.first());
            assertEquals(3, build.calendar().rolls().size());
            for (int r = 0; r < 3; r++) {
                Roll roll = build.calendar().rolls().get(r);
                LocalDate next = made.crossovers.get(r).plusDays(1);
                while (!CALENDAR.isTradingDay(next)) {
                    next = next.plusDays(1);
                }
                assertEquals(CALENDAR.sessions(next).get(0).opens(), roll.time(), "seed " + seed);
                assertEquals(made.contracts.get(r).symbol(), roll.from());
                assertEquals(made.contracts.get(r + 1).symbol(), roll.to());
                int ticks = made.offsets.get(r + 1) - made.offsets.get(r);
                assertEquals(
                        0,
                        new BigDecimal("0.25").multiply(new BigDecimal(ticks)).compareTo(roll.spread()));
                assertEquals(0, lastCommonClose(made, r, roll.time()).compareTo(roll.oldPrice()));
            }
        }
    }

    /** Of the old contract, in the last bar before the roll that both have. */
    private static BigDecimal lastCommonClose(SyntheticChain made, int r, long before) {
        TreeSet<Long> common = new TreeSet<>();
        rows(made.bars.get(made.contracts.get(r)), time -> time < before).forEach(bar -> common.add(bar.openTime()));
        TreeSet<Long> young = new TreeSet<>();
        rows(made.bars.get(made.contracts.get(r + 1)), time -> time < before).forEach(bar -> young.add(bar.openTime()));
        common.retainAll(young);
        return new BigDecimal(made.walk.get(common.last()) + made.offsets.get(r)).multiply(new BigDecimal("0.25"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFrontSeriesHasEachContractsOwnBarsUntilItsRoll(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            ContractChain chain = chain(made, made.bars);
            RollBuild build = chain.rolls(rule);
            List<Roll> rolls = build.calendar().rolls();
            assertEquals(3, rolls.size());
            List<Bar> expected = new ArrayList<>();
            for (int c = 0; c < 4; c++) {
                long from = c == 0 ? Long.MIN_VALUE : rolls.get(c - 1).time();
                long to = c == 3 ? Long.MAX_VALUE : rolls.get(c).time();
                expected.addAll(rows(made.bars.get(made.contracts.get(c)), time -> from <= time && time < to));
            }
            BarSeries front = front(made.bars, build);
            assertEquals(expected, rows(front, time -> true));
            assertEquals("ES", front.symbol());
            ContinuousSeries none = ContinuousSeries.of(front, GRID, build.calendar(), Adjustment.NONE);
            assertEquals(expected, rows(none.adjusted(), time -> true));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void byDifferenceItMovesAsTheWalkUnderAllContracts(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            ContractChain chain = chain(made, made.bars);
            RollBuild build = chain.rolls(rule);
            BarSeries adjusted = ContinuousSeries.of(
                            front(made.bars, build), GRID, build.calendar(), Adjustment.DIFFERENCE)
                    .adjusted();
            for (int i = 0; i < adjusted.size(); i++) {
                assertEquals(
                        GRID.price(made.walk.get(adjusted.openTime(i)) + made.offsets.get(3)), adjusted.close(i), 0.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void byRatioItReturnsWhatAHolderOfTheContractsHas(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            ContractChain chain = chain(made, made.bars);
            RollBuild build = chain.rolls(rule);
            BarSeries front = front(made.bars, build);
            BarSeries adjusted = ContinuousSeries.of(front, GRID, build.calendar(), Adjustment.RATIO)
                    .adjusted();
            double wealth = 1;
            double bought = front.close(0);
            int r = 0;
            for (int i = 1; i < front.size(); i++) {
                if (r < 3
                        && front.openTime(i) >= build.calendar().rolls().get(r).time()) {
                    Roll roll = build.calendar().rolls().get(r);
                    wealth *= roll.oldPrice().doubleValue() / bought;
                    bought = roll.newPrice().doubleValue();
                    r++;
                }
                assertEquals(wealth * front.close(i) / bought, adjusted.close(i) / adjusted.close(0), 1e-9);
            }
            assertEquals(3, r);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsBuiltAsBarsArriveStaysWhenMoreArrive(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            ContractChain chain = chain(made, made.bars);
            RollBuild whole = chain.rolls(rule);
            BarSeries front = front(made.bars, whole);
            Random random = new Random(seed);
            TreeSet<Long> ends = new TreeSet<>(List.of(front.openTime(front.size() - 1) + 1));
            for (Roll roll : whole.calendar().rolls()) {
                ends.addAll(List.of(roll.time() - 1, roll.time(), roll.time() + 1, roll.time() + 86_400_000L));
            }
            for (int i = 0; i < 20; i++) {
                ends.add(front.openTime(1 + random.nextInt(front.size() - 1)));
            }
            for (long end : ends) {
                Map<FuturesContract, BarSeries> arrived = new HashMap<>();
                made.bars.forEach((contract, bars) -> arrived.put(contract, bars.between(Long.MIN_VALUE, end)));
                ContractChain sofar = chain(made, arrived);
                RollBuild build = sofar.rolls(rule);
                List<Roll> reached = whole.calendar().rolls().stream()
                        .filter(roll -> arrived.values().stream()
                                .anyMatch(bars -> bars.firstAtOrAfter(roll.time()) < bars.size()))
                        .toList();
                assertEquals(reached, build.calendar().rolls());
                assertEquals(rows(front, time -> time < end), rows(front(arrived, build), time -> true));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void addingLaterContractsChangesNoEarlierRollOrBar(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            ContractChain chain = chain(made, made.bars);
            RollBuild whole = chain.rolls(rule);
            for (int n = 1; n < 4; n++) {
                Map<FuturesContract, BarSeries> some = new HashMap<>();
                made.contracts.subList(0, n).forEach(contract -> some.put(contract, made.bars.get(contract)));
                ContractChain fewer = chain(made, some);
                RollBuild build = fewer.rolls(rule);
                assertEquals(
                        whole.calendar().rolls().subList(0, n - 1),
                        build.calendar().rolls());
                long next = whole.calendar().rolls().get(n - 1).time();
                assertEquals(
                        rows(front(made.bars, whole), time -> time < next),
                        rows(front(some, build), time -> time < next));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRollUsesNothingAtItsTimeOrLater(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            List<Roll> rolls = chain(made, made.bars).rolls(rule).calendar().rolls();
            for (int r = 0; r < 3; r++) {
                long time = rolls.get(r).time();
                Random random = new Random(seed);
                Map<FuturesContract, BarSeries> changed = new HashMap<>();
                made.bars.forEach((contract, bars) -> changed.put(contract, changedFrom(time, bars, random)));
                RollBuild build = chain(made, changed).rolls(rule);
                assertEquals(rolls.subList(0, r + 1), build.calendar().rolls().subList(0, r + 1));
            }
        }
    }

    /** Other prices and volumes from a time on, and half of the bars gone. */
    private static BarSeries changedFrom(long time, BarSeries bars, Random random) {
        BarSeries.Builder changed = BarSeries.builder(bars.symbol(), bars.timeframe());
        for (int i = 0; i < bars.size(); i++) {
            if (bars.openTime(i) < time) {
                changed.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            } else if (random.nextBoolean()) {
                double price = GRID.price(random.nextInt(40_000));
                changed.add(bars.openTime(i), price, price, price, price, random.nextInt(1_000_000));
            }
        }
        return changed.build();
    }

    @Test
    void theMadeUpVolumeComesBackBelowTheFrontsSoThatRollingBackWouldShow() {
        SyntheticChain made = new SyntheticChain(new Random(1));
        BarSeries old = made.bars.get(made.contracts.get(0));
        long after = CALENDAR.endOf(made.crossovers.get(0));
        List<Bar> late = rows(old, time -> time >= after);
        assertTrue(late.stream().anyMatch(bar -> bar.volume() >= 10_000), "the old contract is traded most again");
        assertFalse(late.stream().allMatch(bar -> bar.volume() >= 10_000));
    }
}
