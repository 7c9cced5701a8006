package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.engine.OrderLife;
import futures.strategy.tsx.Answer;
import futures.strategy.tsx.BotStrategy;
import futures.strategy.tsx.Signal;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the host does to a bot's trades besides entering them: each row was worked out by hand, minute by minute. */
class BotExitsTest {
    /** Begins a trade at every price at which none is on: stop 4 points away, target 8, four contracts. */
    private static class Eager extends BotStrategy {
        private final int way;

        Eager(int way) {
            this.way = way;
        }

        @Override
        protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
            return mainBot().hasPosition()
                    ? Answer.nothing()
                    : Answer.of(Signal.of(way > 0 ? Signal.Direction.LONG : Signal.Direction.SHORT)
                            .stopLoss(price - way * 4)
                            .takeProfit(price + way * 8)
                            .positionSize(4)
                            .build());
        }
    }

    private static Map<String, Object> parameters(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(word -> word.split("=")[0], word -> value(word.split("=", 2)[1])));
    }

    private static Object value(String text) {
        if (text.matches("-?[\\d.]+")) {
            return new BigDecimal(text);
        }
        return text.matches("true|false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static double[] closes(String text) {
        return Arrays.stream(text.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .map(points -> 4000 + points)
                .toArray();
    }

    private static String trades(BacktestResult result) {
        return result.trips().stream()
                .map(trip -> trip.contracts() + " " + (trip.entryPrice() - 4000) + " " + (trip.exitPrice() - 4000) + " "
                        + trip.exitReason().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * All closes count from 4000; the first one is the signal's, and the trade is entered at it: the risk is 4. Each bar goes straight
     * from the close before to its own.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Half a risk short of the trigger, the stop stays where it was.
                "break_even_trigger=1.5 | 0 5.75 0 -5 | 4 0.0 -4.0 stop_loss",
                "break_even_trigger=1.5 | 0 6 0.25 -5 | 4 0.0 0.0 stop_loss",
                // In the bar that pulls the trigger the stop has not moved yet; after it, the next one opens at the
                // entry.
                "break_even_trigger=0.5 | 0 2 -1 | 4 0.0 0.0 stop_loss",
                // Eight ticks are two points: 5 gained, so 3 is the stop; 4 is reached in between and changes nothing.
                "trailing_stop_ticks=8 | 0 5 4 2 | 4 0.0 3.0 stop_loss",
                "trailing_stop_ticks=8 | 0 1 -0.75 -2 | 4 0.0 -1.0 stop_loss",
                "trailing_stop_ticks=8; trailing_stop_trigger=1 | 0 3.75 -3 -5 | 4 0.0 -4.0 stop_loss",
                "trailing_stop_ticks=8; trailing_stop_trigger=1 | 0 4 3 1 | 4 0.0 2.0 stop_loss",
                // Both: first the entry, then what trails beyond it.
                "trailing_stop_ticks=16; break_even_trigger=0.5 | 0 2 1 6 1 | 4 0.0 2.0 stop_loss",
                "trailing_stop_ticks=16; break_even_trigger=0.5 | 0 2 1 -1 | 4 0.0 0.0 stop_loss",
                // A stop that would be beyond the market is one at the next open.
                "trailing_stop_ticks=1 | 0 1 -1 -1 | 4 0.0 0.75 stop_loss",
                // The stop went from -4 to 3, and the target of 8 as far: to 15.
                "trailing_stop_ticks=8; trailing_stop_moves_target=true | 0 5 4 9 8 6 | 4 0.0 7.0 stop_loss",
                "trailing_stop_ticks=40; trailing_stop_moves_target=true | 0 7 9.25 | 4 0.0 9.0 target",
                // Half at 1.5 times the risk, a quarter at 2.5, the rest at the signal's own target of 8.
                "partial_exits=50@1.5 25@2.5 | 0 6 6.25 8 8.25 10.25 | 2 0.0 6.0 target, 1 0.0 8.0 target, 1 0.0 10.0 target",
                "partial_exits=50@1.5 50@2.5 | 0 6.25 -1 -4 | 2 0.0 6.0 target, 2 0.0 -4.0 stop_loss",
                "partial_exits=50@1; break_even_trigger=1 | 0 4.25 1 -1 | 2 0.0 4.0 target, 2 0.0 0.0 stop_loss",
                // 30 percent of four contracts is one.
                "partial_exits=30@1; max_trade_duration_minutes=3 | 0 5 5 5 5 5 | 1 0.0 4.0 target, 3 0.0 5.0 order",
            })
    void stopsAndTargetsOfATrade(String rules, String closes, String expected) {
        Map<String, Object> all = parameters(rules + "; max_daily_trades=1");
        BacktestResult up = Course.from(4000).to(closes(closes)).run(() -> new Eager(1), all);
        assertEquals(expected, trades(up));
        double[] mirrored =
                Arrays.stream(closes(closes)).map(close -> 8000 - close).toArray();
        BacktestResult down = Course.from(4000).to(mirrored).run(() -> new Eager(-1), all);
        assertEquals(
                expected,
                down.trips().stream()
                        .map(trip -> trip.contracts() + " " + (0.0 + 4000 - trip.entryPrice()) + " "
                                + (0.0 + 4000 - trip.exitPrice()) + " "
                                + trip.exitReason().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** Four contracts of ES: a point is 200 dollars. Two trading days, the second begins with the first close after the bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // -3 points are 600 of loss at a close: out at the next open, and nothing more that day.
                "max_daily_loss=600 | 0 -2.75 -3 -3 5 9 | 9 9 | 4 0.0 -3.0 order, 4 9.0 9.0 open",
                "max_daily_loss=601 | 0 -2.75 -3 -3 5 9 | 9 9 | 4 0.0 8.0 target, 4 9.0 9.0 open",
                // Not the low of a bar counts but its close; the stop takes 800, which is beyond.
                "max_daily_loss=700 | 0 -2 -5 -5 3 | -5 -5 | 4 0.0 -4.0 stop_loss, 4 -5.0 -5.0 open",
                // What was closed counts, with what is open: 800 lost, then 1 point.
                "max_daily_loss=1000 | 0 -5 -5 -6 -6 2 | 2 2 | 4 0.0 -4.0 stop_loss, 4 -5.0 -6.0 order, 4 2.0 2.0 open",
                "max_daily_profit=1000 | 0 5 5 5 9 | 9 9 | 4 0.0 5.0 order, 4 9.0 9.0 open",
                "max_daily_profit=1001 | 0 5 5 8.25 8.25 8.25 | 9 9 | 4 0.0 8.0 target, 4 9.0 9.0 open",
                // A trade that is held over night counts from the last close of the day before.
                "max_daily_loss=600 | 0 2 2 2 | -0.75 -0.75 -1 -1 3 | 4 0.0 -1.0 order",
                "max_daily_trades=2 | 0 -4 -4 -8 -8 -8 | -8 -8 | 4 0.0 -4.0 stop_loss, 4 -4.0 -8.0 stop_loss, 4 -8.0 -8.0 open",
                "max_consecutive_losses=2 | 0 -4 -4 -8 -8 -8 | -8 -8 | 4 0.0 -4.0 stop_loss, 4 -4.0 -8.0 stop_loss, 4 -8.0 -8.0 open",
                // Of two losses one by one with a profit between them, none is the second in a row.
                "max_consecutive_losses=2 | 0 -4 -4 5 -4 5 1 1 | 1 1 | 4 0.0 -4.0 stop_loss, 4 -4.0 4.0 target, 4 5.0 1.0 stop_loss, 4 -4.0 4.0 target, 4 5.0 1.0 stop_loss, 4 1.0 1.0 open",
            })
    void theDayEndsEarly(String rules, String first, String second, String expected) {
        BacktestResult result = Course.from("2024-01-09T15:00:00Z", 4000)
                .to(closes(first))
                .at("2024-01-10T15:00:00Z")
                .to(closes(second))
                .run(() -> new Eager(1), parameters(rules));
        String open = result.openPositions().stream()
                .map(one -> one.contracts() + " " + (one.entryPrice() - 4000) + " "
                        + (closes(second)[closes(second).length - 1] - 4000) + " open")
                .collect(Collectors.joining(", "));
        String closed = trades(result);
        assertEquals(expected, closed + (open.isEmpty() || closed.isEmpty() ? "" : ", ") + open);
    }

    @Test
    void whatClosedATradeForTheDayStandsInItsOrder() {
        BacktestResult result =
                Course.from(4000).to(closes("0 -3 -3 -3")).run(() -> new Eager(1), Map.of("max_daily_loss", 600));
        List<OrderLife> orders = result.orders();
        assertEquals(
                List.of("", "daily loss limit"),
                orders.stream()
                        .filter(order -> order.entryOrder() == null)
                        .map(OrderLife::tag)
                        .toList());
    }

    @Test
    void aTradeWithoutAStopHasNoRiskAndIsLeftAlone() {
        BacktestResult result = Course.from(4000)
                .to(closes("0 3 3 -9 -9"))
                .run(
                        () -> new BotStrategy() {
                            @Override
                            protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
                                return mainBot().hasPosition()
                                        ? null
                                        : Answer.of(
                                                Signal.goLong().positionSize(2).build());
                            }
                        },
                        Map.of("trailing_stop_ticks", 4, "break_even_trigger", 1, "partial_exits", "50@1"));
        assertEquals("", trades(result));
        assertEquals(2, result.openPositions().get(0).contracts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partial_exits=half | parts like 50@1.5",
                "partial_exits=0@1 | both above 0",
                "partial_exits=60@1 50@2 | 100 percent together or less, found 110.0",
                "partial_exits=50@1; one_trade_at_time=false | one_trade_at_time must be true",
                "trailing_stop_ticks=5; one_trade_at_time=false | one_trade_at_time must be true",
                "max_daily_loss=-1 | max_daily_loss must be",
            })
    void whatCannotBeIsRefused(String rules, String message) {
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> Course.from(4000).to(4000).run(() -> new Eager(1), parameters(rules)))
                .getMessage();
        assertTrue(said.contains(message), said);
    }
}
