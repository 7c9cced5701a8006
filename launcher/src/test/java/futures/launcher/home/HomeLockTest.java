package futures.launcher.home;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @Test
    void oneAtATime(@TempDir Path directory) {
        Path file = directory.resolve("run/launcher.lock");
        HomeLock first = HomeLock.take(file).orElseThrow();
        assertTrue(HomeLock.take(file).isEmpty(), "taken twice");
        first.close();
        HomeLock again = HomeLock.take(file).orElseThrow();
        again.close();
        assertFalse(HomeLock.take(file).isEmpty());
    }
}
