package futures.kit.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.Eventually;
import futures.kit.RedisForTests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class EmbeddedRedisBusTest extends BusContract {
    private static RedisForTests redis;

    @BeforeAll
    static void start() {
        redis = RedisForTests.onFreePort();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    URI redis() {
        return URI.create("redis://127.0.0.1:" + redis.port());
    }

    @Test
    void noticesSentWhileRedisIsAwayAreDeliveredWhenItIsBack() {
        RedisForTests own = RedisForTests.onFreePort();
        URI uri = URI.create("redis://127.0.0.1:" + own.port());
        try (RedisBus sender = new RedisBus(uri, "sender", Clock.systemUTC());
                RedisBus hearer = new RedisBus(uri, "hearer", Clock.systemUTC())) {
            List<Notice> heard = new CopyOnWriteArrayList<>();
            AtomicInteger catchUps = new AtomicInteger();
            hearer.onReconnect(catchUps::incrementAndGet);
            hearer.subscribe("data:updates", (channel, notice) -> heard.add(notice));
            Eventually.within(LONG, "the subscription", () -> {
                sender.publish("data:updates", "probe", null, Map.of());
                return !heard.isEmpty();
            });
            own.stop();
            Eventually.within(LONG, "the sender notices", () -> !sender.connected());
            for (int i = 0; i < 50; i++) {
                sender.publish("data:updates", "bars_imported", null, Map.of("n", i));
            }
            assertTrue(sender.get("anything").isEmpty());
            own.start();
            Eventually.within(LONG, "the kept notices", () -> real(heard).size() == 50);
            for (int i = 0; i < 50; i++) {
                assertEquals(i, real(heard).get(i).data().get("n").asInt());
            }
            assertTrue(catchUps.get() >= 1);
        } finally {
            own.close();
        }
    }

    /** A notice that is sent while a listener catches up is heard: it listens before it catches up. */
    @Test
    void catchingUpBeginsOnceListeningHasBegunAgain() {
        RedisForTests own = RedisForTests.onFreePort();
        URI uri = URI.create("redis://127.0.0.1:" + own.port());
        try (RedisBus sender = new RedisBus(uri, "sender", Clock.systemUTC());
                RedisBus hearer = new RedisBus(uri, "hearer", Clock.systemUTC())) {
            List<Notice> heard = new CopyOnWriteArrayList<>();
            List<Long> listenersAtCatchUp = new CopyOnWriteArrayList<>();
            hearer.onReconnect(() -> {
                try (Jedis direct = new Jedis(uri)) {
                    listenersAtCatchUp.add(direct.publish("data:updates", "{}"));
                }
            });
            hearer.subscribe("data:updates", (channel, notice) -> heard.add(notice));
            Eventually.within(LONG, "the subscription", () -> {
                sender.publish("data:updates", "probe", null, Map.of());
                return !heard.isEmpty();
            });
            own.stop();
            Eventually.within(LONG, "the sender notices", () -> !sender.connected());
            own.start();
            Eventually.within(LONG, "the catch-up", () -> !listenersAtCatchUp.isEmpty());
            assertEquals(1, listenersAtCatchUp.get(0));
        } finally {
            own.close();
        }
    }

    @Test
    void aBusWithoutRedisTakesNoticesAtOnceAndKeepsTheNewest() {
        URI nowhere = URI.create("redis://127.0.0.1:" + RedisForTests.freePort());
        try (RedisBus bus = new RedisBus(nowhere, "lonely", Clock.systemUTC())) {
            for (int i = 0; i < 10_050; i++) {
                bus.publish("data:updates", "bars_imported", null, Map.of());
            }
            assertFalse(bus.connected());
            assertEquals(10_000, bus.waiting());
            assertEquals(50, bus.dropped());
            bus.put("key", "value", Duration.ofMinutes(1));
            assertTrue(bus.get("key").isEmpty());
        }
    }
}
