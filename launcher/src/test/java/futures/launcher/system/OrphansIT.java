package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the launcher ends, nothing it started goes on. */
class OrphansIT {
    @TempDir
    private Path folder;

    @Test
    void killingTheLauncherEndsEverything() throws Exception {
        try (LauncherProcess launcher = LauncherProcess.run(folder).awaitReady()) {
            List<ProcessHandle> all = launcher.descendants();
            assertEquals(6, all.size(), all::toString);

            launcher.process().destroyForcibly();
            assertTrue(launcher.process().waitFor(30, TimeUnit.SECONDS));

            eventually("nothing is left", () -> all.stream().noneMatch(ProcessHandle::isAlive), () -> left(all));
        }
        startsAgainAfterwards();
    }

    /** The record of the killed launcher is still there, and stands in nobody's way. */
    private void startsAgainAfterwards() throws IOException, InterruptedException {
        try (LauncherProcess again =
                LauncherProcess.run(folder, "--only", "data").awaitReady()) {
            assertEquals(List.of("redis", "data"), List.copyOf(again.children().keySet()));
            again.process().destroy();
            assertTrue(again.process().waitFor(30, TimeUnit.SECONDS));
            assertTrue(again.output().contains("Stopped."), again::output);
        }
    }

    private static String left(List<ProcessHandle> all) {
        return all.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.pid() + " " + process.info())
                .toList()
                .toString();
    }
}
