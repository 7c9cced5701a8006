package futures.engine;

import futures.analytics.limit.Limit;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All that a run depends on.
 *
 * @param strategy     makes a fresh instance for this run
 * @param strategyHash identity of the strategy's content, e.g. SHA-256 of its source; goes into the manifest
 * @param parameters   by name; those not named keep their standard value
 * @param market       bars and contract; share one among the runs on it, for it keeps what they have in common
 * @param initialCash  above zero, in the account's currency
 * @param rates        of the contract's currency in the account's
 * @param seed         of the strategy's random numbers
 * @param limits       orders that would pass one are refused; none: nothing is limited
 */
public record BacktestRequest(
        Supplier<? extends Strategy> strategy,
        String strategyHash,
        Map<String, Object> parameters,
        Market market,
        BigDecimal initialCash,
        Costs costs,
        FillSettings fills,
        CurrencyRates rates,
        long seed,
        Progress progress,
        List<Limit> limits) {

    public BacktestRequest {
        limits = List.copyOf(limits);
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(fills, "fills");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(progress, "progress");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        if (initialCash.signum() <= 0) {
            throw new IllegalArgumentException("initial cash must be above zero, found " + initialCash);
        }
    }

    /** With 100,000 of cash, a commission of 2.50 per contract and side, one tick of slippage and standard fills. */
    public static BacktestRequest of(Supplier<? extends Strategy> strategy, Market market) {
        return new BacktestRequest(
                strategy,
                StrategyContent.hash(strategy.get().getClass()),
                Map.of(),
                market,
                new BigDecimal("100000"),
                Costs.of("2.50", 1),
                FillSettings.STANDARD,
                CurrencyRates.SAME,
                0,
                Progress.UNOBSERVED,
                List.of());
    }

    public BacktestRequest withStrategyHash(String hash) {
        return new BacktestRequest(
                strategy, hash, parameters, market, initialCash, costs, fills, rates, seed, progress, limits);
    }

    public BacktestRequest withParameters(Map<String, Object> values) {
        return new BacktestRequest(
                strategy, strategyHash, values, market, initialCash, costs, fills, rates, seed, progress, limits);
    }

    public BacktestRequest withInitialCash(BigDecimal cash) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, cash, costs, fills, rates, seed, progress, limits);
    }

    public BacktestRequest withCosts(Costs some) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, initialCash, some, fills, rates, seed, progress, limits);
    }

    public BacktestRequest withFills(FillSettings settings) {
        return new BacktestRequest(
                strategy,
                strategyHash,
                parameters,
                market,
                initialCash,
                costs,
                settings,
                rates,
                seed,
                progress,
                limits);
    }

    public BacktestRequest withSeed(long number) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, initialCash, costs, fills, rates, number, progress, limits);
    }

    /** With an account in another currency than the contract's. */
    public BacktestRequest withRates(CurrencyRates table) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, initialCash, costs, fills, table, seed, progress, limits);
    }

    public BacktestRequest withMarket(Market other) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, other, initialCash, costs, fills, rates, seed, progress, limits);
    }

    public BacktestRequest withProgress(Progress observer) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, initialCash, costs, fills, rates, seed, observer, limits);
    }

    /** With limits to the account's losses and to what it holds; a correlation is not among them, for a run has no past. */
    public BacktestRequest withLimits(List<Limit> some) {
        return new BacktestRequest(
                strategy, strategyHash, parameters, market, initialCash, costs, fills, rates, seed, progress, some);
    }
}
