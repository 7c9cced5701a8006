package futures.backtest.montecarlo;

import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.model.Timeframe;
import futures.wire.backtest.MonteCarloOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be done, all stand-ins filled in. */
record MonteCarloPlan(
        Set<String> methods,
        int paths,
        long seed,
        double skipShare,
        int noiseRuns,
        int noiseTicks,
        List<MonteCarloOrder.Market> otherMarkets) {
    static final List<String> METHODS = List.of(
            "shuffled_trades",
            "resampled_trades",
            "skipped_trades",
            "day_blocks",
            "random_entries",
            NoiseRuns.NAME,
            "cost_ladder",
            OtherMarkets.NAME);

    /** Timeframes in which the strategy runs too unless the order says others. */
    private static final List<String> STANDARD = List.of("5m", "15m", "1h");

    /** Trades that are drawn in all; a second or two. */
    private static final long MOST_DRAWN = 200_000_000;

    private static final int FEWEST_PATHS = 100;
    private static final int MOST_PATHS = 10_000;
    private static final int FEWEST_RUNS = 10;
    private static final int MOST_RUNS = 200;
    private static final int MOST_TICKS = 100;
    private static final int MOST_MARKETS = 20;

    /**
     * @param order     null for the standards
     * @param timeframe of the result
     * @throws Problem 422 with the field
     */
    static MonteCarloPlan of(MonteCarloOrder order, String timeframe) {
        MonteCarloOrder given = order == null ? new MonteCarloOrder(null, null, null, null, null, null, null) : order;
        Set<String> methods =
                new LinkedHashSet<>(given.methods() == null || given.methods().isEmpty() ? METHODS : given.methods());
        for (String method : methods) {
            if (method == null || !METHODS.contains(method)) {
                throw Problem.unprocessable("There is no method '" + method + "'"
                                + (method == null ? "; leave it out." : NearNames.hint(method, METHODS)))
                        .field("methods", method, "one of " + String.join(", ", METHODS));
            }
        }
        double share = given.skipShare() == null ? 0.1 : given.skipShare();
        if (!(share > 0 && share < 1)) {
            throw Problem.unprocessable("skip_share must be above 0 and below 1.")
                    .field("skip_share", given.skipShare(), "above 0 and below 1");
        }
        List<MonteCarloOrder.Market> others =
                given.otherMarkets() == null ? longer(timeframe) : List.copyOf(given.otherMarkets());
        if (others.size() > MOST_MARKETS) {
            throw Problem.unprocessable("other_markets may be " + MOST_MARKETS + ", found " + others.size() + ".")
                    .field("other_markets", others.size(), "up to " + MOST_MARKETS);
        }
        return new MonteCarloPlan(
                methods,
                within("paths", given.paths(), FEWEST_PATHS, MOST_PATHS, 1_000),
                given.seed() == null ? 0 : given.seed(),
                share,
                within("noise_runs", given.noiseRuns(), FEWEST_RUNS, MOST_RUNS, 50),
                within("noise_ticks", given.noiseTicks(), 1, MOST_TICKS, 1),
                others);
    }

    private static List<MonteCarloOrder.Market> longer(String timeframe) {
        Timeframe own;
        try {
            own = Timeframe.parse(timeframe);
        } catch (IllegalArgumentException bySomethingElse) {
            return List.of();
        }
        return STANDARD.stream()
                .filter(one -> Timeframe.parse(one).millis() > own.millis())
                .map(one -> new MonteCarloOrder.Market(null, one))
                .toList();
    }

    private static int within(String field, Integer given, int least, int most, int standard) {
        if (given != null && (given < least || given > most)) {
            throw Problem.unprocessable("%s must be %,d to %,d.".formatted(field, least, most))
                    .field(field, given, least + " to " + most);
        }
        return given == null ? standard : given;
    }

    boolean asks(String method) {
        return methods.contains(method);
    }

    Noise noise() {
        return new Noise(noiseRuns, noiseTicks, seed);
    }

    /** As many paths as were asked for, or fewer where there are very many trades. */
    int paths(int trades) {
        return (int) Math.min(paths, Math.max(FEWEST_PATHS, MOST_DRAWN / Math.max(1, trades)));
    }
}
