package futures.backtest.optimize.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of combinations, best first. Of one objective it is that of its values; of several, fronts of those that no other dominates,
 * and in a front those first that have the most room around them.
 *
 * @see <a href="https://doi.org/10.1109/4235.996017">Deb, Pratap, Agarwal, Meyarivan 2002, NSGA-II</a>
 */
final class Ranking {
    private Ranking() {}

    /** Places in the list, best first; equal ones in the order of the list. */
    static int[] order(List<Fitness> all) {
        int objectives = all.stream().mapToInt(one -> one.values().length).max().orElse(0);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        if (objectives < 2) {
            places.sort(Comparator.comparing(all::get, Ranking::compare));
        } else {
            int[] fronts = fronts(all);
            double[] room = room(all, fronts, objectives);
            places.sort(Comparator.<Integer>comparingInt(place -> fronts[place]).thenComparing(place -> -room[place]));
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int compare(Fitness a, Fitness b) {
        return a.dominates(b) ? -1 : b.dominates(a) ? 1 : 0;
    }

    /** The front of each, 0 being those that no other dominates. */
    static int[] fronts(List<Fitness> all) {
        int[] dominators = new int[all.size()];
        List<List<Integer>> dominated = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            dominated.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                if (all.get(i).dominates(all.get(j))) {
                    dominated.get(i).add(j);
                    dominators[j]++;
                }
            }
        }
        int[] fronts = new int[all.size()];
        List<Integer> now = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (dominators[i] == 0) {
                now.add(i);
            }
        }
        for (int front = 0; !now.isEmpty(); front++) {
            List<Integer> next = new ArrayList<>();
            for (int i : now) {
                fronts[i] = front;
                for (int j : dominated.get(i)) {
                    if (--dominators[j] == 0) {
                        next.add(j);
                    }
                }
            }
            now = next;
        }
        return fronts;
    }

    /** Crowding distance within fronts; infinite at the ends of an objective. */
    private static double[] room(List<Fitness> all, int[] fronts, int objectives) {
        double[] room = new double[all.size()];
        int last = Arrays.stream(fronts).max().orElse(-1);
        for (int front = 0; front <= last; front++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < fronts.length; i++) {
                if (fronts[i] == front && all.get(i).valued()) {
                    members.add(i);
                }
            }
            for (int objective = 0; objective < objectives && !members.isEmpty(); objective++) {
                int k = objective;
                members.sort(Comparator.comparingDouble(i -> all.get(i).values()[k]));
                int first = members.get(0);
                int end = members.get(members.size() - 1);
                double range = all.get(end).values()[k] - all.get(first).values()[k];
                room[first] = Double.POSITIVE_INFINITY;
                room[end] = Double.POSITIVE_INFINITY;
                for (int i = 1; i + 1 < members.size() && range > 0; i++) {
                    room[members.get(i)] += (all.get(members.get(i + 1)).values()[k]
                                    - all.get(members.get(i - 1)).values()[k])
                            / range;
                }
            }
        }
        return room;
    }
}
