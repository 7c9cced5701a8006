package futures.wire.data;

/**
 * One file of an import.
 *
 * @param rows    rows that were read from it, good ones
 * @param sha256  of its content, unpacked
 * @param dialect how it was understood
 * @param seen    what was wrong with it; null for one that was imported by an earlier version
 */
public record ImportedFile(
        String name, long rows, long bytes, String sha256, String dialect, String timeZone, String stamps, Seen seen) {
    /**
     * What an import found in a file, which the stored bars no longer show. Files that overlap are merged by days: what comes up
     * then is counted for the file that brought the day later.
     *
     * @param duplicates rows that brought the same bar once more
     * @param outOfOrder rows that came before an earlier one
     * @param rounded    prices with more than nine decimals
     * @param badRows    rows that were left out
     * @param conflicts  bars with other values than those that were stored
     */
    public record Seen(long duplicates, long outOfOrder, long rounded, long badRows, long conflicts) {}
}
