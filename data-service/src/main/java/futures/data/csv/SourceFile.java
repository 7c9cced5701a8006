package futures.data.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to import, or one inside an archive.
 *
 * @param name  for reports, relative to the import directory
 * @param bytes size as it lies on the disk
 */
public record SourceFile(String name, long bytes, Opener opener) {
    /** Opens the content, unpacked; may be called more than once. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public InputStream open() throws IOException {
        return opener.open();
    }
}
