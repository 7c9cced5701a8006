package futures.backtest.strategy;

import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.strategy.Parameter;
import futures.wire.backtest.StrategyInfo;
import futures.wire.backtest.StrategyList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Knows every strategy by name, as its files are at the moment of asking: a change is seen at the next question, at the latest.
 * What was handed out stays as it is, whatever happens to the file.
 */
public final class StrategyRegistry implements AutoCloseable {
    /** As long as another question waits while a version is being compiled; then it is answered from what is known. */
    private static final long PATIENCE_MILLIS = 10_000;
    /** As long as a run waits for the check of a script; then it tells itself what is wrong. */
    private static final long CHECK_MILLIS = 20_000;

    private final Map<String, StrategyVersion> shipped;
    private final StrategyFolder folder;
    private final DroppedStrategies dropped;
    private final ScriptChecks checks;
    private final CodeKeeper keeper;
    private final BotRegistry bots;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile StrategySnapshot snapshot = StrategySnapshot.EMPTY;

    /** @param directory need not be there */
    public StrategyRegistry(Path directory, CodeKeeper keeper, ScriptChecker checker, Clock clock) {
        this.shipped = ShippedStrategies.find(clock.instant());
        this.folder = new StrategyFolder(directory);
        this.checks = new ScriptChecks(checker);
        this.dropped = new DroppedStrategies(folder, checks, clock);
        this.keeper = keeper;
        this.bots = new BotRegistry(this, keeper);
        dropped.refresh();
        snapshot = StrategySnapshot.of(shipped, dropped, snapshot);
    }

    private StrategyRegistry(Map<String, StrategyVersion> fixed) {
        this.shipped = fixed;
        this.folder = null;
        this.dropped = null;
        this.checks = null;
        this.keeper = CodeKeeper.NONE;
        this.bots = new BotRegistry(this, keeper);
        this.snapshot = StrategySnapshot.of(fixed);
    }

    /**
     * Shipped strategies and these versions, which are stronger, without settings; no file is looked at.
     *
     * @throws BrokenStrategy when a version cannot be loaded any more
     */
    public static StrategyRegistry of(List<KeptCode> kept, Clock clock) throws BrokenStrategy {
        Map<String, StrategyVersion> fixed = new TreeMap<>(ShippedStrategies.find(clock.instant()));
        for (KeptCode code : kept) {
            StrategySource source = new StrategySource(code.entry(), new TreeMap<>(code.files()));
            for (StrategyVersion version :
                    StrategyVersion.load(StrategyKinds.called(code.kind()), source, clock.instant())) {
                if (version.name().equals(code.strategy())) {
                    fixed.put(version.name(), version);
                }
            }
        }
        return new StrategyRegistry(fixed);
    }

    /**
     * The same for a process that has been told what to run.
     *
     * @throws Problem when a version cannot be loaded any more
     */
    public static StrategyRegistry told(List<KeptCode> code) {
        try {
            return of(code, Clock.systemUTC());
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(e.getMessage());
        }
    }

    /** Takes in what changed in the directory; loads nothing when nothing did. */
    public void refresh() {
        if (dropped == null) {
            return;
        }
        try {
            if (!refreshing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (dropped.refresh()) {
                snapshot = StrategySnapshot.of(shipped, dropped, snapshot);
            }
        } finally {
            refreshing.unlock();
        }
    }

    public List<String> names() {
        return List.copyOf(new TreeSet<>(snapshot.strategies().keySet()));
    }

    /** @throws Problem 404 with near names, 422 with the errors of its file when no version of it can be run */
    public LoadedStrategy find(String name) {
        return runnable(name).loaded();
    }

    /** {@link #find} for a run: its code is kept. */
    public LoadedStrategy take(String name) {
        KnownStrategy known = runnable(name);
        StrategyVersion version = known.version();
        if (!version.source().files().isEmpty()) {
            keeper.keep(name, version.kind(), version.hash(), version.source());
        }
        return known.loaded();
    }

    /** Code of a strategy as a run would take it now; without files when it is shipped. */
    public KeptCode code(String name) {
        StrategyVersion version = runnable(name).version();
        return new KeptCode(
                name,
                version.kind(),
                version.hash(),
                version.source().entry(),
                version.source().files());
    }

    /** @throws Problem as {@link #find} */
    KnownStrategy runnable(String name) {
        KnownStrategy known = known(name);
        if (dropped != null && known.version() != null && known.version().unseen()) {
            // What was just saved is refused for its errors like what is old.
            checks.await(known.version(), List.of(Map.of(), known.settings().values()), CHECK_MILLIS);
            known = known(name);
        }
        if (known.version() == null) {
            Problem problem = Problem.unprocessable("The strategy " + name + " cannot be run: "
                    + known.errors().get(0).oneLine() + ".");
            known.errors().forEach(error -> problem.field(error.file(), error.text(), error.oneLine()));
            throw problem;
        }
        return known;
    }

    private KnownStrategy known(String name) {
        refresh();
        Map<String, KnownStrategy> all = snapshot.strategies();
        KnownStrategy known = all.get(name);
        if (known == null) {
            String hint = NearNames.hint(name, all.keySet());
            throw Problem.notFound("There is no strategy '" + name + "'"
                            + (hint.isEmpty() ? "; there are " + String.join(", ", names()) + "." : hint))
                    .field("strategy_name", name, "unknown strategy");
        }
        return known;
    }

    /** Values to try by parameter, of the strategy's YAML file; empty when it names none. */
    public Map<String, List<Object>> searches(String name) {
        return runnable(name).settings().searches();
    }

    /** The version that runs; its settings may be read against it. */
    StrategyVersion version(String name) {
        return runnable(name).version();
    }

    /** What a script that is not stored comes to; empty when that takes too long. */
    Optional<ScriptVerdict> verdict(StrategyVersion script) {
        return checks.await(script, List.of(Map.of()), CHECK_MILLIS);
    }

    @Override
    public void close() {
        if (checks != null) {
            checks.close();
        }
    }

    /** Parameters that nothing in a script can read, by their names; none for other kinds, which refuse what they do not know. */
    public List<String> unheard(String name, Collection<String> parameters) {
        StrategyVersion version = runnable(name).version();
        if (!version.kind().equals(ScriptKind.WORD)) {
            return List.of();
        }
        Set<String> own = version.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        return ScriptParameters.unheard(
                version.source(),
                parameters.stream().filter(one -> !own.contains(one)).toList());
    }

    /** Configurations of the live bot. */
    public BotRegistry bots() {
        return bots;
    }

    /** All that is known now. */
    StrategySnapshot look() {
        refresh();
        return snapshot;
    }

    /** Where a name is taken: a file, or the class of a shipped strategy; empty when it is free. */
    Optional<String> ownerOf(String name) {
        refresh();
        return Optional.ofNullable(snapshot.strategies().get(name))
                .map(known -> known.file() == null ? known.version().source().entry() : known.file());
    }

    /** Whether its code is in files that hold no other strategy; not so for one that is shipped, or gone. */
    public boolean aloneInItsFiles(String name) {
        KnownStrategy known = snapshot.strategies().get(name);
        return known != null && known.file() != null && sharing(known.file()).size() == 1;
    }

    /** Names of all strategies in a file. */
    List<String> sharing(String file) {
        return snapshot.strategies().values().stream()
                .filter(known -> file != null && file.equals(known.file()))
                .map(KnownStrategy::name)
                .sorted()
                .toList();
    }

    /** Content hash of the version that would run now; empty when none would. */
    public Optional<String> hash(String name) {
        refresh();
        return Optional.ofNullable(snapshot.strategies().get(name))
                .map(KnownStrategy::version)
                .map(StrategyVersion::hash);
    }

    /** @throws Problem 404 with near names */
    public StrategyInfo describe(String name) {
        return known(name).info(snapshot.bots().values());
    }

    public StrategyList list() {
        refresh();
        StrategySnapshot now = snapshot;
        return new StrategyList(
                now.strategies().values().stream()
                        .map(known -> known.info(now.bots().values()))
                        .sorted(Comparator.comparing(StrategyInfo::name))
                        .toList(),
                now.problems());
    }
}
