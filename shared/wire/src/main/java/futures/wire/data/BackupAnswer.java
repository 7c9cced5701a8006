package futures.wire.data;

import java.time.Instant;

/** A backup that was made; restore it by putting it in the place of the file while nothing runs. */
public record BackupAnswer(String file, long bytes, Instant time) {}
