package futures.backtest.sweep;

import futures.kit.http.Problem;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values to try of a parameter, as a request gives them: a list, or {@code {min, max, step}}.
 *
 * @param stepless whether the step may be left out: whole numbers then go by one, others in a thousand steps
 */
record Space(Parameter<?> parameter, Object given, boolean stepless) {
    private static final int MOST = 10_000;
    private static final BigDecimal STEPS = new BigDecimal(1_000);
    private static final Set<String> RANGE = Set.of("min", "max", "step");
    private static final Set<String> STEPLESS = Set.of("min", "max");

    /** A value by which a parameter is declared that takes any name. */
    static Object sample(Object given) {
        if (given instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(0);
        }
        return given instanceof Map<?, ?> range ? range.get("min") : given;
    }

    /** @throws Problem 422 with the field */
    List<Object> values() {
        Set<Object> values = new LinkedHashSet<>();
        if (given instanceof List<?> list) {
            list.forEach(value -> values.add(checked(value)));
        } else if (given instanceof Map<?, ?> range && range.keySet().equals(RANGE)) {
            range(number(range, "min"), number(range, "max"), number(range, "step"), values);
        } else if (stepless
                && given instanceof Map<?, ?> range
                && range.keySet().equals(STEPLESS)) {
            BigDecimal min = number(range, "min");
            BigDecimal max = number(range, "max");
            range(
                    min,
                    max,
                    parameter instanceof IntParameter
                            ? BigDecimal.ONE
                            : max.subtract(min).divide(STEPS),
                    values);
        } else {
            throw wrong("must be a list of values, or {\"min\": 5, \"max\": 50, \"step\": 5}");
        }
        if (values.isEmpty()) {
            throw wrong("has no value to try");
        }
        return new ArrayList<>(values);
    }

    private void range(BigDecimal min, BigDecimal max, BigDecimal step, Set<Object> values) {
        if (step.signum() <= 0 || min.compareTo(max) > 0) {
            throw wrong("needs min <= max and a step above 0");
        }
        if (max.subtract(min).compareTo(step.multiply(new BigDecimal(MOST))) >= 0) {
            throw wrong("has more than " + MOST + " values; take a larger step");
        }
        for (BigDecimal at = min; at.compareTo(max) <= 0; at = at.add(step)) {
            values.add(checked(at));
        }
    }

    private BigDecimal number(Map<?, ?> range, String key) {
        if (range.get(key) instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw wrong("needs a number as " + key);
    }

    private Object checked(Object value) {
        try {
            return parameter.check(value);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage()).field("spaces." + parameter.name(), value, e.getMessage());
        }
    }

    private Problem wrong(String message) {
        return Problem.unprocessable("The space of " + parameter.name() + " " + message + ".")
                .field("spaces." + parameter.name(), given, message);
    }
}
