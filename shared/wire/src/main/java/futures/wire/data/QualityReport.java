package futures.wire.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What there is to know about a series before a result on it is believed. Lists hold the worst or the first and are bounded; the
 * counts beside them are whole.
 *
 * @param calendar trading days it was held against; null: none is known, then coverage is shown and not judged
 * @param grade    A to F, the worst of the checks
 * @param reason   the check that decided it, in words
 * @param coverage null for bars longer than a day
 * @param grid     null when the tick size is not known
 * @param imports  what imports saw; null for a series that no file was imported into. It does not touch the grade
 * @param notes    what the figures cannot say
 */
public record QualityReport(
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
        List<Check> checks,
        Coverage coverage,
        Grid grid,
        List<Mark> badPrices,
        List<Mark> spikes,
        List<StaleRun> staleRuns,
        Imports imports,
        List<String> notes) {
    /**
     * @param name  e.g. {@code missing_bars}
     * @param count how many were found
     * @param share of what could have been, 0 to 1
     * @param grade null when it is not judged
     * @param found in words
     */
    public record Check(String name, long count, double share, String grade, String found) {}

    /**
     * Bars beside the hours of the calendar, from the first bar to the last.
     *
     * @param expected      bars that would be there if every one of them had traded
     * @param missing       of these, those on days that have bars
     * @param gaps          runs of missing bars
     * @param usualCoverage median of the days' present by expected bars
     * @param dense         whether the market trades in nearly every bar, so that single ones count
     * @param missingDays   trading days without any bar
     * @param thinDays      trading days with less than half of the usual coverage
     * @param incompleteDays every trading day with fewer bars than expected, those without any included, oldest first
     * @param closedBars    bars while the market was closed
     */
    public record Coverage(
            long tradingDays,
            long expected,
            long missing,
            long gaps,
            List<Gap> worstGaps,
            double usualCoverage,
            boolean dense,
            long missingDays,
            List<LocalDate> firstMissingDays,
            long thinDays,
            List<Day> firstThinDays,
            List<Day> incompleteDays,
            long closedBars,
            List<Instant> firstClosedBars) {}

    /**
     * @param day  trading day
     * @param from open of the first missing bar
     * @param to   end of the last missing bar
     * @param bars that are missing
     */
    public record Gap(LocalDate day, Instant from, Instant to, long bars) {}

    public record Day(LocalDate date, long bars, long expected) {}

    /**
     * Prices beside the tick grid.
     *
     * @param offShare     share of all prices that lie off it
     * @param offDays      trading days of which nearly all prices do
     * @param backAdjusted whether there are such days: the series was adjusted by ratio, or the tick size is wrong
     */
    public record Grid(BigDecimal tickSize, double offShare, long days, long offDays, boolean backAdjusted) {}

    /**
     * One price of one bar.
     *
     * @param time   open of the bar
     * @param what   e.g. {@code high}
     * @param reason what is wrong with it
     */
    public record Mark(Instant time, String what, double price, String reason) {}

    /**
     * Sums over the files that were imported into the whole series, whatever its range in the report: what they held that is not
     * in the bars.
     *
     * @param files      each once, however often it was imported
     * @param uncounted  of these, those imported by a version that kept no counts
     * @param rows       good ones
     * @param duplicates rows that brought the same bar once more
     * @param outOfOrder rows that came before an earlier one
     * @param rounded    prices with more than nine decimals
     * @param badRows    rows that were left out ({@code on_error=skip})
     * @param conflicts  bars with other values than those that were stored ({@code on_conflict=})
     */
    public record Imports(
            long files,
            long uncounted,
            long rows,
            long duplicates,
            long outOfOrder,
            long rounded,
            long badRows,
            long conflicts) {}

    /** @param from open of the first bar that repeats, and {@code to} of the last */
    public record StaleRun(Instant from, Instant to, long bars, double price) {}
}
