package futures.data.store;

import java.util.ArrayList;
import java.util.List;

/** What became of the bars that a {@link SeriesWriter} was given. */
public final class MergeCounts {
    private static final int SHOWN = 20;

    long added;
    long unchanged;
    long duplicates;
    long replaced;
    private long conflictsWithStore;
    private long conflictsInImport;
    private final List<Long> storeConflictTimes = new ArrayList<>();
    private final List<Long> importConflictTimes = new ArrayList<>();

    void conflictWithStore(long time) {
        conflictsWithStore++;
        if (storeConflictTimes.size() < SHOWN) {
            storeConflictTimes.add(time);
        }
    }

    void conflictInImport(long time) {
        conflictsInImport++;
        if (importConflictTimes.size() < SHOWN) {
            importConflictTimes.add(time);
        }
    }

    /** Bars that were not stored before. */
    public long added() {
        return added;
    }

    /** Bars that were stored already, the same. */
    public long unchanged() {
        return unchanged;
    }

    /** Bars that the import brought more than once, the same. */
    public long duplicates() {
        return duplicates;
    }

    public long replaced() {
        return replaced;
    }

    /** Bars that were stored already with other values. */
    public long conflictsWithStore() {
        return conflictsWithStore;
    }

    /** Bars that the import brought twice with different values; the first stands. */
    public long conflictsInImport() {
        return conflictsInImport;
    }

    /** Open times of the first conflicts with the store. */
    public List<Long> storeConflictTimes() {
        return List.copyOf(storeConflictTimes);
    }

    /** Open times of the first conflicts inside the import. */
    public List<Long> importConflictTimes() {
        return List.copyOf(importConflictTimes);
    }
}
