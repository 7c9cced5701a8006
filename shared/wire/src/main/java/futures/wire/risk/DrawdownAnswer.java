package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Falls of equity from its peaks.
 *
 * @param figures  of the whole series
 * @param episodes the deepest ones, deepest first
 */
public record DrawdownAnswer(SeriesAbout about, Map<String, MetricFigure> figures, List<Row> episodes) {
    /**
     * From a peak to a value as high again, or to the end.
     *
     * @param from      period after which the peak stood, counted from 1; 0 is the start
     * @param trough    period of the lowest value
     * @param to        period of the recovery, or the last one
     * @param fromDate  null at the start, or when dates are not known
     * @param depth     money, negative
     * @param fraction  of the peak, negative
     * @param recovered whether it did
     */
    public record Row(
            int from,
            int trough,
            int to,
            LocalDate fromDate,
            LocalDate troughDate,
            LocalDate toDate,
            double depth,
            double fraction,
            boolean recovered) {}
}
