package futures.data.load;

import futures.data.csv.SourceFile;
import futures.kit.http.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the price files that a path names: one file, all of a directory, and those inside {@code .gz} and {@code .zip}. */
public final class SourceFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv");
    private static final int MOST_FILES = 10_000;
    private static final int BUFFER = 1 << 16;

    private SourceFiles() {}

    /**
     * The files under a path that a user gave, by name.
     *
     * @param imports directory that the path must lie in, links followed
     * @throws Problem 404 when nothing is there, 400 when it lies elsewhere
     */
    public static List<SourceFile> under(Path imports, String path) throws IOException {
        Path root = Files.isDirectory(imports)
                ? imports.toRealPath()
                : imports.toAbsolutePath().normalize();
        Path wanted;
        try {
            wanted = root.resolve(path).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw Problem.badRequest("'path' is no file name: " + e.getReason() + ".")
                    .field("path", path, e.getReason());
        }
        if (!wanted.startsWith(root)) {
            throw outside(path);
        }
        if (!Files.exists(wanted)) {
            throw Problem.notFound("There is no '" + path + "' in the import directory " + imports + ".")
                    .field("path", path, "not there");
        }
        List<SourceFile> found = new ArrayList<>();
        for (Path file : files(wanted)) {
            if (!file.toRealPath().startsWith(root)) {
                throw outside(path);
            }
            addFile(file, root.relativize(file).toString(), found);
        }
        if (found.isEmpty()) {
            throw Problem.notFound("'" + path + "' holds no files that end in .csv, .txt, .tsv, .gz or .zip.")
                    .field("path", path, "no price files");
        }
        return found;
    }

    /** The files in one that was uploaded under some name. */
    public static List<SourceFile> uploaded(Path file, String name) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        addFile(file, name, found);
        if (found.isEmpty()) {
            throw Problem.unprocessable("'" + name + "' holds no files that end in .csv, .txt or .tsv.")
                    .field("file", name, "no price files");
        }
        return found;
    }

    private static Problem outside(String path) {
        return Problem.badRequest("'path' must lie in the import directory (directories.imports).")
                .field("path", path, "outside the import directory");
    }

    private static List<Path> files(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            return List.of(wanted);
        }
        try (Stream<Path> all = Files.walk(wanted)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isPriceFile(lowerName(file)) || isPacked(lowerName(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPriceFile(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static boolean isPacked(String name) {
        return name.endsWith(".gz") || name.endsWith(".zip");
    }

    private static void addFile(Path file, String name, List<SourceFile> found) throws IOException {
        long bytes = Files.size(file);
        byte[] head = head(file);
        if (isZip(head)) {
            addEntries(file, name, found);
        } else if (isGzip(head)) {
            found.add(new SourceFile(
                    name, bytes, () -> Files.newInputStream(file), packed -> new GZIPInputStream(packed, BUFFER)));
        } else {
            found.add(new SourceFile(name, bytes, () -> Files.newInputStream(file)));
        }
    }

    /** What a file is packed with is told by how it begins; names are wrong now and then. */
    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
    }

    /** An empty archive begins with its end record. */
    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    private static void addEntries(Path file, String name, List<SourceFile> found) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (found.size() > MOST_FILES) {
                    throw Problem.unprocessable(
                                    "'" + name + "' holds more than " + MOST_FILES + " files; import it in parts.")
                            .field("path", name, "too many files");
                }
                if (!entry.isDirectory() && isPriceFile(entry.getName().toLowerCase(Locale.ROOT))) {
                    String inside = entry.getName();
                    found.add(new SourceFile(
                            name + "!" + inside, Math.max(0, entry.getSize()), () -> openEntry(file, inside)));
                }
            }
        } catch (java.util.zip.ZipException e) {
            throw Problem.unprocessable("'" + name + "' is no readable zip file: " + e.getMessage() + ".")
                    .field("path", name, e.getMessage());
        }
    }

    private static InputStream openEntry(Path file, String inside) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        return new FilterInputStream(zip.getInputStream(zip.getEntry(inside))) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
