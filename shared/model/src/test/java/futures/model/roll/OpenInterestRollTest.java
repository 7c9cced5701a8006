package futures.model.roll;

import static futures.model.roll.SyntheticChain.CALENDAR;
import static futures.model.roll.SyntheticChain.GRID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.Roll;
import futures.model.TradingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rolls by open interest, on made-up contracts whose crossovers are known. */
class OpenInterestRollTest {
    private static final int CHAINS = 8;
    private static final RollRule RULE = new RollRule.OpenInterestCrossover();

    /** Bars that open before a time, and the open interest of the days that are over then. */
    private static ContractChain chain(SyntheticChain made, long before) {
        List<Listing> listings = new ArrayList<>();
        made.bars.forEach((contract, bars) -> {
            SortedMap<LocalDate, Double> open = new TreeMap<>();
            made.openInterest.get(contract).forEach((day, contracts) -> {
                if (before == Long.MAX_VALUE || CALENDAR.endOf(day) <= before) {
                    open.put(day, contracts);
                }
            });
            BarSeries arrived = bars.between(Long.MIN_VALUE, before);
            ContractHistory history = ContractHistory.of(arrived, open, CALENDAR);
            listings.add(new Listing(contract.symbol(), contract, history, made.expiries.get(contract), null));
        });
        return ContractChain.of(listings, CALENDAR, GRID);
    }

    @Test
    void theEndOfTheKnownDayDecidesAndTheNextOpeningRolls() {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            RollBuild build = chain(made, Long.MAX_VALUE).rolls(RULE);
            assertEquals(List.of(), build.warnings());
            assertEquals("by rule: open interest crossover", build.calendar().provenance());
            List<Long> expected = made.openInterestCrossovers.stream()
                    .map(day -> CALENDAR.sessions(CALENDAR.tradingDay(CALENDAR.endOf(day)))
                            .get(0)
                            .opens())
                    .toList();
            assertEquals(
                    expected, build.calendar().rolls().stream().map(Roll::time).toList(), "seed " + seed);
        }
    }

    @Test
    void builtAsDaysEndItIsWhatItIsBuiltAtOnce() {
        for (int seed = 0; seed < CHAINS; seed++) {
            SyntheticChain made = new SyntheticChain(new Random(seed));
            List<Roll> whole =
                    chain(made, Long.MAX_VALUE).rolls(RULE).calendar().rolls();
            TradingDays days = TradingDays.of(made.bars.get(made.contracts.get(3)), CALENDAR);
            for (int d = 0; d < days.count(); d += 3) {
                long end = CALENDAR.endOf(days.day(d));
                List<Roll> reached = whole.stream()
                        .filter(roll -> made.bars.values().stream().anyMatch(bars -> {
                            int at = bars.firstAtOrAfter(roll.time());
                            return at < bars.size() && bars.openTime(at) < end;
                        }))
                        .toList();
                assertEquals(reached, chain(made, end).rolls(RULE).calendar().rolls());
            }
        }
    }

    @Test
    void aDayWithoutANumberOfOneOfTheTwoDecidesNothing() {
        SyntheticChain made = new SyntheticChain(new Random(3));
        LocalDate crossed = made.openInterestCrossovers.get(0);
        made.openInterest.get(made.contracts.get(0)).remove(crossed);
        long roll = chain(made, Long.MAX_VALUE)
                .rolls(RULE)
                .calendar()
                .rolls()
                .get(0)
                .time();
        SortedMap<LocalDate, Double> old = made.openInterest.get(made.contracts.get(0));
        SortedMap<LocalDate, Double> young = made.openInterest.get(made.contracts.get(1));
        LocalDate next = old.keySet().stream()
                .filter(day -> young.containsKey(day) && young.get(day) > old.get(day))
                .findFirst()
                .orElseThrow();
        assertTrue(next.isAfter(crossed));
        assertEquals(next, CALENDAR.onOrBefore(CALENDAR.tradingDay(roll).minusDays(1)));
    }

    @Test
    void withoutAnyTheNextContractTakesOverAfterTheLastDay() {
        SyntheticChain made = new SyntheticChain(new Random(4));
        made.openInterest.replaceAll((contract, open) -> new TreeMap<>());
        RollBuild build = chain(made, Long.MAX_VALUE).rolls(RULE);
        LocalDate last = CALENDAR.onOrBefore(made.expiries.get(made.contracts.get(0)));
        assertTrue(CALENDAR.endOf(last) <= build.calendar().rolls().get(0).time());
        LocalDate day = CALENDAR.tradingDay(CALENDAR.endOf(last));
        assertEquals(
                "ESM24 never had more open interest at the end of a day than ESH24 until that one's last, " + last
                        + ": it takes over on " + day,
                build.warnings().get(0));
    }
}
