package futures.javascript;

import futures.model.BarSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the scripts of one process are given for their runs, and what has become of them. */
public final class ScriptRuns {
    private final Map<String, BarSeries> tapes = new HashMap<>();
    /** By the thread of their run. */
    private final Map<Thread, List<TsxStrategy>> begun = new HashMap<>();

    private Limits limits;
    private BarsBefore before = BarsBefore.NONE;
    private Path consoles;
    private Thread writing;
    private String runId;
    private int files;
    private long nanos;

    public ScriptRuns(Limits limits) {
        this.limits = limits;
    }

    /** For the runs to come. */
    public synchronized void limit(Limits now) {
        limits = now;
    }

    public synchronized Limits limits() {
        return limits;
    }

    /** Bars before the runs to come. */
    public synchronized void history(BarsBefore source) {
        before = source;
    }

    synchronized BarsBefore history() {
        return before;
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

    /**
     * Until {@link #end}, scripts of this thread's run that want their console as a file have one.
     *
     * @param directory made when it is needed
     * @param id        of the run: the beginning of the files' names
     */
    public synchronized void consoleFiles(Path directory, String id) {
        consoles = directory;
        writing = Thread.currentThread();
        runId = id;
    }

    /** Null where there are none, and for other runs than the one that they are of. */
    synchronized Path consoleFile(String strategy) {
        if (consoles == null || Thread.currentThread() != writing) {
            return null;
        }
        files++;
        String name = strategy.replaceAll("[^A-Za-z0-9_-]", "_");
        return consoles.resolve(runId + "-" + name + (files == 1 ? "" : "-" + files) + ".log");
    }

    synchronized void began(TsxStrategy strategy) {
        begun.computeIfAbsent(Thread.currentThread(), own -> new ArrayList<>()).add(strategy);
    }

    /** Ends the runs of this thread since the last call: gives their reports in the order in which they began, and frees their memory. */
    public List<ScriptReport> end() {
        synchronized (this) {
            consoles = null;
        }
        return ended().stream().map(TsxStrategy::end).toList();
    }

    synchronized void took(long more) {
        nanos += more;
    }

    /**
     * Nanoseconds that the scripts of all runs that have ended took from their first prices on: prices given, answers heard. For those who
     * measure; no result has it.
     */
    public synchronized long nanos() {
        return nanos;
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
