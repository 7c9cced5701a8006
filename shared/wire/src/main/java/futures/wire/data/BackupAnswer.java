package futures.wire.data;

import java.time.Instant;

/**
 * A backup in the backup directory. {@code POST /api/database/restore} brings it back.
 *
 * @param file with its whole path
 * @param name by which it is restored
 * @param time when it was made
 */
public record BackupAnswer(String file, String name, long bytes, Instant time) {}
