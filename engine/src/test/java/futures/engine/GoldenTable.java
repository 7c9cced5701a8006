package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars and orders in, fills out, as a table with a line per bar: {@code open high low close | orders sent at its close |
 * fills in it}. The contract has a tick of 0.25 and a point value of 50; costs are zero unless said.
 */
final class GoldenTable {
    private ContractSpec contract = Samples.es();
    private Costs costs = Costs.NONE;
    private FillSettings settings = FillSettings.STANDARD;
    private String cash = "100000";

    GoldenTable slippage(int ticks) {
        costs = Costs.of("0", ticks);
        return this;
    }

    GoldenTable costs(Costs some) {
        costs = some;
        return this;
    }

    GoldenTable settings(FillSettings some) {
        settings = some;
        return this;
    }

    GoldenTable margin(String initial, String initialCash) {
        contract = Samples.contract("ES", "0.25", "50", initial);
        cash = initialCash;
        return this;
    }

    /** Runs the table's bars and orders and compares every bar's fills with those in the table. */
    BacktestResult check(String table) {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        Script script = new Script();
        List<String[]> rows = table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            double[] prices = Arrays.stream(rows.get(i)[0].trim().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            bars.add(1_709_510_400_000L + i * 60_000L, prices[0], prices[1], prices[2], prices[3], 1000);
            script.at(i, rows.get(i)[1]);
        }
        BacktestResult result = Backtest.run(BacktestRequest.of(script::strategy, Market.of(bars.build(), contract))
                .withInitialCash(new BigDecimal(cash))
                .withCosts(costs)
                .withFills(settings));
        assertEquals(
                rows.stream().map(row -> row[2].trim()).collect(Collectors.joining("\n")),
                fillsByBar(result, rows.size()));
        return result;
    }

    private static String fillsByBar(BacktestResult result, int bars) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bars; i++) {
            int bar = i;
            text.append(i == 0 ? "" : "\n")
                    .append(result.fills().stream()
                            .filter((Fill fill) -> fill.bar() == bar)
                            .map(FillText::of)
                            .collect(Collectors.joining("; ")));
        }
        return text.toString();
    }
}
