package futures.model.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of docs/rolls.md, on a few bars each. */
class RollRuleTest {
    private static final TickGrid QUARTER = new TickGrid(new BigDecimal("0.25"));
    private static final RollRule VOLUME = new RollRule.VolumeCrossover();

    private final Map<FuturesContract, BarSeries> bars = new HashMap<>();
    private final Map<FuturesContract, LocalDate> expiries = new HashMap<>();

    private static FuturesContract contract(String symbol) {
        return FuturesContract.parse(symbol).orElseThrow();
    }

    /** Hourly bars, each as {@code open time in UTC, close, volume}. */
    private void given(String symbol, String expiry, String... rows) {
        BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.parse("1h"));
        for (String row : rows) {
            String[] cells = row.split(" ");
            double close = Double.parseDouble(cells[1]);
            builder.add(millis(cells[0]), close, close, close, close, Double.parseDouble(cells[2]));
        }
        bars.put(contract(symbol), builder.build());
        expiries.put(contract(symbol), LocalDate.parse(expiry));
    }

    private static long millis(String utc) {
        return Instant.parse(utc + ":00Z").toEpochMilli();
    }

    private ContractChain chain() {
        return ContractChain.of(bars, expiries, TradingCalendar.CME_EQUITY, QUARTER);
    }

    private static void assertRolls(RollBuild build, String... rolls) {
        assertEquals(
                List.of(rolls),
                build.calendar().rolls().stream()
                        .map(roll -> Instant.ofEpochMilli(roll.time()) + " " + roll.from() + " " + roll.oldPrice() + " "
                                + roll.to() + " " + roll.newPrice())
                        .toList());
    }

    @Test
    void volumeOfAWholeTradingDayDecidesAndTheNextOpeningRolls() {
        // Friday's trading day began on Thursday evening; clocks went forward on the Sunday that follows
        given(
                "ESH24",
                "2024-03-15",
                "2024-03-07T20:00 5150 900",
                "2024-03-08T02:00 5151 300",
                "2024-03-08T15:00 5152 300",
                "2024-03-08T20:00 5153 300",
                "2024-03-10T22:00 5160 900");
        given(
                "ESM24",
                "2024-06-21",
                "2024-03-07T20:00 5210 800",
                "2024-03-08T02:00 5211 400",
                "2024-03-08T15:00 5212.25 501",
                "2024-03-10T22:00 5220 100");
        RollBuild build = chain().rolls(VOLUME);
        assertRolls(build, "2024-03-10T22:00:00Z ESH24 5152.00 ESM24 5212.25");
        assertEquals(List.of(), build.warnings());
    }

    @Test
    void equalVolumeIsNoCrossover() {
        given("ESH24", "2024-03-15", "2024-03-07T20:00 5150 900", "2024-03-08T20:00 5150 900");
        given(
                "ESM24",
                "2024-06-21",
                "2024-03-07T20:00 5210 900",
                "2024-03-08T20:00 5210 901",
                "2024-03-11T20:00 5210 1");
        assertRolls(chain().rolls(VOLUME), "2024-03-10T22:00:00Z ESH24 5150.00 ESM24 5210.00");
    }

    @Test
    void theOpeningIsTheSundayEveningBeforeAHolidayThatBelongsToTheNextDay() {
        given("ESF24", "2024-01-31", "2024-01-12T15:00 4800 1", "2024-01-14T23:00 4810 1");
        given("ESH24", "2024-03-15", "2024-01-12T15:00 4850 2", "2024-01-14T23:00 4860 2");
        assertRolls(chain().rolls(VOLUME), "2024-01-14T23:00:00Z ESF24 4800.00 ESH24 4850.00");
    }

    @Test
    void aDecisionWhoseDayIsNotOverIsNotMade() {
        given("ESH24", "2024-03-15", "2024-03-07T15:00 5150 1");
        given("ESM24", "2024-06-21", "2024-03-07T15:00 5210 2", "2024-03-07T20:00 5210 2");
        assertRolls(chain().rolls(VOLUME));
    }

    @Test
    void oneRollADayAtMost() {
        given("ESH24", "2024-03-15", "2024-03-07T15:00 1 1", "2024-03-08T15:00 1 1", "2024-03-11T15:00 1 1");
        given("ESM24", "2024-06-21", "2024-03-07T15:00 2 2", "2024-03-08T15:00 2 2", "2024-03-11T15:00 2 2");
        given("ESU24", "2024-09-20", "2024-03-07T15:00 3 3", "2024-03-08T15:00 3 3", "2024-03-11T15:00 3 3");
        assertRolls(
                chain().rolls(VOLUME),
                "2024-03-07T23:00:00Z ESH24 1.00 ESM24 2.00",
                "2024-03-10T22:00:00Z ESM24 2.00 ESU24 3.00");
    }

    @Test
    void withoutACrossoverTheNextContractTakesOverAfterTheLastDay() {
        given("ESH24", "2024-03-15", "2024-03-14T15:00 5150 9", "2024-03-15T13:00 5151 9");
        given("ESM24", "2024-06-21", "2024-03-14T15:00 5210 1", "2024-03-15T13:00 5211 1", "2024-03-18T15:00 5212 1");
        RollBuild build = chain().rolls(VOLUME);
        assertRolls(build, "2024-03-17T22:00:00Z ESH24 5151.00 ESM24 5211.00");
        assertWarns(
                build,
                "ESM24 never traded more in a day than ESH24 until that one's last, 2024-03-15: it takes over on 2024-03-18");
    }

    @Test
    void barsAfterTheLastDayDecideNothing() {
        given("ESH24", "2024-03-15", "2024-03-15T13:00 5151 9", "2024-03-18T13:00 5152 1");
        given("ESM24", "2024-06-21", "2024-03-15T13:00 5211 1", "2024-03-18T13:00 5212 5", "2024-03-19T13:00 5212 5");
        assertRolls(chain().rolls(VOLUME), "2024-03-17T22:00:00Z ESH24 5151.00 ESM24 5211.00");
    }

    @Test
    void ofTwoRollsThatTheRulePutsOnOneDayTheSecondIsOnTheNext() {
        given("ESG24", "2024-03-01", "2024-02-29T15:00 1 1", "2024-03-01T15:00 1 1");
        given("ESH24", "2024-03-28", "2024-02-29T15:00 2 1", "2024-03-01T15:00 2.25 1");
        given("ESJ24", "2024-04-26", "2024-03-01T15:00 3 1", "2024-03-04T15:00 3 1");
        assertRolls(
                chain().rolls(new RollRule.FixedDay(1)),
                "2024-02-29T23:00:00Z ESG24 1.00 ESH24 2.00",
                "2024-03-03T23:00:00Z ESH24 2.25 ESJ24 3.00");
    }

    @Test
    void aDayWithoutBarsOfTheFrontContractDecidesNothing() {
        given("ESH24", "2024-03-15", "2024-03-06T15:00 5150 9", "2024-03-08T15:00 5151 9");
        given(
                "ESM24",
                "2024-06-21",
                "2024-03-06T15:00 5210 1",
                "2024-03-07T15:00 5210 1",
                "2024-03-08T15:00 5211 10",
                "2024-03-11T15:00 5211 10");
        assertRolls(chain().rolls(VOLUME), "2024-03-10T22:00:00Z ESH24 5151.00 ESM24 5211.00");
    }

    /** ES expired on Friday 2024-03-15, CL's April contract on 2024-03-20; 2024-03-29 was Good Friday. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-15, 0, 2024-03-15", "2024-03-15, 1, 2024-03-14", "2024-03-15, 5, 2024-03-08",
        "2024-04-02, 1, 2024-04-01", "2024-04-02, 2, 2024-03-28", "2024-04-02, 3, 2024-03-27",
    })
    void daysBeforeExpiryAreTradingDays(LocalDate lastDay, int days, LocalDate day) {
        assertEquals(day, new RollRule.DaysBeforeExpiry(days).latest(lastDay, TradingCalendar.CME_EQUITY));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-15, 8, 2024-03-08", "2024-03-15, 10, 2024-03-11", "2024-03-15, 15, 2024-03-15",
        "2024-03-15, 16, 2024-02-16", "2024-03-15, 31, 2024-02-29", "2024-04-02, 29, 2024-04-01",
        "2025-01-21, 20, 2025-01-21", "2024-01-19, 25, 2023-12-26",
    })
    void aFixedDayIsTheLastOfThatNumberUntilExpiryOrTheTradingDayAfterIt(LocalDate lastDay, int number, LocalDate day) {
        assertEquals(day, new RollRule.FixedDay(number).latest(lastDay, TradingCalendar.CME_EQUITY));
    }

    @Test
    void anExpiryOnNoTradingDayIsTheOneBefore() {
        given("ESH24", "2024-03-17", "2024-03-13T15:00 5150 9");
        given("ESM24", "2024-06-21", "2024-03-13T15:00 5210 1", "2024-03-15T13:00 5211 1");
        assertRolls(
                chain().rolls(new RollRule.DaysBeforeExpiry(1)), "2024-03-13T22:00:00Z ESH24 5150.00 ESM24 5210.00");
    }

    @Test
    void aRollWithoutACommonBarIsRefusedAndTheCalendarEndsThere() {
        given("ESH24", "2024-03-15", "2024-03-08T15:00 5150 9");
        given("ESM24", "2024-06-21", "2024-03-18T15:00 5210 1");
        given("ESU24", "2024-09-20", "2024-07-18T15:00 5210 1");
        RollBuild build = chain().rolls(new RollRule.DaysBeforeExpiry(1));
        assertRolls(build);
        assertWarns(
                build,
                "the roll from ESH24 to ESM24 on 2024-03-14 has no price: there is no bar before it in which both traded. The"
                        + " calendar ends in ESH24; import the missing bars, or leave one of the two out");
    }

    @Test
    void anOldPriceAndOneOffTheGridAreSaid() {
        given("ESH24", "2024-03-15", "2024-03-08T15:00 5150.1 9", "2024-03-13T15:00 5160 9");
        given("ESM24", "2024-06-21", "2024-03-08T15:00 5210 1", "2024-03-14T15:00 5211 1");
        RollBuild build = chain().rolls(new RollRule.DaysBeforeExpiry(1));
        assertRolls(build, "2024-03-13T22:00:00Z ESH24 5150.00 ESM24 5210.00");
        assertWarns(
                build,
                "the roll from ESH24 to ESM24 on 2024-03-14 has the prices of 2024-03-08T15:00:00Z: there is no later bar before"
                        + " it in which both traded",
                "the roll from ESH24 to ESM24 on 2024-03-14 has 5150.00 for ESH24, the nearest tick to its close of 5150.1");
    }

    @Test
    void contractsThatBeginAfterTheirRollAreLeftOut() {
        given("ESZ23", "2023-12-15");
        given("ESH24", "2024-03-15", "2024-03-14T15:00 5150 9");
        given("ESM24", "2024-06-21", "2024-03-14T15:00 5210 1");
        RollBuild build = chain().rolls(new RollRule.DaysBeforeExpiry(5));
        assertEquals("ESM24", build.first());
        assertRolls(build);
        assertWarns(
                build,
                "ESZ23 is left out: it has no bars before 2023-12-08, when the next contract takes over",
                "ESH24 is left out: it has no bars before 2024-03-08, when the next contract takes over");
    }

    private static void assertWarns(RollBuild build, String... warnings) {
        assertEquals(List.of(warnings), build.warnings());
    }

    @Test
    void whatIsWrongIsSaid() {
        assertSays("a chain needs a contract", this::chain);
        given("ESH24", "2024-03-15");
        given("ESM24", "2024-03-16");
        assertSays(
                "ESH24 and ESM24 have their last days on 2024-03-15 and 2024-03-15; the later month must expire later",
                this::chain);
        given("ESM24", "2024-06-21");
        expiries.remove(contract("ESH24"));
        assertSays("ESH24 has no expiry: give the last day on which it trades", this::chain);
        given("ESH24", "2024-03-15");
        bars.put(contract("ESM24"), BarSeries.builder("ESM24", Timeframe.MINUTE).build());
        assertSays("ESH24 and ESM24 have bars of 1h and 1m; a chain needs one timeframe", this::chain);
        bars.remove(contract("ESM24"));
        given("NQM24", "2024-06-21");
        assertSays("ESH24 and NQM24 are contracts of two products", this::chain);
        bars.remove(contract("NQM24"));
        Roll roll = new Roll(0, "ESH24", "ESM24", BigDecimal.ONE, BigDecimal.TEN);
        assertSays(
                "there are no bars of ESM24 in the chain",
                () -> build("ESH24", roll).join("ES", Map.of("ESH24", bars.get(contract("ESH24")))));
        assertSays("the roll from ESH24 to ESM24 does not leave the front contract ESU24", () -> build("ESU24", roll));
        assertSays("there is no roll to go on behind", () -> chain().rollsBehind(RollCalendar.NONE, VOLUME));
        bars.put(
                contract("ESH24"),
                BarSeries.builder("ESH24", Timeframe.parse("1w")).build());
        assertSays("rolls are built by trading days and need bars of a day or less", this::chain);
        assertSays("0 to 250 trading days before expiry, found -1", () -> new RollRule.DaysBeforeExpiry(-1));
        assertSays("0 to 250 trading days before expiry, found 251", () -> new RollRule.DaysBeforeExpiry(251));
        assertSays("before first notice, found -1", () -> new RollRule.DaysBeforeFirstNotice(-1));
        assertSays("a day of the month is 1 to 31, found 32", () -> new RollRule.FixedDay(32));
        assertSays("a day of the month is 1 to 31, found 0", () -> new RollRule.FixedDay(0));
    }

    private static RollBuild build(String first, Roll... rolls) {
        return new RollBuild(first, RollCalendar.of(rolls), Long.MAX_VALUE, List.of());
    }

    private static void assertSays(String part, Runnable does) {
        String message = assertThrows(IllegalArgumentException.class, does::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
