package futures.backtest.optimize;

import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which combinations daily profits are kept: the hundred best, and four hundred drawn from all that have a result, each with the same
 * chance. Which they are depends on rows and seed only, not on the order in which they come, so that a search that was broken off keeps the same.
 */
final class Chosen {
    static final int BEST = 100;
    static final int DRAWN = 400;

    private final TreeSet<Place> best = new TreeSet<>(Comparator.comparingDouble(Place::violation)
            .thenComparing(Comparator.comparingDouble(Place::score).reversed())
            .thenComparingInt(Place::number));
    private final TreeSet<Place> drawn =
            new TreeSet<>(Comparator.comparingLong(Place::lot).thenComparingInt(Place::number));
    private final long seed;
    private final long mostLot;

    Chosen(long seed) {
        this(seed, Long.MAX_VALUE);
    }

    /** @param mostLot combinations with a higher lot are not drawn, even when fewer than four hundred are */
    Chosen(long seed, long mostLot) {
        this.seed = seed;
        this.mostLot = mostLot;
    }

    /** The highest lot among those that are drawn when all of so many combinations have a result. */
    static long mostLot(long seed, int combinations) {
        PriorityQueue<Long> lowest = new PriorityQueue<>(Comparator.reverseOrder());
        for (int number = 0; number < combinations; number++) {
            lowest.add(lot(seed, number));
            if (lowest.size() > DRAWN) {
                lowest.remove();
            }
        }
        return lowest.isEmpty() ? Long.MAX_VALUE : lowest.element();
    }

    private record Place(int number, double score, double violation, long lot) {}

    /** @param score NaN when it has none: then it can only be drawn */
    void offer(int number, double score, double violation) {
        Place place = new Place(number, score, violation, lot(seed, number));
        if (!Double.isNaN(score)) {
            best.add(place);
            if (best.size() > BEST) {
                best.pollLast();
            }
        }
        if (place.lot() <= mostLot) {
            drawn.add(place);
            if (drawn.size() > DRAWN) {
                drawn.pollLast();
            }
        }
    }

    /** By the finaliser of SplitMix64: the lowest lots are drawn. */
    static long lot(long seed, int number) {
        long z = seed * 0x9E3779B97F4A7C15L + number + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    Set<Integer> best() {
        return numbers(best);
    }

    Set<Integer> drawn() {
        return numbers(drawn);
    }

    Set<Integer> all() {
        Set<Integer> all = numbers(best);
        all.addAll(numbers(drawn));
        return all;
    }

    private static Set<Integer> numbers(Set<Place> places) {
        Set<Integer> numbers = new HashSet<>();
        places.forEach(place -> numbers.add(place.number()));
        return numbers;
    }
}
