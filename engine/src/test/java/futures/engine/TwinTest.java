package futures.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random orders on random bars: the engine and its naive twin agree on every fill, round trip, order and cent. */
class TwinTest {
    private static final int BARS = 300;

    @ParameterizedTest
    @CsvSource({
        // contract, tick, point value, factor of back-adjustment, first seed
        "ES, 0.25, 50, 1.0, 1",
        "ES, 0.25, 50, 1.056655, 1000",
        "CL, 0.01, 1000, 1.0, 2000",
        "ZN, 0.015625, 1000, 1.0, 3000",
        "GC, 0.1, 100, 0.93127, 4000",
    })
    void agreeOnRandomOrders(String symbol, String tick, String pointValue, double factor, long firstSeed) {
        int filled = 0;
        for (long seed = firstSeed; seed < firstSeed + 150; seed++) {
            Random random = new Random(seed);
            ContractSpec contract = Samples.contract(symbol, tick, pointValue, random.nextInt(3) == 0 ? "9000" : null);
            BarSeries bars = Samples.walk(contract, BARS, seed, factor);
            Script script = new RandomOrders(contract, bars, random).script();
            Costs costs = random.nextBoolean()
                    ? new Costs(new BigDecimal("2.13"), new BigDecimal("1.38"), random.nextInt(3), random.nextInt(4))
                    : Costs.NONE;
            FillSettings settings = new FillSettings(
                    random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
            filled += TwinCheck.agree("seed " + seed, contract, bars, costs, settings, script::strategy, script.naive())
                    .fills()
                    .size();
        }
        assertTrue(filled > 2_000, "too few fills to mean anything: " + filled);
    }

    @Test
    void theTwinSeesADifference() {
        ContractSpec contract = Samples.es();
        BarSeries bars = Samples.walk(contract, BARS, 5);
        Script script = new Script();
        script.at(10, "buy 1 sl 4 tp 4");
        Script other = new Script();
        other.at(10, "buy 1 sl 5 tp 4");
        assertThrows(
                AssertionError.class,
                () -> TwinCheck.agree(
                        "", contract, bars, Costs.NONE, FillSettings.STANDARD, script::strategy, other.naive()));
    }
}
