package futures.risk.subject;

import futures.model.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Pearson's correlation of the daily results of strategies, or of symbols, over the last {@value #WINDOW} days on which the
 * account had a result; a day without a trade is a result of 0. Fewer than {@value #FEWEST} days say nothing, and neither does
 * a series that does not vary.
 */
final class Correlations {
    static final int WINDOW = 60;
    static final int FEWEST = 20;
    private static final int PLACES = 6;

    private final List<LocalDate> days;

    private Correlations(List<LocalDate> days) {
        this.days = days;
    }

    /** The slices with the highest correlation of each; the account's is the first of them. */
    static List<Slice> fill(List<Slice> slices) {
        List<LocalDate> all = slices.get(0).days().stream().map(Day::day).toList();
        Correlations of = new Correlations(all.subList(Math.max(0, all.size() - WINDOW), all.size()));
        List<Slice> filled = new ArrayList<>();
        for (Slice one : slices) {
            OptionalDouble highest = slices.stream()
                    .filter(other -> of.comparable(one, other))
                    .map(other -> of.highest(one, other, slices))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .max();
            filled.add(one.correlated(
                    highest.isPresent()
                            ? BigDecimal.valueOf(highest.getAsDouble()).setScale(PLACES, RoundingMode.HALF_UP)
                            : null));
        }
        return filled;
    }

    /** A symbol is not compared with its own product. */
    private boolean comparable(Slice one, Slice other) {
        if (one.same(other)) {
            return false;
        }
        if (one.scope().equals(Slice.ACCOUNT)) {
            return other.scope().equals(Slice.STRATEGY);
        }
        return one.scope().equals(other.scope())
                && (one.scope().equals(Slice.STRATEGY) || !Product.of(one.id()).equals(Product.of(other.id())));
    }

    private OptionalDouble highest(Slice one, Slice other, List<Slice> slices) {
        if (!one.scope().equals(Slice.ACCOUNT)) {
            return between(one.days(), other.days());
        }
        return slices.stream()
                .filter(third -> !third.same(other) && third.scope().equals(Slice.STRATEGY))
                .map(third -> between(other.days(), third.days()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }

    private OptionalDouble between(List<Day> one, List<Day> other) {
        int n = days.size();
        if (n < FEWEST) {
            return OptionalDouble.empty();
        }
        double[] x = column(one);
        double[] y = column(other);
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))));
    }

    private double[] column(List<Day> results) {
        Map<LocalDate, BigDecimal> by = new HashMap<>();
        results.forEach(day -> by.put(day.day(), day.profit()));
        return days.stream()
                .mapToDouble(day -> by.getOrDefault(day, BigDecimal.ZERO).doubleValue())
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
