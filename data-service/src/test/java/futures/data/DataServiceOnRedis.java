package futures.data;

import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of the data service and of what it tells over Redis: a Redis for the class, a service for each test. */
public abstract class DataServiceOnRedis {
    protected static RedisForTests redis;

    @TempDir
    protected Path home;

    protected RunningService service;
    protected Calls calls;

    @BeforeAll
    static void startRedis() {
        redis = RedisForTests.onFreePort();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    protected void start() throws Exception {
        service = RunningService.start("data", redis.settings(home), Clock.systemUTC(), DataService::new);
        calls = new Calls(service.uri());
    }

    @AfterEach
    protected void stop() {
        service.close();
    }
}
