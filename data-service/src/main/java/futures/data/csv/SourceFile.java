package futures.data.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to import, or one inside an archive.
 *
 * @param name   for reports, relative to the import directory
 * @param bytes  that its opener gives; 0 when that is not known
 * @param opener gives the content as it is kept; may be called more than once
 * @param unpack makes the text of it
 */
public record SourceFile(String name, long bytes, Opener opener, Unpack unpack) {
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    public interface Unpack {
        InputStream of(InputStream packed) throws IOException;
    }

    /** A file of plain text. */
    public SourceFile(String name, long bytes, Opener opener) {
        this(name, bytes, opener, in -> in);
    }

    public InputStream open() throws IOException {
        return open(bytes -> {});
    }

    /** @param read hears how many of {@link #bytes()} have been read */
    public InputStream open(CountedInput.Counter read) throws IOException {
        InputStream kept = new CountedInput(opener.open(), read);
        try {
            return unpack.of(kept);
        } catch (IOException e) {
            kept.close();
            throw e;
        }
    }
}
