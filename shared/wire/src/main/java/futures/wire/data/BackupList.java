package futures.wire.data;

import java.util.List;

/** All backups, newest first. */
public record BackupList(String directory, List<BackupAnswer> backups) {}
