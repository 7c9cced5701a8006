package futures.launcher.jvm;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where our classes come from: {@code launcher.jar}, or directories when run from a development environment. */
public final class ClassPath {
    private ClassPath() {}

    /** The jar this program was started from; empty when it runs from directories. */
    public static Optional<Path> jar() {
        try {
            Path source = Path.of(ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(source) ? Optional.of(source.toAbsolutePath()) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of our own classes is not a file", e);
        }
    }

    /** What starts this program again from the same place, for messages. */
    public static String command() {
        String named = jar().map(jar -> System.getProperty("java.class.path")).orElse("launcher.jar");
        return "java -jar " + (named.contains(" ") ? '"' + named + '"' : named);
    }

    /** For {@code java -cp}. */
    public static String text() {
        return jar().map(Path::toString).orElseGet(() -> System.getProperty("java.class.path"));
    }
}
