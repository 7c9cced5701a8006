package futures.wire.ml;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A dataset, without its rows.
 *
 * @param hash        of all that follows and of every value: name it in a training
 * @param dataHash    of the bars, their contract and rolls, those of other symbols included
 * @param featureHash of the columns' definitions in their order
 * @param labelHash   of the definitions of label and sampling
 * @param task        {@code classification} or {@code regression}
 * @param bars        of the series
 * @param rows        with features and label
 * @param warmUp      events left out because a feature had no value yet
 * @param truncated   events left out because their label ends beyond the data
 * @param unmeasured  events left out because there was no volatility or side for their label
 * @param neutral     labels without a move that were dropped
 * @param ambiguous   labels whose barriers lay in one bar, counted as stops
 * @param effective   rows that would say as much if labels did not overlap: the sum of their uniqueness
 * @param rolls       between contracts within the series
 * @param labels      rows by value of the label; of a regression its mean and deviation
 * @param costs       of a round trip, as a part of the price at the last bar, as labels and results count it
 */
public record DatasetAnswer(
        String hash,
        String dataHash,
        String featureHash,
        String labelHash,
        String task,
        DatasetOrder order,
        int bars,
        int rows,
        int warmUp,
        int truncated,
        int unmeasured,
        int neutral,
        int ambiguous,
        double effective,
        int rolls,
        Instant from,
        Instant to,
        Map<String, Double> labels,
        double costs,
        List<DatasetColumn> columns,
        List<String> warnings) {}
