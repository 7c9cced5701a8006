package futures.kit.sql;

import futures.kit.text.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks SQLite's native library once, instead of into the temporary directory at every start, which costs each process
 * time. Where that does not work the driver unpacks it itself, as it always does.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /** @param directory of our own; the library lies in a folder of its version there */
    static synchronized void unpackTo(Path directory) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path folder = directory.resolve("sqlite-" + Version.sqlite());
        Path library = folder.resolve(name);
        try (InputStream packed =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (packed == null) {
                return;
            }
            if (!Files.exists(library)) {
                Files.createDirectories(folder);
                Path partial = Files.createTempFile(folder, name, ".part");
                Files.copy(packed, partial, StandardCopyOption.REPLACE_EXISTING);
                move(partial, library);
            }
            System.setProperty(PATH, folder.toString());
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("directory", folder).setCause(e).log("the driver unpacks its library itself");
        }
    }

    private static void move(Path partial, Path library) throws IOException {
        try {
            Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, library, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
