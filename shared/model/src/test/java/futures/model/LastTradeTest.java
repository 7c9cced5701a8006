package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastTradeTest {
    /** Days on which contracts did trade last. */
    @ParameterizedTest
    @CsvSource({
        "ES, THIRD_FRIDAY, CME_EQUITY, 2024-12, 2024-12-20",
        "ES, THIRD_FRIDAY, CME_EQUITY, 2025-06, 2025-06-20",
        "ES, THIRD_FRIDAY, CME_EQUITY, 2008-03, 2008-03-20", // the third Friday was Good Friday
        "CL, THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2025-01, 2024-12-19", // the 25th was Christmas
        "CL, THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2025-02, 2025-01-21", // the 25th was a Saturday
        "CL, THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2020-05, 2020-04-21",
        "CL, THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2024-07, 2024-06-20",
        "MCL, FOUR_DAYS_BEFORE_25TH_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2025-02, 2025-01-17", // over Martin Luther
        // King's day
        "NG, THREE_DAYS_BEFORE_MONTH, CME_ENERGY_METALS, 2025-01, 2024-12-27",
        "RB, LAST_DAY_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2025-01, 2024-12-31",
        "GC, THIRD_LAST_DAY, CME_ENERGY_METALS, 2024-12, 2024-12-27",
        "GC, THIRD_LAST_DAY, CME_ENERGY_METALS, 2025-02, 2025-02-26",
        "MHG, THIRD_LAST_DAY_OF_MONTH_BEFORE, CME_ENERGY_METALS, 2025-03, 2025-02-26",
        "ZN, EIGHTH_LAST_DAY, CME_RATES, 2025-03, 2025-03-20",
        "ZF, LAST_DAY, CME_RATES, 2024-12, 2024-12-31",
        "6E, TWO_DAYS_BEFORE_THIRD_WEDNESDAY, CME_CURRENCIES, 2025-03, 2025-03-17",
        "6C, DAY_BEFORE_THIRD_WEDNESDAY, CME_CURRENCIES, 2025-03, 2025-03-18",
        "ZC, DAY_BEFORE_15TH, CME_GRAINS, 2025-03, 2025-03-14",
        "ZC, DAY_BEFORE_15TH, CME_GRAINS, 2024-12, 2024-12-13",
        "LE, LAST_DAY, CME_LIVESTOCK, 2025-02, 2025-02-28"
    })
    void knownDays(String product, LastTrade rule, String calendar, YearMonth month, LocalDate day) {
        assertEquals(day, rule.of(month, TradingCalendar.named(calendar)), product);
    }

    @Test
    void itIsATradingDayAndLaterContractsEndLater() {
        for (String name : TradingCalendar.names()) {
            TradingCalendar calendar = TradingCalendar.named(name);
            for (LastTrade rule : LastTrade.values()) {
                LocalDate before = LocalDate.MIN;
                for (YearMonth month = YearMonth.of(2008, 2); month.getYear() < 2027; month = month.plusMonths(1)) {
                    LocalDate day = rule.of(month, calendar);
                    assertTrue(calendar.isTradingDay(day), rule + " " + month);
                    assertTrue(day.isAfter(before), rule + " " + month);
                    before = day;
                }
            }
        }
    }
}
