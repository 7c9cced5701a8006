package futures.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A process to keep alive.
 *
 * @param name        short, as in {@code data}
 * @param address     where it is reached, for showing: {@code http://127.0.0.1:8001}
 * @param port        TCP port it listens on
 * @param command     made anew for each start, so that a restart uses what has become available meanwhile
 * @param environment added to the launcher's own
 * @param directory   its working directory
 */
public record ChildSpec(
        String name,
        String address,
        int port,
        Supplier<List<String>> command,
        Map<String, String> environment,
        Path directory,
        HealthProbe probe) {}
