package futures.backtest.luck;

import futures.analytics.performance.Measure;
import futures.wire.backtest.TrialSet;
import java.time.Instant;
import java.util.List;

/** Totals of a data set in the words of the wire. */
final class TrialWords {
    private static final double DAYS_A_YEAR = 252;

    private TrialWords() {}

    static TrialSet of(TrialRow row, List<String> names, TrialFacts facts) {
        double annual = Math.sqrt(DAYS_A_YEAR);
        boolean rated = row.rated() > 0;
        Measure effective = rated ? facts.effective() : Measure.undefined("no try has a Sharpe ratio");
        return new TrialSet(
                row.family(),
                names,
                row.symbol(),
                row.timeframe(),
                row.trials(),
                row.rated(),
                rated ? row.mean() * annual : null,
                row.rated() < 2 ? null : facts.variance() * DAYS_A_YEAR,
                row.best() == null ? null : row.best() * annual,
                rated ? facts.luckRatio() * annual : null,
                facts.correlation().value(),
                effective.value(),
                effective.reason(),
                Instant.parse(row.first()),
                Instant.parse(row.last()));
    }
}
