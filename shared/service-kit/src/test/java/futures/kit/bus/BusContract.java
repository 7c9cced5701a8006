package futures.kit.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.Eventually;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bus promises, on whatever real Redis the subclass brings. */
abstract class BusContract {
    static final Duration LONG = Duration.ofSeconds(20);

    private RedisBus sender;
    private RedisBus hearer;

    abstract URI redis();

    @BeforeEach
    void open() {
        sender = new RedisBus(redis(), "sender", Clock.systemUTC());
        hearer = new RedisBus(redis(), "hearer", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        sender.close();
        hearer.close();
    }

    @Test
    void noticesArriveInOrderWithTheirEnvelope() {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        hearer.subscribe("data:updates", (channel, notice) -> heard.add(notice));
        untilHeard(heard);
        for (int i = 0; i < 100; i++) {
            sender.publish("data:updates", "bars_imported", "/api/data/ES", Map.of("n", i));
        }
        Eventually.within(LONG, "100 notices", () -> real(heard).size() == 100);
        List<Notice> notices = real(heard);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, notices.get(i).data().get("n").asInt());
        }
        Notice first = notices.get(0);
        assertEquals("sender", first.service());
        assertEquals("bars_imported", first.type());
        assertEquals("/api/data/ES", first.href());
        assertEquals(1, first.version());
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        hearer.subscribe("risk:alerts", (channel, notice) -> {
            throw new IllegalStateException("listener on purpose");
        });
        hearer.subscribe("data:updates", (channel, notice) -> heard.add(notice));
        untilHeard(heard);
        sender.publish("risk:alerts", "limit", null, Map.of());
        sender.publish("data:updates", "bars_imported", null, Map.of());
        Eventually.within(
                LONG, "the notice after the failure", () -> real(heard).size() == 1);
    }

    @Test
    void valuesStayUntilTheyExpire() {
        Eventually.within(LONG, "connected", sender::connected);
        sender.put("answer", "42", Duration.ofMinutes(1));
        assertEquals(Optional.of("42"), sender.get("answer"));
        sender.put("brief", "gone", Duration.ofMillis(1));
        Eventually.within(LONG, "expiry", () -> sender.get("brief").isEmpty());
        assertTrue(sender.get("never put").isEmpty());
    }

    /** Pub/sub delivers only to those already listening: sends probes until one comes through. */
    private void untilHeard(List<Notice> heard) {
        Eventually.within(LONG, "the subscription", () -> {
            sender.publish("data:updates", "probe", null, Map.of());
            return !heard.isEmpty();
        });
    }

    static List<Notice> real(List<Notice> heard) {
        return heard.stream().filter(notice -> !notice.type().equals("probe")).toList();
    }
}
