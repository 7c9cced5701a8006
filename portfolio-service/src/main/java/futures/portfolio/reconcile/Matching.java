package futures.portfolio.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Pairs round trips of the same product and side whose entries are near in time, the nearest first, contract by contract. In
 * the order of time the nearest two of different sides are always neighbours, so only neighbours are looked at, and two that
 * have become neighbours since what was between them is used up.
 */
final class Matching {
    private static final class Node {
        private final Trip trip;
        private final boolean ofBacktest;
        private Node before;
        private Node after;
        private boolean gone;

        Node(Trip trip, boolean ofBacktest) {
            this.trip = trip;
            this.ofBacktest = ofBacktest;
        }
    }

    private record Candidate(long distance, Node first, Node second) {}

    /** Contracts of both; the shares are those of each side. */
    record Pair(Trip backtest, Trip portfolio, int quantity, Trip.Share expected, Trip.Share actual) {}

    private final long windowMs;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(
            Comparator.comparingLong(Candidate::distance).thenComparingLong(c -> c.first().trip.entryMs));
    private final List<Pair> pairs = new ArrayList<>();

    private Matching(long windowMs) {
        this.windowMs = windowMs;
    }

    /** By the backtest's entry times. What is not matched stays in the round trips. */
    static List<Pair> of(List<Trip> backtest, List<Trip> portfolio, long windowMs) {
        Matching matching = new Matching(windowMs);
        TreeMap<String, List<Node>> groups = new TreeMap<>();
        for (Trip trip : backtest) {
            groups.computeIfAbsent(trip.product + " " + trip.side, key -> new ArrayList<>())
                    .add(new Node(trip, true));
        }
        for (Trip trip : portfolio) {
            groups.computeIfAbsent(trip.product + " " + trip.side, key -> new ArrayList<>())
                    .add(new Node(trip, false));
        }
        groups.values().forEach(matching::match);
        matching.pairs.sort(Comparator.comparingLong((Pair pair) -> pair.backtest().entryMs)
                .thenComparingLong(pair -> pair.backtest().number)
                .thenComparingLong(pair -> pair.portfolio().number));
        return matching.pairs;
    }

    private void match(List<Node> nodes) {
        nodes.sort(
                Comparator.comparingLong((Node node) -> node.trip.entryMs).thenComparingLong(node -> node.trip.number));
        for (int i = 1; i < nodes.size(); i++) {
            nodes.get(i - 1).after = nodes.get(i);
            nodes.get(i).before = nodes.get(i - 1);
            offer(nodes.get(i - 1), nodes.get(i));
        }
        while (!candidates.isEmpty()) {
            Candidate nearest = candidates.poll();
            if (!nearest.first().gone && !nearest.second().gone) {
                pair(nearest.first(), nearest.second());
            }
        }
    }

    private void offer(Node first, Node second) {
        if (first == null || second == null || first.ofBacktest == second.ofBacktest) {
            return;
        }
        long distance = second.trip.entryMs - first.trip.entryMs;
        if (distance <= windowMs) {
            candidates.add(new Candidate(distance, first, second));
        }
    }

    private void pair(Node first, Node second) {
        Trip backtest = first.ofBacktest ? first.trip : second.trip;
        Trip portfolio = first.ofBacktest ? second.trip : first.trip;
        int quantity = Math.min(backtest.left(), portfolio.left());
        pairs.add(new Pair(backtest, portfolio, quantity, backtest.take(quantity), portfolio.take(quantity)));
        for (Node node : List.of(first, second)) {
            if (node.trip.left() == 0) {
                remove(node);
            }
        }
    }

    private void remove(Node node) {
        node.gone = true;
        if (node.before != null) {
            node.before.after = node.after;
        }
        if (node.after != null) {
            node.after.before = node.before;
        }
        offer(node.before, node.after);
    }
}
