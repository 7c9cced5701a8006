package futures.backtest.optimize.search;

import java.util.Locale;

/** How combinations are chosen. */
public enum Method {
    /** Every combination, in order. */
    GRID(1_000_000),
    /** Without repeats, in a seeded order. */
    RANDOM(1_000_000),
    SOBOL(100_000),
    LATIN_HYPERCUBE(100_000),
    TPE(10_000),
    GENETIC(100_000),
    CMA_ES(100_000);

    private static final int SAMPLED = 4_096;

    private final int mostTrials;

    Method(int mostTrials) {
        this.mostTrials = mostTrials;
    }

    /** Combinations that a search may have. */
    public int mostTrials() {
        return mostTrials;
    }

    /** Whether what comes next depends on what came out before. */
    public boolean learns() {
        return this == TPE || this == GENETIC || this == CMA_ES;
    }

    /** Most combinations that are asked for at once; methods that learn ask for their own number of them. */
    public int batch() {
        return SAMPLED;
    }

    /** @param trials budget of combinations */
    public Searcher searcher(CellSpace space, int trials, long seed) {
        return switch (this) {
            case GRID -> Sampling.grid(space);
            case RANDOM -> new Sampling(space, new Shuffle(space.cells(), seed), false);
            case SOBOL -> new Sampling(space, Cubes.sobol(space, seed), true);
            case LATIN_HYPERCUBE -> new Sampling(space, Cubes.latin(space, trials, seed), true);
            case TPE -> new TreeParzen(space, seed);
            case GENETIC -> new GeneticSearch(space, seed);
            case CMA_ES -> new CmaEs(space, seed);
        };
    }

    /** Snake case, as in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
