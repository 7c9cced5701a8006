package futures.risk.measure;

import futures.analytics.account.AccountSeries;
import futures.analytics.performance.Excursion;
import futures.analytics.performance.TradeColumns;
import futures.wire.risk.SeriesAbout;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a request is about, wherever it came from.
 *
 * @param id             null for a series of the body
 * @param series         null for round trips without dates
 * @param compounding    whether returns are on equity
 * @param dates          one per period; null when they are not known
 * @param trips          null when only periods are known
 * @param excursions     of the round trips; null when they are not known
 * @param capital        at the start
 */
record MeasuredSeries(
        String kind,
        String id,
        AccountSeries series,
        boolean compounding,
        List<LocalDate> dates,
        TradeColumns trips,
        List<Excursion> excursions,
        double capital,
        double periodsPerYear,
        List<String> notes) {

    /** Null when dates are not known. */
    IntFunction<LocalDate> day() {
        return dates == null ? null : dates::get;
    }

    /** The returns in the form in which they were given. */
    double[] returns() {
        return compounding ? series.onEquity().orElseGet(series::onCapital) : series.onCapital();
    }

    SeriesAbout about() {
        boolean dated = dates != null && !dates.isEmpty();
        return new SeriesAbout(
                kind,
                id,
                series == null ? null : series.periods(),
                dated ? dates.get(0) : null,
                dated ? dates.get(dates.size() - 1) : null,
                capital,
                periodsPerYear,
                notes);
    }
}
