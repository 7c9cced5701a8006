package futures.backtest.optimize.search;

import java.util.List;

/**
 * A method of search. It is asked and told by turns and depends on nothing but its seed and what it was told, so that the same search
 * comes to the same combinations on any number of threads, and can be led again to where it was.
 */
public interface Searcher {
    /**
     * What to look at next, allowed cells only; methods that learn may name one that they named before.
     *
     * @param most of them; a method may give fewer
     * @return none when there is nothing left to look at
     */
    long[] ask(int most);

    /** What came of those asked last, in their order. */
    void tell(List<Fitness> found);
}
