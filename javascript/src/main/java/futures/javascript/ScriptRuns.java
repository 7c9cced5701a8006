package futures.javascript;

import futures.model.BarSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the scripts of one process are given for their runs, and what has become of them. */
public final class ScriptRuns {
    private static final double[] NONE = {};

    private final Limits limits;
    private final Map<String, double[]> history = new HashMap<>();
    private final Map<String, BarSeries> tapes = new HashMap<>();
    /** By the thread of their run. */
    private final Map<Thread, List<TsxStrategy>> begun = new HashMap<>();

    public ScriptRuns(Limits limits) {
        this.limits = limits;
    }

    /**
     * Bars before the runs to come.
     *
     * @param symbol of the contract that is traded
     * @param bars   open time in epoch milliseconds UTC, open, high, low, close and volume of each, oldest first
     */
    public synchronized void history(String symbol, double[] bars) {
        history.put(symbol, bars);
    }

    synchronized double[] historyOf(String symbol) {
        return history.getOrDefault(symbol, NONE);
    }

    /**
     * Bars of the runs to come, as strategies see them. Scripts still get them one after the other, but many in one call; without them, or
     * with other ones, a run is slower and the same.
     *
     * @param symbol of the contract that is traded
     */
    public synchronized void tape(String symbol, BarSeries bars) {
        tapes.put(symbol, bars);
    }

    /** Null when no bars are known that begin then. */
    synchronized BarSeries tape(String symbol, long begins) {
        BarSeries bars = tapes.get(symbol);
        return bars == null || bars.openTime(0) != begins ? null : bars;
    }

    Limits limits() {
        return limits;
    }

    synchronized void began(TsxStrategy strategy) {
        begun.computeIfAbsent(Thread.currentThread(), own -> new ArrayList<>()).add(strategy);
    }

    /** Ends the runs of this thread since the last call: gives their reports and frees their memory. */
    public List<ScriptReport> end() {
        return ended().stream().map(TsxStrategy::end).toList();
    }

    /** Frees the memory of this thread's runs that came to nothing. */
    public void drop() {
        ended().forEach(TsxStrategy::drop);
    }

    private synchronized List<TsxStrategy> ended() {
        List<TsxStrategy> ended = begun.remove(Thread.currentThread());
        return ended == null ? List.of() : ended;
    }
}
