package futures.launcher.home;

import futures.kit.config.Settings;
import futures.launcher.process.ProcessBook;
import java.nio.file.Path;

/** Where an installation keeps what the launcher needs. */
public record Installation(Settings settings) {
    public Path data() {
        return settings.path("directories.data");
    }

    public Path logs() {
        return settings.path("directories.logs");
    }

    public Path lockFile() {
        return data().resolve("run").resolve("launcher.lock");
    }

    public Path bookFile() {
        return data().resolve("run").resolve("processes.json");
    }

    public Path cache() {
        return data().resolve("cache");
    }

    /** What runs here, or ran when a launcher died. */
    public ProcessBook book() {
        return ProcessBook.read(bookFile());
    }
}
