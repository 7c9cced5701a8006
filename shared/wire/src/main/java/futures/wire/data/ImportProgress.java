package futures.wire.data;

/**
 * How far an import is: {@code details} of its job.
 *
 * @param rows          rows read so far
 * @param rowsPerSecond on the average since it began; null in its first moments
 * @param bytes         read so far, of the files as they lie on the disk (of their content, in a zip file)
 * @param bytesTotal    of all files
 * @param file          the one that is read now
 * @param fileNumber    its number, counted from 1
 * @param filesSkipped  those passed over because they were imported before
 * @param secondsLeft   estimate from the bytes; null while there is nothing to tell it from
 */
public record ImportProgress(
        long rows,
        Long rowsPerSecond,
        long bytes,
        long bytesTotal,
        String file,
        int fileNumber,
        int files,
        int filesSkipped,
        Double secondsLeft) {}
