package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * The fields by which a request says what it is about. One of returns, equity and trades is given, or none of them when the
 * request names a stored backtest or portfolio.
 */
public interface GivenSeries {
    /** Simple returns, one per period, flat periods included; 0.01 is 1 %. */
    List<Double> returns();

    /** {@code on_equity} (standard: fractions of what there was before, they compound) or {@code on_capital} (they add up). */
    String returnsAre();

    /** The start value, above 0, and one value after each period. */
    List<Double> equity();

    /** Round trips in the order of exits. */
    List<GivenTrade> trades();

    /** One per period, ascending; null when they are not known. */
    List<LocalDate> dates();

    /** Money at the start; null: the first value of equity, otherwise 100,000. */
    Double initialCapital();

    /** Null: 252. */
    Double periodsPerYear();
}
