package futures.data;

import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data service over real HTTP on a free port, without Redis, which it does not need. */
public final class DataServices {
    private DataServices() {}

    /** @param settings further ones, {@code limits.upload_mb=8} */
    public static RunningService start(Path home, String... settings) throws Exception {
        return start(home, Clock.systemUTC(), settings);
    }

    /** At a time of its own. */
    public static RunningService start(Path home, Clock clock, String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of("ports.data=0", "ports.redis=" + RedisForTests.freePort()));
        all.addAll(List.of(settings));
        return RunningService.start("data", Settings.load(home, Map.of(), all), clock, DataService::new);
    }
}
