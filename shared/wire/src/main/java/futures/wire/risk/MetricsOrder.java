package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code POST /api/risk/metrics}; the first fields are those of {@link GivenSeries}.
 *
 * @param benchmark     returns of the same periods and kind; null for none
 * @param riskFree      yearly, 0.03 is 3 %; null: 0, for the gain of a future is in excess of it already
 * @param minimumReturn yearly, what Sortino and Omega ask for; null: 0
 * @param yearlyForm    {@code simple} (standard): a period has the yearly rate / periods a year; {@code compound}: its root
 */
public record MetricsOrder(
        List<Double> returns,
        String returnsAre,
        List<Double> equity,
        List<GivenTrade> trades,
        List<LocalDate> dates,
        Double initialCapital,
        Double periodsPerYear,
        List<Double> benchmark,
        Double riskFree,
        Double minimumReturn,
        String yearlyForm)
        implements GivenSeries {}
