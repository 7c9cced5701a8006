package futures.backtest.strategy;

import futures.backtest.strategy.StrategyFolder.Glance;
import futures.wire.backtest.StrategyError;
import java.time.Clock;
import java.time.Duration;
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
     */
    record Dropped(
            String entry, StrategyKind kind, String hash, List<StrategyVersion> good, List<StrategyError> errors) {}

    private final StrategyFolder folder;
    private final Clock clock;
    private Map<String, Glance> seen = Map.of();
    private final Set<String> young = new HashSet<>();
    private final Map<String, Dropped> dropped = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, BrokenStrategy> unreadable = new HashMap<>();

    DroppedStrategies(StrategyFolder folder, Clock clock) {
        this.folder = folder;
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
            dropped.put(entry, new Dropped(entry, kind, hash, versions, List.of()));
            LOG.atInfo()
                    .addKeyValue("file", entry)
                    .addKeyValue("hash", hash)
                    .addKeyValue(
                            "ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                    .log("strategy loaded");
        } catch (BrokenStrategy e) {
            dropped.put(entry, new Dropped(entry, kind, hash, good, e.errors()));
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
