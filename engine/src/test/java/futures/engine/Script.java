package futures.engine;

import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveStrategy;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders to be sent at given bars, written as in {@code "buy 1 limit 99.5 sl 8 tp@101; close; cancel 3; cancel all"}, and
 * the strategies that send them to the engine and to its twin.
 */
final class Script {
    private final Map<Integer, List<String>> actions = new HashMap<>();

    void at(int bar, String text) {
        if (!text.isBlank()) {
            actions.put(bar, List.of(text.trim().split("\\s*;\\s*")));
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
                for (String action : actions.getOrDefault(bars.count() - 1, List.of())) {
                    switch (action.split(" ")[0]) {
                        case "close" -> broker.close();
                        case "cancel" -> {
                            if (action.endsWith("all")) {
                                broker.cancelAll();
                            } else {
                                broker.cancel(Integer.parseInt(action.split(" ")[1]));
                            }
                        }
                        default -> broker.send(order(action));
                    }
                }
            }
        };
    }

    NaiveStrategy naive() {
        return (int bar, NaiveExchange exchange) -> {
            for (String action : actions.getOrDefault(bar, List.of())) {
                switch (action.split(" ")[0]) {
                    case "close" -> exchange.close();
                    case "cancel" -> {
                        if (action.endsWith("all")) {
                            exchange.cancelAll();
                        } else {
                            exchange.cancel(Integer.parseInt(action.split(" ")[1]));
                        }
                    }
                    default -> exchange.send(order(action));
                }
            }
        };
    }

    static Order order(String text) {
        String[] words = text.replace("@", " @").split("\\s+");
        Side side = words[0].equals("buy") ? Side.LONG : Side.SHORT;
        Order order = Order.market(side, Integer.parseInt(words[1]));
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "limit" -> order = Order.limit(side, order.contracts(), Double.parseDouble(words[++i]));
                case "stop" -> order = Order.stop(side, order.contracts(), Double.parseDouble(words[++i]));
                case "sl" -> order = order.withStop(exit(words[++i]));
                case "tp" -> order = order.withTarget(exit(words[++i]));
                case "reduce" -> order = order.reducing();
                default -> throw new IllegalArgumentException("unknown word '" + words[i] + "' in: " + text);
            }
        }
        return order;
    }

    private static Exit exit(String text) {
        return text.startsWith("@")
                ? new Exit.At(Double.parseDouble(text.substring(1)))
                : new Exit.Ticks(Integer.parseInt(text));
    }
}
