package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * One of the portfolios that are compared.
 *
 * @param maxDrawdown  of its equity by day
 * @param marked       as in {@link DailyEquity}
 * @param correlations Pearson correlation of its daily changes of equity with those of each portfolio, in their order, over
 *     the days that both cover; null when one of them does not change or there are fewer than three days
 * @param days         its equity by day
 */
public record ComparedPortfolio(
        long id,
        String name,
        BigDecimal initialCash,
        Performance performance,
        BigDecimal equity,
        BigDecimal maxDrawdown,
        String marked,
        List<BigDecimal> correlations,
        List<EquityOfDay> days) {}
