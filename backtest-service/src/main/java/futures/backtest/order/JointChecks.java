package futures.backtest.order;

import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The strategies of a joint run, each with a name and all its parameters. */
final class JointChecks {
    private static final int MOST_STRATEGIES = 1_000;
    private static final int LONGEST_NAME = 100;

    private final StrategyRegistry strategies;

    JointChecks(StrategyRegistry strategies) {
        this.strategies = strategies;
    }

    List<StrategyOrder> complete(BacktestOrder order) {
        refuse("strategy_name", order.strategyName());
        refuse("symbol", order.symbol());
        refuse("parameters", order.parameters());
        refuse("contract", order.contract());
        if (order.strategies().isEmpty() || order.strategies().size() > MOST_STRATEGIES) {
            throw Fields.outside("strategies", order.strategies().size() + " strategies", "1 to " + MOST_STRATEGIES);
        }
        List<StrategyOrder> complete = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < order.strategies().size(); i++) {
            StrategyOrder one =
                    complete("strategies[" + i + "].", order.strategies().get(i));
            if (one.name().length() > LONGEST_NAME || one.name().chars().anyMatch(Character::isISOControl)) {
                throw Fields.outside(
                        "strategies[" + i + "].name",
                        one.name(),
                        "one line of at most " + LONGEST_NAME + " characters");
            }
            if (!names.add(one.name())) {
                throw Problem.unprocessable("Two strategies of the run are called '" + one.name()
                                + "'; give each a 'name' of its own.")
                        .field("strategies[" + i + "].name", one.name(), "already taken");
            }
            complete.add(one);
        }
        return List.copyOf(complete);
    }

    private static void refuse(String field, Object value) {
        if (value != null) {
            throw Problem.badRequest("An order with 'strategies' says '" + field
                            + "' in each of them (or 'contract' in 'markets'), not beside them.")
                    .field(field, value, "not beside strategies");
        }
    }

    private StrategyOrder complete(String place, StrategyOrder one) {
        if (one == null) {
            throw Problem.badRequest("'strategies' must hold objects.").field(place, null, "missing");
        }
        BotOrder bot = BotOrder.of(place, one, strategies);
        String strategyName = Fields.required(place + "strategy_name", bot.strategyName());
        String itself = bot.name() == null ? strategyName : bot.name();
        return new StrategyOrder(
                one.name() == null || one.name().isBlank() ? itself : one.name(),
                strategyName,
                Fields.required(place + "symbol", bot.symbol()),
                StrategyChoice.parameters(strategies.find(strategyName), place + "parameters", bot.parameters()),
                bot.name(),
                bot.hash());
    }

    /** All markets of a joint run: those of its strategies and those that the order names beside them. */
    static Set<String> symbols(BacktestOrder order) {
        Set<String> symbols = new TreeSet<>();
        order.strategies().forEach(one -> symbols.add(one.symbol()));
        if (order.markets() != null) {
            symbols.addAll(order.markets().keySet());
        }
        return symbols;
    }
}
