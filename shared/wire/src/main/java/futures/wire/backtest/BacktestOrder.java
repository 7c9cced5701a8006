package futures.wire.backtest;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Body of {@code POST /api/backtests}. Only strategy and symbol must be there.
 *
 * @param symbol            a series of the data service, e.g. {@code MES} or {@code ESZ24}
 * @param contract          product whose contract is traded; null: what the series says
 * @param startDate         first trading day, or an instant; null: the first bar
 * @param endDate           last trading day, or the instant after the last bar; null: the last bar
 * @param timeframe         null: {@code 1m}
 * @param initialCash       null: settings {@code defaults.initial_cash}
 * @param commission        per contract and side; null: settings {@code defaults.commission}
 * @param fees              exchange fees per contract and side; null: none
 * @param slippageTicks     of market and stop orders; null: settings {@code defaults.slippage_ticks}
 * @param limitFill         {@code through} (standard) or {@code touch}
 * @param offGridPrices     order prices off the tick grid: {@code refuse} (standard) or {@code round}
 * @param parameters        by name; those not named keep what the strategy's YAML or declaration says
 * @param seed              of the strategy's random numbers; null: 0
 * @param recordToPortfolio hands the round trips to the portfolio service
 * @param portfolioId       the portfolio to record to; null: a new one
 */
public record BacktestOrder(
        String strategyName,
        String symbol,
        String contract,
        String startDate,
        String endDate,
        String timeframe,
        BigDecimal initialCash,
        BigDecimal commission,
        BigDecimal fees,
        Integer slippageTicks,
        String limitFill,
        String offGridPrices,
        Map<String, Object> parameters,
        Long seed,
        boolean recordToPortfolio,
        String portfolioId) {}
