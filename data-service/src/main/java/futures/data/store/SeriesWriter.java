package futures.data.store;

import futures.model.Timeframe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds bars to one series within one transaction of the caller, and keeps its header true.
 *
 * <p>Chunks may come in any order and more than once. A bar that this writer has brought itself is never replaced: a second,
 * different one is a conflict inside the import, whatever the policy towards stored bars.
 */
public final class SeriesWriter implements AutoCloseable {
    private final Connection connection;
    private final ChunkTable chunks;
    private final OnConflict onConflict;
    private final long now;
    private final Map<Long, BitSet> mine = new HashMap<>();
    private final boolean wasEmpty;
    private final MergeCounts counts = new MergeCounts();
    private Series series;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public SeriesWriter(
            Connection connection,
            String symbol,
            Timeframe timeframe,
            Provenance provenance,
            OnConflict onConflict,
            long now)
            throws SQLException {
        this.connection = connection;
        this.onConflict = onConflict;
        this.now = now;
        this.series = SeriesTable.findOrCreate(connection, symbol, timeframe, provenance, now);
        this.wasEmpty = series.bars() == 0;
        this.chunks = new ChunkTable(connection);
    }

    public Series series() {
        return series;
    }

    public MergeCounts counts() {
        return counts;
    }

    /** Merges the bars of one chunk, which is not kept. */
    public void add(ChunkRows incoming) throws SQLException {
        if (incoming.size() == 0) {
            return;
        }
        BitSet before = mine.get(incoming.start());
        Chunk found = wasEmpty && before == null ? null : chunks.load(series.id(), incoming.start());
        BitSet written = mine.computeIfAbsent(incoming.start(), start -> new BitSet(ChunkRows.SLOTS));
        ChunkRows stored = found == null ? null : found.rows(incoming.start(), incoming.slotMillis());
        boolean changed = stored == null;
        for (int slot = 0; slot < ChunkRows.SLOTS; slot++) {
            if (incoming.has(slot)) {
                if (stored == null || !stored.has(slot)) {
                    counts.added++;
                    if (stored != null) {
                        stored.put(incoming, slot);
                    }
                    changed = true;
                } else {
                    changed |= meet(stored, incoming, slot, written.get(slot));
                }
                written.set(slot);
            }
        }
        if (changed) {
            ChunkRows merged = stored == null ? incoming : stored;
            chunks.store(series.id(), merged, now);
            first = Math.min(first, merged.firstTime());
            last = Math.max(last, merged.lastTime());
        }
    }

    /** A bar meets one that is there already; whether it took its place. */
    private boolean meet(ChunkRows stored, ChunkRows incoming, int slot, boolean ours) {
        if (stored.sameBar(incoming, slot)) {
            if (ours) {
                counts.duplicates++;
            } else {
                counts.unchanged++;
            }
            return false;
        }
        if (ours) {
            counts.conflictInImport(incoming.time(slot));
            return false;
        }
        counts.conflictWithStore(incoming.time(slot));
        if (onConflict == OnConflict.REPLACE) {
            counts.replaced++;
            stored.put(incoming, slot);
            return true;
        }
        return false;
    }

    /** Writes the header; to be called once, before the caller commits. The series as it is then, empty for one without bars. */
    public Optional<Series> finish() throws SQLException {
        if (counts.added + counts.replaced > 0) {
            long oldest = wasEmpty ? first : Math.min(first, series.firstTime());
            long newest = wasEmpty ? last : Math.max(last, series.lastTime());
            series = series.changed(series.bars() + counts.added, oldest, newest, now);
            SeriesTable.update(connection, series);
        } else if (series.bars() == 0) {
            SeriesTable.delete(connection, series);
            return Optional.empty();
        }
        return Optional.of(series);
    }

    @Override
    public void close() throws SQLException {
        chunks.close();
    }
}
