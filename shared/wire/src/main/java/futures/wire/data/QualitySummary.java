package futures.wire.data;

import futures.wire.data.QualityReport.Check;
import java.time.Instant;
import java.util.List;

/**
 * The grade of a {@link QualityReport} and what led to it.
 *
 * @param product  null when not known
 * @param calendar null when none is known
 * @param revision of the bars, as their {@code ETag} has it
 * @param grade    A to F, the worst of the checks
 * @param reason   the check that decided it, in words
 * @param worst    checks that are no A, the worst first
 * @param href     of the whole report
 */
public record QualitySummary(
        String symbol,
        String timeframe,
        String product,
        String calendar,
        String revision,
        long bars,
        Instant first,
        Instant last,
        String grade,
        String reason,
        List<Check> worst,
        String href) {}
