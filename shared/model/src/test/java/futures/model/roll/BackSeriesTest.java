package futures.model.roll;

import static futures.model.roll.SyntheticChain.CALENDAR;
import static futures.model.roll.SyntheticChain.GRID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContinuousSeries;
import futures.model.Roll;
import futures.model.RollCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts behind the front one, and rules that go on behind given rolls. */
class BackSeriesTest {
    private static final int CHAINS = 6;
    private static final RollRule VOLUME = new RollRule.VolumeCrossover();

    static List<RollRule> rules() {
        return RollBuildTest.rules();
    }

    private static SyntheticChain listedFromTheStart(int seed) {
        return new SyntheticChain(new Random(seed), 400);
    }

    private static ContractChain chain(SyntheticChain made) {
        return ContractChain.of(made.bars, made.expiries, CALENDAR, GRID);
    }

    private static Map<String, BarSeries> bySymbol(SyntheticChain made) {
        Map<String, BarSeries> bars = new HashMap<>();
        made.bars.forEach((contract, series) -> bars.put(contract.symbol(), series));
        return bars;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void atEachTimeItIsTheContractThatTheFrontRollsInto(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = listedFromTheStart(seed);
            ContractChain chain = chain(made);
            RollBuild front = chain.rolls(rule);
            List<Roll> rolls = front.calendar().rolls();
            for (int depth = 1; depth <= 3; depth++) {
                RollBuild back = chain.back(depth, front).orElseThrow();
                assertEquals(made.contracts.get(depth).symbol(), back.first());
                assertEquals(3 - depth, back.calendar().rolls().size());
                assertEquals(rolls.get(3 - depth).time(), back.until());
                for (int r = 0; r < 3 - depth; r++) {
                    Roll roll = back.calendar().rolls().get(r);
                    assertEquals(rolls.get(r).time(), roll.time());
                    assertEquals(made.contracts.get(r + depth).symbol(), roll.from());
                    assertEquals(made.contracts.get(r + depth + 1).symbol(), roll.to());
                }
            }
            assertTrue(chain.back(4, front).isEmpty());
        }
    }

    /** Contracts stand a fixed distance above one walk, so that by difference every series is the walk. */
    @ParameterizedTest
    @MethodSource("rules")
    void byDifferenceItMovesAsTheWalkUnderAllContracts(RollRule rule) {
        int bars = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = listedFromTheStart(seed);
            ContractChain chain = chain(made);
            RollBuild back = chain.back(1, chain.rolls(rule)).orElseThrow();
            BarSeries adjusted = ContinuousSeries.of(
                            back.join("ES", bySymbol(made)), GRID, back.calendar(), Adjustment.DIFFERENCE)
                    .adjusted();
            for (int i = 0; i < adjusted.size(); i++) {
                assertEquals(
                        GRID.price(made.walk.get(adjusted.openTime(i)) + made.offsets.get(3)), adjusted.close(i), 0.0);
                assertTrue(adjusted.openTime(i) < back.until());
            }
            bars += adjusted.size();
        }
        assertTrue(bars > 1000, "bars compared: " + bars);
    }

    @Test
    void whereItsNextContractHasNoBarYetItEnds() {
        SyntheticChain made = new SyntheticChain(new Random(1));
        ContractChain chain = chain(made);
        RollBuild front = chain.rolls(VOLUME);
        RollBuild back = chain.back(1, front).orElseThrow();
        assertEquals(List.of(), back.calendar().rolls());
        assertEquals(front.calendar().rolls().get(0).time(), back.until());
        assertTrue(back.warnings().get(0).contains("the roll from ESM24 to ESU24"), back.warnings()::toString);
    }

    @Test
    void contractsThatGivenRollsPassOverAreNotBehindThem() {
        SyntheticChain made = listedFromTheStart(2);
        ContractChain chain = chain(made);
        Roll over = new Roll(chain.rolls(VOLUME).calendar().rolls().get(0).time(), "ESH24", "ESU24", price(), price());
        RollBuild front = new RollBuild("ESH24", RollCalendar.of(over), Long.MAX_VALUE, List.of());
        RollBuild back = chain.back(1, front).orElseThrow();
        assertEquals("ESU24", back.first());
        assertEquals("ESZ24", chain.back(2, front).orElseThrow().first());
    }

    private static BigDecimal price() {
        return new BigDecimal("5000.25");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleGoesOnBehindItsOwnFirstRollsAsIfBuiltAtOnce(RollRule rule) {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = listedFromTheStart(seed);
            List<Roll> whole = chain(made).rolls(rule).calendar().rolls();
            for (int n = 1; n <= 3; n++) {
                RollBuild build = chain(made).rollsBehind(new RollCalendar(whole.subList(0, n), "edited"), rule);
                assertEquals(whole, build.calendar().rolls());
                assertEquals("edited, then by rule: " + rule, build.calendar().provenance());
            }
        }
    }

    @Test
    void givenRollsStayAndTheRuleCountsFromTheLastOfThem() {
        SyntheticChain made = listedFromTheStart(1);
        LocalDate crossed = made.crossovers.get(1);
        long late = CALENDAR.endOf(CALENDAR.onOrBefore(crossed.minusDays(20)));
        Roll edited = new Roll(late, "ESH24", "ESM24", price(), price());
        List<Roll> rolls = chain(made)
                .rollsBehind(RollCalendar.of(edited), VOLUME)
                .calendar()
                .rolls();
        assertEquals(edited, rolls.get(0));
        assertEquals(chain(made).rolls(VOLUME).calendar().rolls().subList(1, 3), rolls.subList(1, 3));
    }
}
