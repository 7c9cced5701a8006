package futures.engine;

import futures.engine.twin.NaiveStrategy;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.TimeInForce;
import futures.model.Trail;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders to be sent at given bars, and the strategies that send them to the engine and to its twin. Actions stand apart by
 * semicolons:
 *
 * <pre>
 * buy 1 limit 99.5 sl 8 tp@101      sell 2 stop 98 reduce       buy 1 stoplimit 101 101.5
 * sell 1 trail 8                    sell 1 trail 2.5pt          sell 1 trail 2xatr5
 * buy 1 touch 98                    buy 1 onopen                sell 1 onclose
 * buy 1 limit 99 day                buy 1 limit 99 gtd 5        buy 5 ioc / fok
 * buy 1 sl ~8                       oco buy 1 stop 101 / sell 1 stop 99
 * move 3 101.25                     replace 3 by buy 1 limit 98
 * cancel 3                          cancel all                  close                    flatten
 * </pre>
 *
 * {@code gtd 5} ends when bar 5 opens; {@code ~8} is a trailing stop.
 */
final class Script {
    private final Map<Integer, List<String>> actions = new HashMap<>();
    private final long[] openTimes;

    /** @param openTimes of the bars, which good-till-date orders name by their index */
    Script(long... openTimes) {
        this.openTimes = openTimes;
    }

    void at(int bar, String text) {
        if (!text.isBlank()) {
            actions.put(bar, List.of(text.trim().split("\\s*;\\s*")));
        }
    }

    /** The same without actions that begin with one of these words. */
    Script without(String... words) {
        Script some = new Script(openTimes);
        actions.forEach((bar, all) -> some.actions.put(
                bar,
                all.stream()
                        .filter(action -> Arrays.stream(words).noneMatch(action::startsWith))
                        .toList()));
        return some;
    }

    void act(int bar, Hand hand) {
        for (String action : actions.getOrDefault(bar, List.of())) {
            String[] words = action.split("\\s+");
            switch (words[0]) {
                case "close" -> hand.close();
                case "flatten" -> hand.flatten();
                case "cancel" -> {
                    if (words[1].equals("all")) {
                        hand.cancelAll();
                    } else {
                        hand.cancel(Integer.parseInt(words[1]));
                    }
                }
                case "move" -> hand.move(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
                case "replace" ->
                    hand.replace(
                            Integer.parseInt(words[1]),
                            order(action.substring(action.indexOf("by") + 2).trim()));
                case "oco" ->
                    hand.oneCancelsOther(
                            Arrays.stream(action.substring(3).trim().split("\\s*/\\s*"))
                                    .map(this::order)
                                    .toList());
                default -> hand.send(order(action));
            }
        }
    }

    Strategy strategy() {
        return new Strategy() {
            @Override
            public String name() {
                return "Script";
            }

            @Override
            protected void start(Setup setup) {}

            @Override
            protected void onBar(Bars bars, Broker broker) {
                act(bars.count() - 1, new BrokerHand(bars, broker));
            }
        };
    }

    NaiveStrategy naive() {
        return (bar, desk) -> act(bar, desk);
    }

    Order order(String text) {
        String[] words = text.replace("@", " @").replace("~", " ~").split("\\s+");
        Side side = words[0].equals("buy") ? Side.LONG : Side.SHORT;
        int contracts = Integer.parseInt(words[1]);
        Order order = Order.market(side, contracts);
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "limit" -> order = Order.limit(side, contracts, Double.parseDouble(words[++i]));
                case "stop" -> order = Order.stop(side, contracts, Double.parseDouble(words[++i]));
                case "stoplimit" ->
                    order = Order.stopLimit(
                            side, contracts, Double.parseDouble(words[++i]), Double.parseDouble(words[++i]));
                case "touch" -> order = Order.ifTouched(side, contracts, Double.parseDouble(words[++i]));
                case "trail" -> order = Order.trailingStop(side, contracts, trail(words[++i]));
                case "onopen" -> order = Order.onOpen(side, contracts);
                case "onclose" -> order = Order.onClose(side, contracts);
                case "day" -> order = order.lasting(TimeInForce.DAY);
                case "ioc" -> order = order.lasting(TimeInForce.IOC);
                case "fok" -> order = order.lasting(TimeInForce.FOK);
                case "gtd" -> order = order.until(openTimes[Integer.parseInt(words[++i])]);
                case "sl" -> order = order.withStop(exit(words[++i]));
                case "tp" -> order = order.withTarget(exit(words[++i]));
                case "reduce" -> order = order.reducing();
                default -> throw new IllegalArgumentException("unknown word '" + words[i] + "' in: " + text);
            }
        }
        return order;
    }

    private static Exit exit(String text) {
        return switch (text.charAt(0)) {
            case '@' -> new Exit.At(Double.parseDouble(text.substring(1)));
            case '~' -> new Exit.Trailing(trail(text.substring(1)));
            default -> new Exit.Ticks(Integer.parseInt(text));
        };
    }

    private static Trail trail(String text) {
        if (text.endsWith("pt")) {
            return new Trail.Points(Double.parseDouble(text.substring(0, text.length() - 2)));
        }
        int atr = text.indexOf("xatr");
        return atr < 0
                ? new Trail.Ticks(Integer.parseInt(text))
                : new Trail.Atr(Integer.parseInt(text.substring(atr + 4)), Double.parseDouble(text.substring(0, atr)));
    }
}
