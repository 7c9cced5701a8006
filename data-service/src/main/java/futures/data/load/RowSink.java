package futures.data.load;

import futures.data.csv.Row;
import futures.data.store.ChunkRows;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sorts rows into chunks and passes a chunk on when the rows have moved away from it. Many stay open, so that a file whose
 * rows are not in order is sorted in memory of a bounded size; a chunk that is needed again later is merged in the store.
 */
final class RowSink {
    private static final int MOST_OPEN = 128;
    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    /** Takes chunks that are complete for now. */
    interface ChunkSink {
        void accept(FileChunk chunk) throws InterruptedException;
    }

    /**
     * Rows of one chunk.
     *
     * @param file position in the plan of the file that opened it
     */
    record FileChunk(int file, ChunkRows rows) {}

    private final long slotMillis;
    private final ChunkSink sink;
    private final Map<Long, FileChunk> open = new LinkedHashMap<>(16, 0.75f, true);
    private ChunkRows current;
    private int file;
    private long currentEnd;
    private long latest = Long.MIN_VALUE;
    private long earliest = Long.MAX_VALUE;
    private long rows;
    private long duplicates;
    private long outOfOrder;

    RowSink(long slotMillis, ChunkSink sink) {
        this.slotMillis = slotMillis;
        this.sink = sink;
    }

    /** The rows that follow are of this file. */
    void file(int position) {
        file = position;
    }

    /** @return null when the row was taken, else what is wrong with it */
    String add(Row row) throws InterruptedException {
        if (row.time < EARLIEST || row.time >= LATEST) {
            return "its time " + Instant.ofEpochMilli(row.time) + " is no time of a futures market";
        }
        if (current == null || row.time < current.start() || row.time >= currentEnd) {
            moveTo(row.time);
        }
        int slot = current.slotOf(row.time);
        if (current.has(slot)) {
            if (current.sameBar(row.time, row.open, row.high, row.low, row.close, row.volume)) {
                duplicates++;
                rows++;
                return null;
            }
            Instant there = Instant.ofEpochMilli(current.time(slot));
            return current.time(slot) == row.time
                    ? "a second bar for " + there + " with other values"
                    : "its bar at " + Instant.ofEpochMilli(row.time) + " overlaps the one at " + there
                            + "; is the timeframe right?";
        }
        current.put(row.time, row.open, row.high, row.low, row.close, row.volume);
        rows++;
        if (row.time < latest) {
            outOfOrder++;
        } else {
            latest = row.time;
        }
        if (row.time < earliest) {
            earliest = row.time;
        }
        return null;
    }

    private void moveTo(long time) throws InterruptedException {
        long start = ChunkRows.startOf(time, slotMillis);
        FileChunk found = open.get(start);
        if (found == null) {
            found = new FileChunk(file, new ChunkRows(start, slotMillis));
            open.put(start, found);
            if (open.size() > MOST_OPEN) {
                Iterator<FileChunk> oldest = open.values().iterator();
                sink.accept(oldest.next());
                oldest.remove();
            }
        }
        current = found.rows();
        currentEnd = start + ChunkRows.SLOTS * slotMillis;
    }

    void finish() throws InterruptedException {
        for (FileChunk chunk : open.values()) {
            sink.accept(chunk);
        }
        open.clear();
        current = null;
    }

    long rows() {
        return rows;
    }

    long duplicates() {
        return duplicates;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    /** Open time of the oldest row so far; meaningless when there was none. */
    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }
}
