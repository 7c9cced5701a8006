package futures.analytics.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes worked by hand in real contracts, and what must hold of every size. */
class PositionSizingTest {
    private static final BigDecimal ES_TICK = new BigDecimal("12.50");
    private static final BigDecimal HUNDRED_THOUSAND = new BigDecimal("100000");

    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    private static PositionSize size(int contracts, Bound bound) {
        return new PositionSize(contracts, bound);
    }

    @ParameterizedTest
    @CsvSource({
        // equity, fraction, ticks to the stop, tick value, costs: contracts
        "100000,    0.01,  16, 12.50, 0,    5", // ES: 1000 / 200, exactly
        "100000,    0.01,  16, 12.50, 5,    4", // 1000 / 205
        "99999.99,  0.01,  16, 12.50, 0,    4", // a cent short
        "100000,    0.01,  81, 12.50, 0,    0", // one contract would risk 1012.50
        "25000,     0.02,  40, 1.25,  0,   10", // MES: 500 / 50
        "25000,     0.02,  40, 1.25,  1.24, 9", // 500 / 51.24
        "50000,     0.005, 30, 10.00, 0,    0", // CL: 250 / 300
        "60000,     0.005, 30, 10.00, 0,    1",
        "30000,     0.1,   1,  0.1,   0, 30000",
        "3,         0.1,   1,  0.1,   0,    3",
        "0.7,       0.1,   1,  0.01,  0,    7", // in doubles 6.999999999999999
        "-500,      0.01,  16, 12.50, 0,    0"
    })
    void fixedRisk(String equity, String fraction, int ticks, String tickValue, String costs, int contracts) {
        BigDecimal loss = PositionSizing.lossPerContract(ticks, of(tickValue), of(costs));
        assertEquals(size(contracts, Bound.RISK), PositionSizing.fixedRisk(of(equity), of(fraction), loss, Caps.NONE));
    }

    @Test
    void riskInMoney() {
        assertEquals(size(2, Bound.RISK), PositionSizing.riskMoney(of("500"), HUNDRED_THOUSAND, of("200"), Caps.NONE));
        assertEquals(size(0, Bound.RISK), PositionSizing.riskMoney(of("500"), of("-1"), of("200"), Caps.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        // MES at 5000.00 is worth 25,000
        "100000, 0.6, 25000, 2",
        "100000, 2, 25000, 8",
        "100000, 1, 100000.01, 0",
        // Vince: equity x f / largest loss; 0.25 of 100,000 for a largest loss of 180
        "100000, 0.25, 180, 138"
    })
    void fixedFraction(String equity, String fraction, String value, int contracts) {
        assertEquals(
                size(contracts, Bound.RISK),
                PositionSizing.fixedFraction(of(equity), of(fraction), of(value), Caps.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 1.85, 1000, 1",
        "2000, 0.90, 1000, 2",
        "2000, 2.01, 1000, 0", // CL
        "945, 63, 5, 3", // MES: 945 / 315, exactly
        "945, 63.01, 5, 2"
    })
    void volatilityTarget(String target, String points, String pointValue, int contracts) {
        assertEquals(
                size(contracts, Bound.RISK),
                PositionSizing.volatilityTarget(of(target), HUNDRED_THOUSAND, of(points), of(pointValue), Caps.NONE));
    }

    @Test
    void capsSayWhichOneBinds() {
        BigDecimal loss = PositionSizing.lossPerContract(16, ES_TICK, BigDecimal.ZERO);
        Caps margin = Caps.NONE.withMargin(of("25000"));
        assertEquals(size(4, Bound.MARGIN), PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("0.01"), loss, margin));
        assertEquals(
                size(3, Bound.LIMIT),
                PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("0.01"), loss, margin.withContracts(3)));
        assertEquals(
                size(4, Bound.MARGIN),
                PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("0.01"), loss, margin.withContracts(4)));
        assertEquals(
                size(5, Bound.RISK),
                PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("0.01"), loss, Caps.NONE.withContracts(5)));
        assertEquals(size(0, Bound.LIMIT), PositionSizing.fixed(1, HUNDRED_THOUSAND, Caps.NONE.withContracts(0)));
        assertEquals(size(0, Bound.MARGIN), PositionSizing.fixed(1, of("-3"), margin));
        assertEquals(size(7, Bound.RISK), PositionSizing.fixed(7, HUNDRED_THOUSAND, Caps.NONE));
    }

    @Test
    void whatIsNoSizeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("1.01"), of("1"), Caps.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("-0.01"), of("1"), Caps.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> PositionSizing.fixedRisk(HUNDRED_THOUSAND, of("0.01"), of("0"), Caps.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> PositionSizing.fixedFraction(HUNDRED_THOUSAND, of("-1"), of("1"), Caps.NONE));
        assertThrows(IllegalArgumentException.class, () -> PositionSizing.lossPerContract(0, ES_TICK, BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> PositionSizing.fixed(-1, HUNDRED_THOUSAND, Caps.NONE));
        assertThrows(IllegalArgumentException.class, () -> Caps.NONE.withContracts(-1));
        assertThrows(IllegalArgumentException.class, () -> Caps.NONE.withMargin(of("-1")));
    }

    /** Everything random, in cents: nothing is exceeded, one contract more would exceed, more equity is never fewer. */
    @Test
    void whateverIsGivenNothingIsExceeded() {
        Random random = new Random(20240304);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal equity = cents(random, 50_000_000);
            BigDecimal fraction = BigDecimal.valueOf(random.nextInt(1_001), 4);
            int ticks = 1 + random.nextInt(200);
            BigDecimal tickValue = cents(random, 5_000).add(of("0.01"));
            BigDecimal loss = PositionSizing.lossPerContract(ticks, tickValue, cents(random, 1_000));
            BigDecimal margin = cents(random, 3_000_000);
            Caps caps = new Caps(random.nextInt(60), margin);
            PositionSize size = PositionSizing.fixedRisk(equity, fraction, loss, caps);
            BigDecimal budget = equity.multiply(fraction);
            BigDecimal contracts = BigDecimal.valueOf(size.contracts());
            BigDecimal oneMore = contracts.add(BigDecimal.ONE);
            assertTrue(contracts.multiply(loss).compareTo(budget) <= 0);
            assertTrue(contracts.multiply(margin).compareTo(equity) <= 0);
            assertTrue(size.contracts() <= caps.contracts());
            assertTrue(
                    switch (size.boundBy()) {
                        case RISK -> oneMore.multiply(loss).compareTo(budget) > 0;
                        case MARGIN -> oneMore.multiply(margin).compareTo(equity) > 0;
                        case LIMIT -> size.contracts() == caps.contracts();
                    });
            BigDecimal more = equity.add(cents(random, 1_000_000));
            assertTrue(PositionSizing.fixedRisk(more, fraction, loss, caps).contracts() >= size.contracts());
            BigDecimal farther = PositionSizing.lossPerContract(ticks + 1, tickValue, loss);
            assertTrue(PositionSizing.fixedRisk(equity, fraction, farther, caps).contracts() <= size.contracts());
        }
    }

    private static BigDecimal cents(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound), 2);
    }
}
