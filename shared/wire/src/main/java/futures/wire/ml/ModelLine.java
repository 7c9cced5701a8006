package futures.wire.ml;

import java.time.Instant;

/**
 * A model in a list.
 *
 * @param kind     of learner
 * @param metric   AUC, or rank IC of a regression, out of fold
 * @param evidence of skill, by the training's verdict
 * @param leakage  tests that failed
 */
public record ModelLine(
        String id,
        String name,
        int version,
        String stage,
        String task,
        String kind,
        String symbol,
        String timeframe,
        Instant createdAt,
        Instant expiresAt,
        boolean expired,
        DataChange stale,
        Double metric,
        boolean evidence,
        Double net,
        int leakage) {}
