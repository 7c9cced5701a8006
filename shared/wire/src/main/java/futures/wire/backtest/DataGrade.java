package futures.wire.backtest;

/**
 * How far the bars of a run can be trusted, as the data service judged them just before the run.
 *
 * @param grade    A to F; null: the data service did not say
 * @param reason   the check that decided it, or why there is no grade
 * @param revision of the bars that were judged, as their {@code ETag} has it
 * @param href     of the whole report, on the data service
 */
public record DataGrade(String symbol, String timeframe, String grade, String reason, String revision, String href) {}
