package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * What an answer is about.
 *
 * @param kind           returns, equity, trades, backtest or portfolio
 * @param id             of the backtest or portfolio; null for a series of the body
 * @param periods        how many returns; null for round trips without dates
 * @param from           first period; null when dates are not known
 * @param to             last period
 * @param initialCapital money at the start
 * @param notes          what to know before the figures are used
 */
public record SeriesAbout(
        String kind,
        String id,
        Integer periods,
        LocalDate from,
        LocalDate to,
        double initialCapital,
        double periodsPerYear,
        List<String> notes) {}
