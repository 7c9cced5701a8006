package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.analytics.allocation.Bound;
import futures.analytics.allocation.PositionSize;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Sizes as a strategy asks for them. */
class SizingTest {
    private static final ContractSpec ES = contract("ES", "0.25", "50", "15000");
    private static final ContractSpec MES = contract("MES", "0.25", "5", null);
    private static final ContractSpec CL = contract("CL", "0.01", "1000", "6000");

    private static ContractSpec contract(String symbol, String tick, String pointValue, String margin) {
        BigDecimal initial = margin == null ? null : new BigDecimal(margin);
        return new ContractSpec(
                symbol,
                symbol,
                "CME",
                "USD",
                new TickGrid(new BigDecimal(tick)),
                new BigDecimal(pointValue),
                initial,
                initial,
                SessionHours.CME_GLOBEX);
    }

    /** A broker that knows its equity and nothing else. */
    private static Broker equity(double equity) {
        return (Broker) Proxy.newProxyInstance(
                Broker.class.getClassLoader(), new Class<?>[] {Broker.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equity")) {
                        return equity;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void riskByTheStop() {
        Broker broker = equity(100_000);
        assertEquals(5, Sizing.fixedRisk(0.01).contracts(broker, ES, 16));
        assertEquals(4, Sizing.fixedRisk(0.01).withCosts(5).contracts(broker, ES, 16));
        assertEquals(2, Sizing.fixedRisk(0.01).atMost(2).contracts(broker, ES, 16));
        assertEquals(0, Sizing.fixedRisk(0.01).contracts(broker, ES, 81));
        assertEquals(50, Sizing.fixedRisk(0.01).contracts(broker, MES, 16));
        assertEquals(3, Sizing.riskMoney(600).contracts(broker, ES, 16));
        assertEquals(2, Sizing.riskMoney(600).withCosts(0.01).contracts(broker, ES, 16));
    }

    @Test
    void marginThatIsKnownIsNotExceeded() {
        assertEquals(new PositionSize(6, Bound.MARGIN), Sizing.fixedRisk(0.1).size(equity(100_000), ES, 16));
        assertEquals(new PositionSize(500, Bound.RISK), Sizing.fixedRisk(0.1).size(equity(100_000), MES, 16));
        assertEquals(6, Sizing.fixed(10, equity(100_000), ES));
        assertEquals(10, Sizing.fixed(10, equity(1), MES));
    }

    @Test
    void equityWithCentsIsTakenAsItIs() {
        assertEquals(5, Sizing.fixedRisk(0.01).contracts(equity(100_000.00), ES, 16));
        assertEquals(4, Sizing.fixedRisk(0.01).contracts(equity(99_999.99), ES, 16));
        assertEquals(1, Sizing.fixedRisk(0.07).contracts(equity(100.000001), contract("X", "0.07", "100", null), 1));
    }

    @Test
    void fullValue() {
        assertEquals(8, Sizing.fixedFraction(2).contracts(equity(100_000), MES, 5_000));
        assertEquals(7, Sizing.fixedFraction(2).contracts(equity(100_000), MES, 5_000.25));
        assertEquals(3, Sizing.fixedFraction(2).atMost(3).contracts(equity(100_000), MES, 5_000));
        assertEquals(0, Sizing.fixedFraction(2).contracts(equity(100_000), CL, -37.63));
    }

    @Test
    void volatility() {
        // 15 % a year of 100,000 is 944.91 a day
        assertEquals(3, Sizing.volatilityTarget(0.15).contracts(equity(100_000), MES, 62.9));
        assertEquals(2, Sizing.volatilityTarget(0.15).contracts(equity(100_000), MES, 63));
        assertEquals(1, Sizing.volatilityTarget(0.15).atMost(1).contracts(equity(100_000), MES, 63));
        assertEquals(0, Sizing.volatilityTarget(0.15).contracts(equity(100_000), CL, 0.95));
        assertEquals(0, Sizing.volatilityTarget(0.15).contracts(equity(100_000), MES, Double.NaN));
        assertEquals(0, Sizing.volatilityTarget(0.15).contracts(equity(100_000), MES, 0));
        assertThrows(IllegalArgumentException.class, () -> Sizing.volatilityTarget(-0.1));
    }

    @Test
    void halfKelly() {
        // 0.55 at 1 to 1: Kelly 10 %, half of it 5 %: 5,000 at 200
        assertEquals(25, Sizing.halfKelly(0.55, 1).contracts(equity(100_000), contract("X", "0.25", "50", null), 16));
        assertEquals(0, Sizing.halfKelly(0.45, 1.2).contracts(equity(100_000), ES, 16));
        double[] results = {2, -1, -1, -1, 2, -1, 2, -1, 2, -1}; // 4 of 10 at 2 to 1: Kelly 10 %
        assertEquals(25, Sizing.halfKelly(results).contracts(equity(100_000), contract("X", "0.25", "50", null), 16));
        assertThrows(IllegalArgumentException.class, () -> Sizing.halfKelly(new double[] {1, 2}));
    }
}
