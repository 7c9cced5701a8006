package futures.strategy;

import java.util.List;
import java.util.stream.LongStream;

/** A whole number from {@code min} to {@code max}; a search tries every {@code step}. */
public final class IntParameter extends Parameter<Integer> {
    private final int min;
    private final int max;
    private final int step;

    IntParameter(String name, int standard, int min, int max, int step, String help) {
        super(name, standard, help);
        this.min = min;
        this.max = max;
        this.step = step;
        if (step < 1 || standard < min || standard > max) {
            throw new IllegalArgumentException(
                    "parameter " + name + " needs min <= standard <= max and a step of at least 1");
        }
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    public int step() {
        return step;
    }

    @Override
    public String kind() {
        return "integer";
    }

    @Override
    public List<Integer> searchSpace() {
        if (((double) max - min) / step >= MOST_SEARCHED) {
            return List.of(standard());
        }
        return LongStream.iterate(min, value -> value <= max, value -> value + step)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    @Override
    public Integer check(Object given) {
        if (given instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= min
                && number.doubleValue() <= max) {
            return number.intValue();
        }
        throw wrong(given, "a whole number from " + min + " to " + max);
    }
}
