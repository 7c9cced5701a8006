package futures.wire.data;

/**
 * The store on the disk.
 *
 * @param writeAheadBytes  size of the log that holds the newest commits
 * @param integrity        {@code ok}, {@code checking}, or what is wrong
 * @param freeBytes        inside the file, left by deleted bars: used again before the file grows, given back by a vacuum
 * @param bytesPerRecord   size on disk by the number of bars; null when there are none
 */
public record DatabaseInfo(
        String file,
        long bytes,
        long writeAheadBytes,
        String sqliteVersion,
        String journalMode,
        String integrity,
        long records,
        Double bytesPerRecord,
        long freeBytes) {}
