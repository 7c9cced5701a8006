package futures.wire.ml;

import java.time.Instant;
import java.util.Map;

/**
 * One fold.
 *
 * @param fold       from 0
 * @param trainRows  rows that it was fitted on
 * @param testRows   rows that it was judged by
 * @param purged     rows left out of the training because their labels touch the test, or lie in the embargo
 * @param trainFrom  close of the first bar that it was fitted on
 * @param trainTo    close of the last one
 * @param testFrom   close of the first bar that it was judged by
 * @param testTo     close of the last one
 * @param parameters that were chosen for this fold; those of the order when there was no search
 * @param metrics    by name; null where one is undefined
 * @param hash       of the fold's model
 */
public record FoldResult(
        int fold,
        int trainRows,
        int testRows,
        int purged,
        Instant trainFrom,
        Instant trainTo,
        Instant testFrom,
        Instant testTo,
        Map<String, Object> parameters,
        Map<String, Double> metrics,
        String hash) {}
