package futures.launcher.home;

import futures.launcher.jvm.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The configuration and strategies that {@code launcher.jar} brings along. A directory that is missing is written with
 * them; one that is there is the user's, and nothing in it is touched.
 */
public final class DefaultFiles {
    private static final String PREFIX = "defaults/";
    private static final List<String> DIRECTORIES = List.of("config", "strategies");

    private DefaultFiles() {}

    /**
     * @return the directories that were written, e.g. {@code config}
     */
    public static List<String> unpack(Path home) {
        List<String> missing = DIRECTORIES.stream()
                .filter(directory -> !Files.exists(home.resolve(directory)))
                .toList();
        if (missing.isEmpty() || ClassPath.jar().isEmpty()) {
            return List.of();
        }
        List<String> written = new ArrayList<>();
        try (JarFile jar = new JarFile(ClassPath.jar().get().toFile())) {
            for (String directory : missing) {
                Files.createDirectories(home.resolve(directory));
                written.add(directory);
                unpack(jar, PREFIX + directory + "/", home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the default files to " + home + ": " + e.getMessage()
                            + "; choose a writable directory with --home",
                    e);
        }
        return written;
    }

    private static void unpack(JarFile jar, String prefix, Path home) throws IOException {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                continue;
            }
            Path target =
                    home.resolve(entry.getName().substring(PREFIX.length())).normalize();
            if (!target.startsWith(home)) {
                throw new IOException("the jar holds a file that would leave the home directory: " + entry.getName());
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
    }
}
