package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code POST /api/risk/ruin}; the first fields are those of {@link GivenSeries}. Of round trips each is a step, of a
 * series each period is.
 *
 * @param outcomes  results and their odds in place of a series
 * @param floor     money at or below which the account is ruined; null: 0
 * @param steps     how many to look ahead; null: as many as there were
 * @param draw      {@code resample} (standard), {@code blocks} or {@code shuffle}
 * @param meanBlock steps of a block on average; null: by Politis and White
 * @param size      multiple of the size that made the results; null: 1
 * @param paths     null: 10,000
 * @param seed      null: 1
 */
public record RuinOrder(
        List<Double> returns,
        String returnsAre,
        List<Double> equity,
        List<GivenTrade> trades,
        List<LocalDate> dates,
        Double initialCapital,
        Double periodsPerYear,
        List<Outcome> outcomes,
        Double floor,
        Integer steps,
        String draw,
        Double meanBlock,
        Double size,
        Integer paths,
        Long seed)
        implements GivenSeries {
    /** Money that a step comes to, with its odds; those of all come to 1. */
    public record Outcome(Double result, Double probability) {}
}
