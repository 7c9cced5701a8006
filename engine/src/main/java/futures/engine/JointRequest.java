package futures.engine;

import futures.analytics.limit.Limit;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Several strategies, in several markets, on one account.
 *
 * @param assignments the strategies; their order does not matter
 * @param markets     all of one timeframe, one for each symbol; their order does not matter
 * @param initialCash above zero, in the account's currency
 * @param costs       by symbol; a market that is not named has none of its own and takes {@code standardCosts}
 * @param rates       by currency of contracts that are not in the account's
 * @param currency    of the account
 * @param seed        of the strategies' random numbers
 * @param limits      of the account: orders that would pass one are refused; none: nothing is limited
 */
public record JointRequest(
        List<Assignment> assignments,
        List<Market> markets,
        BigDecimal initialCash,
        Costs standardCosts,
        Map<String, Costs> costs,
        FillSettings fills,
        String currency,
        Map<String, CurrencyRates> rates,
        long seed,
        Progress progress,
        List<Limit> limits) {

    public JointRequest {
        limits = List.copyOf(limits);
        assignments = List.copyOf(assignments);
        markets = List.copyOf(markets);
        costs = Map.copyOf(costs);
        rates = Map.copyOf(rates);
        Objects.requireNonNull(fills, "fills");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(progress, "progress");
        if (initialCash.signum() <= 0) {
            throw new IllegalArgumentException("initial cash must be above zero, found " + initialCash);
        }
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("a joint run needs at least one strategy");
        }
        Set<String> symbols = new HashSet<>();
        for (Market market : markets) {
            if (!symbols.add(market.bars().symbol())) {
                throw new IllegalArgumentException("market " + market.bars().symbol() + " is named twice");
            }
            if (!market.bars().form().equals(markets.get(0).bars().form())) {
                throw new IllegalArgumentException("all markets of a run need one timeframe; "
                        + market.bars().symbol() + " has " + market.bars().form() + ", "
                        + markets.get(0).bars().symbol() + " has "
                        + markets.get(0).bars().form() + "; longer ones are feeds");
            }
            requireRates(market, currency, rates);
        }
        Set<String> names = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (!names.add(assignment.name())) {
                throw new IllegalArgumentException("two strategies of the run are called " + assignment.name());
            }
            if (!symbols.contains(assignment.symbol())) {
                throw new IllegalArgumentException("strategy " + assignment.name() + " is to trade "
                        + assignment.symbol() + ", which is no market of the run");
            }
        }
    }

    /** Without limits. */
    public JointRequest(
            List<Assignment> assignments,
            List<Market> markets,
            BigDecimal initialCash,
            Costs standardCosts,
            Map<String, Costs> costs,
            FillSettings fills,
            String currency,
            Map<String, CurrencyRates> rates,
            long seed,
            Progress progress) {
        this(
                assignments,
                markets,
                initialCash,
                standardCosts,
                costs,
                fills,
                currency,
                rates,
                seed,
                progress,
                List.of());
    }

    private static void requireRates(Market market, String currency, Map<String, CurrencyRates> rates) {
        String own = market.contract().currency();
        if (own != null && !own.equals(currency) && !rates.containsKey(own)) {
            throw new IllegalArgumentException("market " + market.bars().symbol() + " is in " + own
                    + " and the account in " + currency + ": the run needs the rates of " + own);
        }
    }

    /** With 100,000 USD, a commission of 2.50 per contract and side, one tick of slippage and standard fills. */
    public static JointRequest of(List<Assignment> assignments, List<Market> markets) {
        return of(assignments, markets, "USD", Map.of());
    }

    /**
     * The same with an account in any currency.
     *
     * @param rates by currency of contracts that are not in the account's
     */
    public static JointRequest of(
            List<Assignment> assignments, List<Market> markets, String currency, Map<String, CurrencyRates> rates) {
        return new JointRequest(
                assignments,
                markets,
                new BigDecimal("100000"),
                Costs.of("2.50", 1),
                Map.of(),
                FillSettings.STANDARD,
                currency,
                rates,
                0,
                Progress.UNOBSERVED);
    }

    public JointRequest withInitialCash(BigDecimal cash) {
        return new JointRequest(
                assignments, markets, cash, standardCosts, costs, fills, currency, rates, seed, progress, limits);
    }

    public JointRequest withCosts(Costs standard, Map<String, Costs> bySymbol) {
        return new JointRequest(
                assignments, markets, initialCash, standard, bySymbol, fills, currency, rates, seed, progress, limits);
    }

    public JointRequest withFills(FillSettings settings) {
        return new JointRequest(
                assignments,
                markets,
                initialCash,
                standardCosts,
                costs,
                settings,
                currency,
                rates,
                seed,
                progress,
                limits);
    }

    public JointRequest withSeed(long number) {
        return new JointRequest(
                assignments,
                markets,
                initialCash,
                standardCosts,
                costs,
                fills,
                currency,
                rates,
                number,
                progress,
                limits);
    }

    public JointRequest withProgress(Progress observer) {
        return new JointRequest(
                assignments,
                markets,
                initialCash,
                standardCosts,
                costs,
                fills,
                currency,
                rates,
                seed,
                observer,
                limits);
    }

    /** With limits to the account's losses and to what it holds. */
    public JointRequest withLimits(List<Limit> some) {
        return new JointRequest(
                assignments, markets, initialCash, standardCosts, costs, fills, currency, rates, seed, progress, some);
    }

    Costs costsOf(Market market) {
        return costs.getOrDefault(market.bars().symbol(), standardCosts);
    }

    CurrencyRates ratesOf(Market market) {
        String own = market.contract().currency();
        return own == null || own.equals(currency) ? CurrencyRates.SAME : rates.get(own);
    }
}
