package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.OrderLife;
import futures.model.BarSeries;
import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Parameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every shipped strategy. */
class ShippedStrategiesTest {
    private static final BarSeries BARS = MadeDays.walk(40, 5, 7);

    static Stream<String> names() {
        return ShippedStrategies.all().stream().map(provider -> provider.get().name());
    }

    private static ServiceLoader.Provider<Strategy> named(String name) {
        return ShippedStrategies.all().stream()
                .filter(provider -> provider.get().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** On the first bars alone it does what it does on them when more follow: nothing that comes later has a part in it. */
    @ParameterizedTest
    @MethodSource("names")
    void looksAtNothingThatComesLater(String name) {
        assertEquals(List.of(), differences(BARS, bars -> named(name)));
    }

    /** The comparison sees one who does look. */
    @Test
    void whoLooksAheadIsSeen() {
        assertFalse(differences(BARS, bars -> () -> new Prophet(bars)).isEmpty());
    }

    private interface Maker {
        Supplier<Strategy> on(BarSeries bars);
    }

    private static List<Integer> differences(BarSeries all, Maker maker) {
        BacktestResult whole = run(all, maker);
        List<Integer> differ = new ArrayList<>();
        for (int count = 1; count < all.size(); count += 1 + all.size() / 23) {
            BarSeries first = all.between(0, all.openTime(count));
            if (!story(run(first, maker), first).equals(story(whole, first))) {
                differ.add(count);
            }
        }
        return differ;
    }

    private static BacktestResult run(BarSeries bars, Maker maker) {
        Market market = Market.of(bars, Course.ES).withModels(List.of(MadePredictions.of(BARS)));
        return Backtest.run(BacktestRequest.of(maker.on(bars), market));
    }

    /** Fills, round trips and equity of the bars, and what was sent before the last of them closed. */
    private static List<String> story(BacktestResult result, BarSeries of) {
        int last = of.size() - 1;
        List<String> story = new ArrayList<>();
        result.fills().stream().filter(fill -> fill.bar() <= last).forEach(fill -> story.add(fill.toString()));
        result.trips().stream()
                .filter(trip -> trip.exitTime() <= of.openTime(last))
                .forEach(trip -> story.add(trip.toString()));
        for (int i = 0; i <= last; i++) {
            story.add(i + ": " + result.equity().millionths(i));
        }
        result.orders().stream()
                .filter(order -> order.sentTime() < of.closeTime(last))
                .forEach(order -> story.add(sent(order)));
        return story;
    }

    private static String sent(OrderLife order) {
        return order.id() + " " + order.side() + " " + order.type() + " " + order.contracts() + " " + order.sentTime();
    }

    /** Has the bars of its run from elsewhere, as nothing that it is given would show it. */
    private static final class Prophet extends Strategy {
        private final BarSeries bars;

        Prophet(BarSeries bars) {
            this.bars = bars;
        }

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars seen, Broker broker) {
            if (broker.flat() && bars.close(Math.min(bars.size() - 1, seen.count() + 400)) > seen.close()) {
                broker.send(Order.buy(1).withStop(40).withTarget(40));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsSettingsFileTravelsInTheJar(String name) throws Exception {
        String text = Files.readString(Path.of(name + ".yaml"));
        try (var file = Strategy.class.getResourceAsStream("/defaults/strategies/" + name + ".yaml")) {
            assertEquals(text, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> expected = named(name).get().parameters().stream()
                .map(parameter -> parameter.name() + ": " + parameter.standard())
                .toList();
        assertEquals(
                expected,
                text.lines()
                        .filter(line -> line.startsWith("    "))
                        .map(line -> line.replaceAll(" +#.*", "").trim())
                        .toList());
    }

    /** A checkout may hold settings of the user's own strategies beside them. */
    @Test
    void settingsOfNoOtherStrategyTravelInTheJar() throws Exception {
        String packaged = Files.readString(Path.of("pom.xml"));
        List<String> included = Pattern.compile("<include>([^<]*yaml)</include>")
                .matcher(packaged)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(names().map(name -> name + ".yaml").toList(), included);
    }

    @ParameterizedTest
    @MethodSource("names")
    void thePageHasItsRow(String name) throws Exception {
        String row = Files.readString(Path.of("..", "docs", "strategies.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + name + "`"))
                .findFirst()
                .orElseThrow();
        for (Parameter<?> parameter : named(name).get().parameters()) {
            assertTrue(
                    row.contains("`" + parameter.name() + "` " + parameter.standard()),
                    () -> name + " " + parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItIs(String name) {
        Strategy strategy = named(name).get();
        assertFalse(strategy.description().isBlank());
        strategy.parameters().forEach(parameter -> assertFalse(parameter.help().isBlank(), parameter::name));
    }
}
