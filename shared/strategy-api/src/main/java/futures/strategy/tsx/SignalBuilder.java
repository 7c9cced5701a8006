package futures.strategy.tsx;

import futures.strategy.tsx.Signal.CloseType;
import futures.strategy.tsx.Signal.Confidence;
import futures.strategy.tsx.Signal.Direction;
import java.time.ZonedDateTime;
import java.util.Map;

/** A {@link Signal} as its fields are named one after the other. */
public final class SignalBuilder {
    private final Direction direction;
    private Confidence confidence;
    private double entryPrice = Double.NaN;
    private double stopLoss = Double.NaN;
    private double takeProfit = Double.NaN;
    private String instrument = "";
    private double riskPoints = Double.NaN;
    private double rewardPoints = Double.NaN;
    private double riskRewardRatio = Double.NaN;
    private double positionSize = Double.NaN;
    private double dollarRisk = Double.NaN;
    private double dollarReward = Double.NaN;
    private ZonedDateTime timestamp;
    private String reason = "";
    private String strategyName = "";
    private String strategyVersion = "";
    private double signalStrength = Double.NaN;
    private String subStrategy = "";
    private Map<String, Object> environment = Map.of();
    private Map<String, Object> indicators = Map.of();
    private Map<String, Object> testData = Map.of();
    private CloseType closeType = CloseType.FULL;

    SignalBuilder(Direction direction) {
        this.direction = direction;
    }

    public SignalBuilder confidence(Confidence given) {
        confidence = given;
        return this;
    }

    public SignalBuilder entryPrice(double given) {
        entryPrice = given;
        return this;
    }

    public SignalBuilder stopLoss(double given) {
        stopLoss = given;
        return this;
    }

    public SignalBuilder takeProfit(double given) {
        takeProfit = given;
        return this;
    }

    public SignalBuilder instrument(String given) {
        instrument = given;
        return this;
    }

    public SignalBuilder riskPoints(double given) {
        riskPoints = given;
        return this;
    }

    public SignalBuilder rewardPoints(double given) {
        rewardPoints = given;
        return this;
    }

    public SignalBuilder riskRewardRatio(double given) {
        riskRewardRatio = given;
        return this;
    }

    public SignalBuilder positionSize(double given) {
        positionSize = given;
        return this;
    }

    public SignalBuilder dollarRisk(double given) {
        dollarRisk = given;
        return this;
    }

    public SignalBuilder dollarReward(double given) {
        dollarReward = given;
        return this;
    }

    public SignalBuilder timestamp(ZonedDateTime given) {
        timestamp = given;
        return this;
    }

    public SignalBuilder reason(String given) {
        reason = given;
        return this;
    }

    public SignalBuilder strategyName(String given) {
        strategyName = given;
        return this;
    }

    public SignalBuilder strategyVersion(String given) {
        strategyVersion = given;
        return this;
    }

    public SignalBuilder signalStrength(double given) {
        signalStrength = given;
        return this;
    }

    public SignalBuilder subStrategy(String given) {
        subStrategy = given;
        return this;
    }

    public SignalBuilder environment(Map<String, Object> given) {
        environment = given;
        return this;
    }

    public SignalBuilder indicators(Map<String, Object> given) {
        indicators = given;
        return this;
    }

    public SignalBuilder testData(Map<String, Object> given) {
        testData = given;
        return this;
    }

    public SignalBuilder closeType(CloseType given) {
        closeType = given;
        return this;
    }

    public Signal build() {
        return new Signal(
                direction,
                confidence,
                entryPrice,
                stopLoss,
                takeProfit,
                instrument,
                riskPoints,
                rewardPoints,
                riskRewardRatio,
                positionSize,
                dollarRisk,
                dollarReward,
                timestamp,
                reason,
                strategyName,
                strategyVersion,
                signalStrength,
                subStrategy,
                environment,
                indicators,
                testData,
                closeType);
    }
}
