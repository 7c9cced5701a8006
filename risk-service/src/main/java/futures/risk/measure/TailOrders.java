package futures.risk.measure;

import futures.analytics.tail.TailMethod;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import java.util.Arrays;
import java.util.List;

/** What requests about tails have in common. */
final class TailOrders {
    private static final List<Double> LEVELS = List.of(0.05, 0.01);
    private static final int MOST_LEVELS = 5;

    private TailOrders() {}

    /** All when none is named. */
    static List<TailMethod> methods(List<String> names) {
        if (names == null) {
            return List.of(TailMethod.values());
        }
        List<String> known =
                Arrays.stream(TailMethod.values()).map(TailMethod::key).toList();
        return names.stream()
                .map(name -> Arrays.stream(TailMethod.values())
                        .filter(method -> method.key().equals(name))
                        .findFirst()
                        .orElseThrow(() -> {
                            String hint = NearNames.hint(String.valueOf(name), known);
                            return Problem.badRequest("There is no method '" + name + "'"
                                            + (hint.isEmpty() ? "; known: " + String.join(", ", known) + "." : hint))
                                    .field("methods", name, "unknown method");
                        }))
                .distinct()
                .toList();
    }

    static double[] levels(List<Double> levels) {
        double[] numbers = Given.numbers("levels", levels == null ? LEVELS : levels);
        if (numbers.length == 0 || numbers.length > MOST_LEVELS) {
            throw Given.wrong("levels", numbers.length, "must be one to " + MOST_LEVELS);
        }
        for (double level : numbers) {
            if (!(level >= 1e-4 && level <= 0.5)) {
                throw Given.wrong("levels", level, "must be from 0.0001 to 0.5; 0.05 is the worst 5 %");
            }
        }
        return numbers;
    }
}
