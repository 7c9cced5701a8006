package futures.backtest.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rows have their days kept does not depend on the order in which they come, nor on where a search was broken off. */
class ChosenTest {
    @Test
    void orderAndBreaksDoNotMatter() {
        Random random = new Random(1);
        double[] scores = random.doubles(3_000).toArray();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            numbers.add(i);
        }
        Chosen straight = new Chosen(5);
        numbers.forEach(i -> straight.offer(i, scores[i], i % 7 == 0 ? 1 : 0));
        Collections.shuffle(numbers, random);
        Chosen first = new Chosen(5);
        numbers.subList(0, 1_700).forEach(i -> first.offer(i, scores[i], i % 7 == 0 ? 1 : 0));
        Chosen second = new Chosen(5);
        first.all().forEach(i -> second.offer(i, scores[i], i % 7 == 0 ? 1 : 0));
        numbers.subList(1_700, 3_000).forEach(i -> second.offer(i, scores[i], i % 7 == 0 ? 1 : 0));
        assertEquals(straight.best(), second.best());
        assertEquals(straight.drawn(), second.drawn());
        assertEquals(100, straight.best().size());
        assertEquals(400, straight.drawn().size());
        Set<Integer> expected = new HashSet<>();
        Collections.sort(numbers);
        numbers.stream()
                .filter(i -> i % 7 != 0)
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(100)
                .forEach(expected::add);
        assertEquals(expected, straight.best());
    }

    @Test
    void eachIsDrawnWithTheSameChance() {
        int[] drawn = new int[4_000];
        for (int seed = 0; seed < 200; seed++) {
            Chosen chosen = new Chosen(seed);
            for (int i = 0; i < drawn.length; i++) {
                chosen.offer(i, Double.NaN, 0);
            }
            chosen.drawn().forEach(i -> drawn[i]++);
        }
        double chiSquared = 0;
        for (int count : drawn) {
            chiSquared += (count - 20) * (count - 20) / 18.0;
        }
        // 4,000 terms with a mean of 1 and a deviation of about the root of 2 each
        assertEquals(4_000, chiSquared, 5 * Math.sqrt(2 * 4_000));
        assertTrue(drawn[0] > 0);
    }
}
