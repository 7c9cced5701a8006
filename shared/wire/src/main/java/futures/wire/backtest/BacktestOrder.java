package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Body of {@code POST /api/backtests}. A run of one strategy needs {@code strategy_name} and {@code symbol}; a joint run, of
 * several strategies on one account, has {@code strategies} in their place. All else may be left out.
 *
 * @param symbol              a series of the data service, e.g. {@code MES} or {@code ESZ24}
 * @param contract            product whose contract is traded; null: what the series says
 * @param startDate           first trading day, or an instant; null: the first bar
 * @param endDate             last trading day, or the instant after the last bar; null: the last bar
 * @param timeframe           as the data service takes it: {@code 4h}, {@code volume:5000}; null: {@code 1m}
 * @param hours               {@code all} (standard), {@code regular} or {@code overnight}
 * @param initialCash         null: settings {@code defaults.initial_cash}
 * @param accountCurrency     ISO code; null: that of the contracts. In another one the run needs rates of the data service
 * @param commission          in the contract's currency, per contract and side; null: the contract's, else settings
 *                            {@code defaults.commission}
 * @param fees                exchange fees per contract and side; null: the contract's, else none
 * @param slippageTicks       of market and of stop orders; null: settings {@code defaults.slippage_ticks}
 * @param marketSlippageTicks of market orders; null: {@code slippage_ticks}
 * @param stopSlippageTicks   of stop orders; null: {@code slippage_ticks}
 * @param fillMode            {@code pessimistic} (standard), {@code optimistic}, {@code ohlc} or {@code magnifier}
 * @param finerTimeframe      bars that the magnifier walks; null: the finest that are stored
 * @param fillTiming          {@code next_open} (standard) or {@code same_close}
 * @param limitFill           {@code through} (standard) or {@code touch}
 * @param offGridPrices       order prices off the tick grid: {@code refuse} (standard) or {@code round}
 * @param capSlippage         slippage ends at the bar's high or low; null: it does
 * @param checkMargin         margin is asked for and may liquidate; null: it is
 * @param maxBarParticipation share of a bar's volume that may fill, 0 for no limit; null: 0
 * @param parameters          by name; those not named keep what the strategy's YAML or declaration says
 * @param bot                 configuration of the live bot: the name of a {@code BOT_*.yaml} in the strategies directory, or the text
 *                            of one. It gives strategy, symbol and parameters that the order does not
 * @param botHash             set by the service: which configuration that was
 * @param seed                of the strategy's random numbers; null: 0
 * @param strategies          of a joint run; null for a run of one strategy
 * @param markets             of a joint run, by symbol: what differs there, and markets beside those of the strategies
 * @param recordToPortfolio   hands the round trips to the portfolio service
 * @param portfolioId         the portfolio to record to; null: a new one
 * @param acceptGradeF        runs on data that the data service grades F too; otherwise such a run is refused
 * @param riskLimits          of the account; null: none, or those of {@code limits_of}
 * @param limitsOf            {@code portfolio 3} or {@code all}: where the risk service has them; it is asked once, and the complete order
 *                            has them in {@code risk_limits}
 * @param models              that the strategy may read, each by the name that it asks for: the id of a trained model, as {@code GET
 *                            /api/ml/models} lists it
 * @param forceInSample       reads predictions of bars that a model was trained on too, which the result then says; null: it does not
 */
public record BacktestOrder(
        String strategyName,
        String symbol,
        String contract,
        String startDate,
        String endDate,
        String timeframe,
        String hours,
        BigDecimal initialCash,
        String accountCurrency,
        BigDecimal commission,
        BigDecimal fees,
        Integer slippageTicks,
        Integer marketSlippageTicks,
        Integer stopSlippageTicks,
        String fillMode,
        String finerTimeframe,
        String fillTiming,
        String limitFill,
        String offGridPrices,
        Boolean capSlippage,
        Boolean checkMargin,
        BigDecimal maxBarParticipation,
        Map<String, Object> parameters,
        String bot,
        String botHash,
        Long seed,
        List<StrategyOrder> strategies,
        Map<String, MarketOrder> markets,
        boolean recordToPortfolio,
        String portfolioId,
        boolean acceptGradeF,
        @JsonInclude(JsonInclude.Include.NON_NULL) RiskLimits riskLimits,
        @JsonInclude(JsonInclude.Include.NON_NULL) String limitsOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> models,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean forceInSample) {

    /** The same with other parameters. */
    public BacktestOrder withParameters(Map<String, Object> values) {
        return new BacktestOrder(
                strategyName,
                symbol,
                contract,
                startDate,
                endDate,
                timeframe,
                hours,
                initialCash,
                accountCurrency,
                commission,
                fees,
                slippageTicks,
                marketSlippageTicks,
                stopSlippageTicks,
                fillMode,
                finerTimeframe,
                fillTiming,
                limitFill,
                offGridPrices,
                capSlippage,
                checkMargin,
                maxBarParticipation,
                values,
                bot,
                botHash,
                seed,
                strategies,
                markets,
                recordToPortfolio,
                portfolioId,
                acceptGradeF,
                riskLimits,
                limitsOf,
                models,
                forceInSample);
    }

    /** The same over another range; null for no bound. */
    public BacktestOrder between(String start, String end) {
        return new BacktestOrder(
                strategyName,
                symbol,
                contract,
                start,
                end,
                timeframe,
                hours,
                initialCash,
                accountCurrency,
                commission,
                fees,
                slippageTicks,
                marketSlippageTicks,
                stopSlippageTicks,
                fillMode,
                finerTimeframe,
                fillTiming,
                limitFill,
                offGridPrices,
                capSlippage,
                checkMargin,
                maxBarParticipation,
                parameters,
                bot,
                botHash,
                seed,
                strategies,
                markets,
                recordToPortfolio,
                portfolioId,
                acceptGradeF,
                riskLimits,
                limitsOf,
                models,
                forceInSample);
    }
}
