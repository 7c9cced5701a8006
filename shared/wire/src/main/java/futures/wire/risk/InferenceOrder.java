package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code POST /api/risk/inference}; the first fields are those of {@link GivenSeries}.
 *
 * @param benchmarkSharpe yearly ratio that is to be exceeded; null: 0
 * @param trials          how many variants were tried, this one included; null: not deflated
 * @param trialsVariance  variance of the yearly Sharpe ratios of the trials; needed with {@code trials}
 * @param confidence      of the track record and the intervals; null: 0.95
 * @param meanBlock       periods of a block on average; null: by Politis and White
 * @param paths           null: 10,000
 * @param seed            null: 1
 */
public record InferenceOrder(
        List<Double> returns,
        String returnsAre,
        List<Double> equity,
        List<GivenTrade> trades,
        List<LocalDate> dates,
        Double initialCapital,
        Double periodsPerYear,
        Double benchmarkSharpe,
        Long trials,
        Double trialsVariance,
        Double confidence,
        Double meanBlock,
        Integer paths,
        Long seed)
        implements GivenSeries {}
