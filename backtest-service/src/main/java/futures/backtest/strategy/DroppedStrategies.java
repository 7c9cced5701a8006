package futures.backtest.strategy;

import futures.backtest.strategy.StrategyFolder.Glance;
import futures.wire.backtest.StrategyError;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the strategies directory has given so far: by file its last good version and what is wrong with it now. A file is
 * read again when size or time differ, loaded again when its content does, and only when two looks in a row agree: a file that
 * is still being written is left for the next time.
 */
final class DroppedStrategies {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedStrategies.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);
    private static final int MOST_LOOKS = 8;
    /** A file as young as this may change again without its time showing it. */
    private static final long YOUNG_MILLIS = 2_000;

    /**
     * A file, or a folder that is one strategy.
     *
     * @param hash   of the content that was read last; null when it could not be
     * @param good   last good version of each of its strategies; none before the first
     * @param errors of the content that was read last
     * @param script the version that was read last, of a script that can be read; null otherwise
     */
    record Dropped(
            String entry,
            StrategyKind kind,
            String hash,
            List<StrategyVersion> good,
            List<StrategyError> errors,
            StrategyVersion script) {}

    private final StrategyFolder folder;
    private final ScriptChecks checks;
    private final Clock clock;
    /** By entry the last script that was looked at and found good. */
    private final Map<String, StrategyVersion> confirmed = new HashMap<>();

    private Map<String, Glance> seen = Map.of();
    private final Set<String> young = new HashSet<>();
    private final Map<String, Dropped> dropped = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, BrokenStrategy> unreadable = new HashMap<>();

    DroppedStrategies(StrategyFolder folder, ScriptChecks checks, Clock clock) {
        this.folder = folder;
        this.checks = checks;
        this.clock = clock;
    }

    /** By entry. */
    Map<String, Dropped> all() {
        return dropped;
    }

    /** Names of YAML files without their ending. */
    Set<String> settingsNames() {
        Set<String> names = new HashSet<>(settings.keySet());
        names.addAll(unreadable.keySet());
        return names;
    }

    /**
     * Text of a strategy's YAML file; null when there is none.
     *
     * @throws BrokenStrategy when it cannot be read
     */
    String settings(String name) throws BrokenStrategy {
        BrokenStrategy broken = unreadable.get(name);
        if (broken != null) {
            throw broken;
        }
        return settings.get(name);
    }

    /** Takes in what changed since the last time, and says whether anything did. */
    boolean refresh() {
        boolean changed = look();
        return judge() || changed;
    }

    /** Takes in what has been found out about scripts since. */
    private boolean judge() {
        boolean changed = false;
        for (Dropped one : List.copyOf(dropped.values())) {
            if (one.script() != null) {
                changed |= judge(one);
            }
        }
        return changed;
    }

    private boolean judge(Dropped one) {
        StrategyVersion read = one.script();
        ScriptVerdict verdict = checks.among(read, List.of(Map.of())).orElse(null);
        if (verdict != null && verdict.making()) {
            verdict = checks.among(read, configurations(read)).orElse(null);
        }
        StrategyVersion good = confirmed.get(one.entry());
        Dropped now;
        if (verdict == null) {
            now = new Dropped(one.entry(), one.kind(), one.hash(), List.of(read), List.of(), read);
        } else if (verdict.errors().isEmpty()) {
            boolean known = good != null && good.hash().equals(read.hash()) && verdict.equals(good.verdict());
            StrategyVersion seen = known ? good : read.with(verdict);
            confirmed.put(one.entry(), seen);
            now = new Dropped(one.entry(), one.kind(), one.hash(), List.of(seen), List.of(), read);
        } else {
            boolean same = good != null && good.hash().equals(read.hash());
            List<StrategyVersion> last = good == null || same ? List.of() : List.of(good);
            now = new Dropped(one.entry(), one.kind(), one.hash(), last, verdict.errors(), read);
        }
        boolean changed = !now.equals(one);
        if (changed) {
            dropped.put(one.entry(), now);
            if (!now.errors().isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("file", one.entry())
                        .addKeyValue("kept_last_good", !now.good().isEmpty())
                        .log("script refused: " + now.errors().get(0).oneLine());
            }
        }
        return changed;
    }

    /** Ways in which a script may be made: as it is, else with what its settings say. */
    private List<Map<String, Object>> configurations(StrategyVersion script) {
        List<Map<String, Object>> ways = new ArrayList<>();
        ways.add(Map.of());
        String yaml = settings.get(script.name());
        if (yaml != null) {
            try {
                ways.add(script.settings(script.name() + StrategyFolder.SETTINGS, yaml)
                        .values());
            } catch (BrokenStrategy e) {
                // told where the settings are read
            }
        }
        return ways;
    }

    private boolean look() {
        Map<String, Glance> now = folder.look();
        if (now.equals(seen) && young.isEmpty()) {
            return false;
        }
        Map<String, Glance> before = now;
        for (int looks = 1; looks < MOST_LOOKS && !now.equals(seen); looks++) {
            pause();
            now = folder.look();
            if (now.equals(before)) {
                break;
            }
            before = now;
        }
        boolean changed = remove(now);
        Map<String, Glance> taken = new HashMap<>();
        for (Map.Entry<String, Glance> one : now.entrySet()) {
            String entry = one.getKey();
            if (!one.getValue().equals(before.get(entry))) {
                continue; // still being written: unseen, so that the next time takes it
            }
            taken.put(entry, one.getValue());
            if (!one.getValue().equals(seen.get(entry)) || young.contains(entry)) {
                changed |= take(entry);
            }
            if (one.getValue().newest() > clock.millis() - YOUNG_MILLIS) {
                young.add(entry);
            } else {
                young.remove(entry);
            }
        }
        seen = taken;
        return changed;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean remove(Map<String, Glance> now) {
        young.retainAll(now.keySet());
        boolean changed = dropped.keySet().removeIf(entry -> !now.containsKey(entry));
        confirmed.keySet().retainAll(now.keySet());
        changed |= settings.keySet().removeIf(name -> !now.containsKey(name + StrategyFolder.SETTINGS));
        changed |= unreadable.keySet().removeIf(name -> !now.containsKey(name + StrategyFolder.SETTINGS));
        return changed;
    }

    private boolean take(String entry) {
        if (entry.endsWith(StrategyFolder.SETTINGS)) {
            return takeSettings(entry);
        }
        StrategyKind kind = StrategyKinds.of(folder.directory().resolve(entry)).orElse(null);
        if (kind == null) {
            return false; // gone since the look
        }
        Dropped before = dropped.get(entry);
        List<StrategyVersion> good = before == null ? List.of() : before.good();
        String hash = null;
        try {
            StrategySource source = folder.read(entry, kind);
            hash = source.hash();
            if (before != null && hash.equals(before.hash())) {
                return false;
            }
            long start = System.nanoTime();
            List<StrategyVersion> versions = StrategyVersion.load(kind, source, clock.instant());
            StrategyVersion script = versions.get(0).unseen() ? versions.get(0) : null;
            dropped.put(entry, new Dropped(entry, kind, hash, versions, List.of(), script));
            LOG.atInfo()
                    .addKeyValue("file", entry)
                    .addKeyValue("hash", hash)
                    .addKeyValue(
                            "ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                    .log("strategy loaded");
        } catch (BrokenStrategy e) {
            StrategyVersion last = confirmed.get(entry);
            dropped.put(entry, new Dropped(entry, kind, hash, last == null ? good : List.of(last), e.errors(), null));
            LOG.atWarn()
                    .addKeyValue("file", entry)
                    .addKeyValue("kept_last_good", !good.isEmpty())
                    .log("strategy refused: " + e.getMessage());
        }
        return true;
    }

    private boolean takeSettings(String entry) {
        String name = entry.substring(0, entry.length() - StrategyFolder.SETTINGS.length());
        try {
            String text = folder.settings(entry);
            boolean was = unreadable.remove(name) != null;
            return !text.equals(settings.put(name, text)) || was;
        } catch (BrokenStrategy e) {
            settings.remove(name);
            BrokenStrategy before = unreadable.put(name, e);
            return before == null || !before.errors().equals(e.errors());
        }
    }
}
