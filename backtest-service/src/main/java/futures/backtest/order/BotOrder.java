package futures.backtest.order;

import futures.backtest.strategy.BotChoice;
import futures.backtest.strategy.BotConfiguration;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an order says, and for the rest what its bot says.
 *
 * @param parameters null when neither says any
 * @param name       of the bot, or the text of one, and hash of its text; null without one
 */
record BotOrder(String strategyName, String symbol, Map<String, Object> parameters, String name, String hash) {
    /** @throws Problem 400, 404 or 422 when the bot cannot be used for the order */
    static BotOrder of(BacktestOrder order, StrategyRegistry strategies) {
        if (order.strategies() != null && order.bot() != null) {
            throw Problem.badRequest(
                            "'bot' belongs to an order of one strategy; in a joint run each of the strategies may have one.")
                    .field("bot", order.bot(), "not beside strategies");
        }
        return new BotOrder(order.strategyName(), order.symbol(), order.parameters(), order.bot(), order.botHash())
                .told("", strategies);
    }

    /**
     * Of a strategy in a joint run.
     *
     * @param place of it in the order, before its fields
     */
    static BotOrder of(String place, StrategyOrder one, StrategyRegistry strategies) {
        return new BotOrder(one.strategyName(), one.symbol(), one.parameters(), one.bot(), one.botHash())
                .told(place, strategies);
    }

    private BotOrder told(String place, StrategyRegistry strategies) {
        if (name == null || hash != null) { // none, or it is in the order already
            return this;
        }
        BotChoice choice = strategies.bots().take(name, place + "bot");
        BotConfiguration bot = choice.configuration();
        if (strategyName != null && !strategyName.equals(choice.strategy())) {
            throw Problem.unprocessable("The bot " + bot.name() + " is for the strategy " + choice.strategy()
                            + " and not for " + strategyName + ".")
                    .field(place + "bot", bot.name(), "for " + choice.strategy());
        }
        Map<String, Object> all = new LinkedHashMap<>(bot.values());
        if (parameters != null) {
            Spellings.putAll(parameters, all);
        }
        return new BotOrder(choice.strategy(), symbol == null ? bot.symbol() : symbol, all, bot.name(), bot.hash());
    }
}
