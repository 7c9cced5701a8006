package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.analytics.limit.Limit;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars and orders in, fills out, as a table with a line per bar: {@code open high low close [volume] | orders sent at its
 * close | fills in it}. A line of dashes ends the trading day; lines that begin with {@code >} are finer bars of the bar above;
 * {@code === ESH24 100.00 ESM24 105.00} stands before the first bar of ESM24, with the prices of both at the roll. The
 * contract has a tick of 0.25 and a point value of 50; costs are zero unless said.
 */
final class GoldenTable {
    /** Sunday evening in Chicago: the first minutes of the trading day of Monday, 2024-03-04. */
    private static final long START = 1_709_510_400_000L;

    private static final long DAY = 86_400_000L;

    private ContractSpec contract = Samples.es();
    private Costs costs = Costs.NONE;
    private FillSettings settings = FillSettings.STANDARD;
    private String cash = "100000";
    private MarginTable margins;
    private CurrencyRates rates = CurrencyRates.SAME;
    private Adjustment adjustment = Adjustment.NONE;
    private List<Limit> limits = List.of();

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

    GoldenTable mode(FillMode mode) {
        settings = settings.withMode(mode);
        return this;
    }

    GoldenTable margin(String initial, String initialCash) {
        contract = Samples.contract("ES", "0.25", "50", initial);
        cash = initialCash;
        return this;
    }

    GoldenTable margins(MarginTable table, String initialCash) {
        margins = table;
        cash = initialCash;
        return this;
    }

    GoldenTable rates(CurrencyRates some) {
        rates = some;
        return this;
    }

    GoldenTable adjustment(Adjustment some) {
        adjustment = some;
        return this;
    }

    GoldenTable limits(Limit... some) {
        limits = List.of(some);
        return this;
    }

    /** Runs the table's bars and orders and compares every bar's fills with those in the table. */
    BacktestResult check(String table) {
        List<String[]> rows = new ArrayList<>();
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        BarSeries.Builder finer = BarSeries.builder("ES", new Timeframe(10));
        List<Long> times = new ArrayList<>();
        List<Roll> rolls = new ArrayList<>();
        int day = 0;
        int minute = 0;
        int part = 0;
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            if (line.trim().startsWith("---")) {
                day++;
                minute = 0;
            } else if (line.trim().startsWith("=")) {
                rolls.add(roll(START + day * DAY + minute * 60_000L, line.trim().split("\\s+")));
            } else if (line.trim().startsWith(">")) {
                add(
                        finer,
                        times.get(times.size() - 1) + 10_000L * part++,
                        line.trim().substring(1));
            } else {
                String[] cells = line.split("\\|", -1);
                times.add(START + day * DAY + minute++ * 60_000L);
                part = 0;
                add(bars, times.get(times.size() - 1), cells[0]);
                rows.add(cells);
            }
        }
        Script script = new Script(times.stream().mapToLong(time -> time).toArray());
        for (int i = 0; i < rows.size(); i++) {
            script.at(i, rows.get(i)[1]);
        }
        Market market = Market.of(bars.build(), contract);
        BarSeries parts = finer.build();
        market = parts.isEmpty() ? market : market.withFiner(parts);
        market = margins == null ? market : market.withMargins(margins);
        market = rolls.isEmpty() ? market : market.withRolls(new RollCalendar(rolls, ""), adjustment);
        BacktestResult result = Backtest.run(BacktestRequest.of(script::strategy, market)
                .withInitialCash(new BigDecimal(cash))
                .withCosts(costs)
                .withRates(rates)
                .withFills(settings)
                .withLimits(limits));
        assertEquals(
                rows.stream().map(row -> row[2].trim()).collect(Collectors.joining("\n")),
                fillsByBar(result, rows.size()));
        return result;
    }

    /** {@code === ESH24 100.00 ESM24 105.00} before the first bar of ESM24. */
    private static Roll roll(long time, String... words) {
        return new Roll(time, words[1], words[3], new BigDecimal(words[2]), new BigDecimal(words[4]));
    }

    private static void add(BarSeries.Builder to, long time, String text) {
        double[] prices = Arrays.stream(text.trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        to.add(time, prices[0], prices[1], prices[2], prices[3], prices.length > 4 ? prices[4] : 1000);
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
