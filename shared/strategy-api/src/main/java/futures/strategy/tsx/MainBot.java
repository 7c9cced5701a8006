package futures.strategy.tsx;

import java.util.List;

/**
 * The live bot around a strategy, as far as it has something to say in a backtest.
 *
 * @param instrument     symbol of the contract that is traded
 * @param dollarPerPoint what a contract earns when its price moves by 1, in the contract's currency
 * @param positions      that are on: none or one
 */
public record MainBot(String instrument, double dollarPerPoint, List<BotPosition> positions) {
    public MainBot {
        positions = List.copyOf(positions);
    }

    public boolean hasPosition() {
        return !positions.isEmpty();
    }
}
