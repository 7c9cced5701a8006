package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.Roll;
import futures.model.Side;
import futures.model.roll.ContractChain;
import futures.model.roll.RollBuild;
import futures.model.roll.RollRule;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who holds from contract to contract earns what each of them earned while it was held, less the costs: reckoned in decimals from the
 * contracts' own bars, for every rule and adjustment.
 */
class HeldAcrossRollsTest {
    private static final ContractSpec ES = Samples.es();
    private static final int SIZE = 3;
    private static final BigDecimal CHARGES = new BigDecimal("2.50");
    private static final Costs COSTS = new Costs(new BigDecimal("2.13"), new BigDecimal("0.37"), 1, 2);
    private static final FillSettings OPEN_AT_THE_END = new FillSettings(true, false, false, true);
    private static final int CHAINS = 24;

    static List<RollRule> rules() {
        return List.of(
                new RollRule.VolumeCrossover(),
                new RollRule.DaysBeforeExpiry(1),
                new RollRule.DaysBeforeExpiry(6),
                new RollRule.FixedDay(9));
    }

    /** Sends one order at the close of the first bar. */
    private static final class Holder extends Strategy {
        private final Side side;

        Holder(Side side) {
            this.side = side;
        }

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (bars.count() == 1) {
                broker.send(Order.market(side, SIZE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void earnsWhatTheContractsEarnedLessTheCosts(RollRule rule) {
        TreeSet<Integer> seen = new TreeSet<>();
        for (int seed = 0; seed < CHAINS; seed++) {
            MonthlyChain made = new MonthlyChain(2 + seed % 8, ES.ticks(), new Random(seed));
            Map<String, BarSeries> contracts = new HashMap<>();
            made.bars.forEach((contract, bars) -> contracts.put(contract.symbol(), bars));
            RollBuild build = ContractChain.of(made.bars, made.expiries, MonthlyChain.CALENDAR, ES.ticks())
                    .rolls(rule);
            BarSeries front = build.join("ES", contracts);
            List<Roll> rolls = build.calendar().rolls();
            seen.add(rolls.size());
            BigDecimal points = earned(contracts, build.first(), rolls, front);
            for (Side side : Side.values()) {
                BigDecimal legs = BigDecimal.valueOf(1 + 2L * rolls.size());
                BigDecimal slippage = ES.ticks().tickSize().multiply(legs);
                BigDecimal expected = points.multiply(BigDecimal.valueOf(side.sign()))
                        .subtract(slippage)
                        .multiply(ES.pointValue())
                        .subtract(CHARGES.multiply(legs))
                        .multiply(BigDecimal.valueOf(SIZE));
                for (Adjustment adjustment : Adjustment.values()) {
                    BacktestResult result = Backtest.run(BacktestRequest.of(
                                    () -> new Holder(side),
                                    Market.of(front, ES).withRolls(build.calendar(), adjustment))
                            .withFills(OPEN_AT_THE_END)
                            .withCosts(COSTS));
                    String which = "seed " + seed + " " + side + " " + adjustment;
                    assertEquals(rolls.size(), result.rolls().size(), which);
                    BigDecimal profit = BigDecimal.valueOf(result.equity().last() - 100_000);
                    assertEquals(expected.setScale(2), profit.setScale(2, RoundingMode.HALF_EVEN), which);
                }
            }
        }
        assertTrue(seen.contains(1) && seen.contains(8), "numbers of rolls: " + seen);
    }

    /** In points: of each contract the price at which it was left less that at which it was entered. */
    private static BigDecimal earned(
            Map<String, BarSeries> contracts, String first, List<Roll> rolls, BarSeries front) {
        BarSeries held = contracts.get(first);
        BigDecimal entered = BigDecimal.valueOf(held.open(at(held, front.openTime(1))));
        BigDecimal sum = BigDecimal.ZERO;
        for (Roll roll : rolls) {
            BarSeries next = contracts.get(roll.to());
            long moment = lastOfBoth(held, next, roll.time());
            sum = sum.add(BigDecimal.valueOf(held.close(at(held, moment)))).subtract(entered);
            held = next;
            entered = BigDecimal.valueOf(held.close(at(held, moment)));
        }
        long end = front.openTime(front.size() - 1);
        return sum.add(BigDecimal.valueOf(held.close(at(held, end)))).subtract(entered);
    }

    private static long lastOfBoth(BarSeries one, BarSeries other, long before) {
        TreeSet<Long> times = new TreeSet<>();
        for (int i = 0; i < one.size(); i++) {
            if (one.openTime(i) < before && at(other, one.openTime(i)) >= 0) {
                times.add(one.openTime(i));
            }
        }
        return times.last();
    }

    /** Index of the bar that opens then; -1 when there is none. */
    private static int at(BarSeries bars, long time) {
        int i = bars.firstAtOrAfter(time);
        return i < bars.size() && bars.openTime(i) == time ? i : -1;
    }
}
