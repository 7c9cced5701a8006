package futures.engine;

import futures.analytics.limit.Limit;
import futures.model.Adjustment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that a result depends on. Equal manifests, the JDK apart, give equal results.
 *
 * @param engineVersion changes whenever the same request would give another result
 * @param parameters    all of them, with the values that were used
 * @param firstBar      open time of the first bar, epoch milliseconds UTC
 * @param lastBar       open time of the last bar
 * @param dataHash      SHA-256 of the bars
 * @param contractHash  SHA-256 of the contract's specification
 * @param calendarHash  SHA-256 of the trading days of the bars and their hours
 * @param marginHash    SHA-256 of the margins by date
 * @param finerHash     SHA-256 of the finer bars; empty when there are none
 * @param rollsHash     SHA-256 of the rolls between the contracts of the bars; empty when there are none
 * @param adjustment    what strategies saw of earlier contracts
 * @param ratesHash     SHA-256 of the currency rates
 * @param limits       by which orders were refused; none where nothing was limited
 * @param models      that the strategy could read; none where the order named none
 * @param jdk           version of the Java runtime; results do not depend on it
 */
public record RunManifest(
        String engineVersion,
        String strategyName,
        String strategyHash,
        Map<String, Object> parameters,
        String symbol,
        String timeframe,
        long firstBar,
        long lastBar,
        int bars,
        String dataHash,
        String contractHash,
        String calendarHash,
        String marginHash,
        String finerHash,
        String rollsHash,
        Adjustment adjustment,
        String ratesHash,
        BigDecimal initialCash,
        Costs costs,
        FillSettings fills,
        long seed,
        List<Limit> limits,
        List<ModelIdentity> models,
        String jdk) {}
