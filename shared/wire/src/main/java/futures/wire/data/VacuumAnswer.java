package futures.wire.data;

/** The size of the store on the disk, log included, before and after its free space was given back. */
public record VacuumAnswer(long bytesBefore, long bytesAfter) {}
