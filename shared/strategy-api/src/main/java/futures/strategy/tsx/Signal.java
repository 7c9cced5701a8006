package futures.strategy.tsx;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * What a strategy of the live bot wants done, with the bot's own names. The host acts on direction, stopLoss, takeProfit, positionSize,
 * closeType and reason; the others are for whoever reads the signal, as in the live bot. Numbers that are not said are NaN, texts empty.
 *
 * @param entryPrice   the strategy's idea of it; a market order fills where the market is
 * @param stopLoss     price of the protective stop; off the tick grid it goes to the farther tick
 * @param takeProfit   price of the target; off the tick grid it goes to the farther tick
 * @param positionSize contracts, rounded down; 1 when it is not said or below 1
 * @param dollarRisk   in the contract's currency, as dollarReward
 * @param timestamp    null when it is not said
 * @param confidence   null when it is not said
 * @param reason       up to 100 characters of it become the tag of the order
 * @param signalStrength from 0 to 1
 * @param closeType    what of the position a CLOSE_POSITION closes: all of it, or {@code positionSize} contracts
 */
public record Signal(
        Direction direction,
        Confidence confidence,
        double entryPrice,
        double stopLoss,
        double takeProfit,
        String instrument,
        double riskPoints,
        double rewardPoints,
        double riskRewardRatio,
        double positionSize,
        double dollarRisk,
        double dollarReward,
        ZonedDateTime timestamp,
        String reason,
        String strategyName,
        String strategyVersion,
        double signalStrength,
        String subStrategy,
        Map<String, Object> environment,
        Map<String, Object> indicators,
        Map<String, Object> testData,
        CloseType closeType) {

    /** Which way. */
    public enum Direction {
        LONG,
        SHORT,
        CLOSE_POSITION
    }

    /** How sure a strategy says it is. */
    public enum Confidence {
        LOW,
        MEDIUM,
        HIGH,
        TEST
    }

    /** How much of a position is closed. */
    public enum CloseType {
        FULL,
        PARTIAL
    }

    public Signal {
        Objects.requireNonNull(direction, "a signal needs a direction");
        Objects.requireNonNull(closeType, "closeType");
        Objects.requireNonNull(reason, "reason");
        environment = Answer.ordered(environment);
        indicators = Answer.ordered(indicators);
        testData = Answer.ordered(testData);
    }

    /** To buy, when no trade is on. */
    public static SignalBuilder goLong() {
        return new SignalBuilder(Direction.LONG);
    }

    /** To sell, when no trade is on. */
    public static SignalBuilder goShort() {
        return new SignalBuilder(Direction.SHORT);
    }

    /** To close the trade that is on. */
    public static SignalBuilder closePosition() {
        return new SignalBuilder(Direction.CLOSE_POSITION);
    }

    /** For a way that was computed. */
    public static SignalBuilder of(Direction direction) {
        return new SignalBuilder(direction);
    }
}
