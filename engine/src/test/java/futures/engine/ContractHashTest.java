package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import futures.model.ContractSpec;
import futures.model.SessionHours;
import java.math.BigDecimal;
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

    @Test
    void howAnAmountIsWrittenDoesNotCount() {
        ContractSpec es = Samples.es();
        assertEquals(
                hash(es.withCharges(new BigDecimal("1.5"), null)), hash(es.withCharges(new BigDecimal("1.50"), null)));
        assertNotEquals(hash(es), hash(es.withCharges(new BigDecimal("0.00"), null)));
    }
}
