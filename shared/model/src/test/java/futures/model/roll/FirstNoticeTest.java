package futures.model.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.FirstNotice;
import futures.model.FuturesContract;
import futures.model.LastTrade;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First notice days against a calendar on the wall, and rolls before them. */
class FirstNoticeTest {
    private static final TradingCalendar RATES = TradingCalendar.CME_RATES;

    /** 2024-03-29 was Good Friday; the last day of March 2024 a Sunday, of August a Saturday, 2024-12-31 a Tuesday. */
    @ParameterizedTest
    @CsvSource({"2024-04, 2024-03-28", "2024-06, 2024-05-31", "2024-09, 2024-08-30", "2025-01, 2024-12-31"})
    void theLastBusinessDayOfTheMonthBefore(YearMonth month, LocalDate day) {
        assertEquals(day, FirstNotice.LAST_DAY_OF_MONTH_BEFORE.of(month, null, TradingCalendar.CME_ENERGY_METALS));
    }

    @Test
    void whereNoticesComeAfterTradingTheLastTradingDayStandsForIt() {
        TradingCalendar energy = TradingCalendar.CME_ENERGY_METALS;
        YearMonth january = YearMonth.of(2025, 1);
        LocalDate last = LastTrade.THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE.of(january, energy);
        assertEquals(LocalDate.of(2024, 12, 19), FirstNotice.AFTER_LAST_TRADE.of(january, last, energy));
    }

    private static Listing listing(String symbol, String lastDay, String firstNotice, String... times) {
        BarSeries.Builder bars = BarSeries.builder(symbol, Timeframe.parse("1h"));
        for (String time : times) {
            bars.add(Instant.parse(time + ":00Z").toEpochMilli(), 110, 110, 110, 110, 1);
        }
        return new Listing(
                symbol,
                FuturesContract.parse(symbol).orElseThrow(),
                ContractHistory.of(bars.build(), Collections.emptySortedMap(), RATES),
                LocalDate.parse(lastDay),
                firstNotice == null ? null : LocalDate.parse(firstNotice));
    }

    private static ContractChain chain(String lastDay, String firstNotice) {
        return ContractChain.of(
                List.of(
                        listing("ZNM24", lastDay, firstNotice, "2024-05-20T15:00", "2024-05-28T15:00"),
                        listing(
                                "ZNU24",
                                "2024-09-19",
                                "2024-08-30",
                                "2024-05-20T15:00",
                                "2024-05-28T15:00",
                                "2024-06-20T15:00")),
                RATES,
                new TickGrid(new BigDecimal("0.015625")));
    }

    /** Monday, 2024-05-27, was Memorial Day: its evening before belongs to Tuesday. */
    @ParameterizedTest
    @CsvSource({"0, 2024-05-30T22:00:00Z", "1, 2024-05-29T22:00:00Z", "3, 2024-05-26T22:00:00Z"})
    void theNextContractCountsTradingDaysBeforeIt(int days, Instant time) {
        RollBuild build = chain("2024-06-18", "2024-05-31").rolls(new RollRule.DaysBeforeFirstNotice(days));
        assertEquals(time.toEpochMilli(), build.calendar().rolls().get(0).time());
        assertEquals(
                "by rule: " + days + " trading days before first notice",
                build.calendar().provenance());
    }

    @Test
    void noneIsAfterTheLastDay() {
        RollBuild build = chain("2024-05-30", "2024-05-31").rolls(new RollRule.DaysBeforeFirstNotice(0));
        assertEquals(
                Instant.parse("2024-05-29T22:00:00Z").toEpochMilli(),
                build.calendar().rolls().get(0).time());
    }

    @Test
    void aContractWithoutOneIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> chain("2024-06-18", null).rolls(new RollRule.DaysBeforeFirstNotice(1)))
                .getMessage();
        assertTrue(message.startsWith("ZNM24 has no first notice day: it is settled in cash"), message);
    }
}
