package futures.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.kit.http.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void isTriedAgainWhileTheNeighbourIsAway() {
        try (Errands errands = new Errands("test", 10)) {
            AtomicInteger tries = new AtomicInteger();
            List<Integer> done = new CopyOnWriteArrayList<>();
            errands.run("fetch", () -> {
                if (tries.incrementAndGet() < 3) {
                    throw Problem.unavailable("away");
                }
                done.add(tries.get());
            });
            Eventually.within(LONG, "the third try", () -> done.equals(List.of(3)));
            assertEquals(0, errands.waiting());
        }
    }

    @Test
    void isGivenUpAfterAnyOtherFailureAndHarmsNoOther() {
        try (Errands errands = new Errands("test", 10)) {
            List<String> done = new CopyOnWriteArrayList<>();
            errands.run("gone", () -> {
                done.add("gone");
                throw Problem.notFound("on purpose");
            });
            errands.run("broken", () -> {
                done.add("broken");
                throw new IllegalStateException("on purpose");
            });
            errands.run("good", () -> done.add("good"));
            Eventually.within(LONG, "the last one", () -> done.contains("good"));
            assertEquals(List.of("gone", "broken", "good"), done);
            assertEquals(0, errands.waiting());
        }
    }

    @Test
    void oneKeyWaitsOnceAndTheOldestGiveWay() {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        try (Errands errands = new Errands("test", 2)) {
            errands.run("busy", () -> {
                begun.countDown();
                await(go);
            });
            await(begun);
            errands.run("a", () -> done.add("a, replaced"));
            errands.run("a", () -> done.add("a"));
            errands.run("b", () -> done.add("b"));
            assertEquals(2, errands.waiting());
            errands.run("c", () -> done.add("c"));
            assertEquals(1, errands.dropped());
            go.countDown();
            Eventually.within(LONG, "the last one", () -> done.contains("c"));
            assertEquals(List.of("b", "c"), done);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
