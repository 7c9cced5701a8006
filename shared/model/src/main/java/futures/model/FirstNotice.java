package futures.model;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * From which trading day on the holder of a contract that is delivered may be told to take the goods, by its month. Products that are
 * settled in cash have none. Business days are the trading days of the product's calendar. Source: the contract specifications
 * of CME Group.
 *
 * <p>Worked example, ZNM24 (ten-year note for June 2024): the last business day of May is Friday, 2024-05-31.
 */
public enum FirstNotice {
    /** Grains and oilseeds, notes and bonds, metals. */
    LAST_DAY_OF_MONTH_BEFORE,
    /**
     * Crude oil, natural gas, gasoline, heating oil: notices come when trading is over, and who holds nothing then gets none. The last
     * trading day stands for the first notice day.
     */
    AFTER_LAST_TRADE;

    /** @param lastTrade last trading day of the contract of that month */
    public LocalDate of(YearMonth month, LocalDate lastTrade, TradingCalendar calendar) {
        return switch (this) {
            case LAST_DAY_OF_MONTH_BEFORE -> calendar.onOrBefore(month.atDay(1).minusDays(1));
            case AFTER_LAST_TRADE -> lastTrade;
        };
    }
}
