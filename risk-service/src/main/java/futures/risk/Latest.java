package futures.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest figures by id, for so many ids; those heard of longest ago give way. Safe for many threads. */
final class Latest<T> {
    private final int most;
    private final Map<String, T> figures = new LinkedHashMap<>();
    private T last;

    Latest(int most) {
        this.most = most;
    }

    synchronized void put(String id, T latest) {
        figures.remove(id);
        figures.put(id, latest);
        last = latest;
        if (figures.size() > most) {
            figures.remove(figures.keySet().iterator().next());
        }
    }

    synchronized void remove(String id) {
        T gone = figures.remove(id);
        if (gone != null && gone == last) {
            last = null;
            figures.values().forEach(next -> last = next);
        }
    }

    synchronized boolean knows(String id) {
        return figures.containsKey(id);
    }

    synchronized List<String> ids(Predicate<T> which) {
        return figures.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized Optional<T> last() {
        return Optional.ofNullable(last);
    }

    synchronized int size() {
        return figures.size();
    }
}
