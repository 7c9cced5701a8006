package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run is charged and held to is in its manifest. */
class ContractHashTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static String hash(ContractSpec contract) {
        return Market.of(Samples.walk(Samples.es(), 10, 1), contract).contractHash();
    }

    @Test
    void everyChargeAndHourCounts() {
        ContractSpec es = Samples.es();
        SessionHours cash = new SessionHours(CHICAGO, LocalTime.of(8, 30), LocalTime.of(15, 0));
        List<ContractSpec> all = List.of(
                es,
                es.withCharges(new BigDecimal("1"), null),
                es.withCharges(null, new BigDecimal("1")),
                es.withCharges(BigDecimal.ZERO, null),
                es.withCharges(new BigDecimal("1"), new BigDecimal("1")),
                es.withRegularHours(cash),
                es.withRegularHours(new SessionHours(CHICAGO, LocalTime.of(8, 30), LocalTime.of(15, 15))),
                es.withCharges(new BigDecimal("1"), null).withRegularHours(cash));
        Set<String> hashes = new HashSet<>();
        all.forEach(contract -> hashes.add(hash(contract)));
        assertEquals(all.size(), hashes.size());
    }

    /** The calendar of the exchange and its hours on every weekday are the same days until the first holiday. */
    @Test
    void theCalendarCountsByTheDaysAndHoursThatTheBarsHave() {
        ContractSpec named = Samples.es().withCalendar(TradingCalendar.CME_EQUITY);
        ContractSpec weekdays = Samples.es().withCalendar(TradingCalendar.of(SessionHours.CME_GLOBEX));
        BarSeries march = hours("2024-03-04T00:00:00Z", 100);
        BarSeries goodFriday = hours("2024-03-28T00:00:00Z", 48);
        assertEquals(
                Market.of(march, named).calendarHash(),
                Market.of(march, weekdays).calendarHash());
        assertNotEquals(
                Market.of(goodFriday, named).calendarHash(),
                Market.of(goodFriday, weekdays).calendarHash());
        assertNotEquals(
                Market.of(march, named).calendarHash(),
                Market.of(goodFriday, named).calendarHash());
    }

    private static BarSeries hours(String from, int count) {
        BarSeries.Builder bars = BarSeries.builder("ES", new Timeframe(3_600));
        for (int i = 0; i < count; i++) {
            bars.add(Instant.parse(from).toEpochMilli() + i * 3_600_000L, 1, 1, 1, 1, 1);
        }
        return bars.build();
    }

    @Test
    void howAnAmountIsWrittenDoesNotCount() {
        ContractSpec es = Samples.es();
        assertEquals(
                hash(es.withCharges(new BigDecimal("1.5"), null)), hash(es.withCharges(new BigDecimal("1.50"), null)));
        assertNotEquals(hash(es), hash(es.withCharges(new BigDecimal("0.00"), null)));
    }
}
