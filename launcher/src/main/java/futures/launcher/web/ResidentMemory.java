package futures.launcher.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory that a process really occupies, where the platform tells: Linux does, in {@code /proc}. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** In MB of 1,048,576 bytes; null when unknown. */
    static Double megabytes(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            if (pid == 0 || !Files.isReadable(status)) {
                return null;
            }
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 102.4) / 10.0;
                }
            }
            return null;
        } catch (IOException e) {
            return null; // it has just ended
        }
    }
}
