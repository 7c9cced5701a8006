package futures.launcher.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Finds a {@code redis-server} to run: the one that the embedded-redis library carries for this platform, written to the
 * data directory once, otherwise the one on the {@code PATH}.
 */
public final class RedisBinary {
    private static final String VERSION = "7.0.15";

    private RedisBinary() {}

    /**
     * @param directory where the carried binary is kept, {@code <data>/redis/bin}
     * @throws IllegalStateException when there is none for this platform, with what to do about it
     */
    public static Path find(Path directory) {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL carried = RedisBinary.class.getResource("/redis-server-" + VERSION + "-" + platform);
        if (carried != null) {
            return unpack(carried, directory.resolve("redis-server-" + VERSION + "-" + platform));
        }
        return onPath(System.getenv("PATH"))
                .orElseThrow(() -> new IllegalStateException("no Redis is carried for " + platform
                        + " and none is on the PATH: install redis-server (on Windows"
                        + " for example Memurai or Redis in WSL), or set redis.url to one that runs elsewhere"));
    }

    /** The library's name of a platform, e.g. {@code linux-amd64}. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
        String architecture = switch (osArch) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "x86", "i386", "i686" -> "386";
            default -> osArch;
        };
        return system + "-" + architecture;
    }

    static Optional<Path> onPath(String path) {
        for (String entry : path == null ? new String[0] : path.split(File.pathSeparator)) {
            for (String name : new String[] {"redis-server", "redis-server.exe"}) {
                Path candidate = entry.isEmpty() ? null : Path.of(entry, name);
                if (candidate != null && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Writes the binary unless the very same bytes are already there. */
    private static Path unpack(URL carried, Path target) {
        try {
            if (!Files.isExecutable(target) || checksum(target) != carriedChecksum(carried)) {
                Files.createDirectories(target.getParent());
                Path draft = Files.createTempFile(target.getParent(), "redis", ".new");
                try (InputStream in = carried.openStream()) {
                    Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
                }
                if (!draft.toFile().setExecutable(true)) {
                    throw new IOException("cannot make it executable");
                }
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the Redis binary to " + target + ": " + e.getMessage(), e);
        }
    }

    private static long carriedChecksum(URL carried) throws IOException {
        if (carried.openConnection() instanceof JarURLConnection entry) {
            return entry.getJarEntry().getCrc(); // the jar's directory has it: no need to unpack 6 MB to compare
        }
        try (InputStream in = carried.openStream()) {
            return checksum(in.readAllBytes());
        }
    }

    private static long checksum(Path file) throws IOException {
        return checksum(Files.readAllBytes(file));
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
