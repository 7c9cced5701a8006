package futures.launcher.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One archive of parsed and verified classes that all service JVMs map into memory instead of loading the classes again.
 * The first start has none: each JVM then writes the list of classes it loads, and from all lists together one archive
 * is made in the background, for the next start. The archive belongs to one JVM version and one jar, and its name says
 * which, so a new version of either makes a new one. Everything here is safe to delete.
 */
public final class ClassArchive implements AutoCloseable {
    /** A JVM that cannot use the archive goes on without it; that is nothing to tell the user. */
    private static final List<String> SILENT = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    /** Newer JVMs number the classes of a list, each list on its own: together the numbers would clash. */
    private static final Pattern NUMBER = Pattern.compile(" id: \\d+$");

    private final Path directory;
    private final Path archive;
    private final boolean possible;
    private volatile Process training;
    private volatile boolean closed;

    private ClassArchive(Path directory, Path archive, boolean possible) {
        this.directory = directory;
        this.archive = archive;
        this.possible = possible;
    }

    /** @param directory where the archive is or will be kept, {@code <data>/cache} */
    public static ClassArchive in(Path directory) {
        Optional<Path> jar = ClassPath.jar();
        String name = "none";
        if (jar.isPresent()) {
            name = fingerprint(jar.get());
        }
        return new ClassArchive(directory, directory.resolve("classes-" + name + ".jsa"), jar.isPresent());
    }

    /** The JVM itself refuses an archive when the jar's size or time differs; so these are enough to tell jars apart. */
    private static String fingerprint(Path jar) {
        try {
            CRC32 crc = new CRC32();
            String facts = jar + "|" + Files.size(jar) + "|"
                    + Files.getLastModifiedTime(jar).toMillis() + "|" + System.getProperty("java.vm.version") + "|"
                    + System.getProperty("java.vm.vendor");
            crc.update(facts.getBytes(StandardCharsets.UTF_8));
            return Runtime.version().feature() + "-%08x".formatted(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    /** Whether the archive is there. */
    public boolean ready() {
        return Files.isRegularFile(archive);
    }

    /** Whether one should be made, once the services run. */
    public boolean wanted() {
        return possible && !ready();
    }

    /**
     * Flags for a service's JVM: use the archive, or write down the classes that one will be made of.
     *
     * @param service names the list
     */
    public List<String> flags(String service) {
        if (ready()) {
            return concat("-XX:SharedArchiveFile=" + archive, SILENT);
        }
        if (!possible) {
            return List.of();
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        return concat("-XX:DumpLoadedClassList=" + list(service), SILENT);
    }

    private static List<String> concat(String first, List<String> rest) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
                .toList();
    }

    private Path list(String service) {
        return directory.resolve(service + ".classlist");
    }

    /**
     * Makes the archive from the lists of services that run now; takes seconds of one core.
     *
     * @return whether it is there afterwards
     */
    public boolean train() {
        try {
            Path merged = merge();
            Path draft = directory.resolve("training.jsa");
            ProcessBuilder builder = new ProcessBuilder(
                    JavaCommand.java(),
                    "-Xshare:dump",
                    "-XX:+UseSerialGC",
                    "-Xlog:disable",
                    "-XX:SharedClassListFile=" + merged,
                    "-XX:SharedArchiveFile=" + draft,
                    "-cp",
                    ClassPath.text());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            synchronized (this) {
                if (closed) {
                    return false;
                }
                training = builder.start();
            }
            if (!training.waitFor(2, TimeUnit.MINUTES) || training.exitValue() != 0) {
                training.destroyForcibly();
                Files.deleteIfExists(draft);
                return false;
            }
            removeOld();
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false; // an archive is a convenience: without it everything works, only later
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path merge() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(directory, "*.classlist")) {
            for (Path list : lists) {
                String text = Files.readString(list, StandardCharsets.UTF_8);
                // The writer is still at work: its last line may be half a line.
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .filter(line -> !line.contains(" source: ")) // of a class loader that the archive cannot serve
                        .map(line -> NUMBER.matcher(line).replaceFirst(""))
                        .forEach(lines::add);
            }
        }
        Path merged = directory.resolve("classes.list");
        Files.write(merged, lines);
        return merged;
    }

    private void removeOld() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, "classes-*.jsa")) {
            for (Path old : archives) {
                Files.delete(old);
            }
        }
    }

    /** Ends a training that is under way; what it had is dropped. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Process running = training;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
