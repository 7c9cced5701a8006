package futures.wire.data;

import java.util.Map;

/**
 * The store on the disk.
 *
 * @param writeAheadBytes  size of the log that holds the newest commits
 * @param integrity        {@code ok}, {@code checking}, or what is wrong
 * @param tables           rows per table
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
        Map<String, Long> tables) {}
