package futures.kit.bus;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The same promises on a Redis of another version in a container; the image is {@code -Dredis.image} or the public one. */
@Tag("docker")
class ContainerRedisBusTest extends BusContract {
    private static final GenericContainer<?> REDIS = new GenericContainer<>(
                    DockerImageName.parse(System.getProperty("redis.image", "redis:7-alpine")))
            .withExposedPorts(6379)
            .waitingFor(Wait.forListeningPort());

    @BeforeAll
    static void start() {
        REDIS.start();
    }

    @AfterAll
    static void stop() {
        REDIS.stop();
    }

    @Override
    URI redis() {
        return URI.create("redis://" + REDIS.getHost() + ":" + REDIS.getMappedPort(6379));
    }
}
