package futures.risk.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up results by day, for one name after the other. */
final class DaySums {
    private final Map<String, TreeMap<LocalDate, BigDecimal>> sums = new TreeMap<>();

    void add(String name, LocalDate day, BigDecimal profit) {
        sums.computeIfAbsent(name, any -> new TreeMap<>()).merge(day, profit, BigDecimal::add);
    }

    Iterable<String> names() {
        return sums.keySet();
    }

    List<Day> of(String name) {
        List<Day> days = new ArrayList<>();
        sums.getOrDefault(name, new TreeMap<>()).forEach((day, profit) -> days.add(new Day(day, profit)));
        return days;
    }
}
