package futures.backtest.order;

import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an order is about, in a few words for lists and notices. */
public final class OrderNames {
    private OrderNames() {}

    public static boolean joint(BacktestOrder order) {
        return order.strategies() != null;
    }

    /** The strategy; of a joint run all of them, each once. */
    public static String strategies(BacktestOrder order) {
        return joint(order)
                ? listed(order.strategies().stream().map(StrategyOrder::strategyName))
                : order.strategyName();
    }

    /** Names of its strategies, each once. */
    static List<String> each(BacktestOrder order) {
        return joint(order)
                ? order.strategies().stream()
                        .map(StrategyOrder::strategyName)
                        .distinct()
                        .toList()
                : List.of(order.strategyName());
    }

    /** Bots of an order by the hash of their text, each once: their names. */
    public static Map<String, String> bots(BacktestOrder order) {
        Map<String, String> bots = new LinkedHashMap<>();
        if (order.bot() != null) {
            bots.put(order.botHash(), order.bot());
        }
        if (joint(order)) {
            order.strategies().stream()
                    .filter(one -> one.bot() != null)
                    .forEach(one -> bots.put(one.botHash(), one.bot()));
        }
        return bots;
    }

    /** Its series, each once. */
    public static List<String> eachSymbol(BacktestOrder order) {
        return joint(order) ? JointChecks.symbols(order).stream().distinct().toList() : List.of(order.symbol());
    }

    /** The series; of a joint run all of them, each once. */
    public static String symbols(BacktestOrder order) {
        return joint(order) ? listed(JointChecks.symbols(order).stream()) : order.symbol();
    }

    private static String listed(Stream<String> names) {
        return names.distinct().collect(Collectors.joining(", "));
    }
}
