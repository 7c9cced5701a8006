package futures.wire.data;

import java.time.Instant;

/**
 * A backup took the place of the store.
 *
 * @param restored its name
 * @param replaced what was there before, kept as a backup of its own
 * @param records  bars of all series now
 */
public record RestoreAnswer(String restored, BackupAnswer replaced, long records, Instant time) {}
