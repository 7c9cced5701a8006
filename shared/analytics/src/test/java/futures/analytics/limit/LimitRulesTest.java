package futures.analytics.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** By hand, and against a twin that counts in whole cents and shares no code. */
class LimitRulesTest {
    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static Limit limit(LimitKind kind, LimitUnit unit, String value) {
        return new Limit(kind, unit, of(value));
    }

    private static Exposure lost(String equity, String risk) {
        return new Exposure(of(equity), of("100000"), of("101000"), of("104000"), of(risk), null, null, null, null);
    }

    @Test
    void aLossIsReadFromTheStartOfItsPeriod() {
        Exposure state = lost("98500", "700");
        Reading day = LimitRules.read(limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "2000"), state);
        assertEquals(of("1500"), day.value());
        assertEquals(of("500"), day.distance());
        assertFalse(day.breached());
        assertEquals(
                of("2.475248"),
                LimitRules.read(limit(LimitKind.WEEKLY_LOSS, LimitUnit.PERCENT, "3"), state)
                        .value());
        assertTrue(LimitRules.read(limit(LimitKind.DRAWDOWN, LimitUnit.MONEY, "5499.99"), state)
                .breached());
        assertFalse(LimitRules.read(limit(LimitKind.DRAWDOWN, LimitUnit.MONEY, "5500"), state)
                .breached());
        assertEquals(
                BigDecimal.ZERO,
                LimitRules.read(limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "1"), lost("100000.01", "0"))
                        .value());
    }

    @Test
    void anOrderIsRefusedWhenNothingIsLeftOrItsStopWouldGoBeyond() {
        List<Limit> limits = List.of(limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "2000"));
        assertEquals(List.of(), LimitRules.refusals(limits, lost("98500", "500")));
        Refusal beyond = LimitRules.refusals(limits, lost("98500", "500.01")).get(0);
        assertEquals(of("2000.01"), beyond.value());
        assertEquals("daily_loss: 1500 is lost and the stop would make it 2000.01, the limit is 2000", beyond.reason());
        assertEquals(
                "daily_loss: 2000 is lost already, the limit is 2000",
                LimitRules.refusals(limits, lost("98000", "0")).get(0).reason());
    }

    @Test
    void whatIsNotKnownIsRefusedAndSaid() {
        Exposure unknown = new Exposure(of("1"), null, null, null, BigDecimal.ZERO, null, null, null, null);
        for (LimitKind kind : LimitKind.values()) {
            Limit limit = new Limit(kind, kind.units().get(0), BigDecimal.ONE);
            Reading reading = LimitRules.read(limit, unknown);
            assertNull(reading.value());
            assertFalse(reading.breached());
            assertTrue(reading.undefined().endsWith("is not known"), reading.undefined());
            // Days before which nothing can be said of a correlation must be possible.
            assertEquals(
                    kind == LimitKind.CORRELATION ? 0 : 1,
                    LimitRules.refusals(List.of(limit), unknown).size());
        }
    }

    @Test
    void withoutEquityNothingIsAllowedAndNoPercentageIsMadeUp() {
        Exposure broke = new Exposure(of("-5"), null, null, null, BigDecimal.ZERO, null, null, of("1000"), null);
        Limit limit = limit(LimitKind.MARGIN_USE, LimitUnit.PERCENT, "1000000");
        assertTrue(LimitRules.read(limit, broke).breached());
        assertNull(LimitRules.read(limit, broke).value());
        assertEquals(
                "margin_use: equity is not above 0",
                LimitRules.refusals(List.of(limit), broke).get(0).reason());
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.POSITION, LimitUnit.MONEY, "1"));
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.POSITION, LimitUnit.CONTRACTS, "1.5"));
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "0"));
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.CORRELATION, LimitUnit.RATIO, "1.01"));
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.MARGIN_USE, LimitUnit.PERCENT, "-1"));
        assertThrows(IllegalArgumentException.class, () -> limit(LimitKind.DRAWDOWN, LimitUnit.MONEY, "0.0000001"));
    }

    /** What was approved, then carried out and stopped out at its stop, has passed no limit. */
    @Test
    void noApprovedOrderPassesALimitByItself() {
        Random random = new Random(20240301);
        int approved = 0;
        for (int i = 0; i < 20_000; i++) {
            Exposure after = random(random);
            List<Limit> limits = limits(random);
            boolean refused = !LimitRules.refusals(limits, after).isEmpty();
            assertEquals(refused, Twin.refuses(limits, after), () -> limits + " " + after);
            if (refused) {
                continue;
            }
            approved++;
            Exposure stopped = new Exposure(
                    after.equity().subtract(after.risk()),
                    after.dayStart(),
                    after.weekStart(),
                    after.peak(),
                    BigDecimal.ZERO,
                    after.contracts(),
                    after.notional(),
                    after.margin(),
                    after.correlation());
            for (Limit limit : limits) {
                if (limit.kind().loss()) {
                    assertFalse(LimitRules.read(limit, stopped).breached(), () -> limit + " " + stopped);
                }
                assertFalse(LimitRules.read(limit, after).breached(), () -> limit + " " + after);
            }
        }
        assertTrue(approved > 2_000 && approved < 18_000, "approved " + approved);
    }

    private static Exposure random(Random random) {
        return new Exposure(
                cents(random, 90_000_00, 20_000_00),
                cents(random, 95_000_00, 10_000_00),
                cents(random, 95_000_00, 12_000_00),
                cents(random, 97_000_00, 15_000_00),
                random.nextBoolean() ? BigDecimal.ZERO : cents(random, 0, 3_000_00),
                BigDecimal.valueOf(random.nextInt(8)),
                cents(random, 0, 900_000_00),
                cents(random, 0, 110_000_00),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(201) - 100, 2));
    }

    private static BigDecimal cents(Random random, int from, int span) {
        return BigDecimal.valueOf(from + random.nextInt(span), 2);
    }

    private static List<Limit> limits(Random random) {
        List<Limit> limits = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            if (random.nextInt(3) == 0) {
                LimitUnit unit = kind.units().get(random.nextInt(kind.units().size()));
                BigDecimal value = switch (unit) {
                    case MONEY -> cents(random, 1, 15_000_00);
                    case PERCENT -> cents(random, 1, kind.loss() ? 15_00 : 900_00);
                    case CONTRACTS -> BigDecimal.valueOf(random.nextInt(9));
                    case RATIO -> BigDecimal.valueOf(random.nextInt(201) - 100, 2);
                };
                limits.add(new Limit(kind, unit, value));
            }
        }
        return limits;
    }

    /** Whole cents and hundredths of a percent, in long. */
    private static final class Twin {
        static boolean refuses(List<Limit> limits, Exposure after) {
            return limits.stream().anyMatch(limit -> refuses(limit, after));
        }

        private static boolean refuses(Limit limit, Exposure after) {
            long most = hundredths(limit.value());
            long equity = hundredths(after.equity());
            return switch (limit.kind()) {
                case DAILY_LOSS -> loses(limit, most, hundredths(after.dayStart()), equity, after);
                case WEEKLY_LOSS -> loses(limit, most, hundredths(after.weekStart()), equity, after);
                case DRAWDOWN -> loses(limit, most, hundredths(after.peak()), equity, after);
                case POSITION -> hundredths(after.contracts()) > most;
                case CORRELATION -> after.correlation() != null && hundredths(after.correlation()) > most;
                case CONCENTRATION -> hundredths(after.notional()) * 10_000 > most * equity;
                case MARGIN_USE -> hundredths(after.margin()) * 10_000 > most * equity;
            };
        }

        private static boolean loses(Limit limit, long most, long start, long equity, Exposure after) {
            long lost = Math.max(0, start - equity);
            long withRisk = Math.max(0, start - equity + hundredths(after.risk()));
            return limit.unit() == LimitUnit.MONEY
                    ? lost >= most || withRisk > most
                    : lost * 10_000 >= most * start || withRisk * 10_000 > most * start;
        }

        private static long hundredths(BigDecimal value) {
            return value.movePointRight(2).longValueExact();
        }
    }
}
