package futures.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContractReaderTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final String NEEDED = """
            {"symbol": "MES", "name": "Micro E-mini S&P 500", "exchange": "CME", "currency": "USD", "tick_size": 0.25, "point_value": 5,
             "time_zone": "America/Chicago", "opens": "17:00:00", "closes": "16:00"%s}""";

    private static ContractSpec spec(String more) {
        try {
            return ContractReader.spec(Json.mapper().readTree(NEEDED.formatted(more)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aContractNeedsNoMoreThanItsTicksItsValueAndItsHours() {
        ContractSpec spec = spec("");
        assertEquals("MES", spec.symbol());
        assertEquals("Micro E-mini S&P 500", spec.name());
        assertEquals("CME", spec.exchange());
        assertEquals("USD", spec.currency());
        assertEquals(new BigDecimal("0.25"), spec.ticks().tickSize());
        assertEquals(new BigDecimal("5"), spec.pointValue());
        SessionHours hours = new SessionHours(CHICAGO, LocalTime.of(17, 0), LocalTime.of(16, 0));
        assertEquals(hours, spec.session());
        assertEquals(TradingCalendar.of(hours), spec.calendar());
        assertNull(spec.initialMargin());
        assertNull(spec.maintenanceMargin());
        assertNull(spec.commission());
        assertNull(spec.exchangeFees());
        assertNull(spec.regularHours());
    }

    @Test
    void whatElseIsKnownIsRead() {
        ContractSpec spec = spec("""
                , "calendar": "CME_EQUITY", "regular_opens": "08:30:00", "regular_closes": "15:00:00", "initial_margin": 2000.50,
                 "maintenance_margin": 1800, "commission": 0.62, "exchange_fees": 0.35""");
        assertEquals(TradingCalendar.CME_EQUITY, spec.calendar());
        assertEquals(new SessionHours(CHICAGO, LocalTime.of(8, 30), LocalTime.of(15, 0)), spec.regularHours());
        assertEquals(new BigDecimal("2000.50"), spec.initialMargin());
        assertEquals(new BigDecimal("1800"), spec.maintenanceMargin());
        assertEquals(new BigDecimal("0.62"), spec.commission());
        assertEquals(new BigDecimal("0.35"), spec.exchangeFees());
    }

    @Test
    void nullsAreAsIfTheyWereNotThere() {
        ContractSpec spec = spec("""
                , "calendar": null, "regular_opens": null, "regular_closes": null, "initial_margin": null, "commission": null,
                 "exchange_fees": 0.35""");
        assertEquals(spec("").calendar(), spec.calendar());
        assertNull(spec.regularHours());
        assertNull(spec.initialMargin());
        assertNull(spec.commission());
        assertEquals(new BigDecimal("0.35"), spec.exchangeFees());
    }

    @Test
    void aCalendarThatNobodyKnowsIsNotGuessed() {
        assertThrows(IllegalArgumentException.class, () -> spec(", \"calendar\": \"MOON\""));
    }
}
