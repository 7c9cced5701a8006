package futures.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A number from {@code min} to {@code max}; a search tries every {@code step}. */
public final class DoubleParameter extends Parameter<Double> {
    private final double min;
    private final double max;
    private final double step;

    DoubleParameter(String name, double standard, double min, double max, double step, String help) {
        super(name, standard, help);
        this.min = min;
        this.max = max;
        this.step = step;
        if (!(step > 0) || !(standard >= min) || !(standard <= max)) {
            throw new IllegalArgumentException(
                    "parameter " + name + " needs min <= standard <= max and a step above 0");
        }
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    public double step() {
        return step;
    }

    @Override
    public String kind() {
        return "decimal";
    }

    /** Counted in decimals, so that 0.1 steps give 0.3 and not 0.30000000000000004. */
    @Override
    public List<Double> searchSpace() {
        if ((max - min) / step >= MOST_SEARCHED) {
            return List.of(standard());
        }
        BigDecimal last = BigDecimal.valueOf(max);
        BigDecimal by = BigDecimal.valueOf(step);
        return Stream.iterate(BigDecimal.valueOf(min), value -> value.compareTo(last) <= 0, value -> value.add(by))
                .map(BigDecimal::doubleValue)
                .toList();
    }

    @Override
    public Double check(Object given) {
        if (given instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        throw wrong(given, "a number from " + min + " to " + max);
    }
}
