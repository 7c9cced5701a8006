package futures.wire.data;

/**
 * One file of an import.
 *
 * @param rows    rows that were read from it, good ones
 * @param sha256  of its content, unpacked
 * @param dialect how it was understood
 */
public record ImportedFile(
        String name, long rows, long bytes, String sha256, String dialect, String timeZone, String stamps) {}
