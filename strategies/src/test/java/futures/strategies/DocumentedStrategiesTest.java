package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Assignment;
import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.JointBacktest;
import futures.engine.JointRequest;
import futures.engine.JointResult;
import futures.engine.Market;
import futures.engine.Samples;
import futures.model.ContractSpec;
import futures.model.RoundTrip;
import futures.strategy.Strategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strategies that the documents show compile as they stand and trade. */
class DocumentedStrategiesTest {
    private static final String IMPORTS =
            "import futures.model.*;\nimport futures.model.bars.*;\nimport futures.strategy.*;\n";

    @TempDir
    Path directory;

    @Test
    void theStrategyOfTheReadmeRuns() throws Exception {
        assertTrades("README.md", "Cross");
    }

    @Test
    void theStrategyOfTheSizingPageRuns() throws Exception {
        BacktestResult result = assertTrades("docs/sizing.md", "Breakout");
        assertTrue(result.trips().stream().anyMatch(trip -> trip.contracts() > 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DayTrader", "TrendOfTheHour"})
    void thoseOfThePageOfStrategiesRun(String name) throws Exception {
        BacktestResult result = assertTrades("docs/strategies.md", name);
        assertEquals(
                name.equals("TrendOfTheHour") ? Math.min(1_000, result.trips().size()) : 0,
                result.log().lines().size());
    }

    @Test
    void thePageOfStrategiesShowsNoOthers() throws Exception {
        String text = Files.readString(Path.of("..", "docs", "strategies.md"));
        List<String> names = Pattern.compile("class (\\w+) extends Strategy")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("DayTrader", "TrendOfTheHour", "Together"), names);
    }

    @Test
    void theOneForTwoMarketsRuns() throws Exception {
        ContractSpec nq = Samples.contract("NQ", "0.25", "20", null);
        List<Market> markets = List.of(
                Market.of(Samples.walk(Samples.es(), 5_000, 1), Samples.es()),
                Market.of(Samples.walk(nq, 5_000, 2), nq));
        load("docs/strategies.md", "Together", strategy -> {
            JointResult result = JointBacktest.run(
                    JointRequest.of(List.of(Assignment.of("both", strategy, Map.of(), "ES")), markets));
            Map<String, Long> trips =
                    result.trips().stream().collect(Collectors.groupingBy(RoundTrip::symbol, Collectors.counting()));
            assertTrue(trips.get("ES") > 10 && trips.get("NQ") > 10, trips::toString);
        });
    }

    private BacktestResult assertTrades(String document, String name) throws Exception {
        List<BacktestResult> results = new ArrayList<>();
        load(document, name, strategy -> {
            Market market = Market.of(MadeDays.walk(40, 5, 1), Course.ES);
            BacktestResult result = Backtest.run(BacktestRequest.of(strategy, market));
            assertTrue(result.trips().size() > 10, () -> result.trips().size() + " round trips");
            results.add(result);
        });
        return results.get(0);
    }

    private void load(String document, String name, Consumer<Supplier<Strategy>> use) throws Exception {
        String code = IMPORTS + PageCode.block(document, "java", "class " + name + " extends Strategy");
        PageCode.compiled(directory, name, code, use);
    }
}
