package futures.engine.finding;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What became of the account of a run. Money is in its currency.
 *
 * @param lowestEquity   at any bar's close
 * @param dailyProfit    by trading day, flat ones included
 * @param charges        commission and fees
 * @param slippage       lost to prices worse than asked for
 * @param waivedSlippage that was not charged because the bar ended before it
 * @param ambiguousBars  bars inside which the order of events mattered and cannot be known
 * @param pessimistic    profit when every bar is read against the trader; null when that was not computed
 * @param optimistic     profit when every bar is read in the trader's favour; null when that was not computed
 * @param liquidations   times that the account could not hold its positions
 * @param parameters     that the strategies declare
 * @param sameClose      whether orders filled at the close at which they were sent
 */
public record AccountFacts(
        double initialCash,
        double lowestEquity,
        SortedMap<LocalDate, Double> dailyProfit,
        double charges,
        double slippage,
        double waivedSlippage,
        int ambiguousBars,
        Double pessimistic,
        Double optimistic,
        int liquidations,
        int parameters,
        boolean sameClose) {}
