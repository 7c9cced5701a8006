package futures.backtest.order;

import futures.backtest.strategy.BotChoice;
import futures.backtest.strategy.BotConfiguration;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an order says, and for the rest what its bot says.
 *
 * @param parameters null when neither says any
 * @param name       of the bot, and hash of its text; null without one
 */
record BotOrder(String strategyName, String symbol, Map<String, Object> parameters, String name, String hash) {
    /** @throws Problem 400, 404 or 422 when the bot cannot be used for the order */
    static BotOrder of(BacktestOrder order, StrategyRegistry strategies) {
        if (order.bot() == null || order.botHash() != null) { // none, or it is in the order already
            return new BotOrder(order.strategyName(), order.symbol(), order.parameters(), order.bot(), order.botHash());
        }
        if (order.strategies() != null) {
            throw Problem.badRequest("'bot' belongs to an order of one strategy.")
                    .field("bot", order.bot(), "not with strategies");
        }
        BotChoice choice = strategies.bots().take(order.bot());
        BotConfiguration bot = choice.configuration();
        if (order.strategyName() != null && !order.strategyName().equals(choice.strategy())) {
            throw Problem.unprocessable("The bot " + bot.name() + " is for the strategy " + choice.strategy()
                            + " and not for " + order.strategyName() + ".")
                    .field("bot", bot.name(), "for " + choice.strategy());
        }
        Map<String, Object> parameters = new LinkedHashMap<>(bot.values());
        if (order.parameters() != null) {
            Spellings.putAll(order.parameters(), parameters);
        }
        return new BotOrder(
                choice.strategy(),
                order.symbol() == null ? bot.symbol() : order.symbol(),
                parameters,
                bot.name(),
                bot.hash());
    }
}
